package who

import (
	"math"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/internal/claim"
)

// The features of a candidate for the speaker of a claim, a small number each. The trees
// know the numbers.
const (
	// Of the claim.
	fKind = iota
	fCarried
	fWords // kind of the speaker's words
	fAgr
	fWordsAway // sentences from the words to the content
	fNounClass
	fNounKind
	fNames    // in the words
	fPersons  // named in the text
	fHeadless // by the first word
	fHearsay  // soll, angeblich in the content
	fSieve    // by which there is a guess
	fSure     // how probably the words name the speaker

	// Of the candidate.
	gClass
	gAgrees
	gGender
	gInWords // how it stands in the words
	gOrder   // among those in the words
	gAfterWords
	gOwn
	gAlike // its offices or noun and the noun of the words
	gKindFits
	gSentences // back to its last mention
	gSubject   // back to its last mention as a subject
	gSays
	gCount
	gFirst
	gNear // how many are mentioned between it and the words
	gSalience
	gSalienceRank
	gRole // of the last mention
	gSpokeBack
	gSpokeParent
	gSpokeSame // it is what the same words meant before
	gPrevious  // subject of the sentence before
	gWords     // of its name
	gCandidates
	gTotal
	gSaysTotal // how often it is the subject of a verb of saying
	gPair      // kind of words and how it stands in them
	gFits      // its class and that of the noun of the words
	gLinked    // by age, party or origin
	gGuess     // it is the guess
	gRival     // how probably other words name it
	gTaken     // it is a noun that takes up a name, or was taken for another

	Features
)

func grade(n int) uint8 { return uint8(min(max(n, 0), 30)) }

func log2(n int) uint8 { return uint8(math.Log2(float64(max(n, 0)+1)) * 2) }

func flag(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// fillClaim fills the features of the claim.
func (f *figures) fillClaim(row []uint8, q *question) {
	c := q.c
	row[fKind], row[fCarried], row[fWords] = uint8(c.Kind), flag(c.Carried), uint8(q.kind)
	row[fAgr] = agrClass(q.agr)
	if len(q.words) > 0 {
		f.fillWords(row, q)
	}
	if q.noun >= 0 {
		row[fNounKind] = kindClass(q.nounKind)
	}
	if q.noun >= 0 && q.own >= 0 {
		row[fNounClass] = uint8(f.list[q.own].class)
	}
	row[fPersons] = uint8(min(f.persons, 20))
	row[fHearsay] = f.hearsay(c)
	row[fSieve] = uint8(q.sieve)
	row[fSure] = gradeProb(c.Sure)
}

// fillWords fills the features of the words of the speaker.
func (f *figures) fillWords(row []uint8, q *question) {
	first := q.words[0]
	away := int(f.Sentence[q.begin] - f.Sentence[first])
	row[fWordsAway] = uint8(min(max(away+3, 0), 20))
	for _, t := range q.words {
		if f.NameAt(t) != nil && !f.goesOn(t) {
			row[fNames]++
		}
	}
	row[fHeadless] = uint8(f.Tags[first].POS)
}

// fillFigure fills the features of a candidate.
func (f *figures) fillFigure(row []uint8, q *question, h *history, k int32) {
	g := &f.list[k]
	row[gClass] = uint8(g.class)
	row[gGender] = agrClass(g.agr)
	row[gAgrees] = f.agrees(q, g)
	row[gOwn] = flag(q.own == int(k))
	row[gWords] = f.countWords(g)
	f.fillOffice(row, q, g)
	f.fillMentions(row, q, g, k)
	if g.class == several {
		row[gInWords] = flag(q.group == k) * (inOther + 1)
	}
	h.fill(row, q, k)
	row[gFits] = f.fits(q, g)
	row[gKindFits] = f.bodyFits(q.bodies, g)
	row[gRival] = gradeProb(f.near[k].rival)
	row[gGuess] = flag(q.guess == k)
	row[gTaken] = flag(g.entity < 0 && g.taken >= 0) + 2*flag(g.meant != 0)
	row[gLinked] = f.linked(q, g)
	row[gPair] = uint8(q.kind)*8 + row[gInWords]
}

// gradeProb returns a probability as a small number, 0 where it is not known.
func gradeProb(p float32) uint8 {
	if p == 0 {
		return 0
	}
	return 1 + uint8(p*20)
}

// eachHead calls do for the figures that words may name.
func (f *figures) eachHead(w claim.Words, do func(k int32)) {
	for i := f.headBefore(w.First) + 1; i < len(f.heads) && int(f.heads[i].token) < w.Last; i++ {
		do(f.heads[i].figure)
		if !f.heads[i].bridge {
			break
		}
	}
}

// countWords returns of how many words the name of a figure is: up to 6 of an entity, 7 of
// several, and more of a phrase.
func (f *figures) countWords(g *figure) uint8 {
	switch {
	case g.class == several:
		return 7
	case g.entity >= 0:
		return uint8(min(strings.Count(f.Text.Entities[g.entity].Name, " ")+1, 6))
	}
	return uint8(min(g.phrase.End-g.phrase.Adjectives, 8)) + 8
}

// mentionsBefore returns how many mentions a figure has before token t.
func (f *figures) mentionsBefore(k, t int) int {
	n, _ := slices.BinarySearchFunc(f.list[k].mentions, t, func(m mention, t int) int { return m.head - t })
	return n
}
