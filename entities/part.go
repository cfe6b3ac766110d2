package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// part finds the name at the front of a compound with hyphens: "Open-AI" in
// "Open-AI-Gründer". Whether it is one may depend on the rest of the document.
func (t *tagger) part(i int) bool {
	w := &t.words[i]
	k := strings.LastIndexByte(w.text, '-')
	if k <= 0 || k+1 == len(w.text) {
		return false
	}
	head := withoutGender(w.text[k+1:])
	if firstRune(head) == '-' || w.Kind != extract.Word {
		return false
	}
	if w.is&(onlyName|nameToo) != 0 || w.rank == sure || gazetteer.Lookup(head)&(gazetteer.Place|gazetteer.Word) == gazetteer.Town {
		return false // Baden-Baden, Berlin-Mitte
	}
	if w.is&unknown != 0 {
		return false
	}
	if f := lexicon.Lookup(head).Features(); f.HasAny(lexicon.PlaceName) || !f.HasAny(lexicon.Noun|lexicon.Adjective) && !lexicon.Head(head).Known() && t.nounClass(head) == 0 {
		return false
	}
	for _, p := range [...]string{"Ex-", "Vize-", "Anti-", "Nicht-", "Noch-", "Pro-", "Neu-", "Alt-"} {
		if strings.HasPrefix(w.text, p) && k > len(p) {
			t.addPart(w, i, len(p), k)
			return true
		}
	}
	t.addPart(w, i, 0, k)
	return true
}

// addPart adds text[from:to] of a word if it is a name, or may be one that the
// document has elsewhere.
func (t *tagger) addPart(w *word, i, from, to int) {
	name := w.text[from:to]
	label, ok := t.partLabel(name)
	if !ok {
		// Of "SPD-Fraktions-Chef" the front is the name.
		if j := strings.IndexByte(name, '-'); j > 0 {
			if l, ok := t.partLabel(name[:j]); ok {
				name, label = name[:j], l
			}
		}
	}
	head := t.nounClass(w.text[to+1:])
	c := t.add(i, i+1, label)
	c.Start = w.Start + from
	c.End = c.Start + len(name)
	c.form = Part
	if from == 0 {
		c.whole = folded(w.text)
	}
	c.weak = label == 0
	if c.weak && head&(office|man|woman) != 0 && t.strange(name) {
		c.weak = false
		c.score[ORG] += 2 * leastEvidence // a person has no Chef
	}
}

// strange reports whether no part of a compound's front is a German word.
func (t *tagger) strange(name string) bool {
	for s := range strings.SplitSeq(name, "-") {
		if !isUpper(s) || lexicon.Lookup(s).Known() || lexicon.Lower(s).Known() || lexicon.Head(s).Known() || t.capitals[s]&neverName != 0 || nounEnd(s) || shortHead(s) {
			return false
		}
	}
	return true
}

// partLabel returns the label of a name that the lists know.
func (t *tagger) partLabel(s string) (Label, bool) {
	if !isUpper(s) && form(s)&camel == 0 || t.capitals[s]&neverName != 0 {
		return 0, false
	}
	for _, n := range t.names[keyOf(s)] {
		if n.when == 0 && (!n.capitals() || n.exact == s) {
			return n.label, true
		}
	}
	g := gazetteer.Lookup(s)
	f := lexicon.Mask(s)
	switch {
	case f.HasAny(lexicon.PlaceName) && !f.HasAny(lexicon.Noun):
		return LOC, true
	case f.HasAny(lexicon.Noun) || g&gazetteer.Word != 0:
		return 0, false
	case g&(gazetteer.Country|gazetteer.Town) != 0 && g&gazetteer.Surname == 0:
		return LOC, true
	case f.HasAny(lexicon.LastName) || g&gazetteer.Surname != 0 && g&gazetteer.Place == 0:
		return PER, true
	case g&gazetteer.Company != 0 && g&gazetteer.FirstName == 0:
		return ORG, true
	case g&gazetteer.Place != 0:
		return LOC, true
	}
	return 0, false
}

// namePart reports whether s can be the name that a building or an institution
// bears.
func (t *tagger) namePart(s string) bool {
	if g := gazetteer.Lookup(s); g != 0 && g&gazetteer.Word == 0 {
		return true
	}
	return t.strange(s)
}
