package entities

import (
	"slices"
	"strings"

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
// not Martin and Martina; or of a first name whose surname is: Paul Kirchhof and Kirchhoff. It
// is -1 if there is none.
func (g *grouper) misspelt(n *fullName) int {
	if len(n.given) != 1 {
		return -1
	}
	var keys []string
	for _, given := range variants(n.given[0], shortestMisspelt, 2) {
		keys = append(keys, given+" "+n.surname)
	}
	if !strings.HasSuffix(n.given[0], ".") && n.numeral == "" {
		for _, surname := range variants(n.surname, shortestMisspeltSurname, 0) {
			keys = append(keys, n.given[0]+"  "+surname)
		}
	}
	if len(keys) == 0 {
		return -1
	}
	found := -1
	for _, key := range keys {
		if e, ok := g.bySpelling[key]; ok && found < 0 {
			found = e
		}
	}
	if found < 0 {
		found = g.create(true)
	}
	for _, key := range keys {
		note(g.bySpelling, key, found)
	}
	return found
}

// variants returns a name as it is and without each of its letters but the first two and the
// last ones that are kept; nothing for short names.
func variants(name string, shortest, kept int) []string {
	letters := []rune(name)
	if len(letters) < shortest || letters[len(letters)-1] == '.' {
		return nil
	}
	out := []string{name}
	for i := 2; i < len(letters)-kept; i++ {
		out = append(out, string(slices.Delete(slices.Clone(letters), i, i+1)))
	}
	return out
}
