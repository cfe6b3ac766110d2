package roles

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/saying"
)

// report is what tells that something was said: the cue of a claim, or of a reported act the
// verb or noun that says most, with its entry in the list of cues.
type report struct {
	cue   []int
	entry saying.Entry
	ok    bool // the list has it
}

// reports returns the reports of claims.
func (f *Finder) reports(claims []claim.Claim) []report {
	out := make([]report, len(claims))
	for n := range claims {
		f.text.Sign.Look()
		c, r, f := &claims[n], &out[n], f.of(&claims[n])
		r.cue = c.Cue
		if c.Kind == claim.Reported {
			r.cue = f.act(c.Content)
		}
		r.entry, r.ok = f.says.EntryOf(r.cue)
	}
	return out
}

// act returns the verb or noun in a reported act that says most.
func (f *Finder) act(content []int) []int {
	most, at := saying.NotSaying, -1
	for _, i := range content {
		if s := f.says.At(i).Strength.OfClause(); s > most && !f.ws[i].Quoted && !f.says.Compared(i) {
			most, at = s, i
		}
	}
	if at < 0 {
		return nil
	}
	if c := f.reading.ClauseAt(at); c != nil {
		if q, ok := f.says.CueIn(c.Clause); ok {
			return q.Tokens
		}
	}
	return []int{at}
}

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
