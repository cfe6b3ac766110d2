package entities

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// isFirstName reports whether a word is a first name more than anything else.
func (g *grouper) isFirstName(w string) bool {
	return gazetteer.Lookup(w).HasAny(gazetteer.FirstName)
}

// human reports whether a mention is a person's name: its label says so, or
// without one a first name before something that may be a surname.
func (g *grouper) human(m *mention) bool {
	if m.person || m.Label == PER {
		return m.Form != FormDerived
	}
	if m.Label != 0 || m.Form != FormName || m.last-m.first < 2 {
		return false
	}
	first, last := g.word(m, m.first), g.word(m, m.last-1)
	return (g.isFirstName(first) || isInitial(first)) && letters.IsUpper(last) && !lexicon.Mask(last).HasAny(lexicon.PlaceName) && gazetteer.Lookup(g.d.Slice(m.name)) == 0
}

func isInitial(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n > 0 && len(w) == n+1 && w[n] == '.' && letters.Is(r)
}

// A fullName is a person's name in its parts, all folded.
type fullName struct {
	given   []string // first names and initials
	surname string
	front   string // of a double surname the first: Leutheusser
	numeral string // XIV.
}

// parts takes a person's name apart. Small words inside it and words of nobility
// belong to no part: "Ursula von der Leyen" is Ursula and Leyen.
func (g *grouper) parts(m *mention) fullName {
	var n fullName
	last := m.last
	for last > m.first+1 {
		w := g.word(m, last-1)
		if w == "" || w == "." && last-m.first > 2 {
			last--
			continue
		}
		if wordlist.Form(w)&wordlist.Roman != 0 && len(w) > 1 {
			n.numeral = wordlist.Folded(w)
			last--
			continue
		}
		if w == "jun." || w == "jr." || w == "Jr." || w == "sen." || w == "Jr" {
			n.numeral = "jr"
			if w == "sen." {
				n.numeral = ""
			}
			last--
			continue
		}
		break
	}
	if last <= m.first {
		n.surname = m.key
		return n
	}
	w := g.word(m, last-1)
	n.surname = wordlist.Folded(w)
	if k := strings.IndexByte(w, '-'); k > 2 {
		n.front = wordlist.Folded(w[:k])
	}
	given := last - 1
	for i := m.first; i < last-1; i++ {
		if w := g.word(m, i); g.Particles.Has(w) || i > m.first && g.Nobility.Has(w) || i == m.first && g.Particles.Has(strings.ToLower(w)) && !g.isFirstName(w) {
			given = i // the surname begins here
			break
		}
	}
	for i := m.first; i < given; i++ {
		w := g.word(m, i)
		if g.Nobility.Has(w) || !letters.IsUpper(w) || i == m.first && given-m.first > 0 && g.ExactClass(w)&wordlist.Person != 0 && !g.isFirstName(w) {
			continue // Prinz Charles
		}
		if isInitial(w) {
			n.given = append(n.given, wordlist.Folded(w)+".")
		} else {
			n.given = append(n.given, wordlist.Folded(w))
		}
	}
	n.surname = cmp.Or(n.surname, m.key)
	return n
}

// fullNames makes the persons that are named by more than a surname.
func (g *grouper) fullNames() {
	g.byGiven, g.bySurname, g.byFirst = map[string]int{}, map[string]*bearers{}, map[string]*bearers{}
	g.byInitials, g.bySpelling, g.bySame = map[string]int{}, map[string]int{}, map[string][]spelled{}
	for i := range g.mentions {
		g.sign.Look()
		m := &g.mentions[i]
		if m.End-m.Start > longestMention {
			continue
		}
		m.person = g.human(m)
		if !m.person || m.Form != FormName || m.last-m.first < 2 {
			continue
		}
		n := g.parts(m)
		m.full = len(n.given) > 0 || n.numeral != ""
		if !m.full {
			continue
		}
		m.entity = g.person(m, &n)
		if g.entities[m.entity].gender == GenderUnknown {
			g.entities[m.entity].gender = g.genderOf(m, &n)
		}
		if g.buf = g.initials(g.buf[:0], m, false); len(g.buf) > 2 {
			g.noteUnique(g.byInitials, string(g.buf), m.entity)
		}
		gender := g.entities[m.entity].gender
		for _, s := range [...]string{n.surname, n.front} {
			if s != "" {
				bearer(g.bySurname, s).note(m.entity, gender)
			}
		}
		for k, given := range n.given {
			if !strings.HasSuffix(given, ".") {
				bearer(g.byFirst, g.firstKey(k, given)).note(m.entity, gender)
			}
		}
	}
}

// person returns the entity of a full name: the person of that surname who has
// one of the first names, or an initial that fits, and makes it if there is none.
func (g *grouper) person(m *mention, n *fullName) int {
	if e, ok := g.byKey[m.key]; ok {
		return e
	}
	e := -1
	if n.numeral == "" {
		e = g.findPerson(n)
	}
	if e < 0 {
		e = g.misspelt(n)
	}
	if e < 0 {
		e = g.create(true)
	}
	g.byKey[m.key] = e
	if n.numeral != "" {
		return e
	}
	for k, given := range n.given {
		for _, s := range [...]string{n.surname, n.front} {
			switch {
			case s == "":
			case k > 0:
				note(g.byGiven, later+given+" "+s, e) // Johann Wolfgang Goethe, for "Wolfgang Goethe"
			case strings.HasSuffix(given, "."):
				note(g.byGiven, given+" "+s, e) // J. Biden
			default:
				note(g.byGiven, given+" "+s, e)
				note(g.byGiven, g.short(given)+" "+s, e)
				note(g.byGiven, string(letters.First(given))+"_ "+s, e) // Joe Biden, for "J. Biden"
			}
		}
	}
	return e
}

