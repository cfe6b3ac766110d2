package eval

import (
	"math/rand/v2"
	"slices"
)

// Score is what precision and recall are made of: P = Precise/System, R =
// Recalled/Gold. Where items are counted, Precise = Recalled = the right ones;
// where they are graded, each is a sum of grades. Scores add up.
type Score struct {
	Precise, System float64
	Recalled, Gold  float64
}

// Add adds t to s.
func (s *Score) Add(t Score) {
	s.Precise += t.Precise
	s.System += t.System
	s.Recalled += t.Recalled
	s.Gold += t.Gold
}

// P returns the precision, from 0 to 1, and 0 when the system has nothing.
func (s Score) P() float64 { return ratio(s.Precise, s.System) }

// R returns the recall, from 0 to 1, and 0 when there is nothing to find.
func (s Score) R() float64 { return ratio(s.Recalled, s.Gold) }

// F1 returns the harmonic mean of precision and recall.
func (s Score) F1() float64 { return ratio(2*s.P()*s.R(), s.P()+s.R()) }

// Share is how many of some are so.
type Share struct{ N, Of int }

// Value returns the share, from 0 to 1, and 0 of none.
func (s Share) Value() float64 { return ratio(float64(s.N), float64(s.Of)) }

// count counts one more.
func (s *Share) count(is bool) {
	s.Of++
	if is {
		s.N++
	}
}

func (s *Share) add(t Share) {
	s.N += t.N
	s.Of += t.Of
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// samples is how many an interval is taken from.
const samples = 2000

// Interval returns the bounds of the 95% interval of the F1 of all scores together, each of
// which is that of an article. Articles are drawn anew with replacement, as many as there
// are, 2000 times, and the middle 95% of the values taken (bootstrap). Articles and not items
// are drawn because the items of an article depend on each other. The same scores give the
// same interval; none give 0 and 0.
func Interval(articles []Score) (low, high float64) {
	if len(articles) == 0 {
		return 0, 0
	}
	rng := rand.New(rand.NewPCG(1, 0))
	values := make([]float64, samples)
	for i := range values {
		var sum Score
		for range articles {
			sum.Add(articles[rng.IntN(len(articles))])
		}
		values[i] = sum.F1()
	}
	slices.Sort(values)
	const tail = samples / 40
	return values[tail], values[samples-1-tail]
}
