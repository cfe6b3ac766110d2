// Read reads with all that was learned.
package main

import (
	"fmt"

	"github.com/laut-nlp/laut"
)

func main() { fmt.Println(len(laut.Read("„Ja“, sagte Anna Meier.").Claims)) }
