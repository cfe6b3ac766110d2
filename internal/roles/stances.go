package roles

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
)

// FindStances completes claims, which must have their roles, by stances and mediums.
func (f *Finder) FindStances(s *Scratch, stances, mediums *linear.Model, claims []claim.Claim, voice func(*claim.Claim) uint64) {
	if len(claims) == 0 {
		return
	}
	f.claimSequences(s, claims, voice)
	s.labels = s.decoder.Decode(stances, &s.seq, s.labels[:0])
	for n, y := range s.labels {
		c := &claims[n]
		c.Stance = max(claim.Stance(y), claim.Asserts)
		if c.Stance == claim.Asserts && f.of(c).says.Admits(c.Content) { // too seldom in the corpus to learn from
			c.Stance = claim.Admits
		}
	}
	s.labels = s.decoder.Decode(mediums, &s.mediums, s.labels[:0])
	for n, y := range s.labels {
		if y == 0 { // "none", seldom: the text does not tell
			y = linear.Label(claim.SpeechOrWriting)
		}
		claims[n].Medium = claim.Medium(y)
	}
}

// MediumLabels returns the names of the medium model's labels, in order: those
// of the mediums after "none".
func MediumLabels() []string { return append([]string{"none"}, claim.MediumNames[1:]...) }

// StanceLabels returns the names of the stance model's labels, in order: those of the
// stances after "none".
func StanceLabels() []string { return append([]string{"none"}, claim.StanceNames[1:]...) }
