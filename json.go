package laut

import (
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/record"

	"encoding/json"
)

// MarshalJSON writes the article as the command does with -format jsonl, with an empty id
// and without tokens: numbers of entities and claims count from 0 there, and nobody is -1.
// It is an error if the article is not valid ([Article.Validate]). Package export's
// JSONLines writes ids, tokens and other offsets too.
func (a Article) MarshalJSON() ([]byte, error) {
	if err := a.Validate(); err != nil {
		return nil, err
	}
	return json.Marshal(record.Of(record.Article(a), offsets.Bytes, false))
}

// UnmarshalJSON reads what MarshalJSON and the command wrote, with offsets in bytes, also
// after a person has corrected it. The id is left out; package export's JSONLines reads it,
// and tells what else is read. The error names the first thing that is wrong.
func (a *Article) UnmarshalJSON(data []byte) error {
	r, err := record.Parse(data)
	if err != nil {
		return err
	}
	read, err := r.Article(offsets.Bytes)
	if err != nil {
		return err
	}
	*a = Article(read)
	return nil
}
