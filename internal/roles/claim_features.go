package roles

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
)

// The models of mediums and stances see the same of a claim.

// ClaimSignature returns the number of the features that the models of mediums and stances
// see. They have no templates, so the number must be changed by hand when they change.
func ClaimSignature() uint64 { return 0x636c61696d730001 }

// Kinds of features of a claim. The weights know the numbers.
const (
	mKind uint64 = iota + 1
	mCue
	mCueKind
	mCueAll
	mCueNegated
	mEntry
	mEntryKind
	mStance
	mStanceKind
	mStanceCue
	mNoCue
	mSpeaker
	mSpeakerEntry
	mNoSpeaker
	mLabel
	mLabelEntry
	mFrame
	mFrameCue
	mQuoted
	mOpening
	mOpeningCue
	mEnding
	mSameSpeaker
	mSpeakerWord
	mContent
	mModal
	mObject
	mObjectCue
	mPrep
	mPhrase
	mUnit
	mMood
	mNested
	mNear
	mPassive
	mCluster
	mNeighbour
	mNeighbourSame
	mSourceEntry
	mSourceCue
	mSourceFrame
	mContentWord
	mContentVerb
	mUnitNoun
	mParagraph
	mArticle
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
		x.add(mKind, x.kind)
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
	x.add(mEntryKind, x.entry, x.kind)
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
		x.add(mNoCue, x.kind)
		return
	}
	c := x.reading.ClauseAt(cue[0])
	if c == nil {
		return
	}
	x.add(mMood, uint64(c.Mood), x.stance)
	x.add(mCluster, c.Cluster(), x.kind)
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
		x.add(mPrep, hash.Folded(w.Text), x.lemma)
	case x.tags[i].POS == extract.NOUN && !claim.Contains(x.c.Speaker, i):
		n := hash.Folded(x.text.Doc.Lemma(i))
		x.add(mObject, n)
		x.add(mObjectCue, n, x.lemma)
		if e := lexicon.Head(w.Text); e.Known() {
			x.add(mObject, hash.Folded(w.Text[e.HeadStart():]))
		}
		if s := x.says.At(i); s.Strength == saying.SayingNoun {
			x.add(mPhrase, uint64(saying.Cues().Entries[s.ID].Stance), x.stance)
		}
	case w.Features.HasAny(lexicon.Modal):
		x.add(mModal, hash.Folded(x.text.Doc.Lemma(i)), x.stance)
		x.add(mModal, hash.Folded(x.text.Doc.Lemma(i)), x.lemma)
	case x.tags[i].POS == extract.ADJ, x.tags[i].POS == extract.ADV, x.tags[i].POS == extract.PART, w.Function == syntax.Adverb:
		x.add(mPhrase, w.Form.Folded)
		x.add(mPhrase, w.Form.Folded, x.lemma)
		x.add(mPhrase, w.Form.Folded, x.stance, 1)
	case x.tags[i].POS == extract.DET && w.Form.Folded != 0:
		switch w.Lower() {
		case "kein", "keine", "keinen", "keinerlei":
			x.add(mCueNegated, x.lemma)
			x.add(mCueNegated, x.stance)
		}
	}
}

func (x *claimFeatures) speaker() {
	label := uint64(1) // of the last name
	for _, i := range x.c.Speaker {
		if e := x.text.Entity[i]; e >= 0 {
			label = uint64(x.text.Entities[e].Label) + 2
			x.add(mSpeakerWord, x.ws[i].Form.Folded)
		}
		if x.tags[i].POS == extract.NOUN || x.tags[i].POS == extract.PRON {
			x.speakerNoun(i)
		}
	}
	x.add(mLabel, label)
	x.add(mLabel, label, x.kind)
	x.add(mLabelEntry, label, x.entry)
	x.add(mLabelEntry, label, x.lemma)
	if len(x.c.Speaker) == 0 {
		x.add(mNoSpeaker, x.kind)
	}
}

// speakerNoun adds a noun or pronoun of the speaker, and the last word of a compound.
func (x *claimFeatures) speakerNoun(i int) {
	lemma := hash.Folded(x.text.Doc.Lemma(i))
	x.add(mSpeaker, lemma)
	x.add(mSpeakerEntry, lemma, x.entry)
	if e := lexicon.Head(x.ws[i].Text); e.Known() {
		head := hash.Folded(x.ws[i].Text[e.HeadStart():])
		x.add(mSpeaker, head)
		x.add(mSpeakerEntry, head, x.entry)
	}
}

func (x *claimFeatures) frame() {
	for _, i := range x.c.Frame {
		if x.tags[i].POS == extract.NOUN || x.tags[i].POS == extract.ADP {
			n := hash.Folded(x.text.Doc.Lemma(i))
			x.add(mFrame, n)
			x.add(mFrameCue, n, x.entry)
			if e := lexicon.Head(x.ws[i].Text); e.Known() {
				x.add(mFrame, hash.Folded(x.ws[i].Text[e.HeadStart():]))
			}
		}
	}
}

// content adds how the content begins and ends and what verbs it has.
func (x *claimFeatures) content() {
	first, last := x.c.Content[0], x.c.Content[len(x.c.Content)-1]
	x.add(mQuoted, spans.QuotationClass(&x.ws[first]), x.kind)
	opening := uint64(x.reading.OpeningClass(first))
	x.add(mOpening, opening, x.kind)
	x.add(mOpening, opening, x.stance, 1)
	x.add(mOpeningCue, opening, x.lemma)
	if x.text.IsPunct(last, "?!") || last > first && x.text.IsPunct(last-1, "?!") {
		x.add(mEnding, x.kind, x.stance)
		x.add(mEnding, x.lemma)
	}
	if x.c.Kind == claim.Reported {
		return
	}
	if len(x.c.Content) <= 10 {
		for _, i := range x.c.Content {
			switch x.tags[i].POS {
			case extract.NOUN, extract.ADJ, extract.ADV, extract.PART:
				w := hash.Folded(x.text.Doc.Lemma(i))
				x.add(mContentWord, w)
				x.add(mContentWord, w, x.stance)
			}
		}
	}
	for _, i := range x.c.Content[:min(len(x.c.Content), 25)] {
		if w := &x.ws[i]; w.Finite && !w.Capital {
			x.add(mContentVerb, w.Form.Folded, x.lemma)
			x.add(mContentVerb, w.Form.Folded, x.stance, x.kind)
			break
		}
	}
	if c := x.reading.ClauseAt(first); c != nil {
		x.add(mContent, c.Lemma, x.stance)
		x.add(mContent, uint64(c.Kind), x.lemma, 1)
		if c.Verb >= 0 && x.ws[c.Verb].Features.HasAny(lexicon.Modal) {
			x.add(mContent, x.ws[c.Verb].Form.Folded, x.kind, 2)
			x.add(mContent, x.ws[c.Verb].Form.Folded, x.stance, 3)
		}
	}
}
