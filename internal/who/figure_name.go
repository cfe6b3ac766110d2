package who

import (
	"strings"

	"github.com/laut-nlp/laut/internal/discourse"
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

// ownerOf returns whose the noun of a figure is, where a possessive or the text before tells it, as
// it stands behind the noun: von Eva Lang, der Geschädigten; or "".
func (f *figures) ownerOf(g *figure) string {
	k := f.ownerBefore(g)
	if k < 0 {
		k = f.bodyOfOffice(g)
	}
	if k < 0 {
		return ""
	}
	switch o := &f.list[k]; {
	case o.entity >= 0 && o.class != several:
		return f.GenitiveOfName(o.entity)
	case o.stem != "" && int(f.at[o.phrase.Head])-1 == k:
		return f.Genitive(o.phrase.Head, o.agr == nouns.Plural, (o.agr & nouns.Singular).One(), o.lemma)
	}
	return "von " + f.nameOfFigure(k)
}

// bodyOfOffice returns who is in focus where a noun that is always somebody's, as Vorstand is, stands
// without saying whose, or -1: the last text of authors, else a body.
func (f *figures) bodyOfOffice(g *figure) int {
	t := g.phrase.Head
	if g.entity >= 0 || g.kind&(discourse.KindSpeaksFor|discourse.KindOwned|discourse.KindAuthor) == 0 || g.phrase.End > t+1 || g.mentions[0].head != t {
		return -1
	}
	p := f.PhraseOf(t)
	if p.Of >= 0 || p.Determination != nouns.Definite && g.kind&discourse.KindSpeaksFor == 0 || discourse.Front(g.stem) != "" {
		return -1
	}
	if g.kind&discourse.KindAuthor != 0 {
		return int(f.inFocus(t, func(o *figure) int { return int(flag(o.class == someText && o.kind&discourse.KindCarrier == 0)) }))
	}
	return int(f.inFocus(t, whoHasSpokespeople))
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
	for t := max(0, g.phrase.First-1); t < g.phrase.Head; t++ {
		ref := f.Possessor(t)
		if w := f.Words[t].Lower(); ref < 0 || strings.HasPrefix(w, "mein") || strings.HasPrefix(w, "unser") {
			continue
		}
		k := f.figureOf(&f.Referents[ref])
		if k < 0 || &f.list[k] == g {
			continue
		}
		switch f.list[k].class {
		case namedPerson, namedBody, somePerson, someBody:
			owner = int(k)
		}
	}
	return owner
}
