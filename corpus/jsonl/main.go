// Command jsonl prints the corpus as JSON Lines, an article a line, with spans in bytes of
// its text:
//
//	go run github.com/laut-nlp/laut/corpus/jsonl train > train.jsonl
//	go run github.com/laut-nlp/laut/corpus/jsonl dev > dev.jsonl
//	go run github.com/laut-nlp/laut/corpus/jsonl wikinews TEXTS > wikinews.jsonl
//
// TEXTS is a file with the texts of the articles of Wikinews, as for corpus.Wikinews.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"iter"
	"os"

	"github.com/laut-nlp/laut/corpus"
)

func main() {
	var articles iter.Seq2[corpus.Article, error]
	switch args := os.Args[1:]; {
	case len(args) == 1 && args[0] == "train":
		articles = corpus.Own(corpus.Train)
	case len(args) == 1 && args[0] == "dev":
		articles = corpus.Own(corpus.Dev)
	case len(args) == 2 && args[0] == "wikinews":
		articles = corpus.Wikinews(args[1])
	default:
		fmt.Fprintln(os.Stderr, "usage: jsonl train | dev | wikinews TEXTS")
		os.Exit(2)
	}
	if err := write(articles); err != nil {
		fmt.Fprintln(os.Stderr, "jsonl:", err)
		os.Exit(1)
	}
}

// write prints all articles that can be read.
func write(articles iter.Seq2[corpus.Article, error]) error {
	all, failed := corpus.Collect(articles)
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, a := range all {
		if err := encoder.Encode(a); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return failed
}
