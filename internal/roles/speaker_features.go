package roles

import (
	"math"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
)

// The features of words that may name a speaker, a small number each. The trees know the
// numbers. Probabilities are those of the role model unless stated otherwise; they and
// shares are graded.
const (
	sKind   = iota // of the claim
	sFramed        // whether such claims have a frame
	sBy            // the rule that found a claim like this one

	sProbMost
	sProbMean
	sProbLeast
	sProbBefore // of the tokens beside them
	sProbAfter
	sTokenProb // by the token model

	sRuleOverlap // with the speaker of the rules' claim
	sRuleSpeaker // share of tokens that are in the speaker of any claim of the rules
	sLastOverlap // with the speaker of the claim before
	sCarried     // they are that speaker

	sUnit // how many units before or after the claim's
	sSide // of the content
	sGap  // clauses between them and the content
	sDistance

	sCueDistance   // tokens to the likeliest cue
	sCueSameClause // whether that is in the same clause
	sCueProb

	sLabel   // of the name in them
	sNamed   // share of tokens in names
	sOpening // class of the first word
	sHead    // part of speech of the last word
	sLength
	sNominative

	sPreposition // class of the preposition before them
	sBorderBefore
	sBorderAfter
	sQuoted // share of quoted tokens

	sClause // kind of their clause
	sMood   // of its verb
	sCue    // class of its cue
	sStart  // whether they begin their clause

	sNoun     // what kind of noun or name they are
	sPronoun  // which pronoun
	sSubject  // whether they are a subject, and of a verb of saying
	sStanding // genitive, after a preposition
	sCase     // whether they can be, or must be, a nominative
	sVerb     // whether they agree in number with the verb of their clause
	sMust     // whether others in the clause of the cue must be a nominative
	sPassive  // whether the likeliest cue is a passive
	sSpoken   // how often the same noun or name spoke before
	sRivals   // the largest sSubject of the others
	sNobody   // that nobody is named

	sNominees  // how many there are
	sLikelier  // how many of them are likelier
	sLastKnown // whether the claim before has a speaker

	SpeakerFeatures
)

// fillAll fills the features of all words, a row each, and those of nobody at the end.
func (x *nominees) fillAll(rows []uint8) {
	clear(rows)
	n := len(x.words)
	row := func(k int) []uint8 { return rows[k*SpeakerFeatures : (k+1)*SpeakerFeatures] }
	nobody := row(n)
	x.fillClaim(nobody)
	first, second := uint8(0), uint8(0) // the largest sSubject, and that of the others
	for k := range x.words {
		copy(row(k), nobody) // what is the same for all
		x.fill(row(k), k)
		if v := row(k)[sSubject]; v > first {
			first, second = v, first
		} else {
			second = max(second, v)
		}
	}
	for k := range x.words {
		if row(k)[sRivals] = first; row(k)[sSubject] == first {
			row(k)[sRivals] = second
		}
	}
	for j, must := range x.words {
		if row(j)[sCase] != 2 || row(j)[sCueSameClause] == 0 {
			continue
		}
		for k, w := range x.words {
			if must.first >= w.end || must.end <= w.first {
				row(k)[sMust] = 1
			}
		}
	}
	nobody[sNobody], nobody[sRivals], nobody[sNominees] = 1, first, uint8(min(n, 20))
	nobody[sCueProb] = spans.Grade(float32(x.cueProb))
	for _, grade := range x.grades {
		nobody[sProbMost] = max(nobody[sProbMost], grade)
	}
}

// fill fills the features of the k-th words, but those of the claim.
func (x *nominees) fill(row []uint8, k int) {
	w := x.words[k]
	x.fillProbabilities(row, w)
	x.fillKnown(row, w)
	x.fillPlace(row, w)
	x.fillCue(row, w)
	x.fillWords(row, w)
	x.fillNoun(row, w)
	x.fillBorders(row, w)
	x.fillClause(row, w)
	row[sNominees] = uint8(min(len(x.words), 20))
	for _, grade := range x.grades {
		if grade > x.grades[k] {
			row[sLikelier]++
		}
	}
}

// fillClaim fills the features of the claim.
func (x *nominees) fillClaim(row []uint8) {
	row[sKind] = uint8(x.t.kind)
	row[sFramed] = spans.Flag(x.t.kind.Framed())
	row[sLastKnown] = spans.Flag(len(x.t.lastSpeaker) > 0)
	if x.t.alike != nil {
		row[sBy] = uint8(x.t.alike.By)
	}
	row[sPassive] = x.passive()
}

func (x *nominees) fillProbabilities(row []uint8, w nominee) {
	row[sProbMost], row[sProbMean], row[sProbLeast] = x.gradesOf(w)
	if w.first > x.t.first {
		row[sProbBefore] = spans.Grade(float32(x.prob(w.first - 1)))
	}
	row[sProbAfter] = spans.Grade(float32(x.prob(w.end)))
	sum := float32(0)
	for i := w.first; i < w.end; i++ {
		sum += x.reading.Prob(i, spans.LabelSpeaker)
	}
	row[sTokenProb] = spans.Grade(sum / float32(w.end-w.first))
}

