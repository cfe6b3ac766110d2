package lexicon

import (
	_ "embed"
	"fmt"

	"github.com/laut-nlp/laut/internal/automaton"
	"github.com/laut-nlp/laut/internal/blob"
)

//go:embed german.lex
var embedded string

// The file is sealed; its lines of text name its source. After them and the checksum are
// eight numbers of 32 bits: how many tags, bytes of tag text, rules, bytes of
// suffixes, sets, numbers in sets, classes, numbers in classes. Then come, as numbers of 16 bits, the lowest byte first:
//
//	ends of the tags in the tag text
//	rules: operations and cut, length of the suffix, its place among the suffixes
//	ends of the sets; the sets: numbers of tags
//	ends of the classes; the classes: pairs of a rule and a set
//
// then the tag text, the suffixes and the automaton. Its strings are a form, a
// zero byte and two bytes of the class, the high one first.
//
// The tags of most forms come in few combinations, and so do the ways from form
// to lemma; one number a form is smaller and faster than strings of readings:
//
//	german.dict as it is (CFSA2)                      879,291 bytes
//	its strings, built by internal/train/automaton    869,163
//	classes over suffix rules: automaton alone        711,296 (18,914 classes)
//	classes over rules with ge/zu: automaton alone    594,784 (8,172 classes)
//	the same with all tables: this file               754,210
//
// All readings of a form of news text take 897 ns out of german.dict, as strings
// of tags, and 309 ns out of this file, with features and lemmas.
const magic = "laut lexicon 2\n"

// separator stands between a form and its class.
const separator = 0

type lexicon struct {
	forms    *automaton.Automaton
	tagEnds  table
	tagText  string
	rules    table
	suffixes string
	setEnds  table
	sets     table
	clsEnds  table
	classes  table
	features []Features // by tag
	masks    []Features // by class: the union over its readings
}

// table is a list of 16-bit numbers in the file.
type table string

func (t table) at(i int) int { return int(blob.Uint16(string(t[2*i:]))) }

// span returns the bounds of item i of a list whose ends t holds.
func (t table) span(i int) (from, to int) {
	if i > 0 {
		from = t.at(i - 1)
	}
	return from, t.at(i)
}

var file blob.File[*lexicon]

// german opens the lexicon at the first look-up. It is no variable with an
// initial value, which would bind the file into programs that never look
// anything up.
func german() *lexicon { return file.Get(open, data) }

func data() string { return embedded }

func open(data string) (*lexicon, error) {
	r, err := blob.Open(data, magic)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	var n [8]int64
	for i := range n {
		n[i] = int64(r.Uint32())
	}
	var l lexicon
	l.tagEnds = table(r.Take(2 * n[0]))
	l.rules = table(r.Take(6 * n[2]))
	l.setEnds = table(r.Take(2 * n[4]))
	l.sets = table(r.Take(2 * n[5]))
	l.clsEnds = table(r.Take(2 * n[6]))
	l.classes = table(r.Take(2 * n[7]))
	l.tagText = r.Take(n[1])
	l.suffixes = r.Take(n[3])
	forms := r.Rest()
	if err := r.Short(); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	if l.forms, err = automaton.New(forms); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	l.features = make([]Features, n[0])
	for i := range l.features {
		l.features[i] = parseTag(l.tag(i))
	}
	l.masks = make([]Features, n[6])
	for i := range l.masks {
		from, to := l.clsEnds.span(i)
		for k := from; k < to; k += 2 {
			a, b := l.setEnds.span(l.classes.at(k + 1))
			for j := a; j < b; j++ {
				l.masks[i] |= l.features[l.sets.at(j)]
			}
		}
	}
	return &l, nil
}

func (l *lexicon) tag(i int) string {
	from, to := l.tagEnds.span(i)
	return l.tagText[from:to]
}
