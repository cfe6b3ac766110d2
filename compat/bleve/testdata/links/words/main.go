// Words analyses German words, and knows no entities.
package main

import (
	"fmt"
	"log"

	"github.com/blevesearch/bleve/v2"

	german "github.com/laut-nlp/laut/compat/bleve"
)

func main() {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = german.Analyzer
	index, err := bleve.NewMemOnly(m)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(index.Index("a", map[string]string{"text": "Ja."}))
}
