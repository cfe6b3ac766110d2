// Names finds the companies of a list of one's own, spelt, inflected and grouped
// as they may be, and prints what the default tagger finds without the list.
//
//	go run github.com/laut-nlp/laut/examples/names [LIST ARTICLE]
package main

import (
	_ "embed"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// A company a line; further spellings of it follow after tabs.
//
//go:embed testdata/companies.txt
var shippedList string

//go:embed testdata/article.txt
var shippedArticle string

func main() {
	log.SetFlags(0)
	list, article := shippedList, shippedArticle
	if len(os.Args) == 3 {
		for i, text := range []*string{&list, &article} {
			b, err := os.ReadFile(os.Args[i+1])
			if err != nil {
				log.Fatal(err)
			}
			*text = string(b)
		}
	}
	if err := compare(os.Stdout, list, article); err != nil {
		log.Fatal(err)
	}
}

// compare prints the entities of an article without and with the list. Lines of
// the list that are wrong are an error, which tells all of them.
func compare(w io.Writer, list, article string) error {
	tagger, err := entities.New(entities.WithNames(strings.NewReader(list), entities.ORG))
	if err != nil {
		return err
	}
	d := extract.Parse(article)
	if err := show(w, "Without the list:", d, entities.Extract(d)); err != nil {
		return err
	}
	return show(w, "\nWith the list:", d, tagger.Extract(d))
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
		if _, err := fmt.Fprintf(w, "%-4s %s: %s\n", e.Label, e.Name, strings.Join(mentions, ", ")); err != nil {
			return err
		}
	}
	return nil
}
