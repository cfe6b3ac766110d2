package tagger

import (
	"github.com/laut-nlp/laut/internal/clusters"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
)

// The attributes of a token.
const (
	aWord    linear.Attr = iota // in small letters
	aPrefix3                    // first letters
	aPrefix4
	aSuffix2 // last letters
	aSuffix3
	aSuffix5
	aShape
	aCase     // capital letters, and what the lexicon knows of the form with small ones
	aClass    // what the lexicon says of the part of speech: a set of bits
	aInflect  // ... of case, gender, number, person: a set of bits
	aCluster  // distributional cluster
	aLeft     // the clause so far
	aRight    // the rest of the clause
	attrCount // how many there are
)

// templateList holds the features of the labels: those of 53 tried that
// cross-validation would miss, since each costs time.
var templateList = []linear.Template{
	linear.T("word", aWord.At(0)),
	linear.T("word", aWord.At(0), aCase.At(0)),
	linear.T("neighbours", aWord.At(-1)),
	linear.T("neighbours", aWord.At(1)),
	linear.T("neighbours", aWord.At(-2)),
	linear.T("neighbours", aWord.At(-1), aWord.At(0)),
	linear.T("neighbours", aWord.At(0), aWord.At(1)),
	linear.T("affixes", aPrefix3.At(0)),
	linear.T("affixes", aPrefix4.At(0)),
	linear.T("affixes", aSuffix2.At(0), aCase.At(0)),
	linear.T("affixes", aSuffix3.At(0)),
	linear.T("affixes", aSuffix5.At(0)),
	linear.T("shape", aShape.At(0)),
	linear.T("shape", aCase.At(0)),
	linear.T("shape", aCase.At(-1), aCase.At(0), aCase.At(1)),
	linear.T("lexicon", aClass.At(0), aCase.At(0)),
	linear.T("lexicon", aClass.At(0), aSuffix2.At(0)),
	linear.T("lexicon", aClass.At(-1)),
	linear.T("lexicon", aClass.At(1)),
	linear.T("lexicon", aClass.At(-1), aClass.At(0)),
	linear.T("lexicon", aClass.At(0), aClass.At(1)),
	linear.T("lexicon", aClass.At(-1), aClass.At(0), aClass.At(1)),
	linear.T("lexicon", aClass.At(0), aClass.At(1), aClass.At(2)),
	linear.T("inflection", aInflect.At(0), aInflect.At(1), aClass.At(0)),
	linear.T("inflection", aInflect.At(-1), aInflect.At(0), aClass.At(0)),
	linear.T("clusters", aCluster.At(0)),
	linear.T("clusters", aCluster.At(-1), aCluster.At(0)),
	linear.T("clusters", aCluster.At(0), aCluster.At(1)),
	linear.T("clause", aLeft.At(0), aRight.At(0), aClass.At(0)),
	linear.T("clause", aLeft.At(0), aWord.At(0)),
	linear.T("clause", aRight.At(0), aWord.At(0)),
	linear.T("history", linear.Previous(1)),
	linear.T("history", linear.Previous(1), linear.Previous(2)),
	linear.T("history", linear.Previous(1), aClass.At(0)),
	linear.T("history", linear.Previous(1), linear.Previous(2), aClass.At(0)),
	linear.T("history", linear.Previous(1), aClass.At(0), aClass.At(1)),
}

func templates() *linear.Templates { return linear.Compile(int(attrCount), templateList...) }

// Signature is that of the features, which weights must have been learned for.
func Signature() uint64 { return templates().Signature() }

// classBits are the features of the lexicon that make up aClass.
const classBits = lexicon.Noun | lexicon.Name | lexicon.Adjective | lexicon.Verb | lexicon.Article | lexicon.Pronoun |
	lexicon.Adverb | lexicon.Preposition | lexicon.Conjunction | lexicon.Prefix | lexicon.Negation | lexicon.Numeral |
	lexicon.Interjection | lexicon.Infinitive | lexicon.ZuInfinitive | lexicon.PresentParticiple | lexicon.PastParticiple |
	lexicon.Auxiliary | lexicon.Modal | lexicon.Joined | lexicon.Subordinating | lexicon.Coordinating | lexicon.Infinitival |
	lexicon.Pronominal | lexicon.Attributive | lexicon.Substitute | lexicon.Demonstrative | lexicon.Personal |
	lexicon.Possessive | lexicon.Reflexive | lexicon.Interrogative | lexicon.Predicative

const inflectBits = lexicon.Cases | lexicon.Genders | lexicon.Numbers | lexicon.Persons

