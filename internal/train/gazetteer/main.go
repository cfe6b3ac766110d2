// The gazetteer command builds the embedded names of internal/gazetteer from
// the lists of the data. Run it by
//
//	go generate ./internal/gazetteer
//
// The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/internal/blob"
	build "github.com/laut-nlp/laut/internal/train/automaton"
)

// The classes of names, as internal/gazetteer has them.
const (
	male byte = 1 << iota
	female
	surname
	town
	country
	landscape
	company
	word
)

// header is the text that the automaton is sealed with.
const header = `laut gazetteer 2
Sources:
First names, surnames: GermaNER, Technische Universitaet Darmstadt; Apache License 2.0
Towns, companies:      OpenStreetMap contributors, extracted by Datendieter; CC BY-SA 2.0
Countries:             Verzeichnis der Staatennamen, Auswaertiges Amt; official work, section 5 UrhG
Landscape:             Geographische Namen 1:250 000 (GN250), (c) GeoBasis-DE / BKG
Names of all classes:  german-pos-dict, LanguageTool; CC BY-SA 4.0
Retrieved: 2026-11-23
Changed:   merged, spellings repaired, entries left out that are no names in running text
Licence:   CC BY-SA 4.0 as a whole
Built by:  go generate ./internal/gazetteer
`

const separator = 0 // between a name and its classes

func main() {
	data := flag.String("data", "../shared", "`folder` with the data")
	out := flag.String("out", "names.gaz", "`file` to write")
	flag.Parse()
	if err := run(filepath.Join(*data, "data"), *out); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	lists, err := readLists(data)
	if err != nil {
		return err
	}
	use, err := readUsage(data, lists)
	if err != nil {
		return err
	}
	names := choose(lists, use)
	automaton, err := compile(names)
	if err != nil {
		return err
	}
	file := blob.Seal(header, automaton)
	fmt.Printf("%s: %d entries, %d bytes\n", out, len(names), len(file))
	return os.WriteFile(out, file, 0o644)
}

func compile(names map[string]byte) ([]byte, error) {
	var b build.Builder
	// A name sorts before those that it begins, and so does its string.
	for _, s := range slices.Sorted(maps.Keys(names)) {
		if err := b.Add(s + string([]byte{separator, names[s]})); err != nil {
			return nil, err
		}
	}
	return b.Finish(), nil
}

func tokens(name string) []string { return strings.Split(name, " ") }
