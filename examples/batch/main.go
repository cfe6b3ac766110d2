// Batch reads articles as JSON Lines, objects with the keys "id" and "text", and writes who
// says what as CSV, a row for each claim. It reads as many articles at once as there are
// cores, and holds a few of them, however many there are. A line that cannot be read is
// told and left out.
//
//	go run github.com/laut-nlp/laut/examples/batch articles.jsonl > claims.csv
package main

import (
	"context"
	"io"
	"log"
	"os"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: batch FILE")
	}
	file, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	reader, err := laut.New()
	if err != nil {
		log.Fatal(err)
	}
	if err := batch(os.Stdout, reader, file, os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

// batch writes the claims of all articles, in order. name is for what is told of a line.
func batch(w io.Writer, reader *laut.Reader, lines io.Reader, name string) error {
	out := export.NewWriter(w, export.CSV{})
	articles := export.JSONLines{}.Read(lines, name)
	textOf := func(i export.Item) string { return i.Article.Document.String() }
	for result, err := range laut.ReadAll(context.Background(), reader, articles, textOf, 0) {
		if err != nil {
			log.Print(err)
			continue
		}
		if err := out.Write(result.Item.ID, result.Article); err != nil {
			return err
		}
	}
	return out.Close()
}
