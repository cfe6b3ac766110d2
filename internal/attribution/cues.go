package attribution

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/internal/sections"
)

// cuesFile is the list's name in errors.
const cuesFile = "words/cues.txt"

//go:embed words/cues.txt
var cuesText string

// takes says what a cue can introduce; see words/cues.txt.
type takes uint16

const (
	takesQuote      takes = 1 << iota // q
	takesClause                       // c: any content clause
	takesSubClause                    // d: dass, ob or Konjunktiv
	takesInfinitive                   // z
	takesObject                       // o
	takesPerson                       // a
	takesText                         // t
	notReflexive                      // x
	seldomCue                         // w
	takesAct                          // r
	notForRules                       // n
)

// takesLetters are the letters of the list in the order of the bits.
const takesLetters = "qcdzoatxwrn"

// strength says what kind of word of saying a token is, as a feature of models.
type strength uint8

const (
	notSaying  strength = iota
	weakVerb            // a verb that seldom reports: sehen, zeigen
	strongVerb          // sagen
	actVerb             // tells an act by its object too: fordern, kritisieren
	lightVerb           // one that a noun of saying goes with: vertreten, äußern
	sayingNoun          // Forderung
	sayingMood          // an adjective: überzeugt
	sourceNoun          // Polizeiangaben
	sourceWord          // laut, zufolge
	weakSource          // so, nach
	cuePart             // a separated prefix whose verb reports, or a word of a phrase
)

// cueEntry is an entry of the list.
type cueEntry struct {
	prefix   string // the separable prefix, apart from the verb in a main clause
	stance   Stance
	denied   Stance // what its negation says, 0 where Stance.negated tells
	medium   Medium
	takes    takes
	prep     string // the preposition whose object tells what is said
	strength strength
}

// negation returns the stance of the entry's negation.
func (e *cueEntry) negation() Stance {
	if e.denied != 0 {
		return e.denied
	}
	return e.stance.negated()
}

// acts reports whether the rules act on the entry.
func (e *cueEntry) acts() bool {
	return e.takes&notForRules == 0 && (e.takes&^(seldomCue|takesAct|notReflexive) != 0 || e.prep != "")
}

// cueID is the number of an entry; 0 stands for none.
type cueID uint16

// cuePhrase is an expression of a verb and words that stand beside it.
type cuePhrase struct {
	words []string // in lower case
	id    cueID
}

// lexiconOfCues is words/cues.txt, read. Lemmas and forms are keys.
type lexiconOfCues struct {
	entries    []cueEntry
	whole      map[string]cueID       // verbs in one word: mitteilen
	base       map[string][]cueID     // by the finite part: teilen
	phrases    map[string][]cuePhrase // by the verb; separable ones by the finite part too
	lemmas     map[string]*lemmaCue   // verbs, with all that the above say of them
	nouns      map[string]cueID
	adjectives map[string]cueID
	markers    map[string]cueID
	light      map[string]struct{}
	sources    map[string]struct{} // forms in lower case
	strangers  map[string]struct{} // words that the full-form lexicon lacks
	forms      map[string]string   // forms of the verbs among them, to their lemmas
}

// cueList returns the list, which is read on first use: programs that find no
// claims do not wait for it. A test holds that it has no mistakes; a line with
// one would be left out.
var cueList = sync.OnceValue(func() *lexiconOfCues {
	l, _ := readCues(cuesText)
	return l
})

// weakForms returns the present and past forms of the third person of a weak
// verb; none for a word that is no verb.
func weakForms(lemma string) []string {
	if !strings.HasSuffix(lemma, "n") {
		return nil
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(lemma, "n"), "e")
	return []string{stem + "t", stem + "te", lemma, stem + "ten"}
}

// readCues reads the list. Lines with mistakes are left out; the error names
// each with its file and line.
func readCues(text string) (*lexiconOfCues, error) {
	l := &lexiconOfCues{
		entries:    make([]cueEntry, 1),
		whole:      make(map[string]cueID),
		base:       make(map[string][]cueID),
		phrases:    make(map[string][]cuePhrase),
		lemmas:     make(map[string]*lemmaCue),
		nouns:      make(map[string]cueID),
		adjectives: make(map[string]cueID),
		markers:    make(map[string]cueID),
		light:      make(map[string]struct{}),
		sources:    make(map[string]struct{}),
		strangers:  make(map[string]struct{}),
		forms:      make(map[string]string),
	}
	err := sections.Read(cuesFile, text, func(section, line string) error { return l.add(section, strings.Fields(line)) })
	l.joinLemmas()
	return l, err
}

