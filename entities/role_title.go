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
