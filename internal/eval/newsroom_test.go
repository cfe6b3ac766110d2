package eval

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
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
	n := corpus.NewsArticle{
		Text: text,
		Claims: []corpus.NewsClaim{
			{Kind: "direct", Stance: "asserts", Medium: "speech", Name: "Anna Meier", Content: at("„bald“")},
			{Kind: "indirect", Stance: "promises", Medium: "speech/writing", Name: "Anna Meier", Content: at("man zahle „bald“"), Cue: at("sagte")},
		},
		Entities: []corpus.NewsEntity{
			{Label: "PER", Name: "Anna Meier", Forms: []string{"Anna Meier", "Meier"}},
			{Label: "ORG", Name: "SPD", Forms: []string{"SPD"}},
			{Label: "LOC", Name: "Eier", Forms: []string{"eier"}}, // no word at all, but it is listed
		},
	}
	a, err := FromNewsroom(n)
	if err != nil {
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
	n.Entities[0].Label = "DATE"
	if _, err := FromNewsroom(n); err == nil || !strings.HasPrefix(err.Error(), `entity 0: unknown label "DATE"`) {
		t.Errorf("error %v", err)
	}
	n.Claims[1].Medium = "sung"
	if _, err := FromNewsroom(n); err == nil || !strings.HasPrefix(err.Error(), `claim 1: unknown medium "sung"`) {
		t.Errorf("error %v", err)
	}
}

// The corpus against itself has no difference, and each form that it lists is a spelling. The
// corpus is no part of the repository.
func TestNewsroomAgainstItself(t *testing.T) {
	const file = data + "newsroom/dev.jsonl.gz"
	if _, err := os.Stat(file); err != nil {
		t.Skipf("needs the corpus %s: %v", file, err)
	}
	var self, read compare.Report
	for l := range corpus.Lines(file) {
		n, err := corpus.ParseNewsroom(l.Data)
		if err != nil {
			t.Fatal(err)
		}
		a, err := FromNewsroom(n)
		if err != nil {
			t.Fatal(err)
		}
		c, err := compare.Compare(a, a)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Differences) > 0 {
			t.Errorf("%s: %v", l.Where, c.Differences)
		}
		self.Add(c.Counts)
		for i, e := range n.Entities {
			spelled := n.Entities[i].Name
			for _, m := range a.Entities[i].Mentions {
				spelled += "\n" + n.Text[m.Start:m.End]
			}
			for _, f := range e.Forms {
				if !strings.Contains("\n"+spelled+"\n", "\n"+f+"\n") {
					t.Errorf("%s: no mention is written %q", l.Where, f)
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
