package entities

import (
	"cmp"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// Named is a mention before it has an entity: what a recogniser says of a span.
// A Label of 0 says that it does not know.
type Named struct {
	extract.Span
	Label Label
	Form  Form
}

// longestMention is in bytes. A longer span is no name.
const longestMention = 300

// Group groups mentions into the entities of a document, in order of their first
// mention, by their names. It does not ask who found the mentions. Of one entity
// are
//
//   - names that are equal but for genitive endings, endings of adjectives, case,
//     blanks, hyphens, ß and ss, decomposed letters, the article before them and the
//     legal form after them;
//   - a person's full names if a first name agrees, in a short form or by its
//     initial too, and what stands for them alone: the surname and the first name. Of
//     several persons with the name it is the one whose gender fits the title before
//     it, and of these the one that was named last, else the first that follows;
//   - long and short forms of other names: abbreviations in brackets or of the first
//     letters, what words/aliases.txt lists, and of organisations some of their words
//     where that fits one alone;
//   - words made of a place's name and the place, parts of compounds and the name.
//
// Any spans will do: their order does not matter, they may overlap and lie in
// each other. A span given twice is taken once, the first time; one that is
// outside of the text, blank or empty is left out; one of more than 300 bytes is
// compared as it is. Labels may contradict each other: the entity has the one that
// most of its mentions have, full forms counting more, and where none has any it is
// a person or MISC.
//
// Equal arguments give equal entities; the slice is the caller's. Time and memory
// are linear in the document and the mentions, about 5 µs a mention on one core.
// Group is safe for concurrent use.
func Group(d *extract.Document, names []Named) []Entity { return group(d, names, nil, nil) }

// group is Group. The listed spans are whole names of the user's lists: they are not short forms of others.
func group(d *extract.Document, names []Named, listed map[extract.Span]bool, sign *stop.Sign) []Entity {
	g := grouper{Lists: wordlist.Load(), synonyms: otherNames(), d: d, listed: listed, sign: sign}
	g.read(names)
	if len(g.mentions) == 0 {
		return nil
	}
	g.cutGenitives()
	g.readKeys()
	g.readGenders()
	g.fullNames()
	g.others()
	g.bareNames()
	g.acronyms()
	g.shortForms() // FC Bayern to FC Bayern München, so that there is one
	g.shortForms() // that Bayern can be
	g.derived()
	return g.finish()
}

// mention is a Named with what grouping needs to know of it.
type mention struct {
	Named
	start       int          // its first token
	first, last int          // tokens of the name, without the titles before it
	from, to    int          // tokens of its sentence
	name        extract.Span // without titles and genitive ending
	key         string       // the folded name
	lean        string       // the key without article, legal form and endings of adjectives
	title       Gender       // what titles and nouns before it say
	person      bool         // is, or may be, a person's name
	full        bool         // a person's name with more than a surname
	entity      int          // in grouper.entities, -1 if not yet known
}

// entity is an entity on its way. Entities that turn out to be one are joined.
type entity struct {
	into   int // the entity that it was joined to, or itself
	person bool
	gender Gender
	place  string // of an entity that derived words alone have made: the place
}

// grouper holds the work on one document.
type grouper struct {
	*wordlist.Lists
	*synonyms
	d        *extract.Document
	listed   map[extract.Span]bool // see group
	sign     *stop.Sign
	mentions []mention
	entities []entity

	byKey, byLean      map[string]int
	byAlias            map[int]int  // by number of the line in words/aliases.txt
	endings            wordlist.Set // the folded last words of all names
	byGiven            map[string]int
	byInitials         map[string]int       // of persons, or -1 if several have them
	bySpelling         map[string]int       // of persons, by surname and first name without one letter
	bySame             map[string][]spelled // persons of a first name, those that are named by no other
	bySurname, byFirst map[string]*bearers
	buf                []byte
}

// read takes the spans that can be mentions, in order of the text, and finds their
// tokens.
func (g *grouper) read(names []Named) {
	text := g.d.String()
	g.mentions = make([]mention, 0, len(names))
	for _, n := range names {
		if n.Start < 0 || n.End > len(text) || n.Start >= n.End || onlySpace(text[n.Start:min(n.End, n.Start+longestMention)]) {
			continue
		}
		g.mentions = append(g.mentions, mention{Named: n, name: n.Span, entity: -1})
	}
	slices.SortStableFunc(g.mentions, func(a, b mention) int {
		g.sign.Look()
		return byPlace(a.Span, b.Span)
	})
	g.mentions = slices.CompactFunc(g.mentions, func(a, b mention) bool { return a.Span == b.Span })
	sentences := g.d.Sentences()
	s := 0
	for i := range g.mentions {
		g.sign.Look()
		m := &g.mentions[i]
		m.first, m.last = g.d.TokensIn(m.Span)
		m.start = m.first
		for s < len(sentences) && sentences[s].Last <= m.first {
			s++
		}
		if s < len(sentences) && sentences[s].First <= m.first {
			m.from, m.to = sentences[s].First, sentences[s].Last
		} else {
			m.from, m.to = m.first, m.last
		}
		g.skipTitles(m)
	}
}

func onlySpace(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > ' ' && r != '\u00A0' })
}

