// Article prints who says what in a German news article: the file given, or
// the article beside this program.
//
//	go run github.com/laut-nlp/laut/examples/article [FILE]
package main

import (
	"cmp"
	_ "embed"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/laut-nlp/laut"
)

//go:embed testdata/article.txt
var shipped string

func main() {
	log.SetFlags(0)
	text := shipped
	if len(os.Args) > 1 {
		b, err := os.ReadFile(os.Args[1])
		if err != nil {
			log.Fatal(err)
		}
		text = string(b)
	}
	if err := whoSaysWhat(os.Stdout, text); err != nil {
		log.Fatal(err)
	}
}

func whoSaysWhat(w io.Writer, text string) error {
	article := laut.Read(text)
	for _, c := range article.Claims {
		who := cmp.Or(c.Speaker.Name, "Somebody")
		if _, err := fmt.Fprintf(w, "%s %s (%s):\n", who, c.Stance, c.Kind); err != nil {
			return err
		}
		for _, span := range c.Content {
			if _, err := fmt.Fprintf(w, "\t%s\n", article.Document.Slice(span)); err != nil {
				return err
			}
		}
	}
	return nil
}
