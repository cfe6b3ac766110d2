// Claims looks for claims by rules and for no names.
package main

import (
	"fmt"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
)

func main() {
	fmt.Println(len(claims.Rules().Extract(extract.Parse("„Ja“, sagte Anna Meier."), nil)))
}
