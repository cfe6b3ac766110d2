package entities_test

import (
	"fmt"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

func ExampleExtract() {
	d := extract.Parse("Die Ministerin Nora Fuchs besucht die Firma Nordlicht AG in Kiel. Fuchs lobte die Kieler und den Nordlicht-Chef.")
	for _, e := range entities.Extract(d) {
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

// The names come from a database, whose keys come back with the entities.
func ExampleWithNames() {
	extractor, err := entities.New(entities.WithNames(
		entities.Listed{Ref: "firm/17", Name: "Küstenwerk Nord", Aliases: []string{"KWN"}, Label: entities.ORG},
		entities.Listed{Ref: "firm/23", Name: "Wattblick", Label: entities.ORG},
	))
	if err != nil {
		fmt.Println(err)
		return
	}
	d := extract.Parse("Wattblicks Umsatz steigt. Das Küstenwerk Nord meldet Verluste; KWN-Chefin Ida Lohse schweigt.")
	for _, e := range extractor.Extract(d) {
		fmt.Printf("%s %s %q:", e.Label, e.Name, e.Ref)
		for _, m := range e.Mentions {
			fmt.Printf(" %q", d.Slice(m.Span))
		}
		fmt.Println()
	}
	// Output:
	// ORG Wattblick "firm/23": "Wattblicks"
	// ORG Küstenwerk Nord "firm/17": "Küstenwerk Nord" "KWN"
	// PER Ida Lohse "": "Ida Lohse"
}

// A file has a name a line; further spellings and the key follow after tabs. All that is
// wrong with it is told at once.
func ExampleWithNamesFrom() {
	list := strings.NewReader("Wattblick\nKüstenwerk Nord\tKWN\tref=17\n")
	extractor, err := entities.New(entities.WithNamesFrom(list, entities.ORG))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range extractor.Extract(extract.Parse("Wattblick kauft KWN.")) {
		fmt.Printf("%s %s %q\n", e.Label, e.Name, e.Ref)
	}
	_, err = entities.New(entities.WithNamesFrom(strings.NewReader("Wattblick\n?\nKWN\tWatt-Blick\n"), entities.ORG))
	fmt.Println(err)
	// Output:
	// ORG Wattblick ""
	// ORG Küstenwerk Nord "17"
	// entities: names: line 2: "?" has neither letter nor digit
}

// Names that other software has found are grouped as laut's own are.
func ExampleGroup() {
	d := extract.Parse("Sam Okoye geht. Okoyes Nachfolger kommt aus Lübeck.")
	var names []entities.Named
	for _, n := range []struct {
		form  string
		label entities.Label
	}{{"Sam Okoye", entities.PER}, {"Okoyes", entities.PER}, {"Lübeck", entities.LOC}} {
		start := strings.Index(d.String(), n.form)
		names = append(names, entities.Named{Span: extract.Span{Start: start, End: start + len(n.form)}, Label: n.label})
	}
	for _, e := range entities.Group(d, names) {
		fmt.Println(e.Label, e.Name, len(e.Mentions))
	}
	// Output:
	// PER Sam Okoye 2
	// LOC Lübeck 1
}

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
	for _, e := range entities.Extract(d) {
		for _, r := range e.Roles {
			fmt.Printf("%s: %s (%s)\n", e.Name, d.Slice(r.Span), r.Kind)
		}
	}
	// Output:
	// Petra Lang: Nordlicht-Chefin (title)
	// Petra Lang: Physikerin (predicate)
	// Olaf Weber: SPD (affiliation)
}
