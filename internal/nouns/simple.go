package nouns

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
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

// agree returns the forms that noun and phrase have in common, those of the noun
// alone if they have none in common: what was taken for the article may be
// somebody else's. It returns 0 if the phrase fits another noun of the same
// form, and that one only.
func (r *Reader) agree(n *Noun, base string, head int, forms Agreement, p Phrase, first int) Agreement {
	if n.sense&senseDeclined != 0 {
		switch e := endingOf(base); {
		case p.Forms == Plural:
			forms = Plural
		case p.Article != "":
			forms = weakEndings[e] &^ Neuter
		case e == "er" && (p.First == first || !r.IsNoun(p.First-1) && r.tags[p.First-1].POS != extract.ADP):
			forms = mascNom // Vorsitzender Lang
		default:
			forms = strongEndings[e] &^ Neuter
		}
		if forms == 0 {
			forms = Masculine | Plural
		}
	}
	if forms&p.Forms != 0 {
		return forms & p.Forms
	}
	if p.Article == "" || n.sense&senseDeclined != 0 {
		return forms
	}
	if nounForms(lexicon.Lookup(capitalised(base[head:])))&p.Forms != 0 {
		return 0
	}
	if p.Forms&Plural == 0 && forms&Singular != 0 {
		forms &= Singular // des deutschen Fußballer des Jahres
	}
	return forms
}

// isPlural decides on the number where the forms leave it open.
func (r *Reader) isPlural(n *Noun, p Phrase, first, last int) bool {
	f := n.Forms
	if f&Plural == 0 || f&Singular == 0 {
		return f&Plural != 0
	}
	t := n.Token
	before, behind := p.First-1, t+1
	named := behind < last && r.tags[behind].STTS() == "NE"
	switch {
	case p.Article == "der" && f&mascNom == 0:
		return !named // die Mehrheit der Abgeordneten
	case p.Article == "der":
		return !named && f&plurGen != 0 && before >= first && r.IsNoun(before) // die Zahl der Besucher
	case p.Article == "die" && f&Feminine != 0:
		return false
	case p.Article != "":
		if f&plurDat != 0 && f&mascAcc != 0 && !named { // den Angeklagten, den Menschen
			return p.Article != "den" && n.sense&senseDeclined != 0 || n.sense&senseEither != 0 ||
				before >= first && r.either.Has(r.lower(before))
		}
		return f&plurNom != 0
	case named:
		return false
	case p.Adjectives < t && f&mascNom != 0 && !letters.IsUpper(r.text(t-1)) && endingOf(r.text(t-1)) == "er":
		// "Europas größter Hersteller", but "nach Ansicht politischer Beobachter"
		return before >= first && r.tags[before].POS == extract.NOUN
	case before >= first && (r.lower(before) == "als" || r.predicative(before, first)):
		return f&Nominative&Singular == 0
	}
	if before >= first {
		if v := r.tags[before]; v.VerbForm == extract.Finite && v.Number == extract.Singular && v.Person == 3 && f&(mascNom|femNom|neutNom) != 0 && p.First == first+1 {
			return false
		}
	}
	if behind < last && before < first {
		if v := r.tags[behind]; v.VerbForm == extract.Finite && v.Number == extract.Singular {
			return false
		}
	}
	return true
}

// predicative reports whether a singular copula stands at token t or a little
// before it: "2003 wurde sie stellvertretende Vorsitzende".
func (r *Reader) predicative(t, first int) bool {
	for i := t; i >= first && i > t-5; i-- {
		if r.Copulas.Has(r.text(i)) {
			return r.tags[i].Number == extract.Singular
		}
		if r.tags[i].POS == extract.PUNCT || r.tags[i].POS == extract.ADP {
			return false
		}
	}
	return false
}

// IsNoun reports whether token i is a noun or a name.
func (r *Reader) IsNoun(i int) bool {
	return r.tags[i].POS == extract.NOUN || r.tags[i].POS == extract.PROPN
}
