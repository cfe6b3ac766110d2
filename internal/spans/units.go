package spans

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// unitInfo is what features ask of a unit.
type unitInfo struct {
	read     bool // the models look at it
	has      uint16
	mood     uint8      // of the verb of its first main clause
	lastKind claim.Kind // of the claim that the rules found last before it, or 0
	lastGap  uint8      // how many units before, farAway if too many
	lastSame bool       // in the same paragraph

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
	v.infos = make([]unitInfo, len(v.text.Units))
	last, kind := -1, claim.Kind(0) // where the rules found a claim last
	for u := range v.text.Units {
		in := &v.infos[u]
		in.lastGap = farAway
		if last >= 0 && u-last < farAway {
			in.lastGap = uint8(u - last)
			in.lastKind = kind
			in.lastSame = v.text.Units[last].Paragraph == v.text.Units[u].Paragraph
		}
		if k := v.lastKind(u); k != 0 {
			last, kind = u, k
		}
		un := &v.text.Units[u]
		if un.Furniture || un.Long() {
			continue
		}
		in.read = v.worthReading(u)
		v.unitTraits(u)
	}
}

// lastKind returns the kind of the last claim that has a part in a unit, or 0.
func (v *View) lastKind(u int) claim.Kind {
	for i := v.text.Units[u].Last - 1; i >= v.text.Units[u].First; i-- {
		if v.Marks[i].Role != 0 {
			return v.Marks[i].kind
		}
	}
	return 0
}

// worthReading reports whether a unit has anything that claims have: a word of saying,
// a Konjunktiv, sollen, a quotation, or a claim of the rules. In news that leaves out a
// third of the text, and one claim in forty.
func (v *View) worthReading(u int) bool {
	un := &v.text.Units[u]
	for i := un.First; i < un.Last; i++ {
		switch v.says.Strength(i) {
		case saying.StrongVerb, saying.ActVerb, saying.SayingNoun, saying.SayingMood, saying.SourceNoun, saying.SourceWord:
			return true
		}
		if v.Marks[i].Role != 0 || v.ws[i].Quoted || v.moodOf(i) >= moodSubjunctive {
			return true
		}
		switch v.ws[i].Text {
		case "soll", "sollen":
			return true
		}
	}
	return false
}

func (v *View) unitTraits(u int) {
	in, un := &v.infos[u], &v.text.Units[u]
	if len(un.Quotations) > 0 {
		in.has |= hasQuotation
	}
	if un.Heading {
		in.has |= isHeading
	}
	main := false
	for k := range v.clauseInfos(u) {
		c := &v.clauseInfos(u)[k]
		if c.cue && !c.Clause.Bracket {
			in.has |= hasCue
			if c.Clause.Kind == syntax.MainClause && !main {
				in.has |= hasMainCue
			}
		}
		if c.noun {
			in.has |= hasNounCue
		}
		if main || c.Clause.Verb < 0 || c.Clause.Kind != syntax.MainClause && c.Clause.Kind != syntax.VerbFirst {
			continue
		}
		main = true
		switch v.ws[c.Clause.Verb].Text {
		case "soll", "sollen":
			in.mood = moodSoll
		case "sollte", "sollten":
			in.mood = moodSollte
		default:
			in.mood = c.Mood
		}
	}
	for _, n := range v.touch[u] {
		in.has |= hasContent << (v.Found[n].Kind - claim.Direct)
	}
}

// labelOf returns the label that the token model gives content of a kind.
func labelOf(k claim.Kind) linear.Label { return LabelDirect + linear.Label(k-claim.Direct) }
