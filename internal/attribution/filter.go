package attribution

import (
	"math"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/portable"
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

// grade puts a probability into one of 13 classes, evenly by its logarithm of odds.
func grade(p float32) uint8 {
	q := float64(min(max(p, .002), .998))
	return uint8(math.Round(portable.Log(q/(1-q)) + 7))
}

// share puts a part of a whole into one of 22 classes, the last for all of it.
func share(p float64) uint8 {
	if p > .999 {
		return 21
	}
	return uint8(p * 20)
}

// fillCandidate fills the features of a candidate.
func (v *View) fillCandidate(row []uint8, c *candidate) {
	clear(row)
	un := &v.units[c.unit]
	first, last := c.content[0], c.content[len(c.content)-1]
	n := len(c.content)
	row[fKind] = uint8(c.kind)
	row[fIsKind+int(c.kind-Direct)] = 1
	for k := range origins {
		row[fFrom+k] = uint8(c.from >> k & 1)
	}
	row[fRule] = uint8(c.by)
	agree, any, by := 0.0, 0.0, rule(0)
	end := v.unitAt(last)
	v.touching(c.unit, end, func(_ int, f *found) {
		j := Jaccard(f.Content, c.content)
		if f.Kind == c.kind && j > agree {
			agree, by = j, f.by
		}
		any = max(any, j)
	})
	row[fAgree], row[fAgreeAny], row[fAgreeRule] = share(agree), share(any), uint8(by)
	v.fillProbabilities(row, c)
	row[fLength] = uint8(math.Log2(float64(n)) * 4)
	row[fUnits] = uint8(min(end-c.unit, 5))
	row[fShare] = share(float64(n) / float64(v.units[end].last-un.first))
	row[fRuns] = 1
	quoted, names := 0, 0
	for k, t := range c.content {
		if k > 0 && c.content[k-1] != t-1 {
			row[fRuns] = min(row[fRuns]+1, 5)
		}
		if v.ws[t].quoted {
			quoted++
		}
		if v.mention[t] >= 0 {
			names++
		}
	}
	row[fQuoted], row[fNames] = share(float64(quoted)/float64(n)), share(float64(names)/float64(n))
	if first > un.first {
		row[fJointLeft] = v.joint(first-1) + 1
	}
	if last+1 < v.units[end].last {
		row[fJointRight] = v.joint(last+1) + 1
	}
	row[fOpening], row[fEnding] = v.opening(first), v.joint(last)
	if c.kind == Direct {
		row[fQuotation] = v.looks(first, last)
	}
	if un.heading {
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
		row[fLastProb], row[fLastShare] = uint8(v.infos[c.unit-1].likely), v.infos[c.unit-1].part
	}
	if end+1 < len(v.units) {
		row[fNextProb], row[fNextShare] = uint8(v.infos[end+1].likely), v.infos[end+1].part
	}
	v.fillCandidateClauses(row, c)
}

// fillProbabilities fills what the token model says of a candidate.
func (v *View) fillProbabilities(row []uint8, c *candidate) {
	un := &v.units[c.unit]
	if !v.infos[c.unit].read {
		return
	}
	y := labelOf(c.kind)
	first, last := c.content[0], c.content[len(c.content)-1]
	var inside, content, outside, cue, speaker, frame, left, right float32
	least := float32(1)
	for _, t := range c.content {
		p := v.prob(t, y)
		inside += p
		least = min(least, p)
		for k := labelDirect; k <= labelReported; k++ {
			content += v.prob(t, k)
		}
	}
	n := float32(len(c.content))
	row[fInside], row[fLeast], row[fOther], row[fContent] = grade(inside/n), grade(least), grade((content-inside)/n), grade(content/n)
	k, rest := 0, 0
	for i, end := un.first, v.units[v.unitAt(last)].last; i < end; i++ {
		for k < len(c.content) && c.content[k] < i {
			k++
		}
		if k < len(c.content) && c.content[k] == i {
			continue
		}
		rest++
		outside += v.prob(i, y)
		frame += v.prob(i, labelFrame) + v.prob(i, labelCue) + v.prob(i, labelSpeaker)
		p := v.prob(i, labelCue)
		cue, speaker = max(cue, p), max(speaker, v.prob(i, labelSpeaker))
		if i < first && i >= first-10 {
			left = max(left, p)
		}
		if i > last && i <= last+10 {
			right = max(right, p)
		}
	}
	row[fOutside], row[fFrame] = grade(outside/float32(max(rest, 1))), grade(frame/float32(max(rest, 1)))
	row[fCueProb], row[fSpeaker], row[fCueLeft], row[fCueRight] = grade(cue), grade(speaker), grade(left), grade(right)
	row[fFirst], row[fLast] = grade(v.prob(first, y)), grade(v.prob(last, y))
	if first > un.first {
		row[fBefore] = grade(v.prob(first-1, y)) + 1
	}
	if last+1 < len(v.ws) {
		row[fAfter] = grade(v.prob(last+1, y)) + 1
	}
}

// joint tells what kind of word or mark stands at the border of a candidate.
func (v *View) joint(i int) uint8 {
	w := &v.ws[i]
	switch {
	case w.text == ",":
		return 1
	case w.text == ":":
		return 2
	case v.isPunct(i, ".!?…"):
		return 3
	case w.Kind == extract.OpenQuote:
		return 4
	case w.Kind == extract.CloseQuote:
		return 5
	case w.Kind == extract.Dash:
		return 6
	case w.Kind == extract.Punctuation:
		return 7
	case w.role == roleCoord:
		return 8
	case w.finite && !w.capital:
		return 9
	case v.tags[i].POS == extract.NOUN:
		return 10
	case v.tags[i].POS == extract.PROPN:
		return 11
	case w.role == roleDeterminer, w.role == roleRelative:
		return 12
	}
	return 13
}

// opening tells what kind of word a candidate begins with.
func (v *View) opening(i int) uint8 {
	w := &v.ws[i]
	switch w.lower() {
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
	case w.role == roleWh:
		return 5
	case w.role == roleSub:
		return 6
	case w.role == roleCoord:
		return 7
	case w.Kind == extract.OpenQuote:
		return 8
	case w.finite && !w.capital:
		return 9
	case w.f.HasAny(lexicon.Infinitive) && !w.capital:
		return 10
	case w.role == rolePrep:
		return 11
	case w.capital && !w.small:
		return 12
	case w.role == roleRelative, w.role == roleDeterminer:
		return 13
	}
	return 14
}

// looks tells how a quotation looks, as bits.
func (v *View) looks(first, last int) (bits uint8) {
	for i := first; i <= last; i++ {
		if v.ws[i].finite {
			bits |= 1
		}
	}
	if last > 0 && v.isPunct(last-1, ".!?…") {
		bits |= 2
	}
	if first+1 < len(v.ws) && v.ws[first+1].capital {
		bits |= 4
	}
	if v.ws[first].opaque {
		bits |= 8
	}
	if first > 0 && v.ws[first-1].quoted {
		bits |= 16
	}
	if first > 0 && v.ws[first-1].capital {
		bits |= 32
	}
	return bits
}

func (v *View) fillCandidateClauses(row []uint8, c *candidate) {
	cs := v.clauseInfos(c.unit)
	first, last := c.content[0], c.content[len(c.content)-1]
	begun := false
	for k := range cs {
		q := &cs[k]
		switch {
		case q.last <= first:
			row[fLeftKind], row[fLeftCue], row[fLeftTakes] = uint8(q.kind)+1, q.cueClass(), uint8(q.takes&clauseTakes)
		case q.first > last:
			if row[fRightKind] == 0 {
				row[fRightKind], row[fRightCue], row[fRightTakes] = uint8(q.kind)+1, q.cueClass(), uint8(q.takes&clauseTakes)
			}
		default:
			if !begun {
				begun = true
				row[fClause] = uint8(q.kind) + 1
				if q.first == first {
					row[fAligned] |= 1
				}
			}
			if q.last == last+1 || q.last == last {
				row[fAligned] |= 2
			}
			if q.mood != 0 {
				row[fVerbs] = min(row[fVerbs]+1, 9)
				if row[fMood] == 0 {
					row[fMood] = q.mood
				}
			}
			row[fMoodsIn] |= 1 << q.mood
		}
	}
}

// clauseTakes are the bits of what a cue takes that fit into a byte.
const clauseTakes = takesQuote | takesClause | takesSubClause | takesInfinitive | takesObject | takesPerson | takesText

func (c *clauseInfo) cueClass() uint8 {
	switch {
	case c.cue:
		return 20 + uint8(c.strength)
	case c.noun:
		return 40
	}
	return uint8(c.strength)
}
