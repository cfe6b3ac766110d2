package export

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/record"
)

// JSONLines writes an article as one JSON object on one line, whose keys [RecordSchema]
// describes: what [laut.Article] is as JSON, with an id. The zero value counts offsets in
// bytes and leaves the tokens out.
//
//	{"id":"a1","text":"„Ja“, sagte Anna Meier.","sentences":[{"start":0,"end":27}],
//	"entities":[{"start":16,"end":26,"label":"PER","form":"name","id":0,"name":"Anna Meier"}],
//	"claims":[{"kind":"direct","medium":"speech","stance":"asserts","content":[{"start":0,"end":8}],
//	"cue":[{"start":10,"end":15}],"frame":[{"start":8,"end":26}],"addressee":[],
//	"speaker":{"spans":[{"start":16,"end":26}],"entity":0,"entities":[0],"name":"Anna Meier","head":"","via":"name","score":0.99},
//	"parent":-1,"score":0.97}]}
type JSONLines struct {
	Tokens  bool // write the tokens too
	Offsets Unit // what offsets count, in the text as the object holds it
}

// Write writes the article, in one call of w.Write if the line has less than a MiB, and
// nothing when it is not valid. The error is the writer's own, or names the id of an article
// that is not.
func (f JSONLines) Write(w io.Writer, id ID, a *laut.Article) error {
	if err := validate(id, a); err != nil {
		return err
	}
	b, err := id.MarshalJSON()
	if err != nil {
		return err
	}
	return record.Write(w, bytes.TrimSpace(b), record.Article(*a), offsets.Unit(f.Offsets), f.Tokens)
}

// recordOf returns the record of an article.
func recordOf(id ID, a *laut.Article, unit offsets.Unit, tokens bool) (*record.Record, error) {
	if err := validate(id, a); err != nil {
		return nil, err
	}
	r := record.Of(record.Article(*a), unit, tokens)
	b, err := id.MarshalJSON()
	r.ID = bytes.TrimSpace(b)
	return r, err
}

// validate returns an error that names the id of an article that is not valid.
func validate(id ID, a *laut.Article) error {
	if err := a.Validate(); err != nil {
		return fmt.Errorf("%s: %w", id, err)
	}
	return nil
}

// encoder returns an encoder that leaves <, > and & as they are: the lines are
// read by programs, not by browsers.
func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// RecordSchema is the JSON Schema (draft 2020-12) of a line of [JSONLines], with a
// description of each key. What it allows beyond what laut writes are other keys, since
// later versions may add some.
//
//go:embed schema/record.schema.json
var RecordSchema string

// Read yields the articles of JSON Lines, as Write wrote them or as another program or a
// person left them, with offsets in the unit of f. Blank lines are skipped. A line that is
// broken is yielded as an error that begins with name and the line's number, without an
// item, and the next lines follow. An error of r ends the articles.
//
// A line needs no more than a text. Broken are a range that is outside the text, cuts a
// character or does not stand after the one before it, the name of a kind, medium, stance,
// label, form or via that laut does not know, a speaker's entity that has no mention or is
// not the first of its entities, a parent that is no earlier claim, and a score that is not from 0 to 1. The document is that
// of [extract.Parse], whatever the line's tokens and sentences; entities are numbered anew;
// their gender, number and roles are not known.
//
// Read holds one article at a time, and takes time linear in the lines.
func (f JSONLines) Read(r io.Reader, name string) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		for l := range linewise.Of(r, name) {
			item, err := Item{}, l.Err
			if err == nil {
				item, err = f.Parse(l.Data)
			}
			if err != nil {
				err = fmt.Errorf("%s: %w", l.Where, err)
			}
			if !yield(item, err) {
				return
			}
		}
	}
}

// Parse reads one line, as Read does; the error has no place.
func (f JSONLines) Parse(line []byte) (Item, error) {
	r, err := record.Parse(line)
	if err != nil {
		return Item{}, err
	}
	item := Item{}
	if r.ID != nil {
		if err := item.ID.UnmarshalJSON(r.ID); err != nil {
			return Item{}, err
		}
	}
	a, err := r.Article(offsets.Unit(f.Offsets))
	if err != nil {
		return Item{}, err
	}
	item.Article = (*laut.Article)(&a)
	return item, nil
}
