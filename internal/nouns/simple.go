package nouns

import (
	"strings"

	"github.com/laut-nlp/laut/internal/lexicon"
)

// whole returns what a noun that is no compound stands for; e is its entry.
func (w *Words) whole(s string, e lexicon.Entry) (sense senses, forms Agreement) {
	if end := endingOf(s); end != "" && len(s) <= w.longest+2 { // the lexicon lacks ein Abgeordneter
		var buf [64]byte
		if k := w.senses[string(append(append(buf[:0], s[:len(s)-len(end)]...), 'e'))]; k&senseDeclined != 0 {
			return k, anyForm
		}
	}
	if !e.Known() || !e.Features().HasAny(lexicon.Noun) {
		return w.unknown(s)
	}
	var buf [64]byte
	for x := range e.Readings() {
		lemma := x.AppendLemma(buf[:0], s)
		k := w.readingSense(x, lemma)
		if k&senseNeither != 0 {
			return senseNeither, 0
		}
		if k != 0 {
			sense |= k
			f := Forms(x.Features)
			if len(lemma)+1 == len(s) && s[len(s)-1] == 'e' {
				f &^= mascDat | neutDat // dem Freunde
			}
			forms |= f
		}
	}
	return sense, forms
}

// readingSense returns what one reading of a word stands for.
func (w *Words) readingSense(x lexicon.Reading, lemma []byte) senses {
	if !x.Features.HasAny(lexicon.Noun) {
		return 0
	}
	k := w.listedSense(lemma)
	if k&sensePerson != 0 && k&(senseWoman|senseEither|senseDeclined) == 0 {
		switch x.Features & lexicon.Genders {
		case lexicon.Feminine: // die Kunde is not der Kunde
			return w.feminineSense(lemma)
		case lexicon.Neuter:
			return k | senseEither
		}
	}
	switch {
	case k != 0 || x.Features.HasAny(lexicon.FromVerb):
		return k
	case x.Features.HasAny(lexicon.Masculine) && hasFeminine(lemma):
		return sensePerson | w.endSense(lemma)&(senseBody|senseMostlyBody) // Softwareentwickler
	case x.Features.HasAny(lexicon.Feminine):
		return w.feminineSense(lemma)
	}
	return 0
}

// endSense returns the sense of the longest end of a lemma that is listed.
func (w *Words) endSense(lemma []byte) senses {
	s := string(lemma)
	for i := range s {
		if i >= 3 && len(s)-i >= 5 {
			if k := w.senses[capitalised(s[i:])]; k != 0 && k&senseWhole == 0 {
				return k
			}
		}
	}
	return 0
}

// listedSense looks a lemma up. The lexicon has the lemmas Vorsitzende and
// Vorsitzender.
func (w *Words) listedSense(lemma []byte) senses {
	if len(lemma) > w.longest+1 {
		return 0
	}
	if k := w.senses[string(lemma)]; k != 0 {
		return k
	}
	if n := len(lemma) - 1; n > 3 && lemma[n] == 'r' {
		if k := w.senses[string(lemma[:n])]; k&senseDeclined != 0 {
			return k
		}
	}
	return 0
}

// unknown looks a noun that the lexicon lacks up in the forms that it may have
// been inflected from.
func (w *Words) unknown(s string) (senses, Agreement) {
	var known Agreement
	if len(s) > w.longest+5 {
		return 0, 0
	}
	for _, e := range [...]struct {
		end   string
		forms Agreement
	}{{"", anyForm &^ plurDat}, {"s", mascGen | neutGen | Plural}, {"n", anyForm &^ (mascNom | femNom | neutNom)}, {"en", anyForm &^ (mascNom | femNom | neutNom)},
		{"es", mascGen | neutGen}, {"e", Plural | mascDat | neutDat}, {"in", Feminine}, {"innen", Plural}} {
		base, ok := strings.CutSuffix(s, e.end)
		if !ok {
			continue
		}
		k := w.senses[base]
		if e.end == "in" || e.end == "innen" {
			plain := withoutDots(base)
			k |= w.senses[base+"e"] | w.senses[plain] | w.senses[plain+"e"] // Französin
			if k&sensePerson == 0 {
				continue
			}
			k = k&^senseBody | senseWoman
		}
		if k == 0 {
			continue
		}
		forms := e.forms
		for x := range lexicon.Head(s).Readings() {
			if x.Features.HasAny(lexicon.Noun) {
				known |= Forms(x.Features)
			}
		}
		if known == 0 && len(s) > 6 { // Betriebsrat, Bundesamt: too short for lexicon.Head
			known = nounForms(lexicon.Lookup(capitalised(s[len(s)-3:])))
		}
		if known != 0 {
			forms = known
		}
		return k, forms
	}
	return 0, 0
}
