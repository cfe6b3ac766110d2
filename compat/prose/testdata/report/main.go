// Report was written for prose v2: it prints the sentences of a text, how often each tag
// occurs, words by their tags, and the entities.
package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/jdkato/prose/v2"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	doc, err := prose.NewDocument(string(text))
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println("sentences")
	for i, s := range doc.Sentences() {
		fmt.Printf("%3d  %s\n", i+1, s.Text)
	}

	tokens := doc.Tokens()
	for _, row := range []struct {
		title string
		tags  []string
	}{
		{"nouns", []string{"NN", "NNS"}},
		{"plurals", []string{"NNS", "NNPS"}},
		{"finite verbs", []string{"VBD", "VBZ", "VBP", "MD"}},
		{"in the past", []string{"VBD"}},
		{"compared", []string{"JJR", "JJS"}},
	} {
		fmt.Printf("\n%s\n     %s\n", row.title, strings.Join(texts(tokens, row.tags), ", "))
	}

	fmt.Println("\nlabels")
	count := map[string]int{}
	for _, tok := range tokens {
		count[tok.Tag]++
		if tok.Label != "O" {
			fmt.Printf("     %-10s %s\n", tok.Label, tok.Text)
		}
	}

	fmt.Println("\ntags")
	var tags []string
	for tag := range count {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	for _, tag := range tags {
		fmt.Printf("%5d  %s\n", count[tag], tag)
	}

	fmt.Println("\nentities")
	for _, ent := range doc.Entities() {
		fmt.Printf("     %-12s %s\n", ent.Label, ent.Text)
	}
}

// texts returns the tokens that have one of the tags.
func texts(tokens []prose.Token, tags []string) (list []string) {
	for _, tok := range tokens {
		if slices.Contains(tags, tok.Tag) {
			list = append(list, tok.Text)
		}
	}
	return list
}
