package export

import (
	"bytes"
	"encoding/json"
	"errors"

	laut "github.com/laut-nlp/laut"
)

// ID is a document's id as its source gave it: a JSON string or a JSON number,
// which keeps its digits (a 64-bit key survives). The zero ID is the empty string.
type ID struct {
	text   string
	number bool
}

// StringID returns the ID that is the string s.
func StringID(s string) ID { return ID{text: s} }

// String returns the string, or the digits of the number.
func (id ID) String() string { return id.text }

// MarshalJSON writes the string or number.
func (id ID) MarshalJSON() ([]byte, error) {
	if id.number {
		return []byte(id.text), nil
	}
	var b bytes.Buffer
	err := encoder(&b).Encode(id.text)
	return b.Bytes(), err
}

// UnmarshalJSON reads a string or a number; anything else is an error.
func (id *ID) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) == nil && !bytes.Equal(data, []byte("null")) {
		*id = ID{text: s}
		return nil
	}
	var n json.Number
	if json.Unmarshal(data, &n) == nil && n != "" {
		*id = ID{text: n.String(), number: true}
		return nil
	}
	return errors.New("id is neither a string nor a number")
}

// Item is an article with its id, as the readers of this package return it.
type Item struct {
	ID      ID
	Article *laut.Article
}
