package spans

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// unitTraits is what the models see of a unit beside its tokens and clauses.
type unitTraits struct {
	read  bool   // whether the models may read it: neither furniture nor too long
	worth bool   // whether the token model does, whatever the clause model says
	has   uint16 // bits: see hasQuotation
	mood  uint8  // of the verb of its first main clause

	// The last claim of the rules before the unit.
	lastKind          claim.Kind // 0 if it is too far away
	lastDistance      uint8      // in units, farAway if it is too far
	lastSameParagraph bool
}

// What a unit may have, as bits of unitTraits.has. From hasContent on there is a bit for
// each kind of claim whose content the rules found in it.
const (
	hasQuotation = 1 << iota
	isHeading
	hasCue
	hasNounCue
	hasMainCue
	hasContent
)

// farAway is how many units before a unit the rules' claims do not matter any more.
const farAway = 5

func (v *View) findTraits() {
	v.units = make([]unitTraits, len(v.text.Units))
	last, kind := -1, claim.Kind(0) // the last unit in which the rules found a claim, and its kind
	for u := range v.text.Units {
		v.text.Sign.Look()
		traits := &v.units[u]
		traits.lastDistance = farAway
		if last >= 0 && u-last < farAway {
			traits.lastDistance = uint8(u - last)
			traits.lastKind = kind
			traits.lastSameParagraph = v.text.Units[last].Paragraph == v.text.Units[u].Paragraph
		}
		if k := v.lastKindIn(u); k != 0 {
			last, kind = u, k
		}
		un := &v.text.Units[u]
		if un.Furniture || un.Long() {
			continue
		}
		traits.read, traits.worth = true, v.worthReading(u)
		traits.has, traits.mood = v.unitHas(u), v.unitMood(u)
	}
}

// lastKindIn returns the kind of the last claim of the rules that has tokens in a unit,
// or 0.
func (v *View) lastKindIn(u int) claim.Kind {
	for i := v.text.Units[u].Last - 1; i >= v.text.Units[u].First; i-- {
		if v.verdicts[i].Role != 0 {
			return v.verdicts[i].kind
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
		switch v.says.At(i).Strength {
		case saying.StrongVerb, saying.ActVerb, saying.SayingNoun, saying.SayingAdjective, saying.SourceNoun, saying.SourceWord:
			return true
		}
		if v.verdicts[i].Role != 0 || v.ws[i].Quoted || v.moodOf(i) >= moodSubjunctive {
			return true
		}
		switch v.ws[i].Text {
		case "soll", "sollen":
			return true
		}
	}
	return false
}

// unitHas returns the bits of what a unit has.
func (v *View) unitHas(u int) (has uint16) {
	un := &v.text.Units[u]
	if len(un.Quotations) > 0 {
		has |= hasQuotation
	}
	if un.Heading {
		has |= isHeading
	}
	cs := v.clausesOf(u)
	main := v.mainClause(u)
	for k := range cs {
		c := &cs[k]
		if c.cue && !c.Bracket {
			has |= hasCue
			if c.Kind == syntax.MainClause && (main < 0 || k <= main) {
				has |= hasMainCue
			}
		}
		if c.nounCue {
			has |= hasNounCue
		}
	}
	for _, n := range v.foundIn[u] {
		has |= hasContent << (v.found[n].Kind - claim.Direct)
	}
	return has
}

// unitMood returns the mood of a unit's main clause. Sollen has moods of its own.
func (v *View) unitMood(u int) uint8 {
	k := v.mainClause(u)
	if k < 0 {
		return moodNone
	}
	c := &v.clausesOf(u)[k]
	switch v.ws[c.Verb].Text {
	case "soll", "sollen":
		return moodSoll
	case "sollte", "sollten":
		return moodSollte
	}
	return c.Mood
}

// mainClause returns the first of a unit's clauses that is a main clause with a verb,
// or -1.
func (v *View) mainClause(u int) int {
	for k, c := range v.clausesOf(u) {
		if c.Verb >= 0 && (c.Kind == syntax.MainClause || c.Kind == syntax.VerbFirst) {
			return k
		}
	}
	return -1
}
