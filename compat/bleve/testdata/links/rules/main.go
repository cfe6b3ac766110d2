// Rules reads an article whose claims are found by rules, and would search among them.
package main

import (
	"fmt"
	"log"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/compat/bleve/news"
	"github.com/laut-nlp/laut/compat/bleve/said"
)

func main() {
	reader, err := laut.New()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(said.ClaimsOf("", reader.Read("Ja.")), said.Mapping(), news.Analyzer)
}
