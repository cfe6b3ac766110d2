package eval

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut/claims"
	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

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
