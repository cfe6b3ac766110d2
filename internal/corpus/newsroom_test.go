package corpus

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut/extract"
)

func TestNewsroom(t *testing.T) {
	const file = `{"id":"a","text":"„Ja“, sagte Anna.","claims":[{"kind":"direct","medium":"speech","stance":"asserts","name":"Anna","content":[{"start":0,"end":8}],"speaker":[{"start":16,"end":20}],"cue":[{"start":10,"end":15}],"frame":[],"addressee":[]}],"entities":[{"label":"PER","name":"Anna","forms":["Anna"]}]}

{"id":"b","text":"Ja.","claims":[{"kind":"direct","content":[]}]}
{"id":"c","text":"Äh.","claims":[{"kind":"direct","content":[{"start":1,"end":3}]}]}
{"id":"d","text":"Äh.","claims":[{"kind":"direct","content":[{"start":0,"end":3}],"cue":[{"start":0,"end":9}]}]}
{"id":"e","text":"Äh.","entities":[{"label":"PER","name":"Äh"}]}
{"id":"f","text":7}
{"id":"g","text":"Ja.","claims":[],"entities":[]}`
	var articles []NewsArticle
	var errs []string
	for a, err := range Newsroom(strings.NewReader(file), "n.jsonl") {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		articles = append(articles, a)
	}
	want := []NewsArticle{
		{ID: "a", Text: "„Ja“, sagte Anna.",
			Claims: []NewsClaim{{Kind: "direct", Medium: "speech", Stance: "asserts", Name: "Anna", Content: []extract.Span{{Start: 0, End: 8}},
				Speaker: []extract.Span{{Start: 16, End: 20}}, Cue: []extract.Span{{Start: 10, End: 15}}, Frame: []extract.Span{}, Addressee: []extract.Span{}}},
			Entities: []NewsEntity{{Label: "PER", Name: "Anna", Forms: []string{"Anna"}}}},
		{ID: "g", Text: "Ja.", Claims: []NewsClaim{}, Entities: []NewsEntity{}},
	}
	if diff := cmp.Diff(want, articles); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{
		"n.jsonl:3: claim 0 has no content",
		"n.jsonl:4: claim 0: quote [1,3) cuts a character",
		"n.jsonl:5: claim 0: cue [0,9) lies outside the text of 4 bytes",
		"n.jsonl:6: entity 0 has no name or no forms",
		`n.jsonl:7: "text" has the wrong type: number`,
	}, errs); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	if _, err := ParseNewsroom([]byte("{\"text\":\"\xff\"}")); err == nil {
		t.Error("bytes that are no UTF-8 were taken, and all offsets after them would be off")
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

// TestNewsroomCorpus reads the corpus and compares what it counts with what it is known to
// hold. It is no part of the repository.
func TestNewsroomCorpus(t *testing.T) {
	const data = "../../../shared/data/newsroom/"
	if _, err := os.Stat(data); err != nil {
		t.Skipf("needs the corpus in %s: %v", data, err)
	}
	type counts struct{ Articles, Claims, Entities int }
	for file, want := range map[string]counts{"train": {104, 2287, 1637}, "dev": {16, 357, 229}, "wikinews": {300, 1293, 2667}} {
		var got counts
		for l := range Lines(data + file + ".jsonl.gz") {
			if l.Err != nil {
				t.Fatal(l.Err)
			}
			if !IsNewsroom(l.Data) {
				t.Errorf("%s is not known for the newsroom corpus", l.Where)
			}
			a, err := ParseNewsroom(l.Data)
			if err != nil {
				t.Errorf("%s: %v", l.Where, err)
			}
			got.Articles++
			got.Claims += len(a.Claims)
			got.Entities += len(a.Entities)
		}
		if got != want {
			t.Errorf("%s: %+v, want %+v", file, got, want)
		}
	}
}
