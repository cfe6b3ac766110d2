// Stream reads articles as JSON Lines, objects with the keys "id" and "text",
// and prints one line for each claim: article, speaker, kind and words, with tabs
// between. It holds one article at a time, so its memory does not grow with the
// number of articles.
//
//	go run github.com/laut-nlp/laut/examples/stream < articles.jsonl
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
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

func stream(w io.Writer, r io.Reader) error {
	in := json.NewDecoder(r)
	for n := 1; ; n++ {
		var article struct{ ID, Text string }
		if err := in.Decode(&article); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("article %d: %w", n, err)
		}
		read := laut.Read(article.Text)
		for _, c := range read.Claims {
			_, err := fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", article.ID, c.Speaker.Name, c.Kind, read.Said(c))
			if err != nil {
				return err
			}
		}
	}
}
