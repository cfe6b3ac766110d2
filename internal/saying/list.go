package saying

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/syntax"

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

// Takes says what a cue can introduce; see words/cues.txt.
type Takes uint16

// What a cue can introduce, by the letters of the list.
const (
	TakesQuote      Takes = 1 << iota // q
	TakesClause                       // c: any content clause
	TakesSubClause                    // d: dass, ob or Konjunktiv
	TakesInfinitive                   // z
	TakesObject                       // o
	TakesPerson                       // a
	TakesText                         // t
	NotReflexive                      // x
	seldomCue                         // w
	takesAct                          // r
	notForRules                       // n
)

// takesLetters are the letters of the list in the order of the bits.
const takesLetters = "qcdzoatxwrn"

// Strength says what kind of word of saying a token is, as a feature of models. The order
// tells how much a word says of its clause: of several the greatest counts, and from
// SourceNoun on none is a verb.
type Strength uint8

// The kinds of words of saying.
const (
	NotSaying       Strength = iota
	weakVerb                 // a verb that seldom reports: sehen, zeigen
	StrongVerb               // sagen
	ActVerb                  // tells an act by its object too: fordern, kritisieren
	lightVerb                // one that a noun of saying goes with: vertreten, äußern
	SayingNoun               // Forderung
	SayingAdjective          // an adjective: überzeugt
	SourceNoun               // Polizeiangaben
	SourceWord               // laut, zufolge
	weakSource               // so, nach
	cuePart                  // a separated prefix whose verb reports, or a word of a phrase
)

// Entry is an entry of the list.
type Entry struct {
	Prefix   string // the separable prefix, apart from the verb in a main clause
	Stance   claim.Stance
	denied   claim.Stance // what its negation says, 0 where Stance.Negated tells
	Medium   claim.Medium
	Takes    Takes
	Prep     string // the preposition whose object tells what is said
	strength Strength
}

// negation returns the stance of the entry's negation.
func (e *Entry) negation() claim.Stance {
	if e.denied != 0 {
		return e.denied
	}
	return e.Stance.Negated()
}

// acts reports whether the rules act on the entry.
func (e *Entry) acts() bool {
	return e.Takes&notForRules == 0 && (e.Takes&^(seldomCue|takesAct|NotReflexive) != 0 || e.Prep != "")
}

// ID is the number of an entry; 0 stands for none.
type ID uint16

// cuePhrase is an expression of a verb and words that stand beside it.
type cuePhrase struct {
	words []string // in lower case
	id    ID
}

// List is words/cues.txt, read. Lemmas and forms are keys.
type List struct {
	Entries    []Entry
	whole      map[string]ID          // verbs in one word: mitteilen
	base       map[string][]ID        // by the finite part: teilen
	phrases    map[string][]cuePhrase // by the verb; separable ones by the finite part too
	lemmas     map[string]*lemmaCue   // verbs, with all that the above say of them
	nouns      map[string]ID
	adjectives map[string]ID
	markers    map[string]ID
	light      map[string]struct{}
	sources    map[string]struct{} // forms in lower case
	sourceEnds []string            // of compounds
	strangers  map[string]struct{} // words that the full-form lexicon lacks
	forms      map[string]string   // forms of the verbs among them, to their lemmas
}

// Cues returns the list, which is read on first use: programs that find no
// claims do not wait for it. A test checks that it has no mistakes; a line with
// one would be left out.
var Cues = sync.OnceValue(func() *List {
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
func readCues(text string) (*List, error) {
	l := &List{
		Entries:    make([]Entry, 1),
		whole:      make(map[string]ID),
		base:       make(map[string][]ID),
		phrases:    make(map[string][]cuePhrase),
		lemmas:     make(map[string]*lemmaCue),
		nouns:      make(map[string]ID),
		adjectives: make(map[string]ID),
		markers:    make(map[string]ID),
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
func (l *List) add(section string, f []string) error {
	switch section {
	case "sources":
		return l.addWords(l.sources, f)
	case "ends of sources":
		l.sourceEnds = append(l.sourceEnds, f...)
		return nil
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
	k := slices.IndexFunc(f, func(w string) bool { return slices.Contains(claim.StanceNames[1:], w) })
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
		verb, e.Prefix = prefix+base, prefix
	}
	var list map[string]ID
	switch section {
	case "verbs":
		list = l.whole
		e.strength = StrongVerb
		switch {
		case e.Takes&seldomCue != 0:
			e.strength = weakVerb
		case e.Takes&(TakesObject|takesAct) != 0:
			e.strength = ActVerb
		}
	case "nouns":
		list, e.strength = l.nouns, SayingNoun
	case "adjectives":
		list, e.strength = l.adjectives, SayingAdjective
	case "markers":
		list, e.strength = l.markers, SourceWord
		if e.Takes&seldomCue != 0 {
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

func (l *List) newEntry(e Entry) ID {
	l.Entries = append(l.Entries, e)
	return ID(len(l.Entries) - 1)
}

func (l *List) addWords(set map[string]struct{}, words []string) error {
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
func (l *List) addPhrase(words []string, verb, base string, e Entry) error {
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
	prefix := e.Prefix
	e.Prefix, e.strength = "", StrongVerb
	if e.Takes&seldomCue != 0 {
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

func (l *List) keepPhrase(verb string, p cuePhrase) {
	l.phrases[verb] = append(l.phrases[verb], p)
	slices.SortStableFunc(l.phrases[verb], func(a, b cuePhrase) int { return len(b.words) - len(a.words) })
}

// readCue reads the fields of an entry after its expression.
func readCue(f []string) (Entry, error) {
	e := Entry{Stance: stanceOfName(f[0])}
	if len(f) < 2 {
		return e, errors.New("lacks its medium")
	}
	if e.Medium = claim.Medium(max(0, slices.Index(claim.MediumNames[:], f[1]))); e.Medium == 0 {
		return e, fmt.Errorf("has the medium %q, which is none", f[1])
	}
	for _, w := range f[2:] {
		switch w[0] {
		case '+':
			if e.Prep != "" || len(w) == 1 {
				return e, errors.New("needs one preposition at most behind +")
			}
			e.Prep = w[1:]
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
				e.Takes |= 1 << i
			}
		}
	}
	return e, nil
}

// stanceOfName returns a stance by its name, 0 if there is none.
func stanceOfName(name string) claim.Stance {
	return claim.Stance(max(0, slices.Index(claim.StanceNames[:], name)))
}

// IsSource reports whether a noun names what somebody says: Angaben,
// Polizeiangaben, Medienberichten.
func (l *List) IsSource(noun string) bool {
	noun = strings.ToLower(noun)
	if _, ok := l.sources[noun]; ok {
		return true
	}
	if i := strings.LastIndexByte(noun, '-'); i >= 0 { // USGS-Angaben
		return l.IsSource(noun[i+1:])
	}
	return slices.ContainsFunc(l.sourceEnds, func(end string) bool { return strings.HasSuffix(noun, end) })
}

// IsVerb reports whether a form is one of a listed verb that the lexicon lacks.
func (l *List) IsVerb(form string) bool {
	_, ok := l.forms[form]
	return ok
}

// Reports reports whether a word is a form of a verb that the rules act on.
func (l *List) Reports(w *syntax.Word) bool { return l.Entries[formCueOf(w).verb].acts() }
