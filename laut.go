package laut

import (
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// Article is a text with all that was found in it.
type Article struct {
	Document *extract.Document
	Entities []entities.Entity // in order of their first mention
	Claims   []claims.Claim    // in order of their content
}

// Read analyses a text with the default tagger and extractor. It never fails.
func Read(text string) *Article {
	d := extract.Parse(text)
	es := entities.Tag(d)
	return &Article{Document: d, Entities: es, Claims: claims.Extract(d, es)}
}
