package claims_test

import (
	"fmt"
	"log"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

func ExampleExtract() {
	d := extract.Parse("Stadträtin Anna Meier warf dem Kanton vor, das Geld zurückzuhalten. Es fehle an allem.")
	for _, c := range claims.Extract(d, entities.Extract(d)) {
		fmt.Printf("%s, %s %s (%s): %s\n", c.Kind, c.Speaker.Name, c.Stance, c.Speaker.Via, d.Text(c.Content...))
	}
	// Output:
	// indirect, Anna Meier criticises (name): das Geld zurückzuhalten
	// continued, Anna Meier asserts (carried): Es fehle an allem.
}

func ExampleRules() {
	// An extractor is safe for concurrent use: make one and share it.
	rules := claims.Rules()
	d := extract.Parse("„Das reicht“, sagte der Trainer, „nicht.“")
	for _, c := range rules.Extract(d, nil) {
		for _, s := range c.Content {
			fmt.Println(d.Slice(s))
		}
	}
	// Output:
	// „Das reicht“
	// „nicht.“
}

func ExampleWithMinScore() {
	certain, err := claims.Learned().With(claims.WithMinScore(.9))
	if err != nil {
		log.Fatal(err)
	}
	d := extract.Parse("„Wir zahlen“, sagte Anna Meier. Sie lobte den Bund.")
	for _, c := range certain.Extract(d, entities.Extract(d)) {
		fmt.Println(d.Text(c.Content...))
	}
	// Output:
	// „Wir zahlen“
}

// What one speaker says, whatever else is in the text.
func ExampleFilter() {
	d := extract.Parse("„Wir zahlen“, sagte Anna Meier. „Wir nicht“, sagte Lea Brunner.")
	cs := claims.Extract(d, entities.Extract(d))
	for _, c := range claims.Filter(cs, func(c claims.Claim) bool { return c.Speaker.Name == "Lea Brunner" }) {
		fmt.Println(d.Text(c.Content...))
	}
	// Output:
	// „Wir nicht“
}
