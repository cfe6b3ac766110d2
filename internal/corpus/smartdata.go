package corpus

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
)

// smartRecord is what we read of a SmartData document.
type smartRecord struct {
	ID   string `json:"id"`
	Text *struct {
		String string `json:"string"`
	} `json:"text"`
	ConceptMentions struct {
		Array []struct {
			Type string `json:"type"`
			Span struct {
				Start int `json:"start"`
				End   int `json:"end"`
			} `json:"span"`
		} `json:"array"`
	} `json:"conceptMentions"`
	RefIDs struct {
		Map struct {
			Source string `json:"source"`
		} `json:"map"`
	} `json:"refids"`
}

// SmartData reads the SmartData corpus (Schiersch and others, 2018): JSON
// objects one after the other, offsets in UTF-16 units. Genre is "news", "rss"
// or "tweet". The corpus has neither tokens nor sentences, and of its types only
// persons, organisations and places are names. Adjectives and common nouns are
// among them ("das norwegische Unternehmen"), which other corpora do not count.
// Some articles occur twice, under the same ID.
func SmartData(r io.Reader, name string) iter.Seq2[Document, error] {
	return fromLines(r, name, func(l *lines) {
		var object strings.Builder
		first := 0
		end := func() {
			if object.Len() > 0 {
				d, err := parseSmartData(object.String())
				if err != nil {
					err = l.at(first, err)
				}
				l.put(d, err)
				object.Reset()
			}
		}
		// An object begins with a brace at the beginning of a line. Going by lines
		// and not by the decoder lets the reader find the object after a broken one.
		for l.next() {
			if strings.HasPrefix(l.text, "{") {
				end()
			}
			if object.Len() == 0 {
				if strings.TrimSpace(l.text) == "" {
					continue
				}
				first = l.line
			}
			object.WriteString(l.text + "\n")
		}
		if l.err == nil {
			end()
		}
	})
}

func parseSmartData(object string) (Document, error) {
	if !utf8.ValidString(object) {
		return Document{}, fmt.Errorf("not valid UTF-8")
	}
	var rec smartRecord
	if err := json.Unmarshal([]byte(object), &rec); err != nil {
		return Document{}, err
	}
	if rec.Text == nil {
		return Document{}, fmt.Errorf("document %q has no text", rec.ID)
	}
	d := Document{ID: rec.ID, Genre: rec.RefIDs.Map.Source, Text: rec.Text.String}
	offsets := utf16Offsets(d.Text)
	for i, m := range rec.ConceptMentions.Array {
		a, b := m.Span.Start, m.Span.End
		if a < 0 || b <= a || b >= len(offsets) || offsets[a] < 0 || offsets[b] < 0 {
			return Document{}, fmt.Errorf("document %q: mention %d has the range [%d,%d) in a text of %d characters", rec.ID, i, a, b, len(offsets)-1)
		}
		label := smartLabel(m.Type)
		if label == "" {
			continue
		}
		e := Entity{Span: extract.Span{Start: offsets[a], End: offsets[b]}, Label: label}
		text := d.Text[e.Start:e.End]
		e.Start += len(text) - len(strings.TrimLeft(text, " \n\r\t\u00a0"))
		e.End -= len(text) - len(strings.TrimRight(text, " \n\r\t\u00a0"))
		if e.Len() > 0 {
			d.Entities = append(d.Entities, e)
		}
	}
	sortEntities(d.Entities)
	end := 0
	for i := range d.Entities {
		e := &d.Entities[i]
		e.Nested = e.Start < end
		end = max(end, e.End)
	}
	return d, nil
}

// smartLabel maps the types of the corpus; "" for those that are no names.
func smartLabel(t string) string {
	switch {
	case t == "person":
		return "PER"
	case t == "organization", t == "organization-company":
		return "ORG"
	case t == "location", strings.HasPrefix(t, "location-"):
		return "LOC"
	}
	return ""
}

// utf16Offsets returns the byte offset of each UTF-16 unit of the text and of
// its end, -1 inside a surrogate pair.
func utf16Offsets(text string) []int {
	offsets := make([]int, 0, len(text)+1)
	for i, r := range text {
		offsets = append(offsets, i)
		if r > 0xffff {
			offsets = append(offsets, -1)
		}
	}
	return append(offsets, len(text))
}
