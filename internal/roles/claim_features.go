package roles

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
)

// ClaimSignature returns the number of the features that the models of mediums and stances
// see. They have no templates, so the number must be changed by hand when they change.
func ClaimSignature() uint64 { return 0x636c61696d730002 }

// Kinds of features of a claim. The weights know the numbers.
const (
	mCue uint64 = iota + 1
	mCueKind
	mCueAll
	mEntry
	mEntryKind
	mStance
	mStanceKind
	mStanceCue
	mMood
	mNoCue
	mPrep
	mObject
	mModal
	mSpeaker
	mNoSpeaker
	mLabel
	mFrame
	mFrameCue
	mQuoted
	mOpening
	mEnding
	mContent
	mUnit
	mNear
	mNested
	mNeighbourSame
	mParagraph
	mSourceCue
	mArticle
	mUnitNoun
)

// claimSequences puts into the scratch what the models see of the claims of a text, in
// order. voice tells who makes a claim, 0 if nobody is known. The stance of a claim is told
// by its own frame, its medium also by what else its voice said.
func (f *Finder) claimSequences(s *Scratch, claims []claim.Claim, voice func(*claim.Claim) uint64) {
	s.seq.Reset()
	s.mediums.Reset()
	reports := f.reports(claims)
	voices := newVoices(claims, reports, voice)
	for n := range claims {
		f.text.Sign.Look()
		s.seq.Begin(0)
		s.mediums.Begin(0)
		c := &claims[n]
		x := claimFeatures{
			Finder: f.of(c), outer: f, stances: &s.seq, mediums: &s.mediums,
			c: c, kind: uint64(c.Kind), list: claims, n: n, report: &reports[n], voices: voices,
		}
		x.cue()
		x.speaker()
		x.frame()
		x.content()
		x.place(claims[:n])
		x.neighbours()
		x.article()
		x.unitNouns()
	}
}

// claimFeatures adds what the models see of a claim.
type claimFeatures struct {
	*Finder                  // for the claim
	outer            *Finder // for the text
	stances, mediums *linear.Sequence
	list             []claim.Claim
	n                int
	c                *claim.Claim
	kind             uint64
	report           *report
	voices           *voices
	entry            uint64 // the medium of the cue in the list of cues, 0 if it is not there
	lemma            uint64 // of the cue's words together
	stance           uint64 // by the list
}

// add adds a feature for both models.
func (x *claimFeatures) add(kind uint64, values ...uint64) {
	h := featureOf(kind, values)
	x.stances.Add(h)
	x.mediums.Add(h)
}

// addStance adds a feature for the model of stances.
func (x *claimFeatures) addStance(kind uint64, values ...uint64) {
	x.stances.Add(featureOf(kind, values))
}

// addMedium adds a feature for the model of mediums.
func (x *claimFeatures) addMedium(kind uint64, values ...uint64) {
	x.mediums.Add(featureOf(kind, values))
}

func featureOf(kind uint64, values []uint64) linear.Feature {
	h := hash.Seed(kind)
	for _, v := range values {
		h = h.Add(v)
	}
	return linear.Feature(h)
}

func (x *claimFeatures) cue() {
	cue, e := x.report.cue, &x.report.entry
	stance := x.says.StanceOf(x.c.Cue, x.c.Frame, x.c.Content)
	if x.c.Kind == claim.Reported {
		stance = x.says.StanceOf(cue, x.c.Content, nil)
	}
	if x.report.ok {
		x.entry = uint64(e.Medium) + 1
	}
	x.stance = uint64(stance)
	x.add(mEntry, x.entry)
	x.addStance(mEntryKind, x.entry, x.kind)
	x.add(mStance, x.stance)
	x.add(mStanceKind, x.stance, x.kind)
	x.add(mStance, uint64(e.Stance), x.entry, x.stance)
	all := hash.Seed(1)
	for _, i := range cue {
		lemma := hash.Folded(x.text.Doc.Lemma(i))
		x.add(mCue, lemma)
		x.add(mCueKind, lemma, x.kind)
		x.add(mStanceCue, lemma, x.stance)
		if !x.ws[i].Features.HasAny(lexicon.Auxiliary) {
			all = all.Add(lemma)
		}
	}
	x.lemma = uint64(all)
	x.add(mCueAll, x.lemma)
	x.add(mCueAll, x.lemma, x.kind)
	if len(cue) == 0 {
		x.addStance(mNoCue, x.kind)
		return
	}
	c := x.reading.ClauseAt(cue[0])
	if c == nil {
		return
	}
	x.add(mMood, uint64(c.Mood), x.stance)
	for i := c.First; i < c.Last; i++ {
		x.clauseWord(i)
	}
}

