package who

import (
	"github.com/laut-nlp/laut/internal/nouns"
	"slices"
)

// sieve is a way to guess whom a noun takes up. Each is tried in turn and is right more often
// than trees would find out that see only how each candidate looks, as in Raghunathan and
// others (A Multi-Pass Sieve for Coreference Resolution, EMNLP 2010); the trees then learn
// how far to believe it.
type sieve uint8

const (
	noGuess         sieve = iota
	bySameFront           // Ministeriumssprecher, where the Innenministerium is named
	byKindOfFront         // Firmensprecherin: a company
	byBodyInFocus         // eine Sprecherin
	byKindOfBody          // die Behörde
	byUnknownBody         // die Behörde, where nothing tells the kind of the body in focus
	byLink                // der 51-Jährige, der Luzerner
	byPersonInFocus       // der Landwirt
)

// guess returns the figure that the noun of the words takes up, or -1.
func (f *figures) guess(q *question) (int32, sieve) {
	x := f.Discourse
	if q.noun < 0 || q.stem == "" || q.agr == nouns.Plural || q.kind == wordsName {
		return -1, noGuess
	}
	kind := q.nounKind
	if kind == 0 {
		kind = holders().kindOfStem(q.stem)
	}
	if q.front.word != "" {
		k := f.inFocus(q.noun, func(g *figure) int {
			if g.class != namedBody && g.class != namedPlace {
				return 0 // a spokesperson counts for who has a name
			}
			switch f.frontFits(q, g) {
			case 5:
				return 8
			case 4:
				return 1
			}
			return 0
		})
		if k >= 0 && f.frontFits(q, &f.list[k]) == 5 {
			return k, bySameFront
		}
		return k, byKindOfFront
	}
	p := x.phraseOf(q.noun)
	person := q.own >= 0 && (f.list[q.own].class == somePerson || f.list[q.own].description)
	alone := p.of < 0 && !x.complement(q.noun) && q.noun == q.words[len(q.words)-1]
	switch {
	case !alone || p.Determination == nouns.Possessed:
	case kind&kindSpeaksFor != 0 && person:
		return f.inFocus(q.noun, func(g *figure) int {
			switch g.class {
			case namedBody:
				return 2
			case someBody:
				return 1
			}
			return 0
		}), byBodyInFocus
	case q.bodies != 0 && !person && p.Determination == nouns.Definite:
		company := q.bodies&bodies().nouns.kinds["firma"] != 0 // whose names tell least
		k := f.inFocus(q.noun, func(g *figure) int {
			if g.class != namedBody && g.class != namedPlace {
				return 0
			}
			switch f.bodyFits(q.bodies, g) {
			case 4:
				return 8
			case 3:
				return flagInt(g.class == namedBody && company)
			}
			return 0
		})
		if k >= 0 && f.bodyFits(q.bodies, &f.list[k]) == 4 {
			return k, byKindOfBody
		}
		return k, byUnknownBody
	case p.Determination == nouns.Definite && person:
		k := f.inFocus(q.noun, func(g *figure) int {
			if g.class != namedPerson || g.agr&q.agr == 0 {
				return 0
			}
			switch f.linked(q, g) {
			case 3:
				return 64
			case 2:
				return 16
			}
			return 1
		})
		if k >= 0 && f.linked(q, &f.list[k]) >= 2 {
			return k, byLink
		}
		return k, byPersonInFocus
	}
	return -1, noGuess
}

func flagInt(b bool) int { return int(flag(b)) }

// inFocus returns the most salient figure before token t, each place weighted by how well the
// figure fits, or -1.
func (f *figures) inFocus(t int, fits func(*figure) int) int32 {
	x := f.Discourse
	type sum struct {
		figure int32
		score  int
	}
	var sums [farPlaces]sum
	n := 0
	i := f.headBefore(t)
	for ; i >= 0 && n < farPlaces; i-- {
		h := &f.heads[i]
		if h.bridge {
			continue
		}
		g := &f.list[h.figure]
		d := int(x.sentence[t] - x.sentence[h.token])
		if d > 2*farSentences {
			break
		}
		fit := fits(g)
		if fit == 0 {
			continue
		}
		m := &g.mentions[f.mentionsBefore(int(h.figure), t)-1]
		for j := range g.mentions {
			if g.mentions[j].head == int(h.token) {
				m = &g.mentions[j]
				break
			}
		}
		score := fit * m.weight() * 16 >> min(d, 2*farSentences)
		k := 0
		for k < n && sums[k].figure != h.figure {
			k++
		}
		if k == n {
			sums[n].figure = h.figure
			n++
		}
		sums[k].score += score
	}
	best := -1
	for k := range n {
		if best < 0 || sums[k].score > sums[best].score {
			best = k
		}
	}
	if best < 0 {
		return -1
	}
	return sums[best].figure
}

// headBefore returns the number of the last head before token t, or -1.
func (f *figures) headBefore(t int) int {
	i, _ := slices.BinarySearchFunc(f.heads, t, func(h head, t int) int { return int(h.token) - t })
	return i - 1
}