const finite = lexicon.Indicative | lexicon.Subjunctive1 | lexicon.Subjunctive2

// More bits of aClass, in places that classBits leaves free.
const (
	bitFinite  = uint64(lexicon.Indicative)
	bitImp     = uint64(lexicon.Imperative)
	bitHead    = uint64(lexicon.Present) // known by its head only
	bitUnknown = uint64(lexicon.Past)
)

// word is what the tagger knows of a token.
type word struct {
	form string
	looked
	// possessor says that the word is a name before a noun: a genitive, if its
	// form is one (Altmans Firma).
	possessor bool
	singular  bool // it is a noun, or a verb made one, after a word such as das or zum
	surname   bool // it is a name after a name
}

// looked is what the tagger looks up of a form.
type looked struct {
	entry lexicon.Entry // as written
	lower lexicon.Entry // with a small first letter, where that is possible
	head  lexicon.Entry // of the head of a compound, where the form is unknown
	mask  lexicon.Features
	caps  uint8
	aux   aux
}

// The values of word.caps.
const (
	capsNone   = iota + 1
	capsFirst  // one capital letter, inside the sentence
	capsStart  // the same at the start of a sentence or quotation
	capsAll    // more than one letter, all capitals
	capsMixed  // more capitals
	capsNoWord // no letters
)

func capsOf(form string, start bool) uint8 {
	n := letters.Count(form)
	upper, lower, first := n.Upper, n.Lower, n.First
	switch {
	case upper == 0 && lower == 0:
		return capsNoWord
	case upper == 0:
		return capsNone
	case lower == 0 && upper > 1:
		return capsAll
	case upper == 1 && first && start:
		return capsStart
	case upper == 1 && first:
		return capsFirst
	}
	return capsMixed
}

// look fills in a word. start says that a capital letter means nothing.
func (w *word) look(form string, start bool) {
	*w = word{form: form, looked: looked{caps: capsOf(form, start)}}
	if w.caps == capsNoWord {
		return
	}
	w.entry = lexicon.Lookup(form)
	if w.caps == capsStart || w.caps == capsAll {
		w.lower = lexicon.Lower(form)
	}
	w.mask = w.entry.Features() | w.lower.Features()
	if w.mask.HasAny(lexicon.Auxiliary | lexicon.Modal) {
		w.aux = max(auxOf(w.entry, form), auxOf(w.lower, form))
	}
	if w.mask == 0 {
		w.head = lexicon.Head(form)
		w.mask = w.head.Features()
	}
}

// aux tells auxiliaries and modals apart, which are 0 of other words.
type aux uint8

const (
	auxHaben aux = iota + 1
	auxSein
	auxWerden
	auxModal
)

func auxOf(e lexicon.Entry, form string) aux {
	for r := range e.Readings() {
		switch f := r.Features; {
		case f.HasAny(lexicon.Modal):
			return auxModal
		case f.HasAny(lexicon.Auxiliary):
			switch r.Lemma(form) {
			case "haben":
				return auxHaben
			case "sein":
				return auxSein
			}
			return auxWerden
		}
	}
	return 0
}

// class returns the value of aClass.
func (w *word) class() uint64 {
	c := uint64(w.mask & classBits)
	if w.mask&finite != 0 {
		c |= bitFinite
	}
	if w.mask&lexicon.Imperative != 0 {
		c |= bitImp
	}
	if w.head.Known() {
		c |= bitHead
	}
	if w.mask == 0 && w.caps != capsNoWord {
		c |= bitUnknown
	}
	return c
}

// capital returns the value of aCase.
func (w *word) capital() uint64 {
	c := uint64(w.caps)
	if w.entry.Exact() {
		c |= 1 << 3
	}
	if w.lower.Known() {
		c |= 1 << 4
	}
	return c
}

// fill puts the attributes that a form has wherever it stands into a row.
func (w *word) fill(r []uint64, table *clusters.Table) {
	form := w.form
	r[aWord] = hash.Folded(form)
	r[aPrefix3] = hash.Text(letters.Prefix(form, 3))
	r[aPrefix4] = hash.Text(letters.Prefix(form, 4))
	r[aSuffix2] = hash.Text(letters.Suffix(form, 2))
	r[aSuffix3] = hash.Text(letters.Suffix(form, 3))
	r[aSuffix5] = hash.Text(letters.Suffix(form, 5))
	r[aShape] = letters.Shape(form)
	r[aCase] = w.capital()
	r[aClass] = w.class()
	r[aInflect] = uint64(w.mask & inflectBits)
	r[aCluster] = table.First(form)
}

