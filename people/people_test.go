package people

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// article makes an article of entities of which each says something: "PER Anna Meier", with
// "m " or "f " before the name for the gender. "- PER Anna Meier" is named and says nothing.
// What stands behind = are other names for it.
func article(of ...string) *laut.Article {
	var text strings.Builder
	a := &laut.Article{}
	for _, s := range of {
		s, silent := strings.CutPrefix(s, "- ")
		s, also, _ := strings.Cut(s, " = ")
		label, name, _ := strings.Cut(s, " ")
		e := entities.Entity{Label: labels[label]}
		if rest, ok := strings.CutPrefix(name, "m "); ok {
			name, e.Gender = rest, entities.Masculine
		} else if rest, ok := strings.CutPrefix(name, "f "); ok {
			name, e.Gender = rest, entities.Feminine
		}
		e.Name = name
		for _, form := range append([]string{name}, strings.FieldsFunc(also, func(r rune) bool { return r == ',' })...) {
			start := text.Len()
			text.WriteString(form)
			e.Mentions = append(e.Mentions, entities.Mention{Span: extract.Span{Start: start, End: text.Len()}})
			text.WriteString(" ")
		}
		if !silent {
			a.Claims = append(a.Claims, claim(len(a.Entities), -1))
		}
		a.Entities = append(a.Entities, e)
	}
	a.Document = extract.Parse(text.String())
	return a
}

var labels = map[string]entities.Label{"PER": entities.PER, "ORG": entities.ORG, "LOC": entities.LOC, "MISC": entities.MISC}

func claim(entity, parent int) claims.Claim {
	return claims.Claim{Kind: claims.Indirect, Stance: claims.Asserts, Speaker: claims.Speaker{Entity: entities.ID(entity + 1)}, Parent: claims.ID(parent + 1)}
}

// show writes a line a voice: its names, claims and articles.
func show(r Report) string {
	var b strings.Builder
	for _, v := range r.Voices {
		fmt.Fprintf(&b, "%s %d/%d; ", strings.Join(v.Names, "|"), v.Claims, v.Articles)
	}
	return strings.TrimSuffix(b.String(), "; ")
}

