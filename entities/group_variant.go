package entities

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/wordlist"
)

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
