package entities

import (
	"fmt"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// derived gives the words made of names of places to the places: deutsch, Berliner.
func (g *grouper) derived() {
	for i := range g.mentions {
		g.sign.Look()
		if m := &g.mentions[i]; m.entity < 0 {
			m.entity = g.derivedFrom(m)
		}
	}
}

// derivedFrom returns the entity of the place that a word is made of, which is new
// if the document does not name the place.
func (g *grouper) derivedFrom(m *mention) int {
	s := g.d.Slice(m.Span)
	if len(s) > wordlist.LongestWord {
		return g.keyed(m)
	}
	if place, ok := g.People(s); ok {
		return g.placeNamed(place)
	}
	fronts := fronts(s)
	for _, f := range fronts {
		key := wordlist.Folded(f)
		for _, town := range [...]string{"", "bad", "st", "sankt"} { // Aiblinger of Bad Aibling
			if e, ok := g.byKey[town+key]; ok {
				return e
			}
		}
	}
	for _, f := range fronts {
		if g.isPlace(f) || gazetteer.Lookup(f).HasAny(gazetteer.Town|gazetteer.Country) {
			return g.placeNamed(f)
		}
	}
	// Nobody knows the place: the forms of the word are one entity at least.
	if len(fronts) > 0 {
		m.lean = wordlist.Folded(fronts[0])
		m.key = m.lean
	}
	return g.keyed(m)
}

// placeNamed returns the entity of a place, by its name or another name of it.
func (g *grouper) placeNamed(place string) int {
	key := wordlist.Folded(place)
	if e, ok := g.byKey[key]; ok {
		return e
	}
	if n, ok := g.lineOf[wordlist.KeyOf(place)]; ok {
		if e, ok := g.byAlias[n]; ok {
			return e
		}
	}
	e := g.create(false)
	g.byKey[key] = e
	g.entities[e].place = place
	g.alias(place, e)
	return e
}

// fronts returns what a word in -er or -isch may be made of, the most likely
// first: Rathenower of Rathenow, Wittenberger of Wittenberg or Wittenberge.
func fronts(s string) []string {
	if k := strings.LastIndexByte(s, ' '); k >= 0 && !strings.HasSuffix(s[:k], "er") {
		// Kloster Zinnaer
		var out []string
		for _, f := range fronts(s[k+1:]) {
			out = append(out, s[:k+1]+f)
		}
		return out
	}
	for _, e := range [...]string{"innen", "in", "n", "s", ""} {
		base, ok := strings.CutSuffix(s, e)
		stem, er := strings.CutSuffix(base, "er")
		if !ok || !er || len(stem) < 3 {
			continue
		}
		out := []string{stem, stem + "e", stem + "en"}
		if short, ok := strings.CutSuffix(stem, "n"); ok {
			out = append(out, short+"en") // Dresdner
		}
		if short, ok := strings.CutSuffix(stem, "an"); ok {
			out = append(out, short) // Hannoveraner
		}
		return out
	}
	for _, e := range [...]string{"", "e", "en", "er", "es", "em"} {
		base, ok := strings.CutSuffix(s, e)
		stem, isch := strings.CutSuffix(base, "isch")
		if !ok || !isch || len(stem) < 3 {
			continue
		}
		stem = letters.Title(stem)
		return []string{stem, stem + "ien", stem + "en", stem + "e", stem + "a", stem + "o"}
	}
	return nil
}

// entityName returns the name of an entity after the mention that names it best:
// its text without titles and genitive ending, in the nominative.
func (g *grouper) entityName(m *mention, place string) string {
	if m.Form == FormDerived {
		if place != "" {
			return place
		}
		return g.d.Slice(m.Span)
	}
	name := g.d.Slice(m.name)
	if m.Form != FormName || m.person || len(name) > longestMention {
		return name
	}
	if n, ok := g.nominatives[wordlist.KeyOf(name)]; ok && m.last-m.first > 1 {
		if wordlist.Folded(n) == m.key {
			return name // Freie Wähler
		}
		return n // Vereinigten Staaten
	}
	if plural, ok := strings.CutSuffix(name, "n"); ok && strings.HasSuffix(plural, "er") {
		if n, ok := g.nominatives[wordlist.KeyOf(plural)]; ok && m.last-m.first > 1 {
			return n // Freien Wählern
		}
	}
	return g.nominative(m, name)
}

// nominative gives the adjectives that open a name the endings that they have
// without article: "bei der Deutschen Bank" is "Deutsche Bank", "das Deutsche Rote
// Kreuz" "Deutsches Rotes Kreuz".
func (g *grouper) nominative(m *mention, name string) string {
	n := 0 // adjectives at the front
	for m.first+n < m.last-1 && weakAdjective(g.word(m, m.first+n)) != "" {
		n++
	}
	if m.first+n >= m.last || !letters.IsUpper(g.word(m, m.first+n)) {
		return name
	}
	head := g.word(m, m.first+n)
	if cut := headGenitive(head); cut > 0 && m.first+n < m.last-1 && m.first+n > 0 {
		at := g.d.Tokens()[m.first+n].End - m.name.Start
		name = name[:at-cut] + name[at:]
		head = head[:len(head)-cut]
	}
	if n == 0 {
		return name
	}
	ending := ""
	f := nouns.Features(head)
	switch f & lexicon.Genders {
	case lexicon.Feminine:
		ending = "e"
	case lexicon.Masculine:
		ending = "er"
	case lexicon.Neuter:
		ending = "es"
	}
	if plural := f.HasAny(lexicon.Plural) && !f.HasAny(lexicon.Singular); plural {
		ending = "e"
	}
	if ending == "" {
		return name
	}
	var b strings.Builder
	for i := m.first; i < m.first+n; i++ {
		b.WriteString(weakAdjective(g.word(m, i)) + ending + " ")
	}
	b.WriteString(name[g.d.Tokens()[m.first+n].Start-m.name.Start:])
	return b.String()
}

// weakAdjective returns an adjective with a weak ending without it, and "" for all other
// words.
func weakAdjective(w string) string {
	for _, e := range [...]string{"en", "em", "e"} {
		if stem, ok := strings.CutSuffix(w, e); ok && len(stem) > 2 && declined(w) {
			return stem
		}
	}
	return ""
}

// synonyms is what words/aliases.txt holds. It is immutable once read.
type synonyms struct {
	lineOf      map[string]int    // by keyOf: the number of the line
	nominatives map[string]string // the name as the list has it, by keyOf
	plurals     wordlist.Set      // by keyOf
	nicknames   map[string]string // folded short form: the folded long one
}

var otherNames = sync.OnceValue(func() *synonyms {
	l := &synonyms{lineOf: map[string]int{}, nominatives: map[string]string{}, plurals: wordlist.Set{}, nicknames: map[string]string{}}
	line := 0
	wordlist.Sections("aliases", func(section, s string) error {
		switch section {
		case "names":
			line++
			for name := range strings.SplitSeq(s, " = ") {
				key := wordlist.KeyOf(name)
				if _, ok := l.lineOf[key]; !ok {
					l.lineOf[key] = line
					l.nominatives[key] = name
				}
			}
		case "plurals":
			l.plurals[wordlist.KeyOf(s)] = struct{}{}
		case "first names":
			long, short, _ := strings.Cut(s, ":")
			for name := range strings.FieldsSeq(short) {
				if key := wordlist.Folded(name); l.nicknames[key] == "" {
					l.nicknames[key] = wordlist.Folded(long)
				}
			}
		default:
			return fmt.Errorf("unknown section %q", section)
		}
		return nil
	})
	return l
})
