package export

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemas are the schemas by path: to compile one takes longer than to use it.
var schemas sync.Map

// fits returns what in a line is not as a JSON Schema says.
func fits(t testing.TB, schemaPath, line string) error {
	t.Helper()
	schema, ok := schemas.Load(schemaPath)
	if !ok {
		compiled, err := jsonschema.NewCompiler().Compile(schemaPath)
		if err != nil {
			t.Fatal(err)
		}
		schema = compiled
		schemas.Store(schemaPath, schema)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
	if err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	return schema.(*jsonschema.Schema).Validate(v)
}

// checkSchema reports an error when a line is not what a JSON Schema says.
func checkSchema(t testing.TB, schemaPath, line string) {
	t.Helper()
	if err := fits(t, schemaPath, line); err != nil {
		t.Errorf("%v\n%s", err, line)
	}
}

// indented is a line as a person can read it.
func indented(t testing.TB, line string) string {
	t.Helper()
	var v json.RawMessage
	if err := json.Unmarshal([]byte(line), &v); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	e := encoder(&b)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