func TestWhoIsOne(t *testing.T) {
	for _, tt := range []struct {
		articles [][]string
		want     string
		why      string
	}{
		{[][]string{{"PER Altman"}, {"PER Sam Altman"}}, "Sam Altman|Altman 2/2", "a surname in one article, the full name in another"},
		{[][]string{{"PER Sam Altman"}, {"PER Altman"}, {"PER Altman"}}, "Sam Altman|Altman 3/3", "in whatever order"},
		{[][]string{{"PER Altman"}, {"- PER Sam Altman"}}, "Sam Altman|Altman 1/1", "he need not speak where he has his full name"},
		{[][]string{{"PER Sam Altman"}, {"PER Robert Altman"}}, "Robert Altman 1/1; Sam Altman 1/1", "two Altmans"},
		{[][]string{{"PER Sam Altman"}, {"PER Robert Altman"}, {"PER Altman"}}, "Altman 1/1; Robert Altman 1/1; Sam Altman 1/1", "it could be either"},
		{[][]string{{"PER Altman"}, {"PER Sam Altman", "- PER Robert Altman"}}, "Altman 1/1; Sam Altman 1/1", "nor does it matter who speaks"},
		{[][]string{{"PER SAM ALTMAN"}, {"PER Sam Altman"}, {"PER Sam Altman"}}, "Sam Altman|SAM ALTMAN 3/3", "the most frequent spelling"},
		{[][]string{{"PER Ursula von der Leyen"}, {"PER Von der Leyen"}, {"PER Leyen"}}, "Ursula von der Leyen|Leyen|Von der Leyen 3/3", "small words belong to the surname"},
		{[][]string{{"PER Gabriel García Márquez"}, {"PER García Márquez"}, {"PER Márquez"}}, "Gabriel García Márquez|García Márquez|Márquez 3/3", "a surname of two words"},
		{[][]string{{"PER Anna Maria Müller"}, {"PER Maria Müller"}}, "Anna Maria Müller 1/1; Maria Müller 1/1", "a name with a first name is a full one"},
		{[][]string{{"PER Eva Meier"}, {"PER Anna Meier"}}, "Anna Meier 1/1; Eva Meier 1/1", "as are these"},
		{[][]string{{"PER Peter Groß"}, {"PER Peter Gross"}, {"PER Gross"}}, "Peter Gross|Gross|Peter Groß 3/3", "Swiss and German spelling"},
		{[][]string{{"PER f Ida Huber"}, {"PER Huber"}}, "Ida Huber|Huber 2/2", "a gender that nobody knows agrees"},
		{[][]string{{"PER f Ida Huber"}, {"PER m Huber"}}, "Huber 1/1; Ida Huber 1/1", "he is not she"},
		{[][]string{{"PER m Jan Roth"}, {"PER f Lea Roth"}, {"PER f Roth"}}, "Lea Roth|Roth 2/2; Jan Roth 1/1", "the only woman of the name"},
		{[][]string{{"PER m Jan Roth"}, {"PER m Uwe Roth"}, {"PER m Roth"}}, "Jan Roth 1/1; Roth 1/1; Uwe Roth 1/1", "one of two men"},
		{[][]string{{"PER Toni Roth"}, {"PER m Roth"}, {"PER f Roth"}}, "Roth 1/1; Roth 1/1; Toni Roth 1/1", "it cannot be told which of the two Toni is"},
		{[][]string{{"PER m Keller"}, {"PER Keller"}}, "Keller 2/2", "nobody else has the name"},
		{[][]string{{"PER m Keller"}, {"PER f Keller"}, {"PER Keller"}}, "Keller 1/1; Keller 1/1; Keller 1/1", "a man, a woman, and either"},
		{[][]string{{"PER Ida Huber", "PER Huber"}}, "Huber 1/1; Ida Huber 1/1", "an article has them as two"},
		{[][]string{{"PER Ida Huber", "PER Huber"}, {"PER Huber"}}, "Huber 2/2; Ida Huber 1/1", "so does each other"},
		{[][]string{{"PER Anna Meier", "PER Anna Meier"}}, "Anna Meier 2/1", "an article may have two of one full name"},
		{[][]string{{"PER Jan Siemens"}, {"ORG Siemens"}}, "Jan Siemens 1/1; Siemens 1/1", "a company is not a man"},

		{[][]string{{"ORG Siemens AG"}, {"ORG Siemens"}, {"ORG Siemens"}}, "Siemens|Siemens AG 3/3", "legal forms"},
		{[][]string{{"ORG Bund für Umwelt e. V."}, {"ORG Bund für Umwelt e.V."}, {"ORG Bund für Umwelt"}}, "Bund für Umwelt|Bund für Umwelt e. V.|Bund für Umwelt e.V. 3/3", "in two words"},
		{[][]string{{"ORG Die Grünen"}, {"ORG Grünen"}, {"ORG OpenAI"}, {"ORG Open AI"}}, "Die Grünen|Grünen 2/2; Open AI|OpenAI 2/2", "articles, blanks"},
		{[][]string{{"ORG AG"}, {"ORG Die"}}, "AG 1/1; Die 1/1", "something is left of each name"},
		{[][]string{{"ORG Siemens Energy"}, {"ORG Siemens"}}, "Siemens 1/1; Siemens Energy 1/1", "another company"},
		{[][]string{{"ORG Internationale Energieagentur = IEA"}, {"ORG IEA"}}, "Internationale Energieagentur|IEA 2/2", "a short form that an article gives"},
		{[][]string{{"ORG IEA"}, {"ORG Internationale Energieagentur"}}, "IEA 1/1; Internationale Energieagentur 1/1", "and one that none does"},
		{[][]string{{"ORG Bundesverfassungsgericht = Verfassungsgericht"}, {"ORG Verfassungsgericht"}, {"ORG Deutsche Bank = Bank"}, {"ORG Bank"}},
			"Bank 1/1; Bundesverfassungsgericht 1/1; Deutsche Bank 1/1; Verfassungsgericht 1/1", "many are called so"},
		{[][]string{{"ORG Bayerische Vereinsbank = BVB"}, {"ORG Ballverein Borussia = BVB"}, {"ORG BVB"}}, "BVB 1/1; Ballverein Borussia 1/1; Bayerische Vereinsbank 1/1", "a short form of two"},
		{[][]string{{"LOC Vereinigte Staaten = USA"}, {"LOC USA"}, {"MISC USA"}}, "Vereinigte Staaten|USA 2/2; USA 1/1", "of places too; of one label only"},
		{[][]string{{"ORG Nordic Bank = NB"}, {"ORG NB"}, {"ORG NB", "ORG Nordic Bank"}}, "NB 2/2; Nordic Bank 2/2", "an article has them as two"},
		{[][]string{{"ORG ---"}, {"ORG"}}, " 1/1; --- 1/1", "no letters at all"},
	} {
		var c Counter
		for i, of := range tt.articles {
			c.Add(fmt.Sprint(i), article(of...))
		}
		r := c.Report()
		if got := show(r); got != tt.want {
			t.Errorf("%s: %v are\n%s, want\n%s", tt.why, tt.articles, got, tt.want)
		}
		total := 0
		for _, v := range r.Voices {
			total += v.Claims
		}
		if r.Articles != len(tt.articles) || r.Claims != total || r.Unnamed != 0 {
			t.Errorf("%v: totals %d, %d, %d", tt.articles, r.Articles, r.Claims, r.Unnamed)
		}
		slices.Reverse(tt.articles)
		var back Counter
		for i, of := range tt.articles {
			back.Add(fmt.Sprint(i), article(of...))
		}
		if again := show(back.Report()); again != tt.want {
			t.Errorf("%s: in the other order %s", tt.why, again)
		}
	}
}

