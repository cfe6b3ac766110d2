package who

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// front is the first part of a noun that tells whose spokesperson or words are meant:
// Ministeriumssprecher, Gewerkschaftsangaben.
type front struct {
	word   string // its stem
	bodies bodyKinds
	entity int // 1 + the entity that it names
}

// frontOf reads the front of a compound.
func (f *figures) frontOf(t int, stem string) front {
	if e := f.PartAt(t); e >= 0 {
		return front{entity: e + 1}
	}
	w := discourse.Front(stem)
	if w == "" {
		return front{}
	}
	for _, joint := range [...]string{"", "s", "es", "en", "n"} {
		base, ok := strings.CutSuffix(w, joint)
		if !ok || len(base) < 3 {
			continue
		}
		for _, end := range [...]string{"", "a", "e"} { // Firmen-, of Firma
			s := discourse.Stem(base + end)
			if k := bodies().nouns.of(s); k != 0 {
				return front{word: s, bodies: k}
			}
		}
	}
	return front{word: discourse.Stem(strings.TrimSuffix(w, "s"))}
}

// bodyFits tells how a figure fits the kinds that a noun takes up: 0 where it takes up none, 1
// if it can be no body, 2 not, 3 where nothing tells its kind, 4 that it does.
func (f *figures) bodyFits(want bodyKinds, g *figure) uint8 {
	if want == 0 || g.class == several {
		return 0
	}
	var have bodyKinds
	switch {
	case g.entity >= 0 && g.class != namedPerson:
		have = f.bodyOf(g.entity)
	case g.class == someBody || g.class == somePlace:
		have = g.bodies
	default:
		return 1
	}
	switch {
	case have&want != 0:
		return 4
	case have == 0:
		return 3
	}
	return 2
}

// frontFits tells how a figure fits the front of the noun: as bodyFits, 5 that its name ends
// with it, 6 that it is what the front names.
func (f *figures) frontFits(q *question, g *figure) uint8 {
	switch {
	case q.front.entity != 0:
		return 1 + flag(q.front.entity == g.entity+1)*5
	case q.front.word == "" || g.class == several:
		return 0
	}
	name := g.lemma
	if g.entity >= 0 {
		name = f.Text.Entities[g.entity].Name
	}
	for w := range strings.FieldsSeq(name) {
		if strings.HasSuffix(discourse.Stem(w), q.front.word) {
			return 5
		}
	}
	return f.bodyFits(q.front.bodies, g)
}

// hearsay tells whether a claim has the marks of what is said without a source: soll, angeblich.
func (f *figures) hearsay(c *claim.Claim) (class uint8) {
	for _, t := range c.Content {
		switch f.Words[t].Lower() {
		case "soll", "sollen":
			class |= 1
		case "angeblich", "mutmaßlich", "offenbar":
			class |= 2
		case "demnach", "danach":
			class |= 4
		}
	}
	return class
}

// linked tells whether the noun of the words names somebody by what else the text says of the
// figure: 3 the age (51-Jährige), 2 the origin (der Luzerner), 1 another's.
func (f *figures) linked(q *question, g *figure) uint8 {
	if q.noun < 0 || q.own < 0 || !f.list[q.own].isPerson() || g.class != namedPerson && g.class != somePerson {
		return 0
	}
	age, place := f.ageOrOrigin(q.noun)
	if age == "" && place == "" {
		return 0
	}
	for i := range g.mentions[:min(len(g.mentions), 6)] {
		m := &g.mentions[i]
		if m.bridge || m.head >= q.noun {
			break
		}
		for t := max(0, m.first-6); t < min(len(f.Words), m.last+8); t++ {
			if f.Sentence[t] != m.sentence {
				continue
			}
			if age != "" {
				if f.tellsAge(t, age, m) {
					return 3
				}
			} else if link := f.tellsOrigin(t, place, q.noun); link != 0 {
				return link
			}
		}
	}
	return 1
}

// ageOrOrigin returns the age that a noun tells of a person, or where the person comes from.
func (f *figures) ageOrOrigin(t int) (age, place string) {
	word := f.Words[t].Text
	if age = word[:len(word)-len(strings.TrimLeft(word, "0123456789"))]; age != "" {
		return age, ""
	}
	if place, _ = wordlist.Load().People(f.Text.Doc.Lemma(t)); place != "" {
		return "", place
	}
	if base, ok := strings.CutSuffix(strings.TrimSuffix(word, "in"), "er"); ok && len(base) > 3 && nouns.Features(word) == 0 {
		return "", base
	}
	return "", ""
}

// tellsAge reports whether the word at token t is an age of who is mentioned beside it: Stein, 51;
// die 51-jährige Stein.
func (f *figures) tellsAge(t int, age string, m *mention) bool {
	rest, ok := strings.CutPrefix(f.Words[t].Text, age)
	return ok && (rest == "" || strings.HasPrefix(rest, "-") && t < m.head)
}

// tellsOrigin tells whether the word at token t begins with a place, 3, which the noun itself does
// too, or means it, 2.
func (f *figures) tellsOrigin(t int, place string, noun int) uint8 {
	w := f.Words[t].Text
	if t != noun && strings.HasPrefix(w, place) {
		return 3
	}
	if p, ok := wordlist.Load().People(w); ok && p == place && f.Tags[t].POS == extract.ADJ {
		return 2
	}
	if e := f.WithinAt(t); e >= 0 && f.Text.Entities[e].Name == place {
		return 2
	}
	return 0
}