// token returns the text of a token.
func (g *grouper) token(i int) string { return g.d.Slice(g.d.Tokens()[i].Span) }

// word returns what of a token lies in the name of a mention.
func (g *grouper) word(m *mention, i int) string {
	k := g.span(m, i, i+1)
	if k.Start >= k.End {
		return ""
	}
	return g.d.Slice(k)
}

// before returns the token before i in the sentence of m, "" at its begin.
func (g *grouper) before(m *mention, i int) string {
	if i <= m.from || i > m.to {
		return ""
	}
	return g.token(i - 1)
}

// after returns the token at i if it is in the sentence of m.
func (g *grouper) after(m *mention, i int) string {
	if i >= m.to {
		return ""
	}
	return g.token(i)
}

// skipTitles leaves the titles out of a person's name: Frau Dr. Merkel.
func (g *grouper) skipTitles(m *mention) {
	if m.Form != FormName || m.Label != PER && m.Label != 0 || m.End-m.Start > longestMention {
		return
	}
	for m.first+1 < m.last {
		c := g.Capitals[g.token(m.first)] & wordlist.PersonTitle
		if c == 0 || !letters.IsUpper(g.token(m.first+1)) {
			return
		}
		if m.title == GenderUnknown {
			m.title = genderOfTitle(c)
		}
		m.first++
		m.name.Start = g.d.Tokens()[m.first].Start
		m.person = true
	}
}

// create makes an entity.
func (g *grouper) create(person bool) int {
	g.entities = append(g.entities, entity{into: len(g.entities), person: person})
	return len(g.entities) - 1
}

// root returns the entity that e has become.
func (g *grouper) root(e int) int {
	for g.entities[e].into != e {
		g.entities[e].into = g.entities[g.entities[e].into].into
		e = g.entities[e].into
	}
	return e
}

// join makes b a part of a. Two persons are never joined.
func (g *grouper) join(a, b int) {
	a, b = g.root(a), g.root(b)
	if a == b || g.entities[a].person && g.entities[b].person {
		return
	}
	g.entities[b].into = a
	g.entities[a].person = g.entities[a].person || g.entities[b].person
	if g.entities[a].gender == GenderUnknown {
		g.entities[a].gender = g.entities[b].gender
	}
}

// others gives an entity to all names that are no persons'.
func (g *grouper) others() {
	for i := range g.mentions {
		g.sign.Look()
		if m := &g.mentions[i]; m.entity < 0 && m.Form != FormDerived && !m.person {
			m.entity = g.keyed(m)
		}
	}
}

// keyed returns the entity of the same name, and makes it if there is none.
func (g *grouper) keyed(m *mention) int {
	if e, ok := g.byKey[m.key]; ok {
		return e
	}
	if e, ok := g.byLean[m.lean]; ok {
		g.byKey[m.key] = e
		return e
	}
	e := g.create(false)
	g.byKey[m.key], g.byLean[m.lean] = e, e
	if m.End-m.Start <= longestMention {
		g.alias(g.d.Slice(m.name), e)
	}
	return e
}

