package export

import (
	"fmt"
	"io"
	"iter"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/record"
)

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
