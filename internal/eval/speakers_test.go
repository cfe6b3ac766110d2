package eval

import (
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// TestSpeakersDev guards to whom the pronouns and nouns that speak are resolved
// in the marked sample of the quotations' dev part.
func TestSpeakersDev(t *testing.T) {
	gold := load(t, "quotes/dev.jsonl.gz")
	report, err := Speakers(gold, func(i int) (*extract.Document, []entities.Entity) {
		d := extract.Parse(gold[i].Text)
		return d, entities.Extract(d)
	})
	if err != nil {
		t.Fatal(err)
	}
	for row, least := range map[string]float64{Resolved: .77, ResolvedPronouns: .86, ResolvedNouns: .63} {
		r, ok := report.Row(row)
		if !ok || r.F1() < least {
			t.Errorf("%s: F1 is %.4f, want at least %.2f", row, r.F1(), least)
		}
	}
	t.Logf("\n%s", report)
}

func TestSpeakerScore(t *testing.T) {
	mention := func(start, end int) entities.Mention {
		return entities.Mention{Span: extract.Span{Start: start, End: end}}
	}
	es := []entities.Entity{{Mentions: []entities.Mention{mention(0, 4), mention(20, 24)}}, {Mentions: []entities.Mention{mention(8, 12)}}}
	marked := []extract.Span{{Start: 22, End: 30}}
	for _, c := range []struct {
		why    string
		entity int
		names  []extract.Span
		want   Score
	}{
		{"a mention overlaps the mark", 0, marked, Score{1, 1, 1, 1}},
		{"another entity", 1, marked, Score{0, 1, 0, 1}},
		{"left unknown", -1, marked, Score{0, 0, 0, 1}},
		{"the article names nobody", 0, nil, Score{0, 1, 0, 0}},
		{"rightly left unknown", -1, nil, Score{}},
		{"one of two", 1, append([]extract.Span{{Start: 8, End: 12}}, marked...), Score{1, 1, 1, 1}},
	} {
		if got := speakerScore(es, c.entity, c.names); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.why, got, c.want)
		}
	}
}

func TestIsPronoun(t *testing.T) {
	for text, want := range map[string]bool{"er": true, "Sie": true, "Dieser": true, "Leute": false, "Polizei": false} {
		d := &corpus.Document{Text: text, Tokens: []extract.Span{{Start: 0, End: len(text)}}}
		if got := isPronoun(d, []int{0}); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
