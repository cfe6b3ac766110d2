package entities

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/nouns"
)

// title finds the nouns directly before a name and returns where the phrase
// begins with them.
func (f *roleFinder) title(m *mentionOf) int {
	label := f.es[m.entity].Label
	k := m.First - 1
	if label == ORG && k >= f.first && f.d.Tokens()[k].Kind == extract.OpenQuote {
		k--
	}
	if label == PER {
		k = f.beforeTitles(k)
	}
	n := f.nounAt(k)
	if n == nil || !f.suits(n, m.entity) {
		return m.First
	}
	names := f.coordinated(m)
	p := f.Before(k, f.first)
	if n.Plural && len(names) == 1 && n.Forms&nouns.Singular == 0 && p.Article != "" {
		return m.First
	}
	if p.First == k && k > f.first && len(names) == 1 && n.Forms&nouns.Nominative&nouns.Singular == 0 && n.Forms&nouns.Plural != 0 {
		switch f.tags[k-1].POS {
		case extract.VERB, extract.AUX, extract.ADV:
			return m.First // Auch sollen Polizisten Knüppel getragen haben
		}
	}
	of, first := f.ownerBefore(n, p)
	if !n.Plural {
		names = names[:1]
	}
	for _, o := range names {
		if f.suits(n, o.entity) && label == f.es[o.entity].Label {
			f.add(o.entity, RoleTitle, n, first, k+1, of)
		}
	}
	// Parteichef und Vizekanzler
	if p.Article == "" && p.First-2 >= f.first && f.is(p.First-1, "und", "sowie") && len(names) == 1 {
		if other := f.nounAt(p.First - 2); other != nil && !other.Plural && f.fits(other, m.entity) && (other.Gender == n.Gender || n.Plural) && other.Kind == n.Kind {
			q := f.Before(other.Token, f.first)
			of, first := f.ownerBefore(other, q)
			f.add(m.entity, RoleTitle, other, first, other.Token+1, of)
			return q.First
		}
	}
	return min(first, p.First)
}

// beforeTitles returns the last token up to k that is no form of address: in
// "Bürgermeister Dr. Lang" it is the mayor.
func (f *roleFinder) beforeTitles(k int) int {
	for k > f.first && (f.d.Tokens()[k].Kind == extract.Abbreviation && letters.IsUpper(f.text(k)) || f.Address.Has(f.text(k))) {
		k--
	}
	return k
}

// coordinated returns a mention and those that follow it in an enumeration.
func (f *roleFinder) coordinated(m *mentionOf) []*mentionOf {
	ms := []*mentionOf{m}
	for t := m.Last; len(ms) < 8; {
		if f.is(t, "(") {
			t = f.bracketEnd(t)
		}
		if !f.is(t, ",", "und", "sowie", "oder") {
			break
		}
		next := f.nameAt(t + 1)
		if next == nil || next.First != t+1 || f.es[next.entity].Label != f.es[m.entity].Label {
			break
		}
		ms = append(ms, next)
		t = next.Last
	}
	return ms
}

// titleWithComplement finds "Präsident der Weltbank Ajay Banga" and "die Chefin
// der Bank, Eva Lang,".
func (f *roleFinder) titleWithComplement(m *mentionOf) {
	if f.es[m.entity].Label != PER {
		return
	}
	k := f.beforeTitles(m.First - 1)
	comma := f.is(k, ",")
	if comma {
		k--
		end := m.Last
		if f.is(end, "(") {
			end = f.bracketEnd(end)
		}
		if !f.is(end, ",") && end < f.last && !f.is(end, ".") {
			return
		}
		if next := f.nameAt(end + 1); next != nil && f.es[next.entity].Label == PER {
			return
		}
	}
	for t := k; t >= f.first && t > k-longestComplement; t-- {
		n := f.nounAt(t)
		if n == nil || !f.fits(n, m.entity) || !n.Person() {
			if o := f.nameAt(t); o != nil && f.es[o.entity].Label != PER {
				t = o.First // its commas end nothing
				continue
			}
			if f.tags[t].VerbForm == extract.Finite || f.is(t, ",", ":", ";") || f.isPerson(t) {
				return
			}
			continue
		}
		if n.Plural {
			return
		}
		end, of, person := f.complement(t+1, k+1, comma)
		if end != k+1 || !comma && (end == t+1 || person) {
			return
		}
		p := f.Before(t, f.first)
		if outer := f.nounAt(p.First - 1); comma && outer != nil && outer.Person() && (p.Article == "des" || p.Article == "der") {
			continue // der Bruder des Papstes, Georg Lang,
		}
		if comma && p.Article == "" && !f.opensClause(p.First) {
			return
		}
		before, first := f.ownerBefore(n, p)
		kind := RoleTitle
		if comma {
			kind = RoleApposition
		}
		f.add(m.entity, kind, n, first, end, pick(f.inside[t] != 0, before, of))
		return
	}
}

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

// predicate finds "Scholz ist Kanzler", "wurde zum Präsidenten gewählt" and
// "trat als Ministerin zurück" after a subject that ends before token v.
func (f *roleFinder) predicate(m *mentionOf, v int) {
	if v >= f.last || f.tags[v].VerbForm != extract.Finite || f.tags[v].Number == extract.Plural || f.tags[v].Mood == extract.Subjunctive {
		return
	}
	t := v + 1
	copula := f.Copulas.Has(f.text(v))
	for i := t; i < f.last && i < v+longestComplement; i++ {
		if f.isPerson(i) || f.is(i, ",", ";", ":") || f.Negations.Has(f.text(i)) {
			return
		}
		direct := copula && (i == t || f.skippable(t, i))
		switch {
		case f.is(i, "zum", "zur") && copula:
		case f.is(i, "als"):
		case direct:
			if n, at := f.phrase(i, f.last); n != nil && f.complete(m, n, i, at, nil) {
				return
			}
			continue
		default:
			continue
		}
		n, at := f.phrase(i+1, f.last)
		if n == nil {
			return
		}
		f.complete(m, n, i+1, at, func(end int) bool {
			if end < f.last && (f.tags[end].VerbForm == extract.Participle) && copula && f.Taken.Has(f.text(end)) {
				return true
			}
			return !f.is(i, "zum", "zur") && f.Holding.Has(f.d.Lemma(v))
		})
		return
	}
}

// skippable reports whether the tokens [from, to) say only when or how.
func (f *roleFinder) skippable(from, to int) bool {
	for i := from; i < to; i++ {
		switch f.tags[i].STTS() {
		case "ADV", "ADJD", "CARD":
		case "APPR":
			if !f.Since.Has(f.text(i)) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// complete adds the role of a predicate whose phrase begins at token t and whose
// noun is at token at, if the clause ends with it or closed says so.
func (f *roleFinder) complete(m *mentionOf, n *nouns.Noun, t, at int, closed func(end int) bool) bool {
	if n.Plural && !f.singularHere(n) || !f.fits(n, m.entity) || at+1 < f.last && f.name[at+1] != 0 {
		return false
	}
	p := f.Before(at, t)
	if p.First > t || closed == nil && n.Forms&nouns.Nominative == 0 {
		return false
	}
	end, of, _ := f.complement(at+1, f.last, true)
	if closed != nil {
		if !closed(end) {
			return false
		}
	} else if end < f.last && !f.is(end, ".", ",", ";", "und", "!", "–", ")", ":", "gewesen", "geworden") {
		return false
	}
	before, first := f.ownerBefore(n, p)
	f.add(m.entity, RolePredicate, n, first, end, pick(f.inside[at] != 0, before, of))
	return true
}