// A claim inside one of the same speaker is part of it. Claims of nobody are numbered.
func TestWhatCounts(t *testing.T) {
	a := article("- PER Anna Meier", "- PER Peter Groß")
	a.Claims = []claims.Claim{claim(0, -1), claim(0, 0), claim(1, 0), claim(0, 2), claim(-1, -1), claim(-1, 0), claim(7, -1)}
	a.Claims[0].Kind, a.Claims[0].Stance = claims.Direct, claims.Denies
	var c Counter
	c.Add("a", a)
	r := c.Report()
	if got := show(r); got != "Anna Meier 1/1; Peter Groß 1/1" || r.Unnamed != 3 {
		t.Errorf("%s, %d of nobody", got, r.Unnamed)
	}
	v := r.Voices[0]
	if len(v.Kinds) != 1 || v.Kinds[claims.Direct] != 1 || len(v.Stances) != 1 || v.Stances[claims.Denies] != 1 || v.Statements != nil {
		t.Errorf("kinds %v, stances %v, statements %v", v.Kinds, v.Stances, v.Statements)
	}
}

// What several say together counts for each, but for who says what is around it.
func TestSeveral(t *testing.T) {
	a := article("- PER Anna Meier", "- PER Peter Groß", "- PER Lea Brunner")
	together := claim(0, -1)
	together.Speaker.Others = []entities.ID{2}
	within := claim(1, 0)
	within.Speaker.Others = []entities.ID{3}
	a.Claims = []claims.Claim{together, within}
	var c Counter
	c.Add("a", a)
	r := c.Report()
	if got := show(r); got != "Anna Meier 1/1; Lea Brunner 1/1; Peter Groß 1/1" || r.Claims != 3 || r.Unnamed != 0 {
		t.Errorf("%s, %d claims, %d of nobody", got, r.Claims, r.Unnamed)
	}
}

// What no extractor makes is no reason to fail.
func TestStrangeArticles(t *testing.T) {
	c := Counter{Statements: true}
	c.Add("", &laut.Article{})
	circle := article("PER Anna Meier", "PER Peter Groß")
	circle.Claims[0].Parent, circle.Claims[1].Parent = 1, 0
	circle.Claims = append(circle.Claims, claim(0, 99))
	circle.Claims[2].Content = []extract.Span{{Start: 3, End: 4}}
	c.Add("circle", circle)
	blank := article("PER Anna Meier", "ORG Verdi = ver.di")
	blank.Document = nil
	c.Add("blank", blank)
	r := c.Report()
	if r.Articles != 3 || r.Claims == 0 {
		t.Errorf("%+v", r)
	}
	if zero := new(Counter).Report(); zero.Voices == nil || zero.Articles != 0 {
		t.Errorf("nothing is %+v", zero)
	}
}

// A report can be asked for at any time and stays as it is.
func TestReportInBetween(t *testing.T) {
	c := Counter{Statements: true}
	c.Add("a", article("PER Altman"))
	before := c.Report()
	c.Add("b", article("PER Sam Altman", "PER Altman GmbH"))
	c.Add("c", article("PER Sam Altman"))
	if got := show(before); got != "Altman 1/1" || len(before.Voices[0].Statements) != 1 {
		t.Errorf("the report became %s", got)
	}
	if got, again := show(c.Report()), show(c.Report()); got != again {
		t.Errorf("%s, and then %s", got, again)
	}
}

// Lines and columns are those of extract.Locate, wherever the claims stand.
func TestStatementPlaces(t *testing.T) {
	const text = "Über Äcker\n\nund „Wiesen“, über\nFeld."
	a := &laut.Article{Document: extract.Parse(text), Entities: []entities.Entity{{Name: "A", Label: entities.PER}}}
	for _, at := range []int{0, 7, 13, 16, len(text) - 5, 4, 4} {
		c := claim(0, -1)
		c.Content = []extract.Span{{Start: at, End: at + 1}, {Start: len(text) - 1, End: len(text)}}
		a.Claims = append(a.Claims, c)
	}
	c := Counter{Statements: true}
	c.Add("a", a)
	for i, s := range c.Report().Voices[0].Statements {
		want := extract.Locate(text, a.Claims[i].Content[0].Start)
		if s.Line != want.Line || s.Column != want.Column || s.Start != a.Claims[i].Content[0].Start || s.End != len(text) || s.Article != "a" {
			t.Errorf("statement %d is at %d:%d, bytes %d to %d, want %s", i, s.Line, s.Column, s.Start, s.End, want)
		}
	}
}
