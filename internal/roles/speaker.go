package roles

import (
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/trees"
)

// nominee is the tokens [first, end) that may name the speaker of a claim.
type nominee struct {
	first, end int
	carried    bool // they are the speaker of the claim before
}

// nominees are the words that may name the speaker of a claim, with what features need
// of all of them.
type nominees struct {
	*Finder
	t       *target
	lattice *linear.Lattice // what the role model says of the window
	words   []nominee
	grades  []uint8 // by nominee, the grade of their largest probability
	cue     int     // the token that is likeliest a cue, or -1
	cueProb float64
	heeder  []int // whom the cue says to be spoken to: folgten der Aufforderung
}

// nominate returns the words that may name the speaker of a claim, by the probabilities
// of the role model.
func (f *Finder) nominate(t *target, l *linear.Lattice) *nominees {
	x := &nominees{Finder: f, t: t, lattice: l}
	if x.cue, x.cueProb = t.likeliestCue(l); !t.kind.Framed() {
		if act := f.act(t.content); len(act) > 0 {
			x.cue, x.cueProb = act[0], 1
		}
	}
	x.addKnown()
	x.addSubjects()
	for _, least := range nomineeLevels {
		x.addRuns(least)
	}
	x.addPhrases(nomineeLevels[len(nomineeLevels)-1])
	for _, w := range x.words {
		most, _, _ := x.gradesOf(w)
		x.grades = append(x.grades, most)
	}
	return x
}

// nomineeLevels are the probabilities above which tokens are tried as a speaker.
var nomineeLevels = [...]float64{.5, .25, .1, .03}

// add adds words that are not there yet.
func (x *nominees) add(w nominee) {
	if w.end > w.first && !slices.ContainsFunc(x.words, func(o nominee) bool { return o.first == w.first && o.end == w.end }) {
		x.words = append(x.words, w)
	}
}

// addKnown adds the speaker of the claim before, and that which the rules found.
func (x *nominees) addKnown() {
	if s := x.t.lastSpeaker; len(s) > 0 {
		x.add(nominee{s[0], s[len(s)-1] + 1, true})
	}
	if x.t.alike != nil {
		if s := x.t.alike.Speaker; len(s) > 0 {
			x.add(nominee{s[0], s[len(s)-1] + 1, false})
		}
	}
}

// addSubjects adds the subjects in the window.
func (x *nominees) addSubjects() {
	for i := x.t.first; i < x.t.end; i++ {
		if end, _ := x.who.Subject(i); end > i {
			x.add(nominee{i, end, false})
		}
	}
}

// addRuns adds runs of tokens that have at least a probability.
func (x *nominees) addRuns(least float64) {
	for i := x.t.first; i < x.t.end; i++ {
		if x.prob(i) < least {
			continue
		}
		end := i + 1
		for end < x.t.end && x.prob(end) >= least {
			end++
		}
		x.add(nominee{i, end, false})
		i = end
	}
}

// addPhrases adds the noun phrases that begin where the probability rises to at least a
// value.
func (x *nominees) addPhrases(least float64) {
	for i := x.t.first; i < x.t.end; i++ {
		if p := x.prob(i); p >= least && (i == x.t.first || x.prob(i-1) < p/2) {
			if end := x.text.Phrase(i, min(x.t.end, i+maxSpeaker)); end > i {
				x.add(nominee{i, end, false})
			}
		}
	}
}

// maxSpeaker is how many tokens a speaker's phrase has at most.
const maxSpeaker = 30

// prob returns the probability that a token is in the speaker, 0 outside of the window.
func (x *nominees) prob(i int) float64 {
	if i < x.t.first || i >= x.t.end {
		return 0
	}
	return x.lattice.Prob(i-x.t.first, roleSpeaker)
}

// likeliestCue returns the token of the window that is likeliest a cue.
func (t *target) likeliestCue(l *linear.Lattice) (at int, prob float64) {
	at = -1
	for k := range t.end - t.first {
		if p := l.Prob(k, roleCue); p > prob && p > .05 {
			at, prob = t.first+k, p
		}
	}
	return at, prob
}

// leastRival is how probable other words must be for the claim to keep them for package who.
const leastRival = .03

// choose returns the words that most probably name the speaker, ok false if most probably none
// do, and notes in the claim how sure that is, and which others might.
func (x *nominees) choose(s *Scratch, m *trees.Model, c *claim.Claim) (best nominee, ok bool) {
	n := len(x.words)
	s.rows, s.probs = slices.Grow(s.rows[:0], (n+1)*SpeakerFeatures)[:(n+1)*SpeakerFeatures], slices.Grow(s.probs[:0], n+1)[:n+1]
	x.fillAll(s.rows)
	m.Scores(s.probs, s.rows)
	at := n
	for k, p := range s.probs[:n] {
		w := x.words[k]
		if x.says.NoSubject(w.first) || len(x.heeder) > 0 && w.common(x.heeder) > 0 {
			s.probs[k] = -100
		} else if p > s.probs[at] {
			at = k
		}
	}
	trees.Softmax(s.probs)
	c.Sure, c.Rivals = s.probs[at], nil
	for k, p := range s.probs[:n] {
		if k != at && p >= leastRival {
			c.Rivals = append(c.Rivals, claim.Words{First: x.words[k].first, Last: x.words[k].end, Prob: p})
		}
	}
	if at == n {
		return nominee{}, false
	}
	return x.words[at], true
}

// common returns how many of ascending tokens are in the words.
func (w nominee) common(ts []int) int { return len(claim.Within(ts, w.first, w.end-1)) }

// overlap returns how much words and tokens have in common, as a graded share of both.
func (w nominee) overlap(ts []int) uint8 {
	n := w.common(ts)
	return share(n, w.end-w.first+len(ts)-n)
}
