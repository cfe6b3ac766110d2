package spans

import (
	"slices"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// TestSchedule checks that the best sum wins, not the best candidate, and that
// candidates which overlap by a token are never both taken.
func TestSchedule(t *testing.T) {
	at := func(value float32, first, end int) candidate {
		return candidate{kind: claim.Indirect, content: claim.Tokens(first, end), value: value}
	}
	for _, tt := range []struct {
		reason string
		in     []candidate
		want   []int // first tokens
	}{
		{"nothing", nil, nil},
		{"two halves beat a whole of a greater value", []candidate{at(.8, 0, 20), at(.7, 0, 10), at(.7, 10, 20)}, []int{0, 10}},
		{"a whole beats halves that are hardly worth it", []candidate{at(.8, 0, 20), at(.5, 0, 10), at(.5, 10, 20)}, []int{0}},
		{"one shared token is too much", []candidate{at(.6, 0, 11), at(.7, 10, 20)}, []int{10}},
		{"a gap is no overlap", []candidate{at(.6, 30, 40), at(.7, 10, 20)}, []int{10, 30}},
	} {
		got := schedule(tt.in, .4)
		var first []int
		for _, c := range got {
			first = append(first, c.content[0])
		}
		slices.Sort(first)
		if !slices.Equal(first, tt.want) {
			t.Errorf("%s: chose those at %v, want %v", tt.reason, first, tt.want)
		}
	}
}

// TestEachFound checks that a claim of the rules which goes on over several units is
// given once.
func TestEachFound(t *testing.T) {
	d := extract.Parse("Eva Lang sagte, der Plan sei gut. Man habe ihn geprüft. Er sei fertig. Morgen komme die Antwort.")
	says := saying.Find(syntax.New(d, entities.Extract(d), saying.Cues()))
	v := New(says)
	for first := range v.text.Units {
		seen := make(map[*rules.Claim]int)
		v.EachFound(first, len(v.text.Units)-1, func(f *rules.Claim) { seen[f]++ })
		if len(seen) == 0 {
			t.Errorf("no claim is in the units from %d on", first)
		}
		for f, times := range seen {
			if times != 1 {
				t.Errorf("from unit %d on the claim with content %v is given %d times", first, f.Content, times)
			}
		}
	}
}
