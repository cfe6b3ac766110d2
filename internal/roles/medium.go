package roles

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/spans"
)

// FindMediums completes claims by their mediums.
func (f *Finder) FindMediums(s *Scratch, m *linear.Model, claims []claim.Claim) {
	if len(claims) == 0 {
		return
	}
	s.labels = s.decoder.Decode(m, f.mediumSequence(s, claims), s.labels[:0])
	for n, y := range s.labels {
		if y == 0 { // "none", seldom: the text does not tell
			y = linear.Label(claim.SpeechOrWriting)
		}
		claims[n].Medium = claim.Medium(y)
	}
}

// MediumLabels returns the names of the medium model's labels, in order: those
// of the mediums after "none".
func MediumLabels() []string {
	return append([]string{"none"}, claim.MediumNames[1:]...)
}

// MediumSignature returns the number of the features that the medium model sees. It has
// no templates, so the number must be changed by hand when they change.
func MediumSignature() uint64 { return 0x6d656469756d0001 }

// Kinds of features of a claim. The weights know the numbers.
const (
	mKind uint64 = iota + 1
	mCue
	mCueKind
	mEntry
	mStance
	mNoCue
	mSpeaker
	mSpeakerEntry
	mNoSpeaker
	mLabel
	mLabelEntry
	mFrame
	mQuoted
	mOpening
	_ // was in use once
	mSameSpeaker
	mSpeakerWord
)

// mediumSequence returns what the medium model sees of the claims of a text, in order,
// until the next call with the same scratch.
func (f *Finder) mediumSequence(s *Scratch, claims []claim.Claim) *linear.Sequence {
	s.seq.Reset()
	for n := range claims {
		f.text.Sign.Look()
		s.seq.Begin(0)
		c := &claims[n]
		x := mediumFeatures{Finder: f, seq: &s.seq, c: c, kind: uint64(c.Kind)}
		x.add(mKind, x.kind)
		x.cue()
		x.speaker()
		x.frame()
		x.content()
		same := n > 0 && len(c.Speaker) > 0 && len(claims[n-1].Speaker) > 0 && c.Speaker[0] == claims[n-1].Speaker[0]
		x.add(mSameSpeaker, uint64(spans.Flag(same)), x.kind)
	}
	return &s.seq
}

// mediumFeatures adds what the medium model sees of a claim.
type mediumFeatures struct {
	*Finder
	seq   *linear.Sequence
	c     *claim.Claim
	kind  uint64
	entry uint64 // the medium of the cue in the list of cues, 0 if it is not there
}

func (x *mediumFeatures) add(kind uint64, values ...uint64) {
	h := hash.Seed(kind)
	for _, v := range values {
		h = h.Add(v)
	}
	x.seq.Add(linear.Feature(h))
}

func (x *mediumFeatures) cue() {
	e, ok := x.says.EntryOf(x.c.Cue)
	if ok {
		x.entry = uint64(e.Medium) + 1
	}
	x.add(mEntry, x.entry)
	x.add(mEntry, x.entry, x.kind)
	x.add(mStance, uint64(e.Stance), x.entry)
	for _, i := range x.c.Cue {
		x.cueWord(i)
	}
	if len(x.c.Cue) == 0 {
		x.add(mNoCue, x.kind)
	}
}

func (x *mediumFeatures) cueWord(i int) {
	lemma := hash.Folded(x.text.Doc.Lemma(i))
	x.add(mCue, lemma)
	x.add(mCueKind, lemma, x.kind)
}

func (x *mediumFeatures) speaker() {
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
	if len(x.c.Speaker) == 0 {
		x.add(mNoSpeaker, x.kind)
	}
}

// speakerNoun adds a noun or pronoun of the speaker, and the last word of a compound.
func (x *mediumFeatures) speakerNoun(i int) {
	lemma := hash.Folded(x.text.Doc.Lemma(i))
	x.add(mSpeaker, lemma)
	x.add(mSpeakerEntry, lemma, x.entry)
	if e := lexicon.Head(x.ws[i].Text); e.Known() {
		x.add(mSpeaker, hash.Folded(x.ws[i].Text[e.HeadStart():]))
	}
}

func (x *mediumFeatures) frame() {
	for _, i := range x.c.Frame {
		if x.tags[i].POS == extract.NOUN || x.tags[i].POS == extract.ADP {
			x.add(mFrame, hash.Folded(x.text.Doc.Lemma(i)))
		}
	}
}

// content adds how the content begins. In a reported act it has the cue in it.
func (x *mediumFeatures) content() {
	first := x.c.Content[0]
	x.add(mQuoted, spans.QuotationClass(&x.ws[first]), x.kind)
	x.add(mOpening, uint64(x.reading.OpeningClass(first)), x.kind)
	if x.c.Kind != claim.Reported {
		return
	}
	for _, i := range x.c.Content {
		if s := x.says.At(i).Strength; s >= saying.StrongVerb && s <= saying.ActVerb || s == saying.SayingNoun {
			x.cueWord(i)
		}
	}
}
