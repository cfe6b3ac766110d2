package nouns

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

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
