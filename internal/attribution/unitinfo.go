package attribution

import "github.com/laut-nlp/laut/internal/linear"

// unitInfo is what features ask of a unit.
type unitInfo struct {
	read     bool // the models look at it
	has      uint16
	mood     uint8 // of the verb of its first main clause
	lastKind Kind  // of the claim that the rules found last before it, or 0
	lastGap  uint8 // how many units before, farAway if too many
	lastSame bool  // in the same paragraph

	likely Kind  // what the token model sees most in it, or 0
	part   uint8 // how large a part of it that is, as a share
}

// What a unit may have, as bits of unitInfo.has. Behind hasContent stand the kinds of
// claims whose content the rules found in it.
const (
	hasQuotation = 1 << iota
	isHeading
	hasCue
	hasNounCue
	hasMainCue
	hasContent

	unitTraits = 10 // how many bits there are
)

// farAway is how many units before a claim is not seen any more.
const farAway = 5

func (v *View) lookAtUnits() {
	v.infos = make([]unitInfo, len(v.units))
	last, kind := -1, Kind(0) // where the rules found a claim last
	for u := range v.units {
		in := &v.infos[u]
		in.lastGap = farAway
		if last >= 0 && u-last < farAway {
			in.lastGap = uint8(u - last)
			in.lastKind = kind
			in.lastSame = v.units[last].paragraph == v.units[u].paragraph
		}
		if k := v.lastKind(u); k != 0 {
			last, kind = u, k
		}
		un := &v.units[u]
		if un.furniture || un.long() {
			continue
		}
		in.read = v.worthReading(u)
		v.unitTraits(u)
	}
}

// lastKind returns the kind of the last claim that has a part in a unit, or 0.
func (v *View) lastKind(u int) Kind {
	for i := v.units[u].last - 1; i >= v.units[u].first; i-- {
		if v.marks[i].role != 0 {
			return v.marks[i].kind
		}
	}
	return 0
}

// worthReading reports whether a unit has anything that claims have: a word of saying,
// a Konjunktiv, sollen, a quotation, or a claim of the rules. In news that leaves out a
// third of the text, and one claim in forty.
func (v *View) worthReading(u int) bool {
	un := &v.units[u]
	for i := un.first; i < un.last; i++ {
		switch v.strength(i) {
		case strongVerb, actVerb, sayingNoun, sayingMood, sourceNoun, sourceWord:
			return true
		}
		if v.marks[i].role != 0 || v.ws[i].quoted || v.moodOf(i) >= moodSubjunctive {
			return true
		}
		switch v.ws[i].text {
		case "soll", "sollen":
			return true
		}
	}
	return false
}

func (v *View) unitTraits(u int) {
	in, un := &v.infos[u], &v.units[u]
	if len(un.quotations) > 0 {
		in.has |= hasQuotation
	}
	if un.heading {
		in.has |= isHeading
	}
	main := false
	for k := range v.clauseInfos(u) {
		c := &v.clauseInfos(u)[k]
		if c.cue && !c.bracket {
			in.has |= hasCue
			if c.kind == clauseMain && !main {
				in.has |= hasMainCue
			}
		}
		if c.noun {
			in.has |= hasNounCue
		}
		if main || c.verb < 0 || c.kind != clauseMain && c.kind != clauseVerbFirst {
			continue
		}
		main = true
		switch v.ws[c.verb].text {
		case "soll", "sollen":
			in.mood = moodSoll
		case "sollte", "sollten":
			in.mood = moodSollte
		default:
			in.mood = c.mood
		}
	}
	for _, n := range v.touch[u] {
		in.has |= hasContent << (v.found[n].Kind - Direct)
	}
}

// lookAtProbabilities fills what the token model says of the units.
func (v *View) lookAtProbabilities() {
	for u := range v.units {
		in, un := &v.infos[u], &v.units[u]
		if !in.read {
			continue
		}
		best := float32(.5)
		for kind := Direct; kind <= Reported; kind++ {
			if n := v.expected(un.first, un.last, kind); n > best {
				best, in.likely = n, kind
			}
		}
		if in.likely != 0 {
			in.part = share(float64(best) / float64(un.last-un.first))
		}
	}
}

// labelOf returns the label that the token model gives content of a kind.
func labelOf(k Kind) linear.Label { return labelDirect + linear.Label(k-Direct) }
