package said_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/blevesearch/bleve/v2"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/compat/bleve/said"
)

const text = `Die Bürgermeisterin Nora Hasenkamp hat den Bau der Brücke in Lübeck verteidigt. „Wir brauchen die Brücke“, sagte Hasenkamp am Montag.

Jens Ohlendorf bestritt, dass Hasenkamp die Pläne geprüft habe. Er forderte, den Vertrag mit Nordbau zu kündigen.`

// index returns an index in memory of the claims in text.
func index() bleve.Index {
	m := bleve.NewIndexMapping()
	m.DefaultMapping = said.Mapping()
	ix, err := bleve.NewMemOnly(m)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range said.ClaimsOf("bruecke.txt", laut.Read(text)) {
		if err := ix.Index(c.ID(), c); err != nil {
			log.Fatal(err)
		}
	}
	return ix
}

// Who said what about Nora Hasenkamp?
func ExampleSearch() {
	ix := index()
	defer ix.Close()
	found, err := said.Search(context.Background(), ix, said.Query{About: "Nora Hasenkamp"}, 10)
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range found {
		fmt.Printf("%s %s: %s\n", strings.Join(c.Speaker, ", "), c.Stance, c.Content)
	}
	// Output:
	// Jens Ohlendorf denies: dass Hasenkamp die Pläne geprüft habe
}

// The query of bleve may be used with all that bleve has, here with a facet.
func ExampleQuery_Bleve() {
	ix := index()
	defer ix.Close()
	q := said.Query{Stances: []claims.Stance{claims.Asserts, claims.Denies, claims.Demands}}
	r := bleve.NewSearchRequest(q.Bleve())
	r.AddFacet("stances", bleve.NewFacetRequest("stance", 3))
	found, err := ix.Search(r)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range found.Facets["stances"].Terms.Terms() {
		fmt.Println(f.Count, f.Term)
	}
	// Output:
	// 2 asserts
	// 1 demands
	// 1 denies
}

// What an index holds of a claim.
func ExampleClaimsOf() {
	for _, c := range said.ClaimsOf("bruecke.txt", laut.Read(text)) {
		fmt.Printf("%s %q, %s, %s: %q, about %q, bytes %d to %d\n", c.ID(), c.Speaker, c.Kind, c.Stance, c.Content, c.About, c.Start, c.End)
	}
	// Output:
	// bruecke.txt#0 ["Nora Hasenkamp"], reported, asserts: "Die Bürgermeisterin Nora Hasenkamp hat den Bau der Brücke in Lübeck verteidigt.", about ["Lübeck"], bytes 0 to 82
	// bruecke.txt#1 ["Nora Hasenkamp"], direct, asserts: "„Wir brauchen die Brücke“", about [], bytes 83 to 113
	// bruecke.txt#2 ["Jens Ohlendorf"], indirect, denies: "dass Hasenkamp die Pläne geprüft habe", about ["Nora Hasenkamp"], bytes 168 to 207
	// bruecke.txt#3 ["Jens Ohlendorf"], indirect, demands: "den Vertrag mit Nordbau zu kündigen", about [], bytes 222 to 258
}
