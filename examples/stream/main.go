// Stream reads articles as JSON Lines, objects with the keys "id" and "text",
// and prints one line for each claim: article, speaker, kind and words, with tabs
// between. It prints what an article says as soon as it and those before it have
// been read, and holds a few of them, so its memory does not grow with their number.
//
//	go run github.com/laut-nlp/laut/examples/stream < articles.jsonl
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"log"
	"os"

	"github.com/laut-nlp/laut"
)

func main() {
	log.SetFlags(0)
	if err := stream(os.Stdout, os.Stdin); err != nil {
		log.Fatal(err)
	}
}

type article struct{ ID, Text string }

func (a article) text() string { return a.Text }

// articles yields what r holds, and at last what is wrong with it.
func articles(r io.Reader) iter.Seq2[article, error] {
	return func(yield func(article, error) bool) {
		in := json.NewDecoder(r)
		for n := 1; ; n++ {
			var a article
			err := in.Decode(&a)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(a, fmt.Errorf("article %d: %w", n, err))
				return
			}
			if !yield(a, nil) {
				return
			}
		}
	}
}

func stream(w io.Writer, r io.Reader) error {
	for read, err := range laut.ReadAll(context.Background(), nil, articles(r), article.text, 0) {
		if err != nil {
			return err
		}
		for _, c := range read.Article.Claims {
			_, err := fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", read.Item.ID, c.Speaker.Name, c.Kind, read.Article.Said(c))
			if err != nil {
				return err
			}
		}
	}
	return nil
}
