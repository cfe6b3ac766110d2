package export

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
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

const recordSchema = "schema/record.schema.json"

func TestRecordSchema(t *testing.T) {
	as := articles(t)
	as["nothing"] = &laut.Article{Document: extract.Parse("")}
	as["invalid"] = laut.Read("„Ja\xff“, sagte \u2028 Anna Meier.")
	for name, a := range as {
		for _, f := range []JSONLines{{}, {Tokens: true}, {Tokens: true, Offsets: UTF16}} {
			checkSchema(t, recordSchema, write(t, f, StringID(name), a))
		}
	}
}

// A line that is changed is refused at the place of the change.
func TestRecordSchemaRefuses(t *testing.T) {
	line := write(t, JSONLines{Tokens: true}, StringID("a"), handmade(t))
	tests := []struct {
		old, new string
		want     string
		reason   string
	}{
		{"", "", "", "the line as it is"},
		{`"id":"a"`, `"id":7`, "", "a number is an id"},
		{`"id":"a"`, `"id":"a","source":"b"`, "", "other keys may be added"},
		{`"id":"a"`, `"id":null`, "at '/id'", "an id that is none"},
		{`"id":"a",`, ``, "missing property 'id'", "no id"},
		{`"text":`, `"Text":`, "missing property 'text'", "another key"},
		{`"sentences":[`, `"sentences":null,"x":[`, "at '/sentences'", "null for an array"},
		{`"start":0`, `"start":-1`, "at '/sentences/0/start'", "before the text"},
		{`"start":0`, `"start":0.5`, "at '/sentences/0/start'", "half an offset"},
		{`"end":25`, `"stop":25`, "missing property 'end'", "half a range"},
		{`"kind":"word"`, `"kind":"Word"`, "at '/tokens/0/kind'", "a kind of token"},
		{`"pos":"NOUN"`, `"pos":"NN"`, "at '/tokens/0/pos'", "another tag set"},
		{`"lemma":"Streit"`, `"lemma":null`, "at '/tokens/0/lemma'", "a lemma that is none"},
		{`"mood":"ind"`, `"mood":"Ind"`, "/mood'", "a mood"},
		{`"label":"PER"`, `"label":"PERSON"`, "at '/entities/0/label'", "a label"},
		{`"form":"name"`, `"form":""`, "at '/entities/0/form'", "a form"},
		{`"kind":"direct"`, `"kind":""`, "at '/claims/0/kind'", "a claim without a kind"},
		{`"medium":"speech/writing"`, `"medium":"speech or writing"`, "at '/claims/2/medium'", "a medium"},
		{`"stance":"promises"`, `"stance":"promised"`, "at '/claims/3/stance'", "a stance"},
		{`"content":[{"start":27`, `"content":[{"start":"27"`, "at '/claims/0/content/0/start'", "an offset that is a string"},
		{`"cue":[]`, `"cue":{}`, "at '/claims/1/cue'", "an object for an array"},
		{`"frame":[]`, `"frames":[]`, "missing property 'frame'", "a key of another name"},
		{`"speaker":{"spans"`, `"speaker":{"words"`, "missing property 'spans'", "a speaker without words"},
		{`"entity":-1`, `"entity":-2`, "at '/claims/4/speaker/entity'", "below none"},
		{`"via":"carried"`, `"via":"carry"`, "at '/claims/1/speaker/via'", "a way"},
		{`"parent":2`, `"parent":"2"`, "at '/claims/3/parent'", "a parent that is a string"},
		{`"parent":2`, `"parent":-2`, "at '/claims/3/parent'", "below none"},
		{`"score":0.97`, `"score":97`, "at '/claims/0/score'", "percent"},
	}
	for _, tt := range tests {
		if !strings.Contains(line, tt.old) {
			t.Errorf("%s: the line has no %s", tt.reason, tt.old)
			continue
		}
		err := fits(t, recordSchema, strings.Replace(line, tt.old, tt.new, 1))
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", tt.reason, err)
		case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%s: error %v, want one with %q", tt.reason, err, tt.want)
		}
	}
}

// The schema names what the library can say, no more and no less.
func TestRecordSchemaEnums(t *testing.T) {
	var s struct {
		Defs map[string]struct {
			Properties map[string]struct{ Enum []string }
		} `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(RecordSchema), &s); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		def, key string
		value    func(i uint8) fmt.Stringer
		empty    bool // may be unknown
	}{
		{"token", "kind", func(i uint8) fmt.Stringer { return extract.Kind(i) }, false},
		{"token", "pos", func(i uint8) fmt.Stringer { return extract.POS(i) }, false},
		{"token", "mood", func(i uint8) fmt.Stringer { return extract.Mood(i) }, true},
		{"mention", "label", func(i uint8) fmt.Stringer { return entities.Label(i) }, false},
		{"mention", "form", func(i uint8) fmt.Stringer { return entities.Form(i) }, false},
		{"claim", "kind", func(i uint8) fmt.Stringer { return claims.Kind(i) }, false},
		{"claim", "medium", func(i uint8) fmt.Stringer { return claims.Medium(i) }, true},
		{"claim", "stance", func(i uint8) fmt.Stringer { return claims.Stance(i) }, true},
		{"speaker", "via", func(i uint8) fmt.Stringer { return claims.Via(i) }, true},
	}
	for _, tt := range tests {
		var want []string
		for i := range uint8(255) {
			if name := tt.value(i).String(); name != "invalid" && (name != "" || tt.empty) {
				want = append(want, name)
			}
		}
		got := s.Defs[tt.def].Properties[tt.key].Enum
		if slices.Sort(want); len(want) < 3 {
			t.Errorf("%s.%s: the library has only %q", tt.def, tt.key, want)
		}
		want = slices.Compact(want)
		if diff := cmp.Diff(want, slices.Sorted(slices.Values(got))); diff != "" {
			t.Errorf("%s.%s (-library +schema):\n%s", tt.def, tt.key, diff)
		}
	}
}
