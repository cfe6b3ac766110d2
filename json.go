package laut

import (
	"bytes"

	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/record"
)

// MarshalJSON writes the article as the command does with -format jsonl, with an empty id
// and without tokens: numbers of entities and claims count from 0 there, and nobody is -1.
// It is an error if the article is not valid ([Article.Validate]). Package export's
// JSONLines writes ids, tokens and other offsets too. Gender, number and roles of entities
// are not in it. A struct keeps its own keys beside an article's if the article is a named
// field of it, not an embedded one; and a [claims.Claim] alone is written as Go writes a
// struct, with numbers from 1.
func (a Article) MarshalJSON() ([]byte, error) {
	if err := a.Validate(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := record.Write(&b, []byte(`""`), record.Article(a), offsets.Bytes, false)
	return bytes.TrimSpace(b.Bytes()), err
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
