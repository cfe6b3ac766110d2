// Rules reads with claims by rules.
package main

import (
	"fmt"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
)

func main() {
	r, err := laut.New(laut.WithClaims(claims.Rules()))
	if err != nil {
		panic(err)
	}
	fmt.Println(len(r.Read("„Ja“, sagte Anna Meier.").Claims))
}
