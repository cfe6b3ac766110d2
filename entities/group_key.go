package entities

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// cutGenitives takes the genitive ending from each name. Whether an s is one the
// other names of the document tell best: "Altmans" where there is an "Altman".
func (g *grouper) cutGenitives() {
	g.endings = wordlist.Set{}
	for i := range g.mentions {
		g.sign.Look()
		if m := &g.mentions[i]; m.Form == FormName && m.first < m.last && m.End-m.Start <= longestMention {
			g.endings[wordlist.Folded(g.word(m, m.last-1))] = struct{}{}
		}
	}
	for i := range g.mentions {
		g.sign.Look()
		if m := &g.mentions[i]; m.Form == FormName && m.first < m.last && m.End-m.Start <= longestMention {
			m.name.End -= g.genitiveOf(m)
		}
	}
}

// genitiveOf returns how many bytes of a name are a genitive ending.
func (g *grouper) genitiveOf(m *mention) int {
	w := g.word(m, m.last-1)
	base, ok := wordlist.Genitive(w)
	if !ok {
		return 0
	}
	n := len(w) - len(base)
	name := g.d.Slice(m.name)
	if n < len(name) && g.isListedAs(name) {
		return 0
	}
	if w[len(base)] != 's' { // Hans', Peter's
		if m.Label == PER || m.Label == 0 || g.endings.Has(wordlist.Folded(base)) || gazetteer.Lookup(w) == 0 {
			return n
		}
		return 0
	}
	several := m.last-m.first > 1
	known, bare := gazetteer.Lookup(w), gazetteer.Lookup(base)
	if several && m.Label == PER && len(base) >= 3 && g.ownsNext(m) {
		return n // Theresa Mays Rede; Peters would have an apostrophe
	}
	if several && known.HasAny(gazetteer.Surname) && (m.Label == PER || m.Label == 0 && g.isFirstName(g.token(m.first))) {
		return 0 // Jürgen Peters, though a Peter is in the text
	}
	if len(base) > 3 && g.endings.Has(wordlist.Folded(base)) {
		return n
	}
	if e, ok := strings.CutSuffix(base, "e"); ok && len(e) > 3 && m.Label != PER && g.endings.Has(wordlist.Folded(e)) {
		return n + 1 // Jahn-Gymnasiums, Paulus-Hauses
	}
	for _, l := range g.Names[wordlist.KeyOf(name[:len(name)-n])] {
		if !several && l.Inflected(name) {
			return len(name) - len(l.Exact) // Bundestages
		}
	}
	f := lexicon.Mask(w)
	switch {
	case known != 0 || several && gazetteer.Lookup(name) != 0:
		return 0
	case f.HasAny(lexicon.Name) && f.Has(lexicon.Genitive) && !f.HasAny(lexicon.Nominative):
		return n
	case several && m.Label == PER && bare.HasAny(gazetteer.Surname) && g.isFirstName(g.token(m.first)),
		!several && bare.HasAny(kindOf[min(int(m.Label), len(kindOf)-1)]),
		g.Places.Has(base), several && gazetteer.Lookup(name[:len(name)-n]) != 0:
		return n
	case strings.ToUpper(base) == base:
		return n // SPDs
	case several && m.Label == PER:
		return 0
	case f.HasAny(lexicon.Noun), lexicon.Head(w).Known():
		if cut := nounGenitive(w); m.Label != PER || cut == n {
			return cut
		}
		return 0 // Brandes: a surname has no genitive in -es
	case several:
		return 0
	}
	if strings.IndexByte("iuoaey", w[len(w)-2]) >= 0 {
		return 0
	}
	if next := g.after(m, m.last); letters.IsUpper(next) && lexicon.Mask(next).HasAny(lexicon.Noun) {
		return n // Altmans Firma
	}
	return 0
}

// ownsNext reports whether a noun follows a name, which makes it a genitive.
func (g *grouper) ownsNext(m *mention) bool {
	next := g.after(m, m.last)
	head := next[strings.LastIndexByte(next, '-')+1:]
	return letters.IsUpper(head) && len(head) > 2 && (lexicon.Mask(head).OnlyNoun() || lexicon.Head(head).Known())
}

// nounGenitive returns how many bytes of a noun are its ending if it can only be
// a genitive: des Weißen Hauses.
func nounGenitive(w string) int {
	e := nouns.Entry(w)
	if f := e.Features(); !f.Has(lexicon.Noun|lexicon.Genitive) || f.HasAny(lexicon.Nominative) {
		return 0
	}
	for r := range e.Readings() {
		if l := r.Lemma(w); len(l) < len(w) && strings.HasPrefix(w, l) {
			return len(w) - len(l)
		}
	}
	return 0
}

// kindOf are the classes of the gazetteer that a label lets expect.
var kindOf = [...]gazetteer.Classes{
	0:    gazetteer.FirstName | gazetteer.Surname | gazetteer.Place | gazetteer.Company,
	PER:  gazetteer.FirstName | gazetteer.Surname,
	ORG:  gazetteer.Company,
	LOC:  gazetteer.Place,
	MISC: gazetteer.Company,
}

// readKeys makes what names are compared by.
func (g *grouper) readKeys() {
	g.byKey, g.byLean, g.byAlias = map[string]int{}, map[string]int{}, map[int]int{}
	for i := range g.mentions {
		g.sign.Look()
		m := &g.mentions[i]
		name := g.d.Slice(m.name)
		if len(name) > longestMention {
			m.key = name
			m.lean = name
			continue
		}
		m.key = wordlist.Folded(name)
		if m.key == "" {
			m.key = name // signs only
		}
		m.lean = g.leanOf(m)
	}
}