// gradesOf returns the grades of the largest, the mean and the smallest probability.
func (x *nominees) gradesOf(w nominee) (most, mean, least uint8) {
	hi, lo, sum := 0.0, 1.0, 0.0
	for i := w.first; i < w.end; i++ {
		p := x.prob(i)
		hi, lo, sum = max(hi, p), min(lo, p), sum+p
	}
	return spans.Grade(float32(hi)), spans.Grade(float32(sum / float64(w.end-w.first))), spans.Grade(float32(lo))
}

// fillKnown fills what the words have in common with the speakers that the rules found,
// and with that of the claim before.
func (x *nominees) fillKnown(row []uint8, w nominee) {
	if x.t.alike != nil {
		row[sRuleOverlap] = w.overlap(x.t.alike.Speaker)
	}
	speaker := 0
	for i := w.first; i < w.end; i++ {
		if x.reading.Verdict(i).Role == claim.Speaker {
			speaker++
		}
	}
	row[sRuleSpeaker] = share(speaker, w.end-w.first)
	row[sLastOverlap] = w.overlap(x.t.lastSpeaker)
	row[sCarried] = spans.Flag(w.carried)
}

// fillPlace fills where the words stand to the content.
func (x *nominees) fillPlace(row []uint8, w nominee) {
	t := x.t
	first, last := t.content[0], t.content[len(t.content)-1]
	distance, gap := 0, 0
	switch {
	case w.end <= first:
		row[sSide], distance, gap = sideBefore, first-w.end, t.firstClause-x.reading.ClauseNumber(w.first)
	case w.first > last:
		row[sSide], distance, gap = sideAfter, w.first-last, x.reading.ClauseNumber(w.first)-t.lastClause
	case claim.Contains(t.content, w.first):
		row[sSide], distance = sideInside, w.first-first
	default:
		row[sSide] = sideBetween
	}
	row[sUnit] = uint8(min(max(x.reading.UnitAt(w.first)-t.unit+4, 0), 8))
	row[sGap], row[sDistance] = uint8(min(max(gap, 0), 6)), gradeLength(distance)
}

// fillCue fills where the words stand to the likeliest cue.
func (x *nominees) fillCue(row []uint8, w nominee) {
	row[sCueProb] = spans.Grade(float32(x.cueProb))
	if x.cue < 0 {
		return
	}
	if x.cue > w.first {
		row[sCueDistance] = 20 - min(gradeLength(x.cue-w.first), 20)
	} else {
		row[sCueDistance] = 20 + gradeLength(w.first-x.cue)
	}
	c := x.reading.ClauseAt(x.cue)
	row[sCueSameClause] = spans.Flag(c != nil && c == x.reading.ClauseAt(w.first))
}

// fillWords fills what kind of words they are.
func (x *nominees) fillWords(row []uint8, w nominee) {
	named, quoted := 0, 0
	for i := w.first; i < w.end; i++ {
		if e := x.text.Entity[i]; e >= 0 {
			named++
			label := x.text.Entities[e].Label
			if row[sLabel] == 0 || label == entities.PER {
				row[sLabel] = uint8(label) + 1
			}
		}
		if x.ws[i].Quoted {
			quoted++
		}
	}
	n := w.end - w.first
	row[sNamed], row[sQuoted] = share(named, n), share(quoted, n)
	row[sOpening], row[sHead] = x.reading.OpeningClass(w.first), uint8(x.tags[w.end-1].POS)
	if x.tags[w.first].POS == extract.PRON {
		row[sOpening] = 20
	}
	row[sLength] = uint8(min(n, 12))
	row[sNominative] = spans.Flag(x.text.Nominative(w.first, w.end))
}

func (x *nominees) fillBorders(row []uint8, w nominee) {
	if w.first > 0 {
		if before := &x.ws[w.first-1]; before.Function == syntax.Preposition {
			row[sPreposition] = prepositionClass(before.Text)
		}
		row[sBorderBefore] = x.reading.BorderClass(w.first - 1)
	}
	if w.end < len(x.ws) {
		row[sBorderAfter] = x.reading.BorderClass(w.end)
	}
}

func (x *nominees) fillClause(row []uint8, w nominee) {
	if c := x.reading.ClauseAt(w.first); c != nil {
		row[sClause], row[sMood], row[sCue] = uint8(c.Kind)+1, c.Mood, c.CueClass()
		row[sStart] = spans.Flag(w.first <= c.First+1)
	}
}

// share returns n of a whole as a graded share.
func share(n, of int) uint8 { return spans.GradeShare(float64(n) / float64(max(of, 1))) }

// gradeLength puts a number of tokens into classes, three for each doubling.
func gradeLength(n int) uint8 { return uint8(math.Log2(float64(n+1)) * 3) }

// prepositionClass tells sources, agents and others apart.
func prepositionClass(w string) uint8 {
	switch letters.LowerFirst(w) {
	case "laut", "gemäß", "gemäss", "zufolge":
		return 2
	case "nach", "aus":
		return 3
	case "von", "vom", "durch":
		return 4
	case "in", "im", "auf", "bei":
		return 5
	case "gegenüber", "an", "für", "gegen", "mit":
		return 6
	}
	return 1
}
