package entities_test

import (
	"fmt"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

func ExampleNouns() {
	d := extract.Parse("Die Seilbahnministerin traf die Abgeordneten und den Chef des Unternehmens.")
	for _, n := range entities.Nouns(d) {
		fmt.Println(d.Slice(n.Span), n.Label, n.Lemma, n.Gender == entities.Feminine, n.Plural)
	}
	// Output:
	// Seilbahnministerin PER Seilbahnministerin true false
	// Abgeordneten PER Abgeordnete false true
	// Chef PER Chef false false
	// Unternehmens ORG Unternehmen false false
}

func ExampleEntity_roles() {
	d := extract.Parse("Nordlicht-Chefin Petra Lang traf Olaf Weber (SPD). Petra Lang ist Physikerin.")
	for _, e := range entities.Tag(d) {
		for _, r := range e.Roles {
			fmt.Printf("%s: %s (%s)\n", e.Name, d.Slice(r.Span), r.Kind)
		}
	}
	// Output:
	// Petra Lang: Nordlicht-Chefin (title)
	// Petra Lang: Physikerin (predicate)
	// Olaf Weber: SPD (affiliation)
}
