package ner

import (
	"strings"

	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// The attributes of a token.
const (
	aWord    linear.Attr = iota
	aLow                 // in small letters
	aTag                 // part of speech
	aPrefix2             // first letters
	aPrefix3
	aPrefix4
	aPrefix5
	aSuffix1 // last letters
	aSuffix2
	aSuffix3
	aSuffix4
	aSuffix5
	aShape
	aCase      // kind of letters, and whether a sentence begins
	aStart     // tokens before it in the sentence, up to 3
	aQuoted    // within quotation marks
	aLexicon   // features of the lexicon: a set of bits
	aLower     // those of the form with a small letter, at the start of a sentence
	aNames     // classes of the gazetteer
	aKnown     // where names of the gazetteer begin and end: a set of bits
	aHead      // the head of a compound, else the word
	aFront     // what stands before it
	aFrontName // what the gazetteer says of that
	aClass     // classes of the word lists: a set of bits
	aTraits    // a set of bits
	aListed    // listed names
	aElsewhere // how other places of the document are labelled
	aBody      // the noun for bodies that a compound ends with, and whether something stands before it
	aGuide     // whose guidelines count
	aSeen      // what the word was labelled in raw text
	aSeenMost  // the same, coarser
	aCluster0  // distributional clusters
	aCluster1
	aCluster2
	aCluster3
	aCluster4
	aCluster5
	attrCount
)

// lexiconBits are the features of the lexicon that say what a name can be.
const lexiconBits = lexicon.Noun | lexicon.Name | lexicon.Adjective | lexicon.Verb | lexicon.Article | lexicon.Pronoun |
	lexicon.Adverb | lexicon.Preposition | lexicon.Conjunction | lexicon.FirstName | lexicon.LastName | lexicon.Town |
	lexicon.Region | lexicon.Country | lexicon.Landscape | lexicon.OtherPerson | lexicon.FromAdjective | lexicon.FromVerb |
	lexicon.Masculine | lexicon.Feminine | lexicon.Neuter | lexicon.Plural | lexicon.Singular

// More bits, in places that lexiconBits leaves free.
const (
	bitUnknown = uint64(lexicon.Present)
	bitKnown   = uint64(lexicon.Past)
)

var templates = linear.Compile(int(attrCount), templateList()...)

// Templates returns the compiled features without some families, for an
// ablation.
func Templates(without ...string) *linear.Templates {
	if len(without) == 0 {
		return templates
	}
	return templates.Without(without...)
}

func templateList() []linear.Template {
	T := linear.T
	list := []linear.Template{
		T("bigrams", aWord.At(-1), aWord.At(0)),
		T("bigrams", aWord.At(0), aWord.At(1)),
		T("bigrams", aLow.At(-2), aLow.At(-1)),
		T("bigrams", aLow.At(1), aLow.At(2)),
		T("bigrams", aLow.At(-1), aLow.At(1)),
		T("bigrams", aLow.At(1), aCase.At(2)), // Name (ABK)
		T("bigrams", aLow.At(-1), aCase.At(-2)),
		T("affixes", aSuffix3.At(-1)),
		T("affixes", aSuffix3.At(1)),
		T("affixes", aSuffix2.At(0), aShape.At(0)),
		T("affixes", aPrefix3.At(0), aSuffix3.At(0)),
		T("shape", aShape.At(-1), aShape.At(0)),
		T("shape", aShape.At(0), aShape.At(1)),
		T("shape", aShape.At(-1), aShape.At(0), aShape.At(1)),
		T("shape", aShape.At(0), aLow.At(-1)),
		T("case", aCase.At(0)),
		T("case", aCase.At(-1), aCase.At(0), aCase.At(1)),
		T("case", aCase.At(0), aLow.At(-1)),
		T("case", aCase.At(0), aLow.At(1)),
		T("case", aCase.At(0), aLow.At(-2)),
		T("case", aStart.At(0), aCase.At(0)),
		T("case", aQuoted.At(0)),
		T("case", aQuoted.At(0), aCase.At(0)),
		T("tags", aTag.At(-1), aTag.At(0)),
		T("tags", aTag.At(0), aTag.At(1)),
		T("tags", aTag.At(-1), aTag.At(0), aTag.At(1)),
		T("tags", aTag.At(0), aLow.At(-1)),
		T("tags", aTag.At(0), aLow.At(1)),
		T("tags", aTag.At(0), aShape.At(0)),
		T("lexicon", aLexicon.At(-1)),
		T("lexicon", aLexicon.At(0)),
		T("lexicon", aLexicon.At(1)),
		T("lexicon", aLexicon.At(-1), aLexicon.At(0)),
		T("lexicon", aLexicon.At(0), aLexicon.At(1)),
		T("lexicon", aLexicon.At(0), aCase.At(0)),
		T("lexicon", aLower.At(0)),
		T("lexicon", aLower.At(0), aCase.At(0)),
		T("gazetteer", aKnown.At(0)),
		T("gazetteer", aKnown.At(0), aCase.At(0)),
		T("gazetteer", aKnown.At(-1), aKnown.At(0)),
		T("gazetteer", aKnown.At(0), aKnown.At(1)),
		T("gazetteer", aKnown.At(-1), aKnown.At(0), aKnown.At(1)),
		T("gazetteer", aNames.At(-1)),
		T("gazetteer", aNames.At(0)),
		T("gazetteer", aNames.At(1)),
		T("gazetteer", aNames.At(-1), aNames.At(0)),
		T("gazetteer", aNames.At(0), aNames.At(1)),
		T("gazetteer", aNames.At(0), aLow.At(-1)),
		T("gazetteer", aNames.At(0), aTag.At(0)),
		T("compounds", aFront.At(0)),
		T("compounds", aFrontName.At(0)),
		T("compounds", aFrontName.At(0), aHead.At(0)),
		T("compounds", aHead.At(-2)),
		T("compounds", aHead.At(-1)),
		T("compounds", aHead.At(0)),
		T("compounds", aHead.At(1)),
		T("compounds", aHead.At(-1), aCase.At(0)),
		T("lists", aClass.At(-1)),
		T("lists", aClass.At(0)),
		T("lists", aClass.At(1)),
		T("traits", aTraits.At(0)),
		T("traits", aTraits.At(-1), aTraits.At(0)),
		T("traits", aTraits.At(0), aTraits.At(1)),
		T("listed", aListed.At(-1)),
		T("listed", aListed.At(0)),
		T("listed", aListed.At(1)),
		T("listed", aListed.At(0), aCase.At(0)),
		T("listed", aListed.At(0), aListed.At(1)),
		T("document", aElsewhere.At(-1)),
		T("document", aElsewhere.At(0)),
		T("document", aElsewhere.At(1)),
		T("document", aElsewhere.At(-1), aElsewhere.At(0)),
		T("document", aElsewhere.At(0), aElsewhere.At(1)),
		T("document", aElsewhere.At(0), aCase.At(0)),
	}
	list = append(list, T("guide", aGuide.At(0)), T("guide", aGuide.At(0), aBody.At(0)), T("guide", aGuide.At(0), aBody.At(0), aTag.At(-1)))
	list = append(list, T("lists", aBody.At(0)), T("lists", aBody.At(0), aLow.At(-1)), T("lists", aBody.At(0), aTraits.At(-1)), T("lists", aBody.At(1)),
		T("lists", aBody.At(1), aCase.At(0)), T("lists", aBody.At(-1)), T("lists", aBody.At(-1), aCase.At(0)), T("lists", aBody.At(-1), aLow.At(0)),
		T("lists", aBody.At(0), aLow.At(1)), T("lists", aBody.At(-2), aCase.At(0)))
	for _, a := range [...]linear.Attr{aWord, aTag, aShape, aCase, aNames, aFront, aClass, aTraits, aHead, aSeen, aSeenMost, aCluster0, aCluster1, aCluster3, aSuffix4, aSuffix5, aPrefix4, aLexicon} {
		list = append(list, T("guide", aGuide.At(0), a.At(0)))
	}
	for _, o := range [...]int{-1, 1} {
		for _, a := range [...]linear.Attr{aWord, aShape, aHead, aClass, aSeenMost, aCluster1} {
			list = append(list, T("guide", aGuide.At(o), a.At(o))) // one form only, see ownReach
		}
	}
	for _, a := range [...]linear.Attr{aQuoted, aKnown, aListed, aElsewhere} {
		list = append(list, T("guide", aGuide.At(0), a.At(0)))
	}
	for a := aPrefix2; a <= aSuffix5; a++ {
		list = append(list, T("affixes", a.At(0)))
	}
	for o := -2; o <= 2; o++ {
		list = append(list, T("words", aWord.At(o)), T("shape", aShape.At(o)), T("tags", aTag.At(o)),
			T("lexicon", aLexicon.Each(o)), T("gazetteer", aKnown.Each(o)))
	}
	for o := -1; o <= 1; o++ {
		list = append(list, T("words", aLow.At(o)), T("traits", aTraits.Each(o)))
	}
	for o := -3; o <= 2; o++ {
		list = append(list, T("lists", aClass.Each(o)), T("lists", aClass.Each(o), aCase.At(0)))
	}
	for o := -2; o <= 2; o++ {
		list = append(list, T("seen", aSeen.At(o)), T("seen", aSeenMost.At(o)))
	}
	list = append(list, T("seen", aSeen.At(-1), aSeen.At(0)), T("seen", aSeen.At(0), aSeen.At(1)), T("seen", aSeen.At(-1), aSeen.At(1)),
		T("seen", aSeenMost.At(-1), aSeenMost.At(0), aSeenMost.At(1)), T("seen", aSeen.At(0), aShape.At(0)),
		T("seen", aSeen.At(0), aNames.At(0)), T("seen", aSeen.At(0), aTraits.At(0)), T("seen", aSeenMost.At(0), aLow.At(-1)),
		T("seen", aSeenMost.At(0), aLow.At(1)), T("seen", aSeen.At(-1), aCase.At(0)), T("seen", aSeen.At(1), aCase.At(0)))
	for a := aCluster0; a < attrCount; a++ {
		for o := -1; o <= 1; o++ {
			list = append(list, T("clusters", a.At(o)))
		}
		list = append(list, T("clusters", a.At(-1), a.At(0)), T("clusters", a.At(0), a.At(1)), T("clusters", a.At(0), aShape.At(0)))
	}
	for _, a := range [...]linear.Attr{aCluster0, aCluster1, aCluster3} { // the finest of each kind
		list = append(list, T("clusters", a.At(-2)), T("clusters", a.At(2)), T("clusters", a.At(-1), a.At(1)),
			T("clusters", a.At(0), aNames.At(0)), T("clusters", a.At(-1), aCase.At(0)), T("clusters", a.At(1), aCase.At(0)))
	}
	return list
}

// ownReach is how far from a token the features of single forms are added up.
const ownReach = 2

// formAttrs are the attributes that a form has wherever it stands, but for its part of
// speech and whether a sentence begins with it.
func formAttrs() (list []linear.Attr) {
	for a := range attrCount {
		switch a {
		case aStart, aQuoted, aKnown, aListed, aElsewhere:
		default:
			list = append(list, a)
		}
	}
	return list
}

// fill puts the attributes of a sentence into the grid.
func (s *Scratch) fill(t *linear.Templates) {
	s.grid.Reset(t, len(s.words))
	quoted := uint64(1)
	for i := range s.words {
		w := &s.words[i]
		row := s.grid.Row(i)
		copy(row, s.forms[i].row[:])
		row[aListed] = uint64(w.listed)
		row[aStart] = uint64(min(i, 3)) + 1
		row[aQuoted] = quoted
		if s.votes != nil {
			row[aElsewhere] = s.votes.elsewhere(w.key, s.own[i])
		}
		if quotes(w.form) {
			quoted = 3 - quoted
		}
	}
	s.markKnown(func(i int, bits uint64) { s.grid.Row(i)[aKnown] |= bits })
}

// fillForm puts the attributes of formAttrs into a row.
func (r *Recogniser) fillForm(row []uint64, w *word) {
	form := w.form
	row[aGuide] = uint64(r.guide)
	row[aWord] = hash.Text(form)
	row[aLow] = hash.Folded(form)
	row[aTag] = hash.Text(w.token.STTS)
	row[aPrefix2] = hash.Text(letters.Prefix(form, 2))
	row[aPrefix3] = hash.Text(letters.Prefix(form, 3))
	row[aPrefix4] = hash.Text(letters.Prefix(form, 4))
	row[aPrefix5] = hash.Text(letters.Prefix(form, 5))
	row[aSuffix1] = hash.Text(letters.Suffix(form, 1))
	row[aSuffix2] = hash.Text(letters.Suffix(form, 2))
	row[aSuffix3] = hash.Text(letters.Suffix(form, 3))
	row[aSuffix4] = hash.Text(letters.Suffix(form, 4))
	row[aSuffix5] = hash.Text(letters.Suffix(form, 5))
	row[aShape] = letters.Shape(form)
	row[aCase] = w.kind
	row[aHead] = row[aLow]
	row[aClass] = uint64(w.class)
	row[aTraits] = uint64(w.traits)
	if w.class&body != 0 {
		noun, compound := r.lists.Head(form)
		row[aBody] = hash.Text(noun)
		if compound {
			row[aBody]++
		}
	}
	r.fillLexicon(row, w)
	if w.kind&7 > small {
		row[aNames] = uint64(w.gaz) + 1
	}
	row[aSeen], row[aSeenMost] = w.seen[0], w.seen[1]
	row[aCluster0] = r.germaner.First(form)
	r.clusters.Of(form, row[aCluster1:])
}

// fillLexicon puts in what the lexicon says of the word or its parts.
func (r *Recogniser) fillLexicon(row []uint64, w *word) {
	form := w.form
	f := w.entry.Features() & lexiconBits
	if !w.entry.Known() {
		if base, ok := genitiveName(form); ok {
			f = base & lexiconBits
		}
	}
	row[aLexicon] = uint64(f)
	if f == 0 {
		row[aLexicon] = bitUnknown
	}
	if w.kind&atStart != 0 {
		if low := lexicon.Lower(form); low.Known() {
			row[aLower] = uint64(low.Features()&lexiconBits) | bitKnown
		}
	}
	if w.kind&7 < small {
		return
	}
	if k := strings.LastIndexByte(form, '-'); k > 0 && k < len(form)-1 {
		row[aHead], row[aFront] = hash.Folded(form[k+1:]), hash.Text(form[:k])
		row[aFrontName] = 1<<16 | uint64(gazetteer.Lookup(form[:k]))
		if lexicon.Mask(form[k+1:]).HasAny(lexicon.Noun) {
			row[aFrontName] |= 1 << 17
		}
		return
	}
	if f != 0 {
		return
	}
	if h := lexicon.Head(form); h.Known() {
		front := form[:h.HeadStart()]
		row[aHead], row[aFront] = hash.Folded(form[h.HeadStart():]), hash.Folded(front)
		row[aFrontName] = 1<<18 | uint64(gazetteer.Lookup(front))
	}
}

// genitiveName returns the features of a name that the lexicon lacks in the
// genitive.
func genitiveName(form string) (lexicon.Features, bool) {
	if base, ok := wordlist.Genitive(form); ok {
		if f := lexicon.Mask(base); f.HasAny(lexicon.Name) {
			return f, true
		}
	}
	return 0, false
}
