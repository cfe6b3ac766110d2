package who

import (
	"math"
	"slices"

	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/nouns"
)

// How far from a claim figures are looked for, in tokens, and up to how many entities all
// persons of the text are tried. It keeps the time linear.
const (
	lookBack     = 1500
	lookAhead    = 100
	fewEntities  = 100
	lastSpeakers = 32
)

// near is what is known of a figure beside a claim.
type near struct {
	claim    int   // the claim that it is known of, from 1
	distance int32 // back to its nearest mention, in sentences
	inWords  bool
	rival    float32 // how probably words that were not chosen name it
	says     bool    // it is the subject of a verb of saying there
}

// candidates returns the figures that may be the speaker, in order, until the next call.
func (f *figures) candidates(q *question, h *history) (out []int32) {
	number := len(h.decided) + 1
	at := max(q.begin, q.anchor)
	here, from := f.Sentence[at], min(f.Sentence[q.anchor], f.Sentence[q.begin])
	first, last := -1, -1
	if len(q.words) > 0 {
		first, last = q.words[0], q.words[len(q.words)-1]
	}
	for len(f.near) < len(f.list) {
		f.near = append(f.near, near{})
	}
	seen := f.seen[:0]
	note := func(k int32) *near {
		n := &f.near[k]
		if n.claim != number {
			*n = near{claim: number, distance: math.MaxInt32}
			seen = append(seen, k)
		}
		return n
	}
	i, _ := slices.BinarySearchFunc(f.heads, min(q.begin, q.anchor)-lookBack, func(a head, t int) int { return int(a.token) - t })
	for ; i < len(f.heads) && int(f.heads[i].token) < max(q.end, last)+lookAhead; i++ {
		t, k := int(f.heads[i].token), f.heads[i].figure
		if f.Sentence[t] > here+1 && f.list[k].class != namedPerson {
			continue
		}
		n := note(k)
		n.distance = min(n.distance, max(from-f.Sentence[t], 0))
		n.says = n.says || f.heads[i].says && f.Sentence[t] >= from-1
		n.inWords = n.inWords || !f.heads[i].bridge && t >= first && t <= last
		if m := f.list[k].meant; m != 0 {
			d, says := n.distance, n.says
			n = note(m - 1)
			n.distance, n.says = min(n.distance, d), n.says || says
		}
	}
	if len(f.Text.Entities) <= fewEntities {
		for k := range f.Text.Entities {
			if f.list[k].class == namedPerson && len(f.list[k].mentions) > 0 {
				n := note(int32(k))
				n.distance = min(n.distance, lookBack)
			}
		}
	}
	for _, k := range h.decided[max(0, len(h.decided)-lastSpeakers):] {
		if k >= 0 {
			note(k)
		}
	}
	if q.guess >= 0 {
		note(q.guess)
	}
	for _, w := range q.c.Rivals {
		f.eachHead(w, func(k int32) {
			n := note(k)
			n.rival = max(n.rival, w.Prob)
		})
	}
	if q.group >= 0 {
		note(q.group).inWords = true
	}
	slices.Sort(seen)
	f.seen, out = seen, seen[:0] // which never goes ahead of what is still to be looked at
	around, owner := h.around(q), f.relatedTo(q)
	f.nameOfMine(q, around)
	if around >= 0 && q.kind == wordsIch && q.guess < 0 {
		q.guess, q.sieve = around, byQuotation
	}
	for _, k := range seen {
		switch g, n := &f.list[k], &f.near[k]; {
		case k == owner, k == around && q.tellsOfOthers(), f.refused(q, k):
		case n.inWords || n.rival > 0 || h.spoke[k] != 0 || q.guess == k || f.reaches(g, q, n):
			out = append(out, k)
		}
	}
	return out
}

// relatedTo returns of whom the words make the speaker the lawyer or the daughter, or -1.
func (f *figures) relatedTo(q *question) int32 {
	if q.kind != wordsPossessed || q.own < 0 || !f.list[q.own].isPerson() {
		return -1
	}
	return int32(f.ownerBefore(&f.list[q.own]))
}

// tellsOfOthers reports whether words inside a quotation mean another than who is quoted, who
// speaks of himself as ich.
func (q *question) tellsOfOthers() bool {
	return q.kind != wordsIch && q.kind != wordsName && q.kind != noWords
}

// refused reports whether a figure cannot be meant: what never speaks, the spokesperson who
// counts for an organisation, and the words whose speaker is asked for.
func (f *figures) refused(q *question, k int32) bool {
	g := &f.list[k]
	switch {
	case g.kind&(discourse.KindMute|discourse.KindCarrier) != 0:
		return true
	case (q.sieve == bySameFront || q.sieve == bySpokenFor) && int(k) == q.own:
		return g.class == somePerson
	}
	return q.kind == wordsTheirWords && g.mentions[0].head == q.noun
}

// reaches reports whether a figure may be meant that the words of the speaker do not name.
func (f *figures) reaches(g *figure, q *question, n *near) bool {
	dist := n.distance
	switch g.class {
	case namedPerson:
		return true
	case namedBody:
		return dist < 60
	case namedPlace:
		return dist <= 2
	case namedThing:
		return dist <= 1
	case somePerson, someBody:
		return dist <= 3 || q.stem != "" && discourse.Alike(q.stem, g.stem) > 0
	case someText:
		return dist <= 1
	case several:
		return dist <= 3 && q.agr&nouns.Plural != 0
	case someThing, somePlace: // die Fluglinie
		return n.says
	}
	return false
}
