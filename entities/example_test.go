package entities_test

import (
	"fmt"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

func ExampleTag() {
	d := extract.Parse("Die Ministerin Nora Fuchs besucht die Firma Nordlicht AG in Kiel. Fuchs lobte die Kieler und den Nordlicht-Chef.")
	for _, e := range entities.Tag(d) {
		fmt.Printf("%s %s:", e.Label, e.Name)
		for _, m := range e.Mentions {
			fmt.Printf(" %q (%s)", d.Slice(m.Span), m.Form)
		}
		fmt.Println()
	}
	// Output:
	// PER Nora Fuchs: "Nora Fuchs" (name) "Fuchs" (name)
	// ORG Nordlicht AG: "Nordlicht AG" (name) "Nordlicht" (part)
	// LOC Kiel: "Kiel" (name) "Kieler" (derived)
}
