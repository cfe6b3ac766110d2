package claims_test

import (
	"errors"
	"io/fs"
	"math"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
)

// dev reads the quotations' dev part.
func dev(t *testing.T) []corpus.Document {
	t.Helper()
	gold, err := corpus.Collect(corpus.File("../../shared/data/quotes/dev.jsonl.gz"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the quotations lie in ../shared, which is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

// TestFigures guards what is reached on the quotations' dev part, with tokens and entities
// of our own, by all stages and by the rules alone. README states the figures.
func TestFigures(t *testing.T) {
	gold := dev(t)
	for name, least := range map[string]map[string]float64{
		"all":   {eval.Joint: .74, eval.Message: .775, eval.Roles: .725, eval.Form: .765, eval.Attributed: .615},
		"rules": {eval.Joint: .71, eval.Message: .735, eval.Roles: .7, eval.Attributed: .6},
	} {
		system := make([][]eval.Quote, len(gold))
		for i := range gold {
			d := extract.Parse(gold[i].Text)
			es := entities.Extract(d)
			cs := finders[name](d, es)
			check(t, d, es, cs)
			system[i] = eval.FromClaims(cs)
		}
		report, err := eval.Quotes(gold, system)
		if err != nil {
			t.Fatal(err)
		}
		for row, least := range least {
			r, ok := report.Row(row)
			if !ok || r.F1() < least {
				t.Errorf("%s: %s F1 is %.4f, want at least %.3f", name, row, r.F1(), least)
			}
		}
		t.Logf("%s\n%s", name, report)
	}
}

// TestCalibration checks that a score is the share of claims that are right: of those
// with about one score, as many have a content that overlaps with an annotated one by
// half of their tokens together.
func TestCalibration(t *testing.T) {
	const bins, enough, off = 10, 40, .12
	var n, right, score [bins]float64
	x, err := claims.New(claims.WithMinScore(0))
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range dev(t) {
		d := extract.Parse(g.Text)
		for _, c := range x.Extract(d, entities.Extract(d)) {
			bin := min(int(c.Score*bins), bins-1)
			n[bin]++
			score[bin] += float64(c.Score)
			if overlaps(&g, c.Content) {
				right[bin]++
			}
		}
	}
	tested := 0
	for b := range bins {
		if n[b] < enough {
			continue
		}
		tested++
		mean, share := score[b]/n[b], right[b]/n[b]
		t.Logf("%4.0f claims with a score of %.2f: %.2f are right", n[b], mean, share)
		if math.Abs(mean-share) > off {
			t.Errorf("of %.0f claims with a score of %.2f, %.2f are right", n[b], mean, share)
		}
	}
	if tested < 4 {
		t.Errorf("only %d classes of scores have enough claims", tested)
	}
}

// overlaps reports whether a content shares half of the tokens with an annotated one
// that are in either. Tokens are the annotated ones.
func overlaps(g *corpus.Document, content []extract.Span) bool {
	ours := make(map[int]bool)
	for i, token := range g.Tokens {
		for _, s := range content {
			if token.Start < s.End && s.Start < token.End {
				ours[i] = true
			}
		}
	}
	for _, q := range g.Quotes {
		both := 0
		for _, i := range q.Parts[corpus.Content] {
			if ours[i] {
				both++
			}
		}
		if 2*both >= len(ours)+len(q.Parts[corpus.Content])-both {
			return true
		}
	}
	return false
}
