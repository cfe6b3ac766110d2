package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// letters is a text whose parts are easy to count.
const letters = "abcdefghij klmnopqrst uvwxyz"

// claim says the given stretches of text; a speaker without an entity.
func claim(name string, spans ...extract.Span) claims.Claim {
	return claims.Claim{
		Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Asserts, Content: spans,
		Speaker: claims.Speaker{Name: name},
	}
}

func span(start, end int) extract.Span { return extract.Span{Start: start, End: end} }

func article(text string, cs ...claims.Claim) *laut.Article {
	return &laut.Article{Document: extract.Parse(text), Claims: cs}
}

func compared(t *testing.T, got, want *laut.Article) *Comparison {
	t.Helper()
	c, err := Compare(got, want)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestFound(t *testing.T) {
	for _, c := range []struct {
		why       string
		got, want []claims.Claim
		found     Score
	}{
		{"equal", []claims.Claim{claim("A", span(0, 10))}, []claims.Claim{claim("A", span(0, 10))}, Score{1, 1, 1, 1}},
		{"5 bytes of both, 10 of either: 5/10 is half", []claims.Claim{claim("A", span(0, 5))}, []claims.Claim{claim("A", span(0, 10))}, Score{1, 1, 1, 1}},
		{"4 bytes of both, 10 of either: 4/10", []claims.Claim{claim("A", span(0, 4))}, []claims.Claim{claim("A", span(0, 10))}, Score{0, 1, 0, 1}},
		{"5 bytes of both, but 11 of either", []claims.Claim{claim("A", span(5, 11))}, []claims.Claim{claim("A", span(0, 10))}, Score{0, 1, 0, 1}},
		{"two parts, of which 8 bytes are the right ones' 10, 10 of either", []claims.Claim{claim("A", span(0, 4), span(12, 16))},
			[]claims.Claim{claim("A", span(0, 5), span(11, 16))}, Score{1, 1, 1, 1}},
		{"two of one: the second is one too many", []claims.Claim{claim("A", span(0, 10)), claim("A", span(0, 9))}, []claims.Claim{claim("A", span(0, 10))}, Score{1, 2, 1, 1}},
		{"the best pair comes first: [0,10) with itself, and [0,6) has nothing left", []claims.Claim{claim("A", span(0, 6)), claim("A", span(0, 10))},
			[]claims.Claim{claim("A", span(0, 10)), claim("A", span(20, 26))}, Score{1, 2, 1, 2}},
		{"nothing found", nil, []claims.Claim{claim("A", span(0, 10))}, Score{0, 0, 0, 1}},
		{"nothing to find", []claims.Claim{claim("A", span(0, 10))}, nil, Score{0, 1, 0, 0}},
		{"a claim without content is never found", []claims.Claim{claim("A")}, []claims.Claim{claim("A")}, Score{0, 1, 0, 1}},
	} {
		got := compared(t, article(letters, c.got...), article(letters, c.want...))
		if diff := cmp.Diff(c.found, got.Found); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

// Three right claims, a direct one, an indirect one and an act. Found are the first, as it
// is, and the second, as direct, with another stance and medium; a fourth is one too many.
func TestCounts(t *testing.T) {
	first, second, third := claim("A", span(0, 5)), claim("B", span(11, 16)), claim("C", span(22, 26))
	second.Kind, second.Stance, second.Medium = claims.Indirect, claims.Denies, claims.Writing
	third.Kind = claims.Reported
	read := claim("B", span(11, 16))
	c := compared(t, article(letters, first, claim("", span(5, 10)), read), article(letters, first, second, third))
	want := Counts{
		Found: Score{2, 3, 2, 3}, Named: Score{2, 3, 2, 3},
		Wrong: Share{0, 2}, Inexact: Share{0, 2}, Nameless: Share{0, 2},
		Given: Share{2, 2}, GivenRight: Share{2, 2},
		Kind: Share{1, 2}, Stance: Share{1, 2}, Medium: Share{1, 2}, Parent: Share{2, 2},
		Kinds: map[claims.Kind]Score{
			claims.Direct:   {2, 3, 1, 1}, // of three that the system calls direct two are found; the one that is direct is found
			claims.Indirect: {0, 0, 1, 1}, // found, though nobody called one so
			claims.Reported: {0, 0, 0, 1},
		},
	}
	if diff := cmp.Diff(want, c.Counts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// What the right one leaves open is not compared.
	second.Stance, second.Medium, second.Kind = 0, 0, 0
	c = compared(t, article(letters, read), article(letters, second))
	if none := (Share{}); c.Kind != none || c.Stance != none || c.Medium != none || c.Found.Precise != 1 {
		t.Errorf("what is not known was compared: %+v", c.Counts)
	}
}

func TestParents(t *testing.T) {
	outer, inner := claim("A", span(0, 20)), claim("B", span(3, 6))
	inside := inner
	inside.Parent = 1
	other := claim("C", span(2, 9))
	insideOther := inner
	insideOther.Parent = 2
	for _, c := range []struct {
		why       string
		got, want []claims.Claim
		right     Share
	}{
		{"both inside the first", []claims.Claim{outer, inside}, []claims.Claim{outer, inside}, Share{2, 2}},
		{"not seen", []claims.Claim{outer, inner}, []claims.Claim{outer, inside}, Share{1, 2}},
		{"seen where nothing is", []claims.Claim{outer, inside}, []claims.Claim{outer, inner}, Share{1, 2}},
		{"inside another", []claims.Claim{outer, other, insideOther}, []claims.Claim{outer, other, inside}, Share{2, 3}},
		{"inside one that is none: a parent is something else than nothing", []claims.Claim{outer, inside}, []claims.Claim{inner}, Share{0, 1}},
	} {
		if got := compared(t, article(letters, c.got...), article(letters, c.want...)); got.Parent != c.right {
			t.Errorf("%s: %v, want %v", c.why, got.Parent, c.right)
		}
	}
}

func TestCompareErrors(t *testing.T) {
	lost := claim("A", span(0, 5))
	lost.Speaker.Entity = 1
	for why, c := range map[string]struct {
		got  *laut.Article
		want string
	}{
		"another text":           {article("abc"), "eval: the texts differ"},
		"beyond the text":        {article(letters, claim("A", span(20, 40))), "eval: claim 1: content: [20,40) lies outside"},
		"an entity that is none": {article(letters, lost), "eval: claim 1: its speaker is entity 1"},
		"no article":             {nil, "eval: there is no article"},
	} {
		for _, pair := range [][2]*laut.Article{{c.got, article(letters)}, {article(letters), c.got}} {
			if _, err := Compare(pair[0], pair[1]); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: error %v, want %s", why, err, c.want)
			}
		}
	}
}

// An article against itself has no difference, and what laut reads in it is all found.
func TestAgainstItself(t *testing.T) {
	paths, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		a := laut.Read(string(text))
		c := compared(t, a, a)
		if len(c.Differences) > 0 {
			t.Errorf("%s: %v", path, c.Differences)
		}
		if n := float64(len(a.Claims)); c.Named != (Score{n, n, n, n}) {
			t.Errorf("%s: of %v claims %v are named", path, n, c.Named)
		}
		if c.Labelled.F1() != 1 || c.Split > 0 {
			t.Errorf("%s: entities %+v, %d split", path, c.Labelled, c.Split)
		}
	}
}

// Differences come in order of the text, each with line and column, and a long text is cut
// in the middle.
func TestDifferences(t *testing.T) {
	text := "Ä. Ja.\n" + strings.Repeat("lang ", 30) + "."
	long := claim("Anna Meier", span(8, len(text)))
	inner := claim("Uwe Graf", span(4, 6))
	inner.Stance = claims.Denies
	c := compared(t, article(text, claim("Uwe Graf", span(4, 6))), article(text, inner, long))
	var got []string
	for _, d := range c.Differences {
		got = append(got, d.String())
	}
	want := []string{
		"1:4: Ja: stance: found asserts; right is denies",
		"2:1: " + strings.Repeat("lang ", 8) + "… lang lang lang .: found nothing; right is Anna Meier (direct, asserts)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

const town = "Anna Meier aus Bern. Meiers Berner Bären AG schwieg, die BAG auch."

// entity is mentioned where the text has the words for the first time; words with a ~ are
// made of the name.
func entity(label entities.Label, name string, words ...string) entities.Entity {
	e := entities.Entity{Name: name, Label: label}
	for _, w := range words {
		word, derived := strings.CutPrefix(w, "~")
		start := strings.Index(town, word)
		m := entities.Mention{Span: span(start, start+len(word))}
		if derived {
			m.Form = entities.FormDerived
		}
		e.Mentions = append(e.Mentions, m)
	}
	return e
}

// naming is the town's article with entities.
func naming(es ...entities.Entity) *laut.Article {
	a := &laut.Article{Document: extract.Parse(town)}
	for i, e := range es {
		e.ID = entities.ID(i + 1)
		a.Entities = append(a.Entities, e)
	}
	return a
}

func TestInventory(t *testing.T) {
	type list = []entities.Entity
	meier, bern := entity(entities.PER, "Anna Meier", "Anna Meier", "Meiers"), entity(entities.LOC, "Bern", "Bern", "~Berner")
	company := entity(entities.ORG, "Berner Bären AG", "Berner Bären AG", "BAG")
	for _, c := range []struct {
		why             string
		got, want       list
		found, labelled Score
		split           int
	}{
		{"all", list{meier, bern, company}, list{meier, bern, company}, Score{3, 3, 3, 3}, Score{3, 3, 3, 3}, 0},
		{"one of two, and one that is none", list{meier, company}, list{meier, bern}, Score{1, 2, 1, 2}, Score{1, 2, 1, 2}, 0},
		{"found under another label", list{entity(entities.ORG, "Bern", "Bern")}, list{bern}, Score{1, 1, 1, 1}, Score{0, 1, 0, 1}, 0},
		{"a genitive s does not count", list{entity(entities.PER, "Meiers", "Meiers")}, list{entity(entities.PER, "Meier", "Meier")}, Score{1, 1, 1, 1}, Score{1, 1, 1, 1}, 0},
		{"the company is two: one of two is it, the other a part of it", list{entity(entities.ORG, "Berner Bären AG", "Berner Bären AG"), entity(entities.ORG, "BAG", "BAG")},
			list{company}, Score{1, 2, 1, 1}, Score{1, 2, 1, 1}, 1},
		{"that of the right label first, though the other has more spellings",
			list{entity(entities.LOC, "Berner Bären AG", "Berner Bären AG", "BAG"), entity(entities.ORG, "BAG", "BAG")}, list{company}, Score{1, 2, 1, 1}, Score{1, 2, 1, 1}, 1},
		{"words made of a name count on neither side", list{entity(entities.LOC, "Bern", "~Berner")}, list{entity(entities.LOC, "Bern", "~Berner"), meier}, Score{0, 0, 0, 1}, Score{0, 0, 0, 1}, 0},
		{"listed by its name alone", list{bern}, list{{Name: "Bern", Label: entities.LOC}}, Score{1, 1, 1, 1}, Score{1, 1, 1, 1}, 0},
	} {
		got := compared(t, naming(c.got...), naming(c.want...))
		if diff := cmp.Diff([]any{c.found, c.labelled, c.split}, []any{got.Entities, got.Labelled, got.Split}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
	// By label: Bern as ORG is one ORG too many and one LOC too few.
	got := compared(t, naming(meier, entity(entities.ORG, "Bern", "Bern")), naming(meier, bern))
	if diff := cmp.Diff(map[entities.Label]Score{entities.PER: {1, 1, 1, 1}, entities.ORG: {0, 1, 0, 0}, entities.LOC: {0, 0, 0, 1}}, got.Labels); diff != "" {
		t.Errorf("by label (-want +got):\n%s", diff)
	}
}

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
