package who

import (
	"strings"

	"github.com/laut-nlp/laut/internal/nouns"
)

// nameOfFigure returns the name of a figure.
func (f *figures) nameOfFigure(k int) string {
	g := &f.list[k]
	switch {
	case g.entity >= 0 && g.class != several:
		return f.Text.Entities[g.entity].Name
	case g.name != "":
	case f.isThisPaper(g):
		g.name = "diese Zeitung"
	default:
		g.name = f.NameOfPhrase(g.phrase, g.agr == nouns.Plural, (g.agr & nouns.Singular).One(), g.lemma, f.ownerOf(g))
	}
	return g.name
}

// isThisPaper reports whether a figure is the newspaper that the text stands in: dieser Zeitung.
func (f *figures) isThisPaper(g *figure) bool {
	t := g.phrase.Head
	return t > 0 && g.phrase.First == t-1 && g.lemma == "Zeitung" && strings.HasPrefix(f.Words[t-1].Lower(), "diese")
}

// ownerOf returns the name of whom a possessive before the noun of a figure means, or "".
func (f *figures) ownerOf(g *figure) string {
	if e := f.ownerBefore(g); e >= 0 {
		return f.Text.Entities[e].Name
	}
	return ""
}

// nameOfMine gives the noun of a question with mein before it the name of who speaks around it:
// Vorgänger von Katharina Lang.
func (f *figures) nameOfMine(q *question, around int32) {
	if q.own < 0 || around < 0 {
		return
	}
	if w := f.Words[q.words[0]].Lower(); !strings.HasPrefix(w, "mein") || len(w) > len("meines") { // not: Meinungsforscher
		return
	}
	if g := &f.list[q.own]; g.entity < 0 && g.name == "" && g.isPerson() && f.list[around].class == namedPerson {
		g.name = f.nameOfFigure(q.own) + " von " + f.nameOfFigure(int(around))
	}
}

// ownerBefore returns whom a possessive before the noun of a figure means, or -1.
func (f *figures) ownerBefore(g *figure) int {
	owner := -1
	if g.entity >= 0 || g.mentions[0].det != nouns.Possessed {
		return owner
	}
	for t := g.phrase.First; t < g.phrase.Head; t++ {
		if e := f.Owner(t); e >= 0 && f.list[e].class != namedPlace && f.list[e].class != namedThing {
			owner = e
		}
	}
	return owner
}
