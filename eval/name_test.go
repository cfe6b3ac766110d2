package eval

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
)

func TestJudge(t *testing.T) {
	for _, c := range []struct {
		name      string
		spellings []string // of the entity, of several of the first; nil for none
		want      string
		verdict   verdict
		why       string
	}{
		{"", nil, "", right, "nobody is nobody"},
		{"", nil, "Anna Meier", nameless, "a name is missing"},
		{"Anna Meier", nil, "", wrong, "a name where there is none"},

		{"Meier", []string{"Meier"}, "Anna Meier", right, "of an entity the words within those of the right name"},
		{"Anna Meier", []string{"Anna Meier"}, "Meier", right, "or the other way round"},
		{"Anna Meier", []string{"Anna Meier"}, "Lea Meier", inexact, "neither is within the other; one word of both"},
		{"Anna Meier", []string{"Anna Meier"}, "Lea Brunner", wrong, "no word of both"},
		{"Sozialdemokraten", []string{"Sozialdemokraten", "SPD"}, "SPD", right, "another spelling in the text"},
		{"Grünen", []string{"Grünen"}, "Grüne", right, "endings do not count"},
		{"Statistische Landesamt", []string{"Statistische Landesamt"}, "Statistisches Landesamt", right, "nor inside"},
		{"Die Welt", []string{"Die Welt"}, "Welt", right, "nor articles"},
		{"Die", []string{"Die"}, "Der", wrong, "of articles alone nothing is left"},

		{"ein Sprecher der Polizei", nil, "Sprecher der Polizei", right, "without an entity, two of two words"},
		{"Sprecher der Polizei", nil, "Polizei", inexact, "one of two words is no more than half"},
		{"Sprecher der Kölner Polizei", nil, "Sprecher der Polizei", right, "two of three are"},
		{"Anwohners", nil, "Anwohner", wrong, "without an entity endings count: the words themselves were taken"},
		{"er", nil, "Anna Meier", wrong, "a pronoun is no name"},
		{"SPRECHER", nil, "Sprecher", right, "capitals do not count"},
		{"Rhein-Hunsrück-Kreis", nil, "Kreis Rhein-Hunsrück", right, "hyphens part words"},

		{"Meier / Brunner", nil, "Brunner / Meier", right, "several in any order"},
		{"Meier / Brunner", nil, "Anna Meier / Lea Brunner", right, "each within the right one"},
		{"Meier", []string{"Meier"}, "Meier / Brunner", inexact, "one of two is not each"},
		{"Meier / Brunner", nil, "Meier", inexact, "one too many"},
		{"Meier / Meier", nil, "Meier / Brunner", inexact, "one stands for one"},
		{"Sozialdemokraten / Brunner", []string{"Sozialdemokraten", "SPD"}, "SPD / Brunner", right, "another spelling of one of them"},
		{"Meier / Brunner", nil, "", wrong, "several where there is nobody"},
	} {
		var voices []voice
		for i, name := range strings.Split(c.name, claims.Several) {
			v := voice{name: name}
			if i == 0 {
				v.spellings = c.spellings
			}
			voices = append(voices, v)
		}
		if got := judge(voices, c.want); got != c.verdict {
			t.Errorf("%s: %q %q for %q is %d, want %d", c.why, c.name, c.spellings, c.want, got, c.verdict)
		}
	}
}
