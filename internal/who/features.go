package who

import (
	"math"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/syntax"
)

// The features of a candidate for the speaker of a claim, a small number each. The trees
// know the numbers.
const (
	// Of the claim.
	fKind = iota
	fStance
	fCarried
	fWords // kind of the speaker's words
	fAgr
	fCue
	fParent
	fWordsAway // sentences from the words to the content
	fInContent // the words stand in the content
	fNounClass
	fNounKind
	fComplement // something hangs on the noun
	fNames      // in the words
	fPersons    // named in the text
	fNounEnds   // the noun is the last word
	fHeadless   // by the first word
	fSubject    // the words are a subject
	fPreposition
	fGroup
	fHearsay // soll, angeblich in the content
	fSieve   // by which there is a guess
	fSure    // how probably the words name the speaker
	fFront   // what the first part of the noun is: Ministeriumssprecher

	// Of the candidate.
	gClass
	gKind
	gAgrees
	gGender
	gInWords // how it stands in the words
	gOrder   // among those in the words
	gAfterWords
	gOwn
	gAlike // its offices or noun and the noun of the words
	gOf
	gKindFits
	gSentences // back to its last mention
	gSubject   // back to its last mention as a subject
	gSays
	gCount
	gFirst
	gRecent // how many that agree are mentioned later
	gNear   // how many are mentioned between it and the words
	gSalience
	gSalienceRank
	gRole // of the last mention
	gDet
	gSameClause
	gSpokeBack
	gSpokeCount
	gSpokeParent
	gSpokeSame // it is what the same words meant before
	gInFrame
	gAddressed
	gContent
	gPrevious // subject of the sentence before
	gFollows  // in the sentence after the content
	gPreposition
	gWords // of its name
	gHeading
	gCandidates
	gQuotedLast
	gClauseCue
	gTotal
	gSaysTotal  // how often it is the subject of a verb of saying
	gOwnEarlier // how often the noun of the words stood before
	gPair       // kind of words and how it stands in them
	gFits       // its class and that of the noun of the words
	gBestAlike  // the largest gAlike of all others
	gRivals     // how many others agree and fit and were mentioned in the last sentences
	gLastFits   // the last speaker is another who agrees and fits
	gFront      // it and the first part of the noun
	gLinked     // by age, party or origin
	gBestKind   // the largest gKindFits of all others
	gBestFits   // the largest gFits of those who agree
	gBestLinked // the largest gLinked of all others
	gBestFront
	gGuess // it is the guess
	gRival // how probably other words name it
	gTaken // it is a noun that takes up a name, or was taken for another

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
	row[fKind], row[fStance], row[fCarried], row[fWords] = uint8(c.Kind), uint8(c.Stance), flag(c.Carried), uint8(q.kind)
	row[fAgr] = agrClass(q.agr)
	row[fCue] = flag(len(c.Cue) > 0)
	row[fParent] = flag(c.Parent >= 0)
	if len(q.words) > 0 {
		f.fillWords(row, q)
	}
	if q.noun >= 0 {
		row[fNounEnds] = flag(q.noun == q.words[len(q.words)-1])
		row[fNounKind] = kindClass(q.nounKind)
	}
	if q.noun >= 0 && q.own >= 0 {
		own := &f.list[q.own]
		row[fNounClass] = uint8(own.class)
		row[fComplement] = flag(own.phrase.End > own.phrase.Head+1)
	}
	row[fPersons] = uint8(min(f.persons, 20))
	row[fHearsay] = f.hearsay(c)
	row[fFront] = q.frontClass()
	row[fSieve] = uint8(q.sieve)
	row[fSure] = gradeProb(c.Sure)
}

// fillWords fills the features of the words of the speaker.
func (f *figures) fillWords(row []uint8, q *question) {
	first := q.words[0]
	away := int(f.Sentence[q.begin] - f.Sentence[first])
	row[fWordsAway] = uint8(min(max(away+3, 0), 20))
	row[fInContent] = flag(claim.Contains(q.c.Content, first))
	for _, t := range q.words {
		if f.NameAt(t) != nil && !f.goesOn(t) {
			row[fNames]++
		}
	}
	row[fHeadless] = uint8(f.Tags[first].POS)
	if end, says := f.Subject(first); end > 0 {
		row[fSubject] = 1 + flag(says)
	}
	if first > 0 && f.Words[first-1].Function == syntax.Preposition {
		row[fPreposition] = prepositionClass(f.Words[first-1].Lower())
	}
	row[fGroup] = flag(q.group >= 0)
}

// fillFigure fills the features of a candidate.
func (f *figures) fillFigure(row []uint8, q *question, h *history, k int32) {
	g := &f.list[k]
	row[gClass] = uint8(g.class)
	if row[gKind] = kindClass(g.kind); g.class == namedBody {
		row[gKind] = kindClass(f.KindOf(g.entity) &^ discourse.KindUnknown)
	}
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
	row[gKindFits], row[gFront] = f.bodyFits(q.bodies, g), f.frontFits(q, g)
	row[gRival] = gradeProb(f.near[k].rival)
	row[gGuess] = flag(q.guess == k)
	row[gTaken] = flag(g.entity < 0 && g.taken >= 0) + 2*flag(g.meant != 0)
	row[gLinked] = f.linked(q, g)
	row[gPair] = uint8(q.kind)*8 + row[gInWords]
	if q.own >= 0 {
		row[gOwnEarlier] = uint8(min(f.mentionsBefore(q.own, q.noun), 5))
	}
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