// later marks the keys of first names but the first.
const later = "+"

func note(m map[string]int, key string, e int) {
	if _, ok := m[key]; !ok {
		m[key] = e
	}
}

// findPerson returns the person of that surname who has the first of the first
// names, at whatever place, or whose first one is among them, or -1: "Moritz Graf von
// Stauffenberg" is not Claus.
func (g *grouper) findPerson(n *fullName) int {
	for k, given := range n.given {
		initial := strings.HasSuffix(given, ".")
		letter := string(letters.First(given))
		for _, s := range [...]string{n.surname, n.front} {
			var keys [4]string
			switch {
			case s == "" || initial && k > 0: // George W. Bush and Laura W. Bush
			case initial:
				keys = [4]string{given + " " + s, letter + "_ " + s}
			case k > 0:
				keys = [4]string{given + " " + s, g.short(given) + " " + s}
			default:
				keys = [4]string{given + " " + s, g.short(given) + " " + s, letter + ". " + s, later + given + " " + s}
			}
			for _, key := range keys {
				if e, ok := g.byGiven[key]; ok && key != "" {
					return e
				}
			}
		}
	}
	return -1
}

// short returns the form that the short and long forms of a first name share:
// Rudi, Rudolf.
func (g *grouper) short(given string) string {
	if s, ok := g.nicknames[given]; ok {
		return s
	}
	return given
}

// bearers are the persons of one surname or first name: the one that was named
// last, by gender, and the first in the document.
type bearers struct {
	latest [3]int // entity + 1
	first  [3]int
	last   int
}

func bearer(m map[string]*bearers, name string) *bearers {
	b := m[name]
	if b == nil {
		b = &bearers{}
		m[name] = b
	}
	return b
}

func (b *bearers) note(entity int, g Gender) {
	if b.first[g] == 0 {
		b.first[g] = entity + 1
	}
}

func (b *bearers) name(entity int, g Gender) {
	b.latest[g] = entity + 1
	b.last = entity + 1
}

// find returns the entity of a bare name, or -1: the one named last, else the
// first that is still to come. Herr Müller is not Petra Müller.
func (b *bearers) find(g Gender) int {
	if g == GenderUnknown {
		if b.last != 0 {
			return b.last - 1
		}
		for _, f := range b.first {
			if f != 0 {
				return f - 1
			}
		}
		return -1
	}
	for _, of := range [...][3]int{b.latest, b.first} {
		for _, k := range [...]Gender{g, GenderUnknown} {
			if of[k] != 0 {
				return of[k] - 1
			}
		}
	}
	return -1
}

// bareNames gives surnames and first names alone to the persons that have them.
func (g *grouper) bareNames() {
	for i := range g.mentions {
		g.sign.Look()
		m := &g.mentions[i]
		if m.full {
			n := g.parts(m)
			g.named(m.entity, &n)
			continue
		}
		if m.Form == FormName && g.initialsOf(m) {
			continue
		}
		if m.Form == FormDerived || m.End-m.Start > longestMention || !m.person && !g.maybeBare(m) {
			continue
		}
		n := g.parts(m)
		if e := g.bearerOf(m, &n); e >= 0 {
			m.entity, m.person = e, true
			if g.entities[e].gender == GenderUnknown {
				g.entities[e].gender = m.title
			}
			g.named(e, &n)
			continue
		}
		if m.person && m.entity < 0 {
			m.entity = g.keyed(m)
			e := &g.entities[g.root(m.entity)]
			if e.gender == GenderUnknown {
				e.gender = g.genderOf(m, &n)
			}
		}
	}
}

// maybeBare reports whether a name that nobody labelled as a person's may be
// the surname of one: recognisers mistake a surname for a company or a town, so
// that is what it must not be known as.
func (g *grouper) maybeBare(m *mention) bool {
	if m.first+1 != m.last || m.Form != FormName {
		return false
	}
	if m.Label == 0 || g.bySurname[m.key] == nil {
		return m.Label == 0
	}
	w := g.d.Slice(m.name)
	return m.Label != MISC && !g.isListed(w) && !gazetteer.Lookup(w).HasAny(gazetteer.Place|gazetteer.Company) && !g.Places.Has(w) && !g.World.Has(w)
}

// bearerOf returns the person of whom a name is the surname or a first name, or
// -1. The second of two first names comes last: it may be a surname, as in
// "Álvaro Uribe Vélez".
func (g *grouper) bearerOf(m *mention, n *fullName) int {
	for _, s := range [...]string{n.surname, n.front} {
		if b := g.bySurname[s]; s != "" && b != nil {
			if e := b.find(m.title); e >= 0 {
				return e
			}
		}
	}
	if m.Label != PER && m.Label != 0 {
		return -1
	}
	for _, s := range [...]string{g.short(n.surname), later + n.surname} {
		if b := g.byFirst[s]; b != nil {
			if e := b.find(m.title); e >= 0 {
				return e
			}
		}
	}
	return -1
}

// named notes that a person has been named, for the bare names that follow.
func (g *grouper) named(e int, n *fullName) {
	gender := g.entities[e].gender
	for _, s := range [...]string{n.surname, n.front} {
		if b := g.bySurname[s]; b != nil {
			b.name(e, gender)
		}
	}
	for k, given := range n.given {
		if b := g.byFirst[g.firstKey(k, given)]; b != nil {
			b.name(e, gender)
		}
	}
}

// firstKey returns the key of grouper.byFirst for the k-th first name.
func (g *grouper) firstKey(k int, given string) string {
	if k > 0 {
		return later + given
	}
	return g.short(given)
}