// clauseWord adds a word of the cue's clause.
func (x *claimFeatures) clauseWord(i int) {
	w := &x.ws[i]
	if w.Quoted || x.c.Kind != claim.Reported && claim.Contains(x.c.Content, i) {
		return
	}
	switch {
	case w.Function == syntax.Preposition:
		x.addStance(mPrep, w.Form.Folded, x.lemma)
	case x.tags[i].POS == extract.NOUN && !claim.Contains(x.c.Speaker, i):
		x.addStance(mObject, hash.Folded(x.text.Doc.Lemma(i)))
		if e := lexicon.Head(w.Text); e.Known() {
			x.addStance(mObject, hash.Folded(w.Text[e.HeadStart():]))
		}
	case w.Features.HasAny(lexicon.Modal):
		lemma := hash.Folded(x.text.Doc.Lemma(i))
		x.addStance(mModal, lemma, x.stance)
		x.addStance(mModal, lemma, x.lemma)
	}
}

func (x *claimFeatures) speaker() {
	label := uint64(1) // of the last name
	for _, i := range x.c.Speaker {
		if e := x.text.Entity[i]; e >= 0 {
			label = uint64(x.text.Entities[e].Label) + 2
		}
		if x.tags[i].POS == extract.NOUN || x.tags[i].POS == extract.PRON {
			x.addMedium(mSpeaker, hash.Folded(x.text.Doc.Lemma(i)))
			if e := lexicon.Head(x.ws[i].Text); e.Known() {
				x.addMedium(mSpeaker, hash.Folded(x.ws[i].Text[e.HeadStart():]))
			}
		}
	}
	x.addMedium(mLabel, label)
	if len(x.c.Speaker) == 0 {
		x.addMedium(mNoSpeaker, x.kind)
	}
}

func (x *claimFeatures) frame() {
	for _, i := range x.c.Frame {
		if x.tags[i].POS == extract.NOUN || x.tags[i].POS == extract.ADP {
			n := hash.Folded(x.text.Doc.Lemma(i))
			x.addMedium(mFrame, n)
			x.addMedium(mFrameCue, n, x.entry)
			if e := lexicon.Head(x.ws[i].Text); e.Known() {
				x.addMedium(mFrame, hash.Folded(x.ws[i].Text[e.HeadStart():]))
			}
		}
	}
}

// content adds how the content begins and ends and what verb it has.
func (x *claimFeatures) content() {
	first, last := x.c.Content[0], x.c.Content[len(x.c.Content)-1]
	x.addMedium(mQuoted, spans.QuotationClass(&x.ws[first]), x.kind)
	opening := uint64(x.reading.OpeningClass(first))
	x.add(mOpening, opening, x.kind)
	x.addStance(mOpening, opening, x.stance, 1)
	if x.text.IsPunct(last, "?!") || last > first && x.text.IsPunct(last-1, "?!") {
		x.add(mEnding, x.kind, x.stance)
		x.add(mEnding, x.lemma)
	}
	if x.c.Kind == claim.Reported {
		return
	}
	if c := x.reading.ClauseAt(first); c != nil {
		x.addStance(mContent, c.Lemma, x.stance)
		x.addMedium(mContent, uint64(c.Kind), x.lemma, 1)
		if c.Verb >= 0 && x.ws[c.Verb].Features.HasAny(lexicon.Modal) {
			x.addMedium(mContent, x.ws[c.Verb].Form.Folded, x.kind, 2)
			x.addMedium(mContent, x.ws[c.Verb].Form.Folded, x.stance, 3)
		}
	}
}
