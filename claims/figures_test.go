package claims_test

import (
	"errors"
	"io/fs"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
)

// TestFigures guards what the rules reach on the quotations' dev part, with
// tokens and entities of our own. README states the figures.
func TestFigures(t *testing.T) {
	gold, err := corpus.Collect(corpus.File("../../shared/data/quotes/dev.jsonl.gz"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the quotations lie in ../shared, which is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	x := claims.Rules()
	system := make([][]eval.Quote, len(gold))
	for i := range gold {
		d := extract.Parse(gold[i].Text)
		es := entities.Tag(d)
		cs := x.Extract(d, es)
		check(t, d, es, cs)
		system[i] = eval.FromClaims(cs)
	}
	report, err := eval.Quotes(gold, system)
	if err != nil {
		t.Fatal(err)
	}
	for row, least := range map[string]float64{eval.Joint: .69, eval.Message: .72, eval.Roles: .68, eval.Attributed: .58} {
		r, ok := report.Row(row)
		if !ok || r.F1() < least {
			t.Errorf("%s F1 is %.4f, want at least %.2f", row, r.F1(), least)
		}
	}
	t.Logf("\n%s", report)
}
