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
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/automaton"
	"github.com/laut-nlp/laut/internal/letters"
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

// A rule makes a lemma of a form: it writes the first letter small if lower
// says so, takes out the nth "ge" or "zu" counted from 0, cuts bytes off the end
// and puts a suffix there.
type rule struct {
	lower  bool
	infix  uint8 // 1 + index in infixes, or 0
	nth    uint8
	cut    uint8
	suffix string
}

var infixes = [...]string{"ge", "zu"}

// maxNth is the highest nth that the file has room for.
const maxNth = 7

// findRule returns the cheapest rule that makes the lemma from the form. Rules
// that take out "ge" or "zu" hold for all verbs of a kind, whatever their
// prefix ("abgefahren", "fortgefahren"), so there are few of them.
func findRule(form, lemma string) (best rule, ok bool) {
	cost := 0
	try := func(r rule, base string) {
		shared := sharedPrefix(base, lemma)
		if len(base)-shared > 255 || len(lemma)-shared > 255 {
			return
		}
		r.cut, r.suffix = uint8(len(base)-shared), lemma[shared:]
		c := int(r.cut) + 2*len(r.suffix)
		if r.infix != 0 {
			c += 2 + int(r.nth)
		}
		if r.lower {
			c++
		}
		if !ok || c < cost {
			best, cost, ok = r, c, true
		}
	}
	bases := []string{form}
	if letters.IsUpper(form) {
		bases = append(bases, letters.LowerFirst(form))
	}
	for i, base := range bases {
		try(rule{lower: i == 1}, base)
		for k, infix := range infixes {
			at := 0
			for nth := uint8(0); nth <= maxNth; nth++ {
				j := strings.Index(base[at:], infix)
				if j < 0 {
					break
				}
				at += j
				try(rule{lower: i == 1, infix: uint8(k + 1), nth: nth}, base[:at]+base[at+len(infix):])
				at++
			}
		}
	}
	return best, ok
}

// sharedPrefix is the length of the common beginning in bytes, cut back to a
// whole character.
func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && !utf8.RuneStart(a[n]) || n < len(b) && !utf8.RuneStart(b[n])) {
		n--
	}
	return n
}
