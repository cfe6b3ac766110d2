// Tokens prints the tokens of a German text, one a line: where it starts, what
// it is, and for a word its stem. It uses the package extract alone, so neither
// lexicon nor models are linked.
//
//	go run github.com/laut-nlp/laut/examples/tokens [FILE]
package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/laut-nlp/laut/extract"
)

//go:embed testdata/text.txt
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
	if err := tokens(os.Stdout, text); err != nil {
		log.Fatal(err)
	}
}

func tokens(w io.Writer, text string) error {
	out := bufio.NewWriter(w)
	for t := range extract.Tokens(text) {
		token := text[t.Start:t.End]
		fmt.Fprintf(out, "%d\t%s\t%s", t.Start, t.Kind, token)
		if t.Kind == extract.Word {
			fmt.Fprintf(out, "\t%s", extract.Stem(token))
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}
