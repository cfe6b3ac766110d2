package spans

import (
	"math"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/rules"
)

// filterRow fills the features that the filter sees of a candidate.
type filterRow struct {
	*Reading
	row         []uint8
	c           *candidate
	first, last int // tokens of the candidate
	begin, end  int // the tokens [begin, end) of its units
	lastUnit    int
}

// fillCandidate fills the features of a candidate.
func (r *Reading) fillCandidate(row []uint8, c *candidate) {
	clear(row)
	f := filterRow{Reading: r, row: row, c: c, first: c.content[0], last: c.content[len(c.content)-1]}
	f.lastUnit = r.UnitAt(f.last)
	f.begin, f.end = r.text.Units[c.unit].First, r.text.Units[f.lastUnit].Last
	f.row[fKind] = uint8(c.kind)
	f.rules()
	if r.read[c.unit] {
		f.probabilitiesInside()
		f.probabilitiesOutside()
	}
	f.extent()
	f.borders()
	f.words()
	if r.units[c.unit].read {
		f.clauseProbabilities()
	}
	f.row[fMain] = r.units[c.unit].mood
	f.row[fHeading], f.row[fInner] = Flag(r.text.Units[c.unit].Heading), Flag(r.text.Inner)
}

// rules fills how far the rules found the same.
func (f *filterRow) rules() {
	same, anyKind, by := 0.0, 0.0, rules.Rule(0)
	f.EachFound(f.c.unit, f.lastUnit, func(found *rules.Claim) {
		overlap := claim.Jaccard(found.Content, f.c.content)
		if found.Kind == f.c.kind && overlap > same {
			same, by = overlap, found.By
		}
		anyKind = max(anyKind, overlap)
	})
	f.row[fRule] = uint8(f.c.by)
	f.row[fOverlap], f.row[fOverlapAny], f.row[fOverlapRule] = GradeShare(same), GradeShare(anyKind), uint8(by)
}

// probabilitiesInside fills what the token model says of the candidate's tokens and of
// those beside its ends.
func (f *filterRow) probabilitiesInside() {
	y := labelOf(f.c.kind)
	var kind, content float32
	least := float32(1)
	for _, t := range f.c.content {
		p := f.Prob(t, y)
		kind += p
		least = min(least, p)
		for k := labelDirect; k <= labelReported; k++ {
			content += f.Prob(t, k)
		}
	}
	n := float32(len(f.c.content))
	f.row[fInside], f.row[fLeast] = Grade(kind/n), Grade(least)
	f.row[fOther], f.row[fContent] = Grade((content-kind)/n), Grade(content/n)
	f.row[fProbFirst], f.row[fProbLast] = Grade(f.Prob(f.first, y)), Grade(f.Prob(f.last, y))
	if f.first > f.begin {
		f.row[fProbBefore] = Grade(f.Prob(f.first-1, y)) + 1
	}
	if f.last+1 < len(f.ws) {
		f.row[fProbAfter] = Grade(f.Prob(f.last+1, y)) + 1
	}
}

// probabilitiesOutside fills what the token model says of the rest of the units.
func (f *filterRow) probabilitiesOutside() {
	y := labelOf(f.c.kind)
	content := f.c.content
	var kind, frame, cue, speaker, left, right float32
	k, rest := 0, 0
	for i := f.begin; i < f.end; i++ {
		for k < len(content) && content[k] < i {
			k++
		}
		if k < len(content) && content[k] == i {
			continue
		}
		rest++
		kind += f.Prob(i, y)
		frame += f.Prob(i, LabelFrame) + f.Prob(i, LabelCue) + f.Prob(i, LabelSpeaker)
		p := f.Prob(i, LabelCue)
		cue, speaker = max(cue, p), max(speaker, f.Prob(i, LabelSpeaker))
		if i < f.first && i >= f.first-10 {
			left = max(left, p)
		}
		if i > f.last && i <= f.last+10 {
			right = max(right, p)
		}
	}
	n := float32(max(rest, 1))
	f.row[fOutside], f.row[fFrame] = Grade(kind/n), Grade(frame/n)
	f.row[fCue], f.row[fSpeaker], f.row[fCueLeft], f.row[fCueRight] = Grade(cue), Grade(speaker), Grade(left), Grade(right)
}

func (f *filterRow) extent() {
	content := f.c.content
	f.row[fLength] = uint8(math.Log2(float64(len(content))) * 4)
	f.row[fUnits] = uint8(min(f.lastUnit-f.c.unit, 5))
	f.row[fUnitShare] = GradeShare(float64(len(content)) / float64(f.end-f.begin))
	runs := uint8(1)
	for k := 1; k < len(content); k++ {
		if content[k-1] != content[k]-1 {
			runs = min(runs+1, 5)
		}
	}
	f.row[fRuns] = runs
}

func (f *filterRow) borders() {
	if f.first > f.begin {
		f.row[fBorderBefore] = f.BorderClass(f.first-1) + 1
	}
	if f.last+1 < f.end {
		f.row[fBorderAfter] = f.BorderClass(f.last+1) + 1
	}
	f.row[fOpening], f.row[fEnding] = f.OpeningClass(f.first), f.BorderClass(f.last)
}

// words fills how many words are quoted or names, and how a quotation looks.
func (f *filterRow) words() {
	quoted, names := 0, 0
	for _, t := range f.c.content {
		if f.ws[t].Quoted {
			quoted++
		}
		if f.text.Entity[t] >= 0 {
			names++
		}
	}
	n := float64(len(f.c.content))
	f.row[fQuoted], f.row[fNames] = GradeShare(float64(quoted)/n), GradeShare(float64(names)/n)
	if f.c.kind == claim.Direct {
		f.row[fQuotation] = f.quotationBits(f.first, f.last)
	}
}

// clauseProbabilities fills what the clause model says of the clauses in the candidate and
// beside it.
func (f *filterRow) clauseProbabilities() {
	var act, frame, content, continued, hearsay, actOut, frameOut, left, right float32
	n := float32(0)
	seen := false // a clause after the candidate
	for k := int(f.firstClause[f.c.unit]); k < int(f.firstClause[f.lastUnit+1]); k++ {
		c := &f.Reading.clauses[k]
		pAct, pFrame := f.clauseProb(k, clauseAct), f.clauseProb(k, clauseFrame)
		if 2*len(claim.Within(f.c.content, c.First, c.Last-1)) >= c.Last-c.First {
			if n == 0 {
				f.row[fFirstAct], f.row[fFirstFrame], f.row[fFirstContent] = Grade(pAct)+1, Grade(pFrame)+1, Grade(f.clauseProb(k, clauseContent))+1
			}
			n++
			act, frame = max(act, pAct), max(frame, pFrame)
			content += f.clauseProb(k, clauseContent)
			continued += f.clauseProb(k, clauseContinued)
			hearsay += f.clauseProb(k, clauseHearsay)
			continue
		}
		actOut, frameOut = max(actOut, pAct), max(frameOut, pFrame)
		if c.Last <= f.first {
			left = pFrame
		} else if c.First > f.last && !seen {
			right, seen = pFrame, true
		}
	}
	if n > 0 {
		f.row[fActInside], f.row[fFrameInside] = Grade(act)+1, Grade(frame)+1
		f.row[fContentMean], f.row[fContinuedMean], f.row[fHearsayMean] = Grade(content/n)+1, Grade(continued/n)+1, Grade(hearsay/n)+1
	}
	f.row[fActOutside], f.row[fFrameOutside], f.row[fFrameLeft], f.row[fFrameRight] = Grade(actOut), Grade(frameOut), Grade(left), Grade(right)
}
