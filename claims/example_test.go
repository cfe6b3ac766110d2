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

// An extractor is safe for concurrent use: make one and share it.
func ExampleNew() {
	certain, err := claims.New(claims.WithMinScore(.97))
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

// A claim has the words that say who speaks, how and to whom.
func ExampleClaim() {
	d := extract.Parse("Der Rat, warf Stadträtin Anna Meier dem Präsidenten vor, sei „seit Jahren befangen“.")
	words := func(spans []extract.Span) (words []string) {
		for _, s := range spans {
			words = append(words, d.Slice(s))
		}
		return words
	}
	for _, c := range claims.Extract(d, entities.Extract(d)) {
		fmt.Println(c.Kind, c.Medium, c.Stance)
		fmt.Printf("content   %q\n", words(c.Content))
		fmt.Printf("cue       %q\n", words(c.Cue))
		fmt.Printf("speaker   %q\n", words(c.Speaker.Spans))
		fmt.Printf("addressee %q\n", words(c.Addressee))
	}
	// Output:
	// indirect speech/writing criticises
	// content   ["Der Rat" "sei „seit Jahren befangen“"]
	// cue       ["warf" "vor"]
	// speaker   ["Stadträtin Anna Meier"]
	// addressee ["dem Präsidenten"]
	// direct speech/writing criticises
	// content   ["„seit Jahren befangen“"]
	// cue       ["warf" "vor"]
	// speaker   ["Stadträtin Anna Meier"]
	// addressee ["dem Präsidenten"]
}

// Via tells how the name of a speaker was found.
func ExampleSpeaker() {
	d := extract.Parse("Anna Meier kam nach Bern. „Wir zahlen“, sagte sie. „Zu wenig“, klagte der Betriebsrat.")
	for _, c := range claims.Extract(d, entities.Extract(d)) {
		fmt.Printf("%q is %s (%s)\n", d.Slice(c.Speaker.Spans[0]), c.Speaker.Name, c.Speaker.Via)
	}
	// Output:
	// "sie" is Anna Meier (pronoun)
	// "der Betriebsrat" is Betriebsrat (noun)
}