// formAttrs are the attributes that fill puts in.
var formAttrs = []linear.Attr{aWord, aPrefix3, aPrefix4, aSuffix2, aSuffix3, aSuffix5, aShape, aCase, aClass, aInflect, aCluster}

// fill puts the attributes of a sentence into the grid.
func (s *Scratch) fill(t *linear.Templates) {
	s.grid.Reset(t, len(s.words))
	for i, k := range s.forms {
		copy(s.grid.Row(i), k.row[:])
	}
	clauses(&s.grid, s.words)
}

// What a clause has shown so far, or has yet to show.
const (
	clauseNew    = 1 << iota
	clauseOpener // a subordinating conjunction, or what may be a relative pronoun
	clauseFinite // a verb that can only be finite
	clauseModal  // ... of which a modal
	clauseAux    // ... or an auxiliary
	clauseMaybe  // a verb that may be finite
	clauseZu
	clauseEnd // the last word

	// Of interest to some words only, see sees.
	clauseParticiple
	clauseInfinitive
	clausePredicative
	clauseFinal // a verb that may be finite is last
)

const clauseBits = 16 // of those above at most

// clausePartner is what an auxiliary or modal may stand with.
const clausePartner = clauseParticiple | clauseInfinitive | clausePredicative

// role returns what a word can do in a clause.
func (w *word) role() (r uint64) {
	m := w.mask
	if m.HasAny(lexicon.Subordinating) || m.HasAny(lexicon.Interrogative) {
		r |= clauseOpener
	}
	if m.HasAny(finite) && w.caps != capsFirst {
		if m.HasAny(lexicon.Infinitive | lexicon.Adjective | lexicon.Noun | lexicon.PastParticiple | lexicon.Pronoun | lexicon.Article) {
			r |= clauseMaybe
		} else {
			r |= clauseFinite
		}
		if m.HasAny(lexicon.Modal) {
			r |= clauseModal
		}
		if m.HasAny(lexicon.Auxiliary) {
			r |= clauseAux
		}
	}
	if w.form == "zu" {
		r |= clauseZu
	}
	if w.caps != capsFirst {
		if m.HasAny(lexicon.PastParticiple) {
			r |= clauseParticiple
		}
		if m.HasAny(lexicon.Infinitive | lexicon.ZuInfinitive) {
			r |= clauseInfinitive
		}
		if m.HasAny(lexicon.Predicative) && !m.HasAny(lexicon.Adverb) {
			r |= clausePredicative
		}
	}
	return r
}

// boundary reports whether a word ends a clause, as far as its form tells.
func boundary(form string) bool {
	switch form {
	case ",", ";", ":", ".", "!", "?", "-", "–", "—", "(", ")", "„", "“", "”", "\"", "«", "»", "und", "oder", "aber", "sondern", "denn":
		return true
	}
	return false
}

func clauses(g *linear.Grid, words []word) {
	seen := uint64(clauseNew)
	for i := range words {
		if i > 0 && boundary(words[i-1].form) {
			seen = clauseNew
			if m := words[i].mask; words[i-1].form == "," && m.HasAny(lexicon.Demonstrative) {
				seen |= clauseOpener
			}
		}
		g.Row(i)[aLeft] = words[i].sees(seen)
		seen |= words[i].role()
		if !boundary(words[i].form) && seen&clauseNew != 0 && i > 0 && !boundary(words[i-1].form) {
			seen &^= clauseNew
		}
	}
	seen = clauseNew | clauseEnd
	for i := len(words) - 1; i >= 0; i-- {
		if boundary(words[i].form) {
			seen = clauseNew | clauseEnd
			g.Row(i)[aRight] = clauseNew
			continue
		}
		g.Row(i)[aRight] = words[i].sees(seen)
		r := words[i].role() &^ clauseOpener
		if seen&clauseEnd != 0 && r&(clauseFinite|clauseMaybe) != 0 {
			r |= clauseFinal
		}
		seen = seen&^clauseEnd | r
	}
}

// sees returns what of a clause tells the label of the word. An auxiliary is a verb of its own
// where no other stands with it; die, das and wie open a clause that ends with its verb.
func (w *word) sees(seen uint64) uint64 {
	switch {
	case w.aux == 0:
		seen &^= clausePartner
	case w.mask.HasAny(lexicon.Infinitive):
		seen |= uint64(w.aux) << clauseBits
	default:
		seen = seen&(clausePartner|clauseZu) | uint64(w.aux)<<clauseBits
	}
	if !w.mask.HasAny(lexicon.Demonstrative | lexicon.Subordinating | lexicon.Interrogative) {
		seen &^= clauseFinal
	}
	return seen
}
