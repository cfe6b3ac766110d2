package attribution

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed words/cues.txt
var cuesText string

// takes says what a cue can introduce; see words/cues.txt.
type takes uint8

const (
	takesQuote      takes = 1 << iota // q
	takesClause                       // c: any content clause
	takesSubClause                    // d: dass, ob or Konjunktiv
	takesInfinitive                   // z
	takesObject                       // o
	takesPerson                       // a
	takesText                         // t
	notReflexive                      // x
)

// takesLetters are the letters of the list in the order of the bits.
const takesLetters = "qcdzoatx"

// cueEntry is an entry of the list of verbs.
type cueEntry struct {
	prefix string // the separable prefix, apart from the verb in a main clause
	stance Stance
	medium Medium
	takes  takes
	prep   string // the preposition whose object tells what is said
}

// lexiconOfCues is words/cues.txt, read.
type lexiconOfCues struct {
	whole   map[string]cueEntry   // by lemma in one word: mitteilen
	base    map[string][]cueEntry // by lemma of the finite part: teilen
	nouns   map[string]cueEntry   // by lemma
	sources map[string]struct{}   // in lower case
	forms   map[string]string     // weak forms of verbs that the full-form lexicon lacks, to their lemmas
}

// cueList returns the list, which is read on first use: programs that find no
// claims do not wait for it.
var cueList = sync.OnceValue(func() *lexiconOfCues { return readCues(cuesText) })

// strangers are verbs of saying that the full-form lexicon lacks; they are
// conjugated regularly.
var strangers = [...]string{"titeln", "höhnen", "verlautbaren"}

// weakForms returns the present and past forms of the third person of a weak
// verb.
func weakForms(lemma string) []string {
	stem := strings.TrimSuffix(strings.TrimSuffix(lemma, "n"), "e")
	return []string{stem + "t", stem + "te", lemma, stem + "ten"}
}

func readCues(text string) *lexiconOfCues {
	l := &lexiconOfCues{
		whole:   make(map[string]cueEntry),
		base:    make(map[string][]cueEntry),
		nouns:   make(map[string]cueEntry),
		sources: make(map[string]struct{}),
		forms:   make(map[string]string),
	}
	for _, lemma := range strangers {
		for _, form := range weakForms(lemma) {
			l.forms[form] = lemma
		}
	}
	section := ""
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		if strings.HasPrefix(f[0], "[") {
			section = strings.Trim(f[0], "[]")
			continue
		}
		switch section {
		case "sources":
			for _, w := range f {
				l.sources[w] = struct{}{}
			}
		case "nouns":
			l.nouns[f[0]] = readCue(f)
		default:
			e := readCue(f)
			prefix, verb, separable := strings.Cut(f[0], "|")
			if separable {
				e.prefix = prefix
				l.base[verb] = append(l.base[verb], e)
			}
			l.whole[strings.ReplaceAll(f[0], "|", "")] = e
		}
	}
	return l
}

// readCue reads the fields of an entry behind its expression. A word it does
// not know is a mistake in the list, which a test finds.
func readCue(f []string) cueEntry {
	e := cueEntry{}
	for i, w := range f[1:] {
		switch {
		case i == 0:
			e.stance = Stance(slices.Index(stanceNames[:], w))
		case i == 1:
			e.medium = mediumOf(w)
		case strings.HasPrefix(w, "+"):
			e.prep = w[1:]
		default:
			for _, c := range w {
				e.takes |= takes(1) << strings.IndexRune(takesLetters, c)
			}
		}
	}
	return e
}

// mediumOf reads a medium by its name.
func mediumOf(name string) Medium { return Medium(slices.Index(mediumNames[:], name)) }

// isSource reports whether a noun names what somebody says: Angaben,
// Polizeiangaben, Medienberichten.
func (l *lexiconOfCues) isSource(noun string) bool {
	noun = strings.ToLower(noun)
	if _, ok := l.sources[noun]; ok {
		return true
	}
	if i := strings.LastIndexByte(noun, '-'); i >= 0 { // USGS-Angaben
		return l.isSource(noun[i+1:])
	}
	for _, end := range [...]string{"angaben", "berichten", "bericht", "aussagen", "meldungen", "informationen", "einschätzung", "meinung", "quellen", "kreisen"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}
