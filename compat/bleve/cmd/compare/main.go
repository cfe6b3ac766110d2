// Compare measures the analyzers of this module beside bleve's own German one: speed,
// known-item search, the places of names, and stems. It runs in the root of the
// module:
//
//	go run ./cmd/compare
//
// What needs data that is missing is left out, which it says.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/blevesearch/bleve/v2/analysis/lang/de"

	german "github.com/laut-nlp/laut/compat/bleve"
	"github.com/laut-nlp/laut/compat/bleve/news"
	"github.com/laut-nlp/laut/internal/corpus"
)

// analyzers are the contestants; the first is the one that the others are compared with.
var analyzers = []string{de.AnalyzerName, german.Analyzer, news.Analyzer}

func main() {
	rounds := flag.Int("rounds", 7, "`number` of rounds in which speed is measured")
	data := flag.String("data", "../../../shared/data", "`folder` with the corpora")
	flag.Parse()
	if flag.NArg() > 0 || *rounds < 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(os.Stdout, *rounds, *data); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, rounds int, data string) error {
	info, _ := debug.ReadBuildInfo()
	version := ""
	if info != nil {
		for _, d := range info.Deps {
			if d.Path == "github.com/blevesearch/bleve/v2" {
				version = d.Version
			}
		}
	}
	fmt.Fprintf(w, "bleve %s, %s, %d CPUs\n\n", version, runtime.Version(), runtime.NumCPU())
	articles, err := load(data, "quotes/train.jsonl.gz", "quotes/dev.jsonl.gz")
	if err == nil {
		err = errors.Join(speed(w, articles, rounds), knownItems(w, articles), stems(w, articles))
	}
	if missing(w, err) != nil {
		return err
	}
	commentaries, err := load(data, "ud/pcc-dev.conllu.gz", "ud/pcc-test.conllu.gz")
	if err == nil {
		err = places(w, commentaries)
	}
	return missing(w, err)
}

// missing tells of data that is not there and returns all other errors.
func missing(w io.Writer, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintln(w, "left out:", err)
		return nil
	}
	return err
}

func load(folder string, files ...string) (docs []corpus.Document, err error) {
	for _, f := range files {
		d, err := corpus.Collect(corpus.File(filepath.Join(folder, f)))
		if err != nil {
			return nil, err
		}
		docs = append(docs, d...)
	}
	return docs, nil
}
