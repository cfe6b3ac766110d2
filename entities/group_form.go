package entities

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// acronyms joins long and short forms: "Nordatlantikpakt (Nato)" and "Nato
// (Nordatlantikpakt)", and wherever they stand "Sozialdemokratische Partei
// Deutschlands" and "SPD", the first letters of its words.
func (g *grouper) acronyms() {
	initials := map[string]int{} // of names of several words: the entity, or -1 if there are several
	for i := range g.mentions {
		g.sign.Look()
		m := &g.mentions[i]
		if m.entity < 0 || m.person || m.Form != FormName || m.End-m.Start > longestMention {
			continue
		}
		if i > 0 {
			g.bracketed(&g.mentions[i-1], m)
		}
		for _, small := range [...]bool{false, true} {
			if g.buf = g.initials(g.buf[:0], m, small); len(g.buf) >= 3 {
				g.noteUnique(initials, string(g.buf), m.entity)
			}
		}
	}
	for i := range g.mentions {
		g.sign.Look()
		m := &g.mentions[i]
		if m.entity < 0 || m.person || m.Form == FormDerived || m.first+1 != m.last || len(m.key) < 3 || wordlist.Form(g.d.Slice(m.name))&wordlist.AllCaps == 0 {
			continue
		}
		if e, ok := initials[m.key]; ok && e >= 0 {
			g.join(e, m.entity)
		}
	}
}

// noteUnique notes the entity of a key, or -1 if there are several.
func (g *grouper) noteUnique(m map[string]int, key string, e int) {
	if other, ok := m[key]; !ok {
		m[key] = e
	} else if other >= 0 && g.root(other) != g.root(e) {
		m[key] = -1
	}
}

// bracketed joins two names if the second stands in brackets after the first
// and one is the short form of the other.
func (g *grouper) bracketed(a, b *mention) {
	end := a.last
	if end < b.first && g.d.Tokens()[end].Kind == extract.CloseQuote {
		end++ // „Freie Liste“ (FL)
	}
	if a.entity < 0 || a.person || a.Form != FormName || b.first-end != 1 || g.after(a, end) != "(" || g.after(b, b.last) != ")" {
		return
	}
	x, y := g.d.Slice(a.name), g.d.Slice(b.name)
	switch {
	case len(x) > longestMention:
	case g.explained(a, b, x, y):
		g.join(a.entity, b.entity)
	case b.last-b.first == 1 && stands(y, x):
		g.join(a.entity, b.entity)
	case a.last-a.first == 1 && stands(x, y):
		g.join(b.entity, a.entity)
	}
}

// explained reports whether an abbreviation in brackets can only be that of the organisation
// before it, whatever its letters: Liberaldemokraten (PLDM), after their own language. A name
// in the genitive may be the end of a longer one: Freunde der Deutschen Bank (FDB).
func (g *grouper) explained(a, b *mention, x, y string) bool {
	if b.last-b.first > 1 || a.Label != ORG || b.Label != ORG || g.listed[a.Span] || len(y) > longestShort ||
		wordlist.Form(y)&wordlist.AllCaps == 0 || wordlist.Form(x)&wordlist.AllCaps != 0 || g.isParty(x) || g.isParty(y) {
		return false
	}
	if before := g.before(a, a.first); before != "der" && before != "des" {
		return true
	}
	g.buf = g.initials(g.buf[:0], a, false)
	if len(g.buf) == 0 {
		g.buf = append(g.buf, a.key[0])
	}
	return !strings.HasSuffix(wordlist.Folded(y), string(g.buf))
}

// longestShort is in bytes: an abbreviation in brackets may come from another language.
const longestShort = 6

// initials appends the folded first letters of the words of a name that begin
// with a capital letter, of "Nordic-Baltic Bank" too, or those of all words: Reporter ohne
// Grenzen (ROG).
func (g *grouper) initials(dst []byte, m *mention, small bool) []byte {
	if m.last-m.first < 2 {
		return dst
	}
	for i := m.first; i < m.last; i++ {
		for part := range strings.SplitSeq(g.word(m, i), "-") {
			if (letters.IsUpper(part) || small && letters.Is(letters.First(part))) && g.Capitals[part]&wordlist.LegalForm == 0 {
				_, n := utf8.DecodeRuneInString(part)
				dst = wordlist.Fold(dst, part[:n])
			}
		}
	}
	return dst
}

// stands reports whether a short form can stand for a name: it begins alike and
// its letters occur in the name in order; of four letters or more one may be
// missing, since the short form may come from another language.
func stands(short, long string) bool {
	s, l := wordlist.Folded(short), wordlist.Folded(long)
	if len(s) < 2 || len(s) >= len(l) || letters.First(s) != letters.First(l) {
		return false
	}
	missing := 0
	for _, r := range s {
		i := strings.IndexRune(l, r)
		if i < 0 {
			if missing++; missing > 1 || len(s) < 4 {
				return false
			}
			continue
		}
		l = l[i+utf8.RuneLen(r):]
	}
	return true
}

// mostWords is how many words a name may have to be known by some of them.
const mostWords = 6

