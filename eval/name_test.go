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

func TestInterval(t *testing.T) {
	// Half of the articles are all right, half all wrong: F1 is the share of right ones
	// among 100 draws of a fair coin, of which 95% lie within 1.96 standard deviations of 5
	// points: 40 to 60.
	var scores []Score
	for i := range 100 {
		scores = append(scores, Score{float64(i % 2), 1, float64(i % 2), 1})
	}
	low, high := Interval(scores)
	if low < .38 || low > .42 || high < .58 || high > .62 {
		t.Errorf("interval %.3f to %.3f, want about .40 to .60", low, high)
	}
	if again, _ := Interval(scores); again != low {
		t.Errorf("the same scores give %v and %v", low, again)
	}
	if low, high := Interval(nil); low != 0 || high != 0 {
		t.Errorf("an interval of nothing, %v to %v", low, high)
	}
	if low, high := Interval([]Score{{1, 2, 1, 1}}); low != 2./3 || high != 2./3 { // P 1/2, R 1
		t.Errorf("one article always gives the same: %v to %v", low, high)
	}
}

func TestScore(t *testing.T) {
	var s Score
	if s.P() != 0 || s.R() != 0 || s.F1() != 0 || (Share{}).Value() != 0 {
		t.Error("nothing of nothing is not 0")
	}
	s.Add(Score{1, 2, 1, 1})
	s.Add(Score{1, 2, 1, 3})
	if s.P() != .5 || s.R() != .5 || s.F1() != .5 { // 2 of 4 on both sides
		t.Errorf("P %v R %v F1 %v, want .5 of each", s.P(), s.R(), s.F1())
	}
}