// alias joins an entity to that of another name in the same line of
// words/aliases.txt: USA, Vereinigte Staaten.
func (g *grouper) alias(name string, e int) {
	n, ok := g.lineOf[wordlist.KeyOf(withoutArticle(name))]
	if !ok {
		if n, ok = g.lineOf[wordlist.KeyOf(strings.TrimSuffix(name, "n"))]; !ok || !strings.HasSuffix(name, "ern") {
			return // Freien Wählern
		}
	}
	if other, ok := g.byAlias[n]; ok {
		g.join(other, e)
		return
	}
	g.byAlias[n] = e
}

// finish makes the entities, numbered in order of their first mention.
func (g *grouper) finish() []Entity {
	number := make([]int, len(g.entities)) // of the entity + 1
	var out []Entity
	var best []*mention // what names the entity
	var votes [][MISC + 1]int
	for i := range g.mentions {
		g.sign.Look()
		m := &g.mentions[i]
		e := g.root(m.entity)
		if number[e] == 0 {
			out = append(out, Entity{ID: ID(len(out) + 1), Gender: g.entities[e].gender})
			best = append(best, m)
			votes = append(votes, [MISC + 1]int{})
			number[e] = len(out)
		}
		k := number[e] - 1
		out[k].Mentions = append(out[k].Mentions, Mention{m.Span, m.Form, m.start, m.last})
		if m.Label >= PER && m.Label <= MISC {
			votes[k][m.Label] += m.weight()
		}
		if g.better(m, best[k]) {
			best[k] = m
		}
	}
	for e := range g.entities {
		g.sign.Look()
		if k := number[e] - 1; k >= 0 {
			out[k].Label = elect(votes[k], g.entities[e].person)
			out[k].Name = g.entityName(best[k], g.entities[best[k].entity].place)
			if out[k].Label != PER {
				out[k].Gender = GenderUnknown
			}
			out[k].Number = g.number(best[k], out[k].Label)
		}
	}
	return out
}

// weight is how much the label of a mention counts.
func (m *mention) weight() int {
	switch {
	case m.Form != FormName:
		return 1
	case m.full || m.last-m.first > 1:
		return 3
	}
	return 2
}

// elect returns the label with the most votes, of equals the first. Mentions that
// have none are a person or something else.
func elect(votes [MISC + 1]int, person bool) Label {
	best := Label(0)
	for l := PER; l <= MISC; l++ {
		if votes[l] > votes[best] {
			best = l
		}
	}
	if person {
		return cmp.Or(best, PER)
	}
	return cmp.Or(best, MISC)
}

// better reports whether an entity should be named after a rather than b: names
// before parts and parts before derived words, longer before shorter ones, the
// nominative "Deutsche Bank" before "Deutschen Bank".
func (g *grouper) better(a, b *mention) bool {
	switch {
	case a.Form != b.Form:
		return a.Form < b.Form
	case a.lean == b.lean && a.last-a.first == b.last-b.first && a.last-a.first > 1:
		return len(a.key) < len(b.key)
	case a.full != b.full:
		return a.full
	}
	return len(a.key) > len(b.key)
}

// span returns the bytes of the tokens [first, last) that lie in the name of m.
func (g *grouper) span(m *mention, first, last int) extract.Span {
	return extract.Span{
		Start: max(g.d.Tokens()[first].Start, m.name.Start),
		End:   min(g.d.Tokens()[last-1].End, m.name.End),
	}
}

func (g *grouper) isListed(s string) bool { return len(g.Names[wordlist.KeyOf(s)]) > 0 }

// isListedAs reports whether a list has exactly this name.
func (g *grouper) isListedAs(s string) bool {
	return slices.ContainsFunc(g.Names[wordlist.KeyOf(s)], func(n wordlist.Listed) bool { return n.Exact == s })
}
