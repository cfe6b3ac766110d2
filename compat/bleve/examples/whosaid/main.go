// Whosaid finds who said what: it reads the articles of a folder, the files *.txt,
// indexes their claims in memory and prints those that are sought, the best first,
// each with its file, line and column.
//
//	go run ./examples/whosaid [-speaker NAME] [-about NAME] [-words WORDS] [-stance STANCE] [-n N] [FOLDER]
//
// Without a folder it reads testdata/articles of laut, from the root of this module.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"strings"

	"github.com/blevesearch/bleve/v2"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/compat/bleve/said"
	"github.com/laut-nlp/laut/extract"
)

func main() {
	log.SetFlags(0)
	var q said.Query
	flag.StringVar(&q.Speaker, "speaker", "", "`NAME` who says it")
	flag.StringVar(&q.About, "about", "", "`NAME` who or what is named in it")
	flag.StringVar(&q.Words, "words", "", "`WORDS` of which one is in it")
	flag.Func("stance", "`STANCE` of the speaker, such as asserts or denies; may be given several times", func(name string) error {
		for s := claims.Asserts; s <= claims.Withholds; s++ {
			if s.String() == name {
				q.Stances = append(q.Stances, s)
				return nil
			}
		}
		return errors.New("no such stance")
	})
	n := flag.Int("n", 20, "`N` claims at most")
	flag.Parse()
	folder := "../../testdata/articles"
	if flag.NArg() > 0 {
		folder = flag.Arg(0)
	}
	if err := run(context.Background(), os.Stdout, os.DirFS(folder), q, *n); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, w io.Writer, folder fs.FS, q said.Query, n int) error {
	m := bleve.NewIndexMapping()
	m.DefaultMapping = said.Mapping()
	index, err := bleve.NewMemOnly(m)
	if err != nil {
		return err
	}
	defer index.Close()
	texts, err := add(index, folder)
	if err != nil {
		return err
	}
	found, err := said.Search(ctx, index, q, n)
	if err != nil {
		return err
	}
	for _, c := range found {
		_, err := fmt.Fprintf(w, "%s:%s: %s (%s, %s)\n    %s\n", c.Article, extract.Locate(texts[c.Article], c.Start), cmp.Or(strings.Join(c.Speaker, claims.Several), "nobody named"), c.Kind, c.Stance, c.Content)
		if err != nil {
			return err
		}
	}
	return nil
}

// add indexes the claims of a folder and returns its texts by file.
func add(index bleve.Index, folder fs.FS) (map[string]string, error) {
	files, err := fs.Glob(folder, "*.txt")
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, errors.New("no files *.txt")
	}
	texts := make(map[string]string)
	batch := index.NewBatch()
	for _, file := range files {
		text, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, err // it names the file
		}
		texts[file] = string(text)
		for _, c := range said.ClaimsOf(file, laut.Read(texts[file])) {
			if err := batch.Index(c.ID(), c); err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
		}
	}
	return texts, index.Batch(batch)
}
