// The lexicon command builds the embedded lexicon of internal/lexicon from
// LanguageTool's german.dict. Run it by
//
//	go generate ./internal/lexicon
//
// The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/laut-nlp/laut/internal/automaton"
)

func main() {
	data := flag.String("data", "../shared", "`folder` with the data")
	out := flag.String("out", "german.lex", "`file` to write")
	flag.Parse()
	if err := run(filepath.Join(*data, "data/lexicon/german-pos-dict/german.dict"), *out); err != nil {
		fmt.Fprintln(os.Stderr, "lexicon:", err)
		os.Exit(1)
	}
}

func run(in, out string) error {
	raw, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	dict, err := automaton.New(string(raw))
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	entries, err := readDict(dict)
	if err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	file, report, err := compile(entries)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %s; %d bytes (%s: %d bytes)\n", out, report, len(file), filepath.Base(in), len(raw))
	return os.WriteFile(out, file, 0o644)
}
