package news_test

import (
	"fmt"
	"log"

	"github.com/blevesearch/bleve/v2"

	"github.com/laut-nlp/laut/compat/bleve/news"
)

// A search for the full name finds the article, and the surname alone in it as well.
func ExampleEntityQuery() {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = news.Analyzer
	index, err := bleve.NewMemOnly(m)
	if err != nil {
		log.Fatal(err)
	}
	defer index.Close()
	texts := map[string]string{
		"1": "Nora Hasenkamp hat verloren. Der Verein dankt Hasenkamp.",
		"2": "Karl Hasenkamp hat gewonnen. Nora freut sich.",
	}
	for id, text := range texts {
		if err := index.Index(id, map[string]string{"text": text}); err != nil {
			log.Fatal(err)
		}
	}

	r := bleve.NewSearchRequest(news.EntityQuery("Nora Hasenkamp", "text"))
	r.IncludeLocations = true
	found, err := index.Search(r)
	if err != nil {
		log.Fatal(err)
	}
	for _, hit := range found.Hits {
		fmt.Println("Article", hit.ID)
		for _, l := range hit.Locations["text"][news.Term("Nora Hasenkamp")] {
			fmt.Println(" ", texts[hit.ID][l.Start:l.End])
		}
	}
	// Output:
	// Article 1
	//   Nora Hasenkamp
	//   Hasenkamp
}

func ExampleTerm() {
	fmt.Println(news.Term("Müller-Lüdenscheidt"))
	// Output:
	// entity:müller lüdenscheidt
}
