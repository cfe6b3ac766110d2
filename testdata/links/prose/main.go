// Prose reads German into the types of prose v2.
package main

import (
	"fmt"
	"log"

	germanprose "github.com/laut-nlp/laut/compat/prose"
)

func main() {
	doc, err := germanprose.NewDocument("„Ja“, sagte Anna Meier.")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(doc.Entities(), len(doc.Article().Claims))
}
