package entities

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/nouns"
)

// predicate finds "Scholz ist Kanzler", "wurde zum Präsidenten gewählt" and
// "trat als Ministerin zurück" after a subject that ends before token v.
func (f *roleFinder) predicate(m *mentionOf, v int) {
	if v >= f.last || f.tags[v].VerbForm != extract.Finite || f.tags[v].Number == extract.Plural || f.tags[v].Mood == extract.Subjunctive {
		return
	}
	t := v + 1
	copula := f.Copulas.Has(f.text(v))
	for i := t; i < f.last && i < v+longestComplement; i++ {
		if f.isPerson(i) || f.is(i, ",", ";", ":") || f.Negations.Has(f.text(i)) {
			return
		}
		direct := copula && (i == t || f.skippable(t, i))
		switch {
		case f.is(i, "zum", "zur") && copula:
		case f.is(i, "als"):
		case direct:
			if n, at := f.phrase(i, f.last); n != nil && f.complete(m, n, i, at, nil) {
				return
			}
			continue
		default:
			continue
		}
		n, at := f.phrase(i+1, f.last)
		if n == nil {
			return
		}
		f.complete(m, n, i+1, at, func(end int) bool {
			if end < f.last && (f.tags[end].VerbForm == extract.Participle) && copula && f.Taken.Has(f.text(end)) {
				return true
			}
			return !f.is(i, "zum", "zur") && f.Holding.Has(f.d.Lemma(v))
		})
		return
	}
}

// skippable reports whether the tokens [from, to) say only when or how.
func (f *roleFinder) skippable(from, to int) bool {
	for i := from; i < to; i++ {
		switch f.tags[i].STTS() {
		case "ADV", "ADJD", "CARD":
		case "APPR":
			if !f.Since.Has(f.text(i)) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// complete adds the role of a predicate whose phrase begins at token t and whose
// noun is at token at, if the clause ends with it or closed says so.
func (f *roleFinder) complete(m *mentionOf, n *nouns.Noun, t, at int, closed func(end int) bool) bool {
	if n.Plural && !f.singularHere(n) || !f.fits(n, m.entity) || at+1 < f.last && f.name[at+1] != 0 {
		return false
	}
	p := f.Before(at, t)
	if p.First > t || closed == nil && n.Forms&nouns.Nominative == 0 {
		return false
	}
	end, of, _ := f.complement(at+1, f.last, true)
	if closed != nil {
		if !closed(end) {
			return false
		}
	} else if end < f.last && !f.is(end, ".", ",", ";", "und", "!", "–", ")", ":", "gewesen", "geworden") {
		return false
	}
	before, first := f.ownerBefore(n, p)
	f.add(m.entity, RolePredicate, n, first, end, pick(f.inside[at] != 0, before, of))
	return true
}
