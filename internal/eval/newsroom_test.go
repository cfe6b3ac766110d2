package eval

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/entities"
	compare "github.com/laut-nlp/laut/eval"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

func TestFromNewsroom(t *testing.T) {
	const text = "Meier sagte, man zahle „bald“. Anna Meiers SPD-Kollegen meiern."
	at := func(words string) []extract.Span {
		i := strings.Index(text, words)
		return []extract.Span{{Start: i, End: i + len(words)}}
	}
	n := newsroom.Article{
		Text: text,
		Claims: []newsroom.Claim{
			{Kind: claims.Direct, Stance: claims.Asserts, Medium: claims.Speech, Name: "Anna Meier", Content: at("„bald“")},
			{Kind: claims.Indirect, Stance: claims.Promises, Medium: claims.SpeechOrWriting, Name: "Anna Meier", Content: at("man zahle „bald“"), Cue: at("sagte")},
		},
		Entities: []newsroom.Entity{
			{Label: entities.PER, Name: "Anna Meier", Forms: []string{"Anna Meier", "Meier"}},
			{Label: entities.ORG, Name: "SPD", Forms: []string{"SPD"}},
			{Label: entities.LOC, Name: "Eier", Forms: []string{"eier"}}, // no word at all, but it is listed
		},
	}
	a := FromNewsroom(n)
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	want := []claims.Claim{
		{Kind: claims.Indirect, Stance: claims.Promises, Medium: claims.SpeechOrWriting, Content: at("man zahle „bald“"), Cue: at("sagte"), Score: 1,
			Speaker: claims.Speaker{Name: "Anna Meier"}},
		{Kind: claims.Direct, Stance: claims.Asserts, Medium: claims.Speech, Content: at("„bald“"), Parent: 1, Score: 1,
			Speaker: claims.Speaker{Name: "Anna Meier"}},
	}
	if diff := cmp.Diff(want, a.Claims); diff != "" {
		t.Errorf("the claim around another comes before it (-want +got):\n%s", diff)
	}
	var got []string
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			got = append(got, e.Name+": "+text[m.Start:min(m.End+1, len(text))])
		}
	}
	// The Meier of Anna Meiers is no mention of its own, and meiern is none at all.
	if diff := cmp.Diff([]string{"Anna Meier: Meier ", "Anna Meier: Anna Meiers", "SPD: SPD-", "Eier: eier ", "Eier: eiers", "Eier: eiern"}, got); diff != "" {
		t.Errorf("mentions with the letter after them (-want +got):\n%s", diff)
	}
}

// The corpus against itself has no difference, and each form that it lists is a spelling.
func TestNewsroomAgainstItself(t *testing.T) {
	var self, read compare.Report
	for n, err := range newsroom.Own(newsroom.Dev) {
		if err != nil {
			t.Fatal(err)
		}
		a := FromNewsroom(n)
		c, err := compare.Compare(a, a)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Differences) > 0 {
			t.Errorf("%s: %v", n.ID, c.Differences)
		}
		self.Add(c.Counts)
		for i, e := range n.Entities {
			spelled := n.Entities[i].Name
			for _, m := range a.Entities[i].Mentions {
				spelled += "\n" + n.Text[m.Start:m.End]
			}
			for _, f := range e.Forms {
				if !strings.Contains("\n"+spelled+"\n", "\n"+f+"\n") {
					t.Errorf("%s: no mention is written %q", n.ID, f)
				}
			}
		}
		c, err = compare.Compare(laut.Read(n.Text), a)
		if err != nil {
			t.Fatal(err)
		}
		read.Add(c.Counts)
	}
	if self.Named.F1() != 1 || self.Labelled.F1() != 1 || self.Found.Gold != 357 {
		t.Errorf("against itself:\n%s", &self)
	}
	t.Logf("laut:\n%s", &read)
	if read.Found.F1() < .75 || read.Named.F1() < .45 || read.Labelled.F1() < .74 {
		t.Errorf("laut finds far less than it used to:\n%s", &read)
	}
}

