package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/entities"
	compare "github.com/laut-nlp/laut/eval"
	"github.com/laut-nlp/laut/extract"
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