// add takes in a line of a section, cut into its fields.
func (l *lexiconOfCues) add(section string, f []string) error {
	switch section {
	case "sources":
		return l.addWords(l.sources, f)
	case "strangers":
		for _, lemma := range f {
			for _, form := range weakForms(lemma) {
				l.forms[form] = lemma
			}
		}
		return l.addWords(l.strangers, f)
	case "light":
		for i, w := range f {
			f[i] = strings.ReplaceAll(w, "|", "")
		}
		return l.addWords(l.light, f)
	}
	k := slices.IndexFunc(f, func(w string) bool { return slices.Contains(stanceNames[1:], w) })
	if k < 1 {
		return fmt.Errorf("%s lacks its expression or its stance", strings.Join(f, " "))
	}
	e, err := readCue(f[k:])
	if err != nil {
		return fmt.Errorf("%s %w", strings.Join(f[:k], " "), err)
	}
	verb := f[k-1]
	prefix, base, separable := strings.Cut(verb, "|")
	if separable {
		verb, e.prefix = prefix+base, prefix
	}
	var list map[string]cueID
	switch section {
	case "verbs":
		list = l.whole
		e.strength = strongVerb
		switch {
		case e.takes&seldomCue != 0:
			e.strength = weakVerb
		case e.takes&(takesObject|takesAct) != 0:
			e.strength = actVerb
		}
	case "nouns":
		list, e.strength = l.nouns, sayingNoun
	case "adjectives":
		list, e.strength = l.adjectives, sayingMood
	case "markers":
		list, e.strength = l.markers, sourceWord
		if e.takes&seldomCue != 0 {
			e.strength = weakSource
		}
	case "phrases":
		return l.addPhrase(f[:k-1], verb, base, e)
	default:
		return fmt.Errorf("there is no section %q", section)
	}
	if k > 1 {
		return fmt.Errorf("%s has more than one word", strings.Join(f[:k], " "))
	}
	if list[verb] != 0 {
		return fmt.Errorf("%s stands there already", verb)
	}
	id := l.newEntry(e)
	list[verb] = id
	if separable {
		l.base[base] = append(l.base[base], id)
	}
	return nil
}

func (l *lexiconOfCues) newEntry(e cueEntry) cueID {
	l.entries = append(l.entries, e)
	return cueID(len(l.entries) - 1)
}

func (l *lexiconOfCues) addWords(set map[string]struct{}, words []string) error {
	for _, w := range words {
		if _, twice := set[w]; twice {
			return fmt.Errorf("%s stands there already", w)
		}
		set[w] = struct{}{}
	}
	return nil
}

// addPhrase adds a phrase. Those of a verb are kept with the longest first, so
// that the first that fits is the best.
func (l *lexiconOfCues) addPhrase(words []string, verb, base string, e cueEntry) error {
	if len(words) == 0 {
		return fmt.Errorf("%s is no phrase", verb)
	}
	p := cuePhrase{words: make([]string, len(words))}
	for i, w := range words {
		p.words[i] = strings.ToLower(w)
	}
	for _, q := range l.phrases[verb] {
		if slices.Equal(p.words, q.words) {
			return fmt.Errorf("%s %s stands there already", strings.Join(words, " "), verb)
		}
	}
	prefix := e.prefix
	e.prefix, e.strength = "", strongVerb
	if e.takes&seldomCue != 0 {
		e.strength = weakVerb
	}
	p.id = l.newEntry(e)
	l.keepPhrase(verb, p)
	if prefix != "" {
		p.words = append(p.words[:len(p.words):len(p.words)], prefix)
		l.keepPhrase(base, p)
	}
	return nil
}

func (l *lexiconOfCues) keepPhrase(verb string, p cuePhrase) {
	l.phrases[verb] = append(l.phrases[verb], p)
	slices.SortStableFunc(l.phrases[verb], func(a, b cuePhrase) int { return len(b.words) - len(a.words) })
}

// readCue reads the fields of an entry behind its expression.
func readCue(f []string) (cueEntry, error) {
	e := cueEntry{stance: stanceOfName(f[0])}
	if len(f) < 2 {
		return e, errors.New("lacks its medium")
	}
	if e.medium = Medium(max(0, slices.Index(mediumNames[:], f[1]))); e.medium == 0 {
		return e, fmt.Errorf("has the medium %q, which is none", f[1])
	}
	for _, w := range f[2:] {
		switch w[0] {
		case '+':
			if e.prep != "" || len(w) == 1 {
				return e, errors.New("needs one preposition at most behind +")
			}
			e.prep = w[1:]
		case '!':
			if e.denied = stanceOfName(w[1:]); e.denied == 0 {
				return e, fmt.Errorf("has the negation %q, which is no stance", w[1:])
			}
		default:
			for _, c := range w {
				i := strings.IndexRune(takesLetters, c)
				if i < 0 {
					return e, fmt.Errorf("takes %q, of which %q means nothing", w, c)
				}
				e.takes |= 1 << i
			}
		}
	}
	return e, nil
}

// stanceOfName returns a stance by its name, 0 if there is none.
func stanceOfName(name string) Stance { return Stance(max(0, slices.Index(stanceNames[:], name))) }

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
