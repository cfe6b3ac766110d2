// The lexicon command builds the embedded lexicon of internal/lexicon from
// LanguageTool's german.dict. Run it by
//
//	go generate ./internal/lexicon
//
// The same input gives the same bytes.
package main

import (
	"bytes"
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

// reading is one analysis of a form.
type reading struct{ lemma, tag string }

// readDict returns the readings of a Morfologik dictionary by form. Its strings
// are form, lemma and tag with a separator between them; the lemma is encoded
// relative to the form as Morfologik's suffix encoder does it: the first byte
// less 'A' says how many bytes to cut from the end of the form, the others are
// put there instead.
func readDict(dict *automaton.Automaton) (map[string][]reading, error) {
	const (
		between    = '_'
		everything = 255
	)
	entries := make(map[string][]reading)
	for s := range dict.Suffixes(dict.Root()) {
		form, rest, _ := bytes.Cut(s, []byte{between})
		code, tag, ok := bytes.Cut(rest, []byte{between})
		if !ok || len(code) == 0 {
			return nil, fmt.Errorf("%q: want form, lemma and tag", s)
		}
		cut := int(code[0] - 'A')
		if cut == everything {
			cut = len(form)
		}
		if cut > len(form) {
			return nil, fmt.Errorf("%q: cannot cut %d bytes", s, cut)
		}
		lemma := string(form[:len(form)-cut]) + string(code[1:])
		entries[string(form)] = append(entries[string(form)], reading{lemma, string(tag)})
	}
	return entries, nil
}
