package entities

import (
	"strings"
	"unicode/utf8"
)

// leastEvidence is what a name needs for its label. On GermEval 2014 (train)
// fewer points cost more precision than they win recall.
const leastEvidence = 3

// resolve decides which candidates are mentions, labels them and groups them
// into entities.
func (t *tagger) resolve() []Entity {
	t.addSurnames()
	t.cutGenitives()
	t.coordinate()
	votes := t.vote()
	g := grouping{t: t, byKey: map[string]int{}, bySurname: map[string]*bearers{}, byFirstName: map[string]*bearers{}}
	kept := t.found[:0]
	for _, c := range t.found {
		if v, ok := votes[c.whole]; ok && v.strong && c.whole != "" {
			// Open-AI, which looks like a compound, is Open AI.
			w := &t.words[c.first]
			c.Span, c.form, c.base, c.key = w.Span, Name, w.text, c.whole
		}
		if w := &t.words[c.first]; c.weak && c.form == Name && w.is&noun != 0 && t.determined(c.first) {
			continue // er wohnt in Essen, aber das Essen
		}
		if v := votes[c.key]; c.form == Derived || v.strong && v.score.top() >= leastEvidence {
			if c.form != Derived {
				c.fixed = v.best()
			}
			kept = append(kept, c)
		}
	}
	t.found = kept
	return g.entities()
}

// surname returns the folded last word of a person's name.
func (t *tagger) surname(c *candidate) string {
	i := c.last - 1
	for i > c.first && t.words[i].is&roman != 0 {
		i--
	}
	w := t.words[i].text
	if i == c.last-1 {
		cut := t.d.Slice(c.Span)
		w = w[:max(0, len(w)-(len(cut)-len(c.base)))]
	}
	return folded(w)
}

// bearers are the persons of one surname or first name: the one that was named
// last, by gender, and the first in the document.
type bearers struct {
	latest [3]int // entity + 1
	first  [3]int
	last   int
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

// grouping gives each mention its entity.
type grouping struct {
	t           *tagger
	out         []Entity
	byKey       map[string]int
	bySurname   map[string]*bearers
	byFirstName map[string]*bearers
}

func (g *grouping) entities() []Entity {
	t := g.t
	for i := range t.found {
		t.found[i].entity = -1
		if c := &t.found[i]; c.fixed == PER && c.form == Name && c.last-c.first > 1 {
			c.entity = g.person(c)
		}
	}
	for i := range t.found {
		c := &t.found[i]
		switch {
		case c.entity >= 0:
		case c.fixed == PER && c.form != Derived:
			c.entity = g.bare(c)
		default:
			c.entity = g.keyed(c)
		}
		g.named(c)
	}
	g.acronyms()
	return g.finish()
}

// person returns the entity of a name of several words.
func (g *grouping) person(c *candidate) int {
	first, last := folded(g.t.words[c.first].text), g.t.surname(c)
	key := "p " + first + " " + last
	if g.t.words[c.last-1].is&roman != 0 || g.t.words[c.first].is&letterDot != 0 {
		key = "p " + c.key
	}
	id, ok := g.byKey[key]
	if !ok {
		id = g.create(c)
		g.byKey[key] = id
		if _, ok := g.byKey[c.key]; !ok {
			g.byKey[c.key] = id
		}
	}
	gender := g.t.personGender(c)
	if e := &g.out[id]; e.Gender == GenderUnknown {
		e.Gender = gender
	}
	bearer(g.bySurname, last).note(id, g.out[id].Gender)
	if g.t.firstName(c.first) {
		bearer(g.byFirstName, first).note(id, g.out[id].Gender)
	}
	return id
}

func bearer(m map[string]*bearers, name string) *bearers {
	b := m[name]
	if b == nil {
		b = &bearers{}
		m[name] = b
	}
	return b
}

// named notes that a person has been named, for the bare surnames that follow.
func (g *grouping) named(c *candidate) {
	if c.fixed != PER || c.form != Name || c.last-c.first < 2 {
		return
	}
	gender := g.out[c.entity].Gender
	bearer(g.bySurname, g.t.surname(c)).name(c.entity, gender)
	bearer(g.byFirstName, folded(g.t.words[c.first].text)).name(c.entity, gender)
}

// bare returns the entity of a surname or first name alone.
func (g *grouping) bare(c *candidate) int {
	for _, m := range [...]map[string]*bearers{g.bySurname, g.byFirstName} {
		if b, ok := m[c.key]; ok {
			if id := b.find(c.gender); id >= 0 {
				return id
			}
		}
	}
	id := g.keyed(c)
	if e := &g.out[id]; e.Gender == GenderUnknown {
		e.Gender = g.t.personGender(c)
	}
	return id
}

// keyed returns the entity of the same key.
func (g *grouping) keyed(c *candidate) int {
	if id, ok := g.byKey[c.key]; ok {
		return id
	}
	id := g.create(c)
	g.byKey[c.key] = id
	return id
}

func (g *grouping) create(c *candidate) int {
	g.out = append(g.out, Entity{ID: len(g.out), Label: c.fixed})
	return len(g.out) - 1
}

// stands reports whether a short form can stand for a name: it begins alike and
// its letters occur in the name in order; of four letters or more one may be
// missing, since the short form may come from another language.
func stands(short, long string) bool {
	s, l := folded(short), folded(long)
	if len(s) < 2 || len(s) >= len(l) || firstRune(s) != firstRune(l) {
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

// finish numbers the entities in order of their first mention and names them.
func (g *grouping) finish() []Entity {
	order := make([]int, len(g.out)) // new number + 1
	var out []Entity
	var from []int // what the name was taken from: 0 a name, 1 a part, 2 the place of a derived word
	var keys []string
	for _, c := range g.t.found {
		if order[c.entity] == 0 {
			e := g.out[c.entity]
			e.ID = len(out)
			out = append(out, e)
			from = append(from, int(Derived)+1)
			keys = append(keys, "")
			order[c.entity] = len(out)
		}
		e := &out[order[c.entity]-1]
		e.Mentions = append(e.Mentions, Mention{Span: c.Span, Form: c.form})
		// A name counts more than a part, a part more than what a list says of a
		// derived word; of each the longest counts, of equals the first, but "Deutsche
		// Bank" before "Deutschen Bank".
		f := int(c.form)
		if f < from[e.ID] || f == from[e.ID] && (len(c.key) > len(keys[e.ID]) || c.key == keys[e.ID] && len(c.base) < len(e.Name) && strings.Contains(c.base, " ")) {
			e.Name = c.base
			from[e.ID], keys[e.ID] = f, c.key
		}
		if e.Label == PER && e.Gender == GenderUnknown {
			e.Gender = c.gender
		}
	}
	return out
}
