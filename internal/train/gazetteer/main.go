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
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/letters"
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

// lists are the names of the sources, by class, with their spelling repaired.
type lists struct {
	given     map[string]byte // male, female or both, 0 if the list does not say
	surnames  map[string]bool
	towns     map[string]bool
	countries map[string]bool
	landscape map[string]bool
	companies map[string]bool
	prefixes  map[string]int  // beginnings of company names, in whole words: how many have them
	lexicon   map[string]byte // the classes that the lexicon gives its names
}

func readLists(data string) (*lists, error) {
	l := &lists{
		given: map[string]byte{}, surnames: map[string]bool{}, towns: map[string]bool{}, countries: map[string]bool{},
		landscape: map[string]bool{}, companies: map[string]bool{}, prefixes: map[string]int{}, lexicon: map[string]byte{},
	}
	into := func(m map[string]bool) func(string) error {
		return func(line string) error {
			if s := clean(line); s != "" {
				m[s] = true
			}
			return nil
		}
	}
	for _, f := range []struct {
		name string
		add  func(line string) error
	}{
		{"gazetteers/vornamen.txt.gz", l.addGiven},
		{"gazetteers/personennamen.txt.gz", into(l.surnames)},
		{"gazetteers/stadtnamen.txt.gz", into(l.towns)},
		{"gazetteers/laendernamen.txt.gz", into(l.countries)},
		{"gazetteers/landschaftsbezeichnungen.txt.gz", into(l.landscape)},
		{"gazetteers/firmennamen.txt.gz", l.addCompany},
		{"german-pos-dict/german.tsv.gz", l.addReading},
	} {
		for line := range corpus.Lines(filepath.Join(data, "lexicon", f.name)) {
			err := line.Err
			if err == nil {
				err = f.add(string(line.Data))
			}
			if err != nil {
				return nil, fmt.Errorf("%s: %w", line.Where, err)
			}
		}
	}
	return l, nil
}

// addGiven reads a first name, the mark VN and perhaps its gender, Masc or Fem.
func (l *lists) addGiven(line string) error {
	name, rest, ok := strings.Cut(line, "\t")
	if !ok {
		return fmt.Errorf("%q: want a name and a mark", line)
	}
	name = clean(name)
	if name == "" || strings.Contains(name, " ") {
		return nil
	}
	gender := byte(0)
	if strings.Contains(rest, "Masc") {
		gender |= male
	}
	if strings.Contains(rest, "Fem") {
		gender |= female
	}
	l.given[name] |= gender
	return nil
}

// legalForm is the end of a company's name that news leave out.
var legalForm = regexp.MustCompile(`[ ,]+(g?GmbH|mbH|AG|KG|KGaA|OHG|oHG|GbR|SE|UG|e\.? ?[GKV]\.?|Co\.?|&|\+|u\.|und|Inc\.?|Ltd\.?)$`)

func (l *lists) addCompany(line string) error {
	name := strings.TrimSpace(line)
	for {
		short := legalForm.ReplaceAllString(name, "")
		if short == name {
			break
		}
		name = short
	}
	words := tokens(name)
	for i := range min(3, len(words)) {
		l.prefixes[strings.Join(words[:i+1], " ")]++
	}
	if name = clean(name); name != "" {
		l.companies[name] = true
	}
	return nil
}

// addReading reads a reading of the lexicon if it is that of a name.
func (l *lists) addReading(line string) error {
	_, rest, _ := strings.Cut(line, "\t")
	lemma, tag, ok := strings.Cut(rest, "\t")
	if !ok {
		return fmt.Errorf("%q: want form, lemma and tag", line)
	}
	if !strings.HasPrefix(tag, "EIG:") {
		return nil
	}
	name := clean(lemma)
	if name == "" {
		return nil
	}
	classes := byte(0)
	parts := strings.Split(tag, ":")
	switch strings.TrimRight(parts[len(parts)-1], "*#") {
	case "VOR":
		classes = male | female
		switch {
		case strings.Contains(tag, ":MAS:"):
			classes = male
		case strings.Contains(tag, ":FEM:"):
			classes = female
		}
	case "NAC":
		classes = surname
	case "STD":
		classes = town
	case "COU":
		classes = country
	case "GEB", "MOU", "WAT", "GEO":
		classes = landscape
	case "NOA":
		classes = company // EIG:...:NOG:NOA: brands and companies
	}
	if classes != 0 {
		l.lexicon[name] |= classes
	}
	return nil
}

// clean repairs the spelling of an entry: text that was decoded twice, remarks
// in brackets, after a comma or a slash, the accent that stands for an
// apostrophe. It returns "" for what cannot be a name: an entry with digits or
// other marks, without a capital first letter, or a long one.
func clean(s string) string {
	s = undouble(strings.TrimSpace(s))
	for _, cut := range []string{" (", ",", "/"} {
		s, _, _ = strings.Cut(s, cut)
	}
	s = strings.Map(func(r rune) rune {
		if r == '`' || r == '´' || r == '’' {
			return '\''
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if !letters.IsUpper(s) || len(s) > 60 || utf8.RuneCountInString(s) < 2 {
		return ""
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !strings.ContainsRune(" -'.&+", r) {
			return ""
		}
	}
	return s
}

// undouble undoes an encoding as UTF-8 of text that was UTF-8 already.
func undouble(s string) string {
	if !strings.ContainsAny(s, "ÃÄÅÂ") {
		return s
	}
	b := make([]byte, 0, len(s))
	for _, r := range s {
		if r > 0xff {
			return s
		}
		b = append(b, byte(r))
	}
	if utf8.Valid(b) {
		return string(b)
	}
	return s
}