// leanOf returns the key of a name without the parts that may be left out or
// change: the article before it, the legal form after it, the endings of
// adjectives. Siemens AG is Siemens, "der Deutschen Bank" the Deutsche Bank.
func (g *grouper) leanOf(m *mention) string {
	first, last := m.first, m.last
	for last > first+1 && g.legal(m, last-1) {
		last--
	}
	if last > first+2 && g.Capitals[g.word(m, last-2)+g.word(m, last-1)]&wordlist.LegalForm != 0 {
		last -= 2 // e. V.
	}
	if last > first+1 && slices.Contains(articles, g.word(m, first)) {
		first++
	}
	buf := g.buf[:0]
	for i := first; i < last; i++ {
		w := g.word(m, i)
		start := len(buf)
		if m.Form == FormName && m.Label != PER && i < last-1 {
			w = w[:len(w)-headGenitive(w)]
		}
		buf = wordlist.Fold(buf, w)
		if m.Form == FormName && declined(w) && (i < last-1 || last-first == 1 && m.Label != PER && g.isListed(w)) {
			buf = append(buf[:start], wordlist.Bare(buf[start:])...)
		}
	}
	g.buf = buf
	return cmp.Or(string(buf), m.key)
}

func (g *grouper) legal(m *mention, i int) bool { return g.IsLegalForm(g.word(m, i)) }

// declined reports whether a word with a capital letter is an adjective: Deutschen,
// Grüne.
func declined(w string) bool {
	if len(w) < 5 || !letters.IsUpper(w) || strings.IndexByte("enrsm", w[len(w)-1]) < 0 {
		return false
	}
	if f := lexicon.Mask(w); f.HasAny(lexicon.FromAdjective) || f.HasAny(lexicon.Adjective) && !f.HasAny(lexicon.Name) {
		return true
	}
	return lexicon.Lower(w).Features().HasAny(lexicon.Adjective)
}

var articles = []string{"der", "die", "das", "den", "dem", "des", "Der", "Die", "Das", "Den", "Dem", "Des"}

// withoutArticle cuts the article that a name begins with: Die Grünen.
func withoutArticle(s string) string {
	if a, rest, ok := strings.Cut(s, " "); ok && slices.Contains(articles, a) {
		return rest
	}
	return s
}

// initialsOf gives a mention to the person whose initials it is: AKK where there is
// Annegret Kramp-Karrenbauer.
func (g *grouper) initialsOf(m *mention) bool {
	if m.first+1 != m.last || len(m.key) < 3 || len(m.key) > 4 {
		return false
	}
	w := g.d.Slice(m.name)
	e, ok := g.byInitials[m.key]
	if !ok || e < 0 || wordlist.Form(w)&wordlist.AllCaps == 0 || g.isListed(w) {
		return false
	}
	m.entity, m.person = e, true
	return true
}

// How many letters a first name and a surname have at least that may be misspelt: shorter ones
// are each other's neighbours.
const (
	shortestMisspelt        = 6
	shortestMisspeltSurname = 5
)

// misspelt returns the person of a surname whose first name is the same but for a letter
// that is missing, too much or another, inside the name: Katarina and Katharina Brandt, but
// not Martin and Martina; or of a first name whose surname has a letter more or less: Paul
// Kirchhof and Kirchhoff. It is -1 if there is none.
func (g *grouper) misspelt(n *fullName) int {
	if len(n.given) != 1 {
		return -1
	}
	same := g.bySame[n.given[0]]
	found := -1
	for _, s := range same[max(0, len(same)-mostSame):] {
		if found < 0 && isVariant(s.surname, n.surname) {
			found = s.entity
		}
	}
	keys := variants(n.given[0])
	for i, key := range keys {
		keys[i] = key + " " + n.surname
		if e, ok := g.bySpelling[keys[i]]; ok && found < 0 {
			found = e
		}
	}
	if found < 0 {
		found = g.create(true)
	}
	for _, key := range keys {
		note(g.bySpelling, key, found)
	}
	if len(n.surname) >= shortestMisspeltSurname && !strings.HasSuffix(n.given[0], ".") {
		g.bySame[n.given[0]] = append(same, spelled{n.surname, found})
	}
	return found
}

// spelled is a person of a first name.
type spelled struct {
	surname string
	entity  int
}

// mostSame is how many persons of a first name a new one is compared with, so that time stays
// linear.
const mostSame = 8

// isVariant reports whether one of two surnames has a letter more than the other, not at its
// front.
func isVariant(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < shortestMisspeltSurname || len(a) == len(b) {
		return false
	}
	k := 0
	for k < len(a) && a[k] == b[k] {
		k++
	}
	_, size := utf8.DecodeRuneInString(b[k:])
	return k >= 2 && a[k:] == b[k+size:]
}

// variants returns a name as it is and without each of its inner letters; nothing for short
// names.
func variants(name string) []string {
	letters := []rune(name)
	if len(letters) < shortestMisspelt || letters[len(letters)-1] == '.' {
		return nil
	}
	out := []string{name}
	for i := 2; i < len(letters)-2; i++ {
		out = append(out, string(slices.Delete(slices.Clone(letters), i, i+1)))
	}
	return out
}