func TestParseNewsroom(t *testing.T) {
	got, err := ParseNewsroom([]byte(`{"id":"a","text":"„Ja“, sagte Anna.","claims":[{"kind":"direct","medium":"speech","stance":"asserts","name":"Anna",` +
		`"content":[{"start":0,"end":8}],"speaker":[{"start":16,"end":20}],"cue":[{"start":10,"end":15}]}],"entities":[{"label":"PER","name":"Anna","forms":["Anna"]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	span := func(start, end int) []extract.Span { return []extract.Span{{Start: start, End: end}} }
	want := newsroom.Article{ID: "a", Text: "„Ja“, sagte Anna.",
		Claims:   []newsroom.Claim{{Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Asserts, Name: "Anna", Content: span(0, 8), Speaker: span(16, 20), Cue: span(10, 15)}},
		Entities: []newsroom.Entity{{Label: entities.PER, Name: "Anna", Forms: []string{"Anna"}}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for line, want := range map[string]string{
		`{"text":"Ja.","claims":[{"kind":"direct","content":[]}]}`:                                                "claim 0: no content",
		`{"text":"Ja.","claims":[{"kind":"sung","content":[{"start":0,"end":1}]}]}`:                               `claim 0: unknown kind "sung"`,
		`{"text":"Äh.","claims":[{"kind":"direct","content":[{"start":1,"end":3}]}]}`:                             "claim 0: content: [1,3) cuts a character",
		`{"text":"Äh.","claims":[{"kind":"direct","content":[{"start":0,"end":3}],"cue":[{"start":2,"end":2}]}]}`: "claim 0: cue: [2,2) is empty",
		`{"text":"Äh.","claims":[{"kind":"direct","content":[{"start":0,"end":9}]}]}`:                             "claim 0: content: [0,9) lies outside the text of 4 bytes",
		`{"text":"Äh.","entities":[{"label":"DATE","name":"Äh"}]}`:                                                `entity 0: unknown label "DATE"`,
		`{"text":"Äh.","entities":[{"label":"PER"}]}`:                                                             "entity 0: no name",
		`{"text":7}`:          `"text" has the wrong type: number`,
		"{\"text\":\"\xff\"}": "not valid UTF-8",
	} {
		if _, err := ParseNewsroom([]byte(line)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: error %v, want %s", line, err, want)
		}
	}
}

// What package corpus writes as JSON is read back.
func TestNewsroomJSON(t *testing.T) {
	n := 0
	for a, err := range newsroom.Own(newsroom.Dev) {
		if err != nil {
			t.Fatal(err)
		}
		line, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		if !IsNewsroom(line) {
			t.Errorf("%s is not known for the newsroom corpus", a.ID)
		}
		got, err := ParseNewsroom(line)
		if err != nil {
			t.Errorf("%s: %v", a.ID, err)
		}
		// JSON Lines have neither the lines of the files nor where these stand.
		if diff := cmp.Diff(FromNewsroom(a).Claims, FromNewsroom(got).Claims, cmp.Transformer("none", func(s []extract.Span) []extract.Span {
			return append([]extract.Span{}, s...)
		})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", a.ID, diff)
		}
		n++
	}
	if n != 16 {
		t.Errorf("%d articles", n)
	}
}

func TestIsNewsroom(t *testing.T) {
	for line, want := range map[string]bool{
		`{"claims":[{"speaker":[]}]}`:                               true,
		`{"claims":[{"speaker":{"spans":[]}}]}`:                     false,
		`{"claims":[{"kind":"direct"}]}`:                            false, // as a person writes it for laut
		`{"claims":[],"entities":[{"forms":["A"]}]}`:                true,
		`{"claims":[],"entities":[{"start":0,"end":1,"name":"A"}]}`: false,
		`{"claims":[]}`: false,
		`{"claims":7}`:  false,
		`{`:             false,
	} {
		if got := IsNewsroom([]byte(line)); got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}

// What laut finds, taken for right, is all that laut finds.
func TestFromArticle(t *testing.T) {
	a := laut.Read("„Wir zahlen“, sagte Anna Meier in Bern. Die Stadt wolle das nicht.\n\nChur schwieg.")
	d, err := FromArticle("bern", a)
	if err != nil {
		t.Fatal(err)
	}
	if d.ID != "bern" || len(d.Quotes) != len(a.Claims) || len(d.Quotes) == 0 || len(d.Sentences) != 3 {
		t.Errorf("%s has %d quotations and %d sentences, want bern, %d and 3", d.ID, len(d.Quotes), len(d.Sentences), len(a.Claims))
	}
	r, err := Quotes([]corpus.Document{d}, [][]Quote{FromClaims(a.Claims)})
	perfect(t, r, err)
	r, err = Entities([]corpus.Document{d}, [][]corpus.Entity{FromEntities(a.Entities)})
	perfect(t, r, err)
}

func TestFromArticleEdges(t *testing.T) {
	span := func(start, end int) []extract.Span { return []extract.Span{{Start: start, End: end}} }
	a := &laut.Article{Document: extract.Parse("Ja   , sagt Anna-Fan.")}
	a.Entities = []entities.Entity{{Label: entities.PER, Mentions: []entities.Mention{{Span: span(12, 16)[0], Form: entities.FormPart}}}}
	a.Claims = []claims.Claim{
		{Kind: claims.Direct, Medium: claims.Writing, Content: span(0, 2), Cue: span(7, 11), Speaker: claims.Speaker{Spans: span(12, 16)}},
		{Kind: claims.Indirect, Content: span(3, 4)},
		{Kind: claims.Reported, Content: span(1, 3), Parent: 1},
	}
	d, err := FromArticle("x", a)
	if err != nil {
		t.Fatal(err)
	}
	want := []corpus.Quote{
		{Type: "Direct", Medium: "Writing", Parts: [corpus.QuoteParts][]int{{0}, {3}, {2}, nil, nil}}, // the word around a part of it
		{Type: "Reported", Medium: "none", Nested: true, Parts: [corpus.QuoteParts][]int{{0}, nil, nil, nil, nil}},
	}
	if diff := cmp.Diff(want, d.Quotes); diff != "" {
		t.Errorf("a claim on white space is none (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]corpus.Entity{{Span: span(12, 16)[0], Label: "PER", Form: corpus.Part}}, d.Entities); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	a.Claims[0].Content = span(0, 99)
	if _, err := FromArticle("x", a); err == nil {
		t.Error("no error of a span outside of the text")
	}
}
