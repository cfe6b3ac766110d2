package spans

import (
	"math"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/portable"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// The features of a candidate, a small number each. Probabilities are those of the
// token model, as grades.
const (
	fKind = iota
	fRule
	fAgree     // share of a claim of the rules of the same kind
	fAgreeRule // its rule
	fAgreeAny  // share of a claim of the rules of any kind
	fInside    // mean probability of the kind
	fLeast
	fOutside // in the rest of the unit
	fFirst   // at the ends, and next to them
	fBefore
	fLast
	fAfter
	fOther   // of the other kinds
	fContent // of all kinds
	fCueProb // the largest in the unit, outside
	fSpeaker
	fFrame   // mean, outside
	fCueLeft // the largest within ten tokens before
	fCueRight
	fLength
	fShare // of the unit
	fRuns
	fUnits
	fJointLeft // what mark or word stands before and behind
	fJointRight
	fOpening // what kind of word it begins with
	fEnding
	fAligned // with clauses
	fMood    // of the first verb
	fMoodsIn // a bit for each mood, of all verbs
	fVerbs
	fClause   // kind of its first clause
	fLeftKind // of the clause before: kind, whether it has a cue, what that takes
	fLeftCue
	fLeftTakes
	fRightKind
	fRightCue
	fRightTakes
	fMain     // mood of the unit's main clause
	fLastKind // the claim that the rules found last, and how far away
	fLastGap
	fLastSame // whether it is in the same paragraph
	fLastProb // what the token model sees most in the unit before, and how much
	fLastShare
	fNextProb
	fNextShare
	fQuoted    // share within quotation marks
	fNames     // share in names
	fQuotation // of a quotation: how it looks, as bits
	fHeading

	fIsKind                          // a place for each kind: 1 for that of the candidate
	fFrom          = fIsKind + 5     // a place for each origin
	fUnitHas       = fFrom + origins // a place for each trait of the unit
	filterFeatures = fUnitHas + unitTraits
)

// FilterFeatures is how many features the filter sees.
const FilterFeatures = filterFeatures

// Grade puts a probability into one of 13 classes, evenly by its logarithm of odds.
func Grade(p float32) uint8 {
	q := float64(min(max(p, .002), .998))
	return uint8(math.Round(portable.Log(q/(1-q)) + 7))
}

// Share puts a part of a whole into one of 22 classes, the last for all of it.
func Share(p float64) uint8 {
	if p > .999 {
		return 21
	}
	return uint8(p * 20)
}

// fillCandidate fills the features of a candidate.
func (v *Reading) fillCandidate(row []uint8, c *candidate) {
	clear(row)
	un := &v.text.Units[c.unit]
	first, last := c.content[0], c.content[len(c.content)-1]
	n := len(c.content)
	row[fKind] = uint8(c.kind)
	row[fIsKind+int(c.kind-claim.Direct)] = 1
	for k := range origins {
		row[fFrom+k] = uint8(c.from >> k & 1)
	}
	row[fRule] = uint8(c.by)
	agree, any, by := 0.0, 0.0, rules.Rule(0)
	end := v.UnitAt(last)
	v.Touching(c.unit, end, func(_ int, f *rules.Claim) {
		j := claim.Jaccard(f.Content, c.content)
		if f.Kind == c.kind && j > agree {
			agree, by = j, f.By
		}
		any = max(any, j)
	})
	row[fAgree], row[fAgreeAny], row[fAgreeRule] = Share(agree), Share(any), uint8(by)
	v.fillProbabilities(row, c)
	row[fLength] = uint8(math.Log2(float64(n)) * 4)
	row[fUnits] = uint8(min(end-c.unit, 5))
	row[fShare] = Share(float64(n) / float64(v.text.Units[end].Last-un.First))
	row[fRuns] = 1
	quoted, names := 0, 0
	for k, t := range c.content {
		if k > 0 && c.content[k-1] != t-1 {
			row[fRuns] = min(row[fRuns]+1, 5)
		}
		if v.ws[t].Quoted {
			quoted++
		}
		if v.text.Entity[t] >= 0 {
			names++
		}
	}
	row[fQuoted], row[fNames] = Share(float64(quoted)/float64(n)), Share(float64(names)/float64(n))
	if first > un.First {
		row[fJointLeft] = v.Joint(first-1) + 1
	}
	if last+1 < v.text.Units[end].Last {
		row[fJointRight] = v.Joint(last+1) + 1
	}
	row[fOpening], row[fEnding] = v.Opening(first), v.Joint(last)
	if c.kind == claim.Direct {
		row[fQuotation] = v.looks(first, last)
	}
	if un.Heading {
		row[fHeading] = 1
	}
	in := &v.infos[c.unit]
	row[fMain] = in.mood
	for k := range unitTraits {
		row[fUnitHas+k] = uint8(in.has >> k & 1)
	}
	row[fLastKind], row[fLastGap] = uint8(in.lastKind), in.lastGap
	if in.lastSame {
		row[fLastSame] = 1
	}
	if c.unit > 0 {
		row[fLastProb], row[fLastShare] = uint8(v.likely[c.unit-1].kind), v.likely[c.unit-1].part
	}
	if end+1 < len(v.text.Units) {
		row[fNextProb], row[fNextShare] = uint8(v.likely[end+1].kind), v.likely[end+1].part
	}
	v.fillCandidateClauses(row, c)
}

// fillProbabilities fills what the token model says of a candidate.
func (v *Reading) fillProbabilities(row []uint8, c *candidate) {
	un := &v.text.Units[c.unit]
	if !v.infos[c.unit].read {
		return
	}
	y := labelOf(c.kind)
	first, last := c.content[0], c.content[len(c.content)-1]
	var inside, content, outside, cue, speaker, frame, left, right float32
	least := float32(1)
	for _, t := range c.content {
		p := v.Prob(t, y)
		inside += p
		least = min(least, p)
		for k := LabelDirect; k <= LabelReported; k++ {
			content += v.Prob(t, k)
		}
	}
	n := float32(len(c.content))
	row[fInside], row[fLeast], row[fOther], row[fContent] = Grade(inside/n), Grade(least), Grade((content-inside)/n), Grade(content/n)
	k, rest := 0, 0
	for i, end := un.First, v.text.Units[v.UnitAt(last)].Last; i < end; i++ {
		for k < len(c.content) && c.content[k] < i {
			k++
		}
		if k < len(c.content) && c.content[k] == i {
			continue
		}
		rest++
		outside += v.Prob(i, y)
		frame += v.Prob(i, LabelFrame) + v.Prob(i, LabelCue) + v.Prob(i, LabelSpeaker)
		p := v.Prob(i, LabelCue)
		cue, speaker = max(cue, p), max(speaker, v.Prob(i, LabelSpeaker))
		if i < first && i >= first-10 {
			left = max(left, p)
		}
		if i > last && i <= last+10 {
			right = max(right, p)
		}
	}
	row[fOutside], row[fFrame] = Grade(outside/float32(max(rest, 1))), Grade(frame/float32(max(rest, 1)))
	row[fCueProb], row[fSpeaker], row[fCueLeft], row[fCueRight] = Grade(cue), Grade(speaker), Grade(left), Grade(right)
	row[fFirst], row[fLast] = Grade(v.Prob(first, y)), Grade(v.Prob(last, y))
	if first > un.First {
		row[fBefore] = Grade(v.Prob(first-1, y)) + 1
	}
	if last+1 < len(v.ws) {
		row[fAfter] = Grade(v.Prob(last+1, y)) + 1
	}
}

// Joint tells what kind of word or mark stands at the border of a candidate.
func (v *View) Joint(i int) uint8 {
	w := &v.ws[i]
	switch {
	case w.Text == ",":
		return 1
	case w.Text == ":":
		return 2
	case v.text.IsPunct(i, ".!?…"):
		return 3
	case w.Kind == extract.OpenQuote:
		return 4
	case w.Kind == extract.CloseQuote:
		return 5
	case w.Kind == extract.Dash:
		return 6
	case w.Kind == extract.Punctuation:
		return 7
	case w.Function == syntax.Coordinator:
		return 8
	case w.Finite && !w.Capital:
		return 9
	case v.Tags[i].POS == extract.NOUN:
		return 10
	case v.Tags[i].POS == extract.PROPN:
		return 11
	case w.Function == syntax.Determiner, w.Function == syntax.Relative:
		return 12
	}
	return 13
}

// Opening tells what kind of word a candidate begins with.
func (v *View) Opening(i int) uint8 {
	w := &v.ws[i]
	switch w.Lower() {
	case "dass", "daß":
		return 1
	case "ob":
		return 2
	case "man", "er", "sie", "es":
		return 3
	case "um", "ohne", "statt", "anstatt":
		return 4
	}
	switch {
	case w.Function == syntax.Interrogative:
		return 5
	case w.Function == syntax.Subordinator:
		return 6
	case w.Function == syntax.Coordinator:
		return 7
	case w.Kind == extract.OpenQuote:
		return 8
	case w.Finite && !w.Capital:
		return 9
	case w.Features.HasAny(lexicon.Infinitive) && !w.Capital:
		return 10
	case w.Function == syntax.Preposition:
		return 11
	case w.Capital && !w.Small:
		return 12
	case w.Function == syntax.Relative, w.Function == syntax.Determiner:
		return 13
	}
	return 14
}

// looks tells how a quotation looks, as bits.
func (v *View) looks(first, last int) (bits uint8) {
	for i := first; i <= last; i++ {
		if v.ws[i].Finite {
			bits |= 1
		}
	}
	if last > 0 && v.text.IsPunct(last-1, ".!?…") {
		bits |= 2
	}
	if first+1 < len(v.ws) && v.ws[first+1].Capital {
		bits |= 4
	}
	if v.ws[first].Speech {
		bits |= 8
	}
	if first > 0 && v.ws[first-1].Quoted {
		bits |= 16
	}
	if first > 0 && v.ws[first-1].Capital {
		bits |= 32
	}
	return bits
}

func (v *Reading) fillCandidateClauses(row []uint8, c *candidate) {
	cs := v.clauseInfos(c.unit)
	first, last := c.content[0], c.content[len(c.content)-1]
	begun := false
	for k := range cs {
		q := &cs[k]
		switch {
		case q.Clause.Last <= first:
			row[fLeftKind], row[fLeftCue], row[fLeftTakes] = uint8(q.Clause.Kind)+1, q.CueClass(), uint8(q.takes&clauseTakes)
		case q.Clause.First > last:
			if row[fRightKind] == 0 {
				row[fRightKind], row[fRightCue], row[fRightTakes] = uint8(q.Clause.Kind)+1, q.CueClass(), uint8(q.takes&clauseTakes)
			}
		default:
			if !begun {
				begun = true
				row[fClause] = uint8(q.Clause.Kind) + 1
				if q.Clause.First == first {
					row[fAligned] |= 1
				}
			}
			if q.Clause.Last == last+1 || q.Clause.Last == last {
				row[fAligned] |= 2
			}
			if q.Mood != 0 {
				row[fVerbs] = min(row[fVerbs]+1, 9)
				if row[fMood] == 0 {
					row[fMood] = q.Mood
				}
			}
			row[fMoodsIn] |= 1 << q.Mood
		}
	}
}

// clauseTakes are the bits of what a cue takes that fit into a byte.
const clauseTakes = saying.TakesQuote | saying.TakesClause | saying.TakesSubClause | saying.TakesInfinitive | saying.TakesObject | saying.TakesPerson | saying.TakesText

func (c *clauseInfo) CueClass() uint8 {
	switch {
	case c.cue:
		return 20 + uint8(c.strength)
	case c.noun:
		return 40
	}
	return uint8(c.strength)
}
