package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/letters"
)

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
