package claims_test

import (
	"os"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// TestNoClaim reads sentences that report nobody, each by itself. The rules find no
// claim in them; the models may find one in one sentence of twenty.
func TestNoClaim(t *testing.T) {
	const path = "../testdata/claims/none/none.txt"
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n, lineNumber, wrong := 0, 0, 0
	for line := range strings.Lines(string(file)) {
		lineNumber++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		n++
		d := extract.Parse(line)
		es := entities.Extract(d)
		if cs := claims.ByRules(d, es); len(cs) > 0 {
			t.Errorf("%s:%d: %s\n%s", path, lineNumber, line, renderClaims(d, es, cs))
		}
		if cs := claims.Extract(d, es); len(cs) > 0 {
			wrong++
			t.Logf("%s:%d: %s\n%s", path, lineNumber, line, renderClaims(d, es, cs))
		}
	}
	if 20*wrong > n {
		t.Errorf("of %d sentences %d have a claim", n, wrong)
	}
	if n == 0 {
		t.Errorf("%s holds no sentences", path)
	}
}