// shortForms joins an organisation that is named by some of its words: "Bayern"
// to "FC Bayern München", "Rotes Kreuz" to "Deutsches Rotes Kreuz",
// "Verfassungsgericht" to "Bundesverfassungsgericht"; a place with its water, "Frankfurt am
// Main", or with what state it is, "Republik Irland"; and places and others named by their
// noun: "Marktplatz" to "Bremer Marktplatz". Only where one long form fits.
func (g *grouper) shortForms() {
	longer := map[string]int{} // short form: the entity of the long one, or -1 if there are several
	for i := range g.mentions {
		g.sign.Look()
		m := &g.mentions[i]
		if m.entity < 0 || m.person || m.Form != FormName || m.End-m.Start > longestMention {
			continue
		}
		switch n := m.last - m.first; {
		case m.Label == ORG && n == 1:
			for _, front := range [...]string{"bundes", "landes", "staats", "eu"} {
				if rest, ok := strings.CutPrefix(m.key, front); ok && len(rest) >= 8 {
					g.noteUnique(longer, "ORG "+rest, m.entity)
				}
			}
		case m.Label == ORG && n <= mostWords:
			g.addRuns(m, longer)
		case n > 2 && slices.Contains(waterside, g.word(m, m.first+1)):
			g.noteUnique(longer, "LOC "+wordlist.Folded(g.word(m, m.first)), m.entity)
		case n > 1 && m.Label != ORG && (slices.Contains(states, g.word(m, m.last-2)) || g.endsInNoun(m)):
			g.noteUnique(longer, m.Label.String()+" "+wordlist.Folded(g.word(m, m.last-1)), m.entity)
		}
	}
	if len(longer) == 0 {
		return
	}
	for i := range g.mentions {
		g.sign.Look()
		m := &g.mentions[i]
		if m.entity < 0 || m.person || m.Form == FormDerived || g.listed[m.Span] {
			continue
		}
		for _, l := range [...]Label{ORG, LOC, MISC} {
			if m.Label != l && (l == ORG || m.Label != 0) {
				continue
			}
			e, ok := longer[l.String()+" "+m.lean]
			if ok && e >= 0 && !g.isParty(g.d.Slice(m.name)) {
				g.join(e, m.entity)
			}
		}
	}
}

// addRuns adds the parts of an organisation's name that may stand for it: what it
// ends with, and what it begins with unless only a place follows, as in "CDU
// Brandenburg"; of a club ("FC Bayern München") the words after the first too.
func (g *grouper) addRuns(m *mention, longer map[string]int) {
	first, last := m.first, m.last
	for last > first+1 && g.legal(m, last-1) {
		last--
	}
	ofClub := g.Capitals[g.word(m, first)]&wordlist.Club != 0
	for a := first; a < last; a++ {
		for b := a + 1; b <= last; b++ {
			if a == first && b == last || a > first && b < last && !(ofClub && a == first+1) {
				continue
			}
			if a == first && b < last && !ofClub && (b == last-1 && g.isPlace(g.word(m, b)) && !g.isPlace(g.word(m, a)) || wordlist.Form(g.word(m, a))&wordlist.AllCaps != 0) {
				continue
			}
			if w := g.word(m, b-1); !letters.IsUpper(w) || declined(w) || ofClub && b == first+1 && len(w) < 3 && wordlist.Form(w)&wordlist.AllCaps != 0 {
				continue
			}
			if w := g.word(m, a); b-a == 1 && a > first && (g.isPlace(w) && !ofClub || wordlist.Form(w)&wordlist.AllCaps != 0) {
				continue // Universität Potsdam, Super RTL
			}
			part := *m
			part.first, part.last = a, b
			part.name = g.span(m, a, b)
			part.key = wordlist.Folded(g.d.Slice(part.name))
			g.noteUnique(longer, "ORG "+g.leanOf(&part), m.entity)
		}
	}
}

// states are the nouns that say what state or city a place is, and make no other place of it.
var states = []string{
	"Republik", "Bundesrepublik", "Volksrepublik", "Königreich", "Fürstentum", "Großherzogtum", "Grossherzogtum", "Sultanat",
	"Freistaat", "Hansestadt", "Sonderverwaltungsregion",
}

// endsInNoun reports whether a name ends in an ordinary noun, by which it may be named alone.
func (g *grouper) endsInNoun(m *mention) bool {
	w := g.word(m, m.last-1)
	return !g.isPlace(w) && letters.IsUpper(w) && (lexicon.Mask(w).OnlyNoun() || lexicon.Head(w).Known())
}

func (g *grouper) isParty(name string) bool {
	return slices.ContainsFunc(g.Names[wordlist.KeyOf(name)], func(n wordlist.Listed) bool { return n.Party })
}

// waterside are the words that join a town with the water or land that tells it
// from others: Frankfurt am Main.
var waterside = []string{"am", "an", "im", "in", "bei", "ob", "vor", "(", "auf"}

// isPlace reports whether lists or lexicon know a place of this name.
func (g *grouper) isPlace(w string) bool {
	return g.Places.Has(w) || g.World.Has(w) || lexicon.Mask(w).HasAny(lexicon.PlaceName)
}
