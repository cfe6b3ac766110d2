// Learned does the same with the claims of laut.Read.
package main

import (
	"fmt"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/compat/bleve/news"
	"github.com/laut-nlp/laut/compat/bleve/said"
)

func main() {
	fmt.Println(said.ClaimsOf("", laut.Read("Ja.")), said.Mapping(), news.Analyzer)
}
