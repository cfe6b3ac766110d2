// Plain reads with a reader that was told nothing.
package main

import (
	"fmt"

	"github.com/laut-nlp/laut"
)

func main() {
	r, err := laut.New()
	if err != nil {
		panic(err)
	}
	fmt.Println(len(r.Read("„Ja“, sagte Anna Meier.").Claims))
}
