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

// MediumLabels returns the names of the medium model's labels, in order: those
// of the mediums after "none".
func MediumLabels() []string {
	return append([]string{"none"}, claim.MediumNames[1:]...)
}

// mediumSignature marks the features of the medium model, which has no templates.
const mediumSignature = 0x6d656469756d0001

// MediumSignature is told to the weights of the medium model.
func MediumSignature() uint64 { return mediumSignature }

// Kinds of features of a claim.
const (
	mKind uint64 = iota + 1
	mCue
	mCueKind
	mEntry
	mStance
	mNoCue
	mSpeaker
	mSpeakerCue
	mNoSpeaker
	mLabel
	mLabelCue
	mFrame
	mQuoted
	mFirst
	_ // keeps the numbers of those after it, which the weights know
	mSame
	mSpeakerWord
)

// mediumSequence returns what the medium model sees of the claims of a document, in
// order.
func (f *Finder) mediumSequence(s *Scratch, ps []claim.Claim) *linear.Sequence {
	q := &s.seq
	q.Reset()
	for n := range ps {
		p := &ps[n]
		q.Begin(0)
		add := func(kind uint64, values ...uint64) {
			h := hash.Seed(kind)
			for _, x := range values {
				h = h.Add(x)
			}
			q.Add(linear.Feature(h))
		}
		kind := uint64(p.Kind)
		add(mKind, kind)
		e, ok := f.says.EntryOf(p.Cue)
		entry := uint64(0)
		if ok {
			entry = uint64(e.Medium) + 1
		}
		add(mEntry, entry)
		add(mEntry, entry, kind)
		add(mStance, uint64(e.Stance), entry)
		addCue := func(i int) {
			lemma := hash.Folded(f.text.Doc.Lemma(i))
			add(mCue, lemma)
			add(mCueKind, lemma, kind)
		}
		for _, i := range p.Cue {
			addCue(i)
		}
		if len(p.Cue) == 0 {
			add(mNoCue, kind)
		}
		label := uint64(1)
		for _, i := range p.Speaker {
			if f.text.Entity[i] >= 0 {
				label = uint64(f.text.Entities[f.text.Entity[i]].Label) + 2
				add(mSpeakerWord, f.ws[i].Form.Folded)
			}
			if f.view.Tags[i].POS != extract.NOUN && f.view.Tags[i].POS != extract.PRON {
				continue
			}
			head := hash.Folded(f.text.Doc.Lemma(i))
			add(mSpeaker, head)
			add(mSpeakerCue, head, entry)
			if e := lexicon.Head(f.ws[i].Text); e.Known() {
				head = hash.Folded(f.ws[i].Text[e.HeadStart():])
				add(mSpeaker, head)
			}
		}
		add(mLabel, label)
		add(mLabel, label, kind)
		add(mLabelCue, label, entry)
		if len(p.Speaker) == 0 {
			add(mNoSpeaker, kind)
		}
		for _, i := range p.Frame {
			if f.view.Tags[i].POS == extract.NOUN || f.view.Tags[i].POS == extract.ADP {
				add(mFrame, hash.Folded(f.text.Doc.Lemma(i)))
			}
		}
		first := p.Content[0]
		add(mQuoted, spans.Quotedness(&f.ws[first]), kind)
		add(mFirst, uint64(f.view.Opening(first)), kind)
		if p.Kind == claim.Reported {
			for _, i := range p.Content {
				if s := f.says.Strength(i); s >= saying.StrongVerb && s <= saying.ActVerb || s == saying.SayingNoun {
					addCue(i)
				}
			}
		}
		same := uint64(0)
		if n > 0 && len(p.Speaker) > 0 && len(ps[n-1].Speaker) > 0 && p.Speaker[0] == ps[n-1].Speaker[0] {
			same = 1
		}
		add(mSame, same, kind)
	}
	return q
}

// FindMediums completes claims.
func (f *Finder) FindMediums(s *Scratch, m *linear.Model, ps []claim.Claim) {
	if len(ps) == 0 {
		return
	}
	s.labels = s.decoder.Decode(m, f.mediumSequence(s, ps), s.labels[:0])
	for n, y := range s.labels {
		if y == 0 { // "none", seldom: the text tells nothing
			y = linear.Label(claim.SpeechOrWriting)
		}
		ps[n].Medium = claim.Medium(y)
	}
}
