package corpus

import (
	"encoding/json"

	"github.com/laut-nlp/laut/extract"
)

// jsonArticle is the form of an article in JSON. All keys are always there.
type jsonArticle struct {
	ID       string       `json:"id"`
	Genre    string       `json:"genre"`
	Split    string       `json:"split"`
	Country  string       `json:"country"`
	Text     string       `json:"text"`
	Claims   []jsonClaim  `json:"claims"`
	Entities []jsonEntity `json:"entities"`
}

type jsonClaim struct {
	Kind      string     `json:"kind"`
	Medium    string     `json:"medium"`
	Stance    string     `json:"stance"`
	Name      string     `json:"name"`
	Content   []jsonSpan `json:"content"`
	Speaker   []jsonSpan `json:"speaker"`
	Cue       []jsonSpan `json:"cue"`
	Frame     []jsonSpan `json:"frame"`
	Addressee []jsonSpan `json:"addressee"`
}

type jsonSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type jsonEntity struct {
	Label string   `json:"label"`
	Name  string   `json:"name"`
	Forms []string `json:"forms"`
}

// MarshalJSON writes the article as an object whose spans are bytes of its text:
//
//	{"id":"w101","genre":"agency","split":"train","country":"DE","text":"…","claims":[
//	 {"kind":"direct","medium":"speech","stance":"asserts","name":"Jens Ohm","content":[
//	 {"start":0,"end":20}],"speaker":[…],"cue":[…],"frame":[…],"addressee":[]}],"entities":[
//	 {"label":"PER","name":"Jens Ohm","forms":["Jens Ohm","Ohm"]}]}
//
// What an article of Wikinews has no value for is an empty string.
func (a Article) MarshalJSON() ([]byte, error) {
	out := jsonArticle{a.ID, a.Genre, a.Split.String(), a.Country, a.Text, []jsonClaim{}, []jsonEntity{}}
	for _, c := range a.Claims {
		out.Claims = append(out.Claims, jsonClaim{c.Kind.String(), c.Medium.String(), c.Stance.String(), c.Name,
			jsonSpans(c.Content), jsonSpans(c.Speaker), jsonSpans(c.Cue), jsonSpans(c.Frame), jsonSpans(c.Addressee)})
	}
	for _, e := range a.Entities {
		out.Entities = append(out.Entities, jsonEntity{e.Label.String(), e.Name, e.Forms})
	}
	return json.Marshal(out)
}

func jsonSpans(spans []extract.Span) []jsonSpan {
	out := []jsonSpan{}
	for _, s := range spans {
		out = append(out, jsonSpan(s))
	}
	return out
}
