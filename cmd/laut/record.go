package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/internal/offsets"
)

// articleOf returns the article of a line that laut wrote with offsets in bytes, fields being
// those of the line. It is nil if there are no claims, that is, a text to be read.
func articleOf(fields linewise.Object, line []byte) (*laut.Article, error) {
	if !fields.Has("claims") {
		return nil, nil
	}
	if err := inBytes(fields["text"], fields["sentences"]); err != nil {
		return nil, err
	}
	item, err := export.JSONLines{}.Parse(line)
	return item.Article, err
}

// inBytes returns an error if the offsets of a record that laut wrote count runes or UTF-16:
// they fit the text as bytes too, and all that stands after an ö would be cut wrongly. Then
// the last sentence ends before the text does. What else is wrong is left to the parser.
func inBytes(text, sentences json.RawMessage) error {
	var t string
	var s []offsets.Range
	if json.Unmarshal(text, &t) != nil || json.Unmarshal(sentences, &s) != nil || len(s) == 0 {
		return nil
	}
	end := s[len(s)-1].End
	if end < 0 || end > len(t) || strings.IndexFunc(t[end:], inked) < 0 {
		return nil
	}
	return fmt.Errorf("its sentences end at %d and its text does not: are its offsets in bytes?", end)
}

// inked reports whether a reader sees a character, so that it belongs to a sentence.
func inked(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) }
