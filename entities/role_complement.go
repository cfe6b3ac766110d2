package entities

import "github.com/laut-nlp/laut/extract"

// complement returns the end of what hangs on a noun that ends before token t:
// genitives, phrases with von, für and, if wide is set, other prepositions. of
// is the first entity that it names, person whether its last noun stands for a
// person, to whom a name after it would belong.
func (f *roleFinder) complement(t, to int, wide bool) (end, of int, person bool) {
	of = -1
	limit := min(to, t+longestComplement)
	for phrases := 0; phrases < 4; phrases++ {
		next, entity, p := f.complementPhrase(t, limit, wide, phrases > 0)
		if next == t {
			break
		}
		if of < 0 && (phrases == 0 || f.d.Tokens()[t].Kind == extract.OpenQuote) {
			of = entity
		}
		t, person = next, p
	}
	return t, of, person
}

const longestComplement = 16

// complementPhrase reads one phrase at token t; inner says that it is not the
// first.
func (f *roleFinder) complementPhrase(t, to int, wide, inner bool) (end, of int, person bool) {
	if t >= to {
		return t, -1, false
	}
	switch w := f.text(t); {
	case f.Genitives.Has(w):
		return f.object(t, t, to)
	case f.Owners.Has(w), wide && f.Complements.Has(w):
		return f.object(t, t+1, to)
	case w == "(":
		if k := f.bracketEnd(t); wide && k > t && k <= to {
			return k, -1, false
		}
	case w == "und", w == "sowie":
		if k := t + 1; inner && k < to && f.IsNoun(k) && f.nounAt(k) == nil && f.name[k] == 0 && f.IsNoun(t-1) {
			return k + 1, -1, false // Minister für Wirtschaft und Technik
		}
	default:
		if m := f.nameAt(t); wide && m != nil && m.First == t && m.Last <= to && f.genitive(m) {
			return m.Last, m.entity, false
		}
		if k := f.d.Tokens()[t].Kind; wide && k == extract.OpenQuote {
			for i := t + 1; i < to; i++ {
				if f.d.Tokens()[i].Kind != extract.CloseQuote {
					continue
				}
				if m := f.nameAt(t + 1); m != nil && m.Last == i {
					return i + 1, m.entity, false
				}
				return i + 1, -1, false
			}
		}
	}
	return t, -1, false
}

// object returns the end of the article, adjectives and nouns or name at token t
// that hang on what stands at token from, from if there are none.
func (f *roleFinder) object(from, t, to int) (end, of int, person bool) {
	of = -1
	for t < to && f.name[t] == 0 {
		s := f.tags[t].STTS()
		if s != "ART" && s != "ADJA" && s != "PPOSAT" && s != "CARD" && s != "PDAT" && s != "PIAT" && !(f.d.Tokens()[t].Kind == extract.Ordinal) && f.tags[t].POS != extract.DET {
			break
		}
		t++
	}
	nouns := t
	if t < to && f.d.Tokens()[t].Kind == extract.OpenQuote { // der Zeitung „Die Welt“
		if m := f.nameAt(t + 1); m != nil && m.Last < to && f.d.Tokens()[m.Last].Kind == extract.CloseQuote {
			return m.Last + 1, m.entity, false
		}
	}
	for t < to {
		if m := f.nameAt(t); m != nil && m.First == t && m.Last <= to {
			if t > nouns && (f.es[m.entity].Label == PER || person) {
				break // des Landes Emmanuel Macron
			}
			if of < 0 {
				of = m.entity
			}
			t = m.Last
			if person = f.es[m.entity].Label == PER; person {
				break
			}
			continue // the name may go on: Emsland Stärke GmbH
		}
		if f.tags[t].POS != extract.NOUN && f.tags[t].POS != extract.PROPN && f.d.Tokens()[t].Kind != extract.Numeral {
			break
		}
		if t > nouns && f.tags[t].POS == extract.NOUN && f.tags[t-1].POS == extract.NOUN {
			break
		}
		n := f.nounAt(t)
		person = n != nil && n.Person()
		t++
	}
	if t == nouns {
		return from, -1, false
	}
	return t, of, person
}
