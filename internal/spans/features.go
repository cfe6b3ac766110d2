package spans

// The features of a candidate, a small number each, by families, for each of which
// filter.go has a function that fills it. The trees know the numbers. Probabilities are
// those of the token model; they and shares are graded.
const (
	fKind = iota

	fRule    // that found it, or 0
	fOverlap // with a claim of the rules of the same kind, and its rule
	fOverlapRule
	fOverlapAny // with a claim of the rules of any kind

	fInside    // mean probability of the kind
	fLeast     // the least of the kind
	fOutside   // mean of the kind in the rest of the unit
	fProbFirst // of the kind at the ends, and next to them
	fProbBefore
	fProbLast
	fProbAfter
	fOther   // mean of the other kinds
	fContent // mean of all kinds
	fCue     // the largest of a cue outside
	fSpeaker // the largest of a speaker outside
	fFrame   // mean of a frame outside
	fCueLeft // the largest of a cue within ten tokens before
	fCueRight

	fLength
	fUnitShare // how much of its units it is
	fRuns      // of tokens without a gap
	fUnits

	fBorderBefore // class of the mark or word before and after
	fBorderAfter
	fOpening // class of the word that it begins with
	fEnding  // class of its last mark or word

	fMain // mood of the unit's main clause

	fQuoted    // share within quotation marks
	fNames     // share in names
	fQuotation // how a quotation looks, as bits
	fHeading
	fInner // it lies inside a quotation, which is read like a text of its own

	fActInside // by the clause model, the largest within: an act, a frame, content
	fFrameInside
	fFirstAct // of the first clause in it
	fFirstFrame
	fFirstContent
	fContentMean // mean over the clauses in it, of content or continued
	fContinuedMean
	fHearsayMean
	fActOutside // in the rest of its unit
	fFrameOutside
	fFrameLeft // of the clause before
	fFrameRight

	FilterFeatures
)

// Grade puts a probability into one of 13 classes, evenly by its logarithm of odds.
func Grade(p float32) uint8 {
	grade := uint8(0)
	for step := uint8(8); step > 0; step /= 2 {
		if p >= gradeLimits[grade+step] {
			grade += step
		}
	}
	return grade + 1
}

// gradeLimits are the least probabilities of the classes from the second on. The logarithms of
// their odds lie in the middle between whole numbers. The last are never reached.
var gradeLimits = [16]float32{
	2, .0040701376, .010986943, .02931223, .07585818, .18242553, .37754068,
	.62245935, .8175745, .9241418, .97068775, .9890131, .99592984, 2, 2, 2,
}

// GradeShare puts a share into one of 22 classes, the last for the whole.
func GradeShare(p float64) uint8 {
	if p > .999 {
		return 21
	}
	return uint8(p * 20)
}

// Flag returns the feature of something that is so, 1, or is not, 0.
func Flag(is bool) uint8 {
	if is {
		return 1
	}
	return 0
}
