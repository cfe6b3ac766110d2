package spans

import (
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// TestEachFound checks that a claim of the rules which goes on over several units is
// given once.
func TestEachFound(t *testing.T) {
	d := extract.Parse("Eva Lang sagte, der Plan sei gut. Man habe ihn geprüft. Er sei fertig. Morgen komme die Antwort.")
	says := saying.Find(syntax.New(d, entities.Tag(d), saying.Cues()))
	v := New(says, rules.Find(says))
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
