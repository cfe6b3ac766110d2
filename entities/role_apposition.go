package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/nouns"
)

// apposition reads article, adjectives, noun and what hangs on it from token t
// on. In brackets it must end before token to, else with a comma or the like; if
// the mention opens the sentence, the comma may be missing before the verb.
func (f *roleFinder) apposition(m *mentionOf, t, to int, bracket, opens bool) {
	n, at := f.phrase(t, to)
	if n == nil || n.Plural && !f.singularHere(n) || !f.fits(n, m.entity) {
		return
	}
	p := f.Before(at, t)
	if p.First > t && !f.Early.Has(f.text(t)) {
		return
	}
	end, of, _ := f.complement(at+1, to, true)
	type found struct {
		n           *nouns.Noun
		first, last int
		of          int
	}
	before, first := f.ownerBefore(n, p)
	list := []found{{n, first, end, pick(f.inside[at] != 0, before, of)}}
	for end < to && f.is(end, "und", "sowie") {
		o, k := f.phrase(end+1, to)
		if o == nil || !f.fits(o, m.entity) || o.Plural && !f.singularHere(o) {
			return
		}
		q := f.Before(k, end+1)
		if q.First > end+1 || q.Article != "" && q.Article != p.Article {
			return // der Vater und die Mutter
		}
		start := end + 1
		end, of, _ = f.complement(k+1, to, true)
		before, _ := f.ownerBefore(o, q)
		list = append(list, found{o, max(start, q.Adjectives), end, pick(f.inside[k] != 0, before, of)})
	}
	if bracket {
		if end != to {
			return
		}
	} else if end < to && !f.closes(end, m, p) && (!opens || f.tags[end].VerbForm != extract.Finite || p.Article != "" && !strings.HasPrefix(p.Article, "ein")) {
		return
	}
	for i, x := range list {
		if last := list[len(list)-1].of; x.of < 0 && i < len(list)-1 && x.last == x.n.Token+1 {
			x.of = last // Gründer und Chef von SpaceX
		}
		f.add(m.entity, RoleApposition, x.n, x.first, x.last, x.of)
	}
}

// closes reports whether an apposition can end before token t.
func (f *roleFinder) closes(t int, m *mentionOf, p nouns.Phrase) bool {
	switch f.text(t) {
	case ".", ";", ")", ":", "!", "?", "“", "\"", "–", "-", "(":
		return true
	case ",":
	default:
		return false
	}
	if next := f.nameAt(t + 1); next != nil && f.es[next.entity].Label == f.es[m.entity].Label {
		return false // an enumeration
	}
	// sagte Merkel, der Präsident, der ...
	if p.Article != "" && m.First > f.first && f.tags[m.First-1].VerbForm == extract.Finite && t+1 < f.last && (f.tags[t+1].STTS() == "PRELS" || f.tags[t+1].STTS() == "KOUS") {
		return false
	}
	return true
}

// phrase returns the noun of the phrase that begins at token t, and its token.
func (f *roleFinder) phrase(t, to int) (*nouns.Noun, int) {
	for i := t; i < to && i < t+nouns.LongestPhrase; i++ {
		if n := f.nounAt(i); n != nil {
			return n, i
		}
		switch f.tags[i].STTS() {
		case "ART", "ADJA", "ADV", "ADJD", "PPOSAT", "CARD":
			continue
		case "$,", "KON":
			if i > t && f.tags[i-1].STTS() == "ADJA" && i+1 < to && f.tags[i+1].STTS() == "ADJA" {
				continue
			}
		}
		if m := f.nameAt(i); m != nil && f.genitive(m) {
			continue // Deutschlands erste Kanzlerin
		}
		break
	}
	return nil, t
}
