// Names finds the companies of a table of one's own, spelt, inflected and grouped as they may
// be, with their keys, and prints what is found without the table as well.
//
//	go run github.com/laut-nlp/laut/examples/names [TABLE ARTICLE]
//
// The table is CSV: a key, a name, and further spellings with a | between them. Lists in a file
// of their own, a name a line, need no such code: see [entities.WithNamesFrom].
package main

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

//go:embed testdata/companies.csv
var shippedTable string

//go:embed testdata/article.txt
var shippedArticle string

func main() {
	log.SetFlags(0)
	table, article := shippedTable, shippedArticle
	if len(os.Args) == 3 {
		for i, text := range []*string{&table, &article} {
			b, err := os.ReadFile(os.Args[i+1])
			if err != nil {
				log.Fatal(err)
			}
			*text = string(b)
		}
	}
	if err := compare(os.Stdout, table, article); err != nil {
		log.Fatal(err)
	}
}

// compare prints the entities of an article without and with the table. Rows of the table that are
// wrong are an error, which tells all of them.
func compare(w io.Writer, table, article string) error {
	companies, err := read(strings.NewReader(table))
	if err != nil {
		return err
	}
	extractor, err := entities.New(entities.WithNames(companies...))
	if err != nil {
		return err
	}
	d := extract.Parse(article)
	if err := show(w, "Without the table:", d, entities.Extract(d)); err != nil {
		return err
	}
	return show(w, "\nWith the table:", d, extractor.Extract(d))
}

// read returns the companies of a table.
func read(r io.Reader) ([]entities.Listed, error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord = 3
	rows, err := in.ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	var companies []entities.Listed
	for _, row := range rows[1:] { // after the head
		companies = append(companies, entities.Listed{
			Ref:     row[0],
			Name:    row[1],
			Aliases: strings.Split(row[2], "|"),
			Label:   entities.ORG,
		})
	}
	return companies, nil
}

func show(w io.Writer, title string, d *extract.Document, es []entities.Entity) error {
	if _, err := fmt.Fprintln(w, title); err != nil {
		return err
	}
	for _, e := range es {
		var mentions []string
		for _, m := range e.Mentions {
			mentions = append(mentions, d.Slice(m.Span))
		}
		if _, err := fmt.Fprintf(w, "%-4s %-5s %s: %s\n", e.Label, e.Ref, e.Name, strings.Join(mentions, ", ")); err != nil {
			return err
		}
	}
	return nil
}
