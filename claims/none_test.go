package claims_test

import (
	"os"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// TestNoClaim reads sentences that report nobody, each by itself.
func TestNoClaim(t *testing.T) {
	const path = "../testdata/claims/none/none.txt"
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n, lineNumber := 0, 0
	for line := range strings.Lines(string(file)) {
		lineNumber++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		n++
		d := extract.Parse(line)
		es := entities.Tag(d)
		if cs := claims.Rules().Extract(d, es); len(cs) > 0 {
			t.Errorf("%s:%d: %s\n%s", path, lineNumber, line, renderClaims(d, es, cs))
		}
	}
	if n == 0 {
		t.Errorf("%s holds no sentences", path)
	}
}
