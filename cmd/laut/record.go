package main

import (
	"bytes"
	"encoding/json"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// articleOf returns the article of a line that laut wrote with offsets in bytes. It is nil
// if the line is an object without claims, that is, a text to be read.
func articleOf(line []byte) (*laut.Article, error) {
	if !bytes.Contains(line, []byte(`"claims"`)) { // most texts: spare them the rest
		return nil, nil
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(line, &keys); err != nil || keys["claims"] == nil || isNull(keys["claims"]) {
		return nil, err
	}
	item, err := export.JSONLines{}.Parse(line)
	return item.Article, err
}
