// Package claim has what the stages of attribution share: a claim whose parts are tokens,
// the names of kinds, mediums, stances and ways to a speaker, and arithmetic with ascending
// tokens.
package claim

import (
	"cmp"
	"math"
	"slices"

	"github.com/laut-nlp/laut/internal/portable"
)

// Claim is a claim as the stages of attribution see it. Its parts are tokens, in order.
type Claim struct {
	Kind   Kind
	Medium Medium
	Stance Stance

	Content   []int // what is said
	Cue       []int // the words that say that it is said: sagte, laut
	Frame     []int // what stands around the content to report it: cue, speaker, addressee and more
	Speaker   []int // the words that name who says it
	Addressee []int // the words that name to whom

	Sure   float32 // how probably the words name the speaker, or that none do; 0 if that is not known
	Rivals []Words // other words that may name the speaker

	Inner   bool    // it lies inside a quotation, which is read like a text of its own
	Carried bool    // the speaker is that of an earlier claim
	Via     Via     // how the form of the text tells who speaks, which is certain then; else none
	Parent  int     // the claim whose content this one is in, or -1
	Score   float32 // how far it probably overlaps a true claim
}

// Several stands between the names of several who speak together.
const Several = " / "

// Words are the tokens [First, Last), and how probably they name a speaker.
type Words struct {
	First, Last int
	Prob        float32
}

// Role is what a token is to a claim: the part that it belongs to.
type Role uint8

// The roles.
const (
	Frame Role = iota + 1
	Addressee
	Speaker
	Cue
	Content
)

// Parts returns the parts of a claim by their roles. Each may have tokens of those after
// it: a speaker stands in the frame.
func (c *Claim) Parts() [Content + 1][]int {
	return [...][]int{Frame: c.Frame, Addressee: c.Addressee, Speaker: c.Speaker, Cue: c.Cue, Content: c.Content}
}

// ByContent compares the contents of two claims: the one that begins first comes first, of
// two that begin together the longer.
func ByContent(a, b []int) int {
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(len(b), len(a)))
}

// Sort puts claims in order of their contents, so that those that enclose others come
// before them.
func Sort(claims []Claim) {
	slices.SortStableFunc(claims, func(a, b Claim) int { return ByContent(a.Content, b.Content) })
}

// Sorted returns claims in order of their contents, with the numbers of their parents.
func Sorted(claims []Claim) []Claim {
	order := make([]int, len(claims))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return ByContent(claims[i].Content, claims[j].Content) })
	place := make([]int, len(claims))
	for k, i := range order {
		place[i] = k
	}
	out := make([]Claim, len(claims))
	for k, i := range order {
		out[k] = claims[i]
		if out[k].Parent >= 0 {
			out[k].Parent = place[out[k].Parent]
		}
	}
	return out
}

// Enclosing returns the last of the claims, which stand in order of their contents, that has
// the ends of c's content in its own, or -1. Claims that begin much earlier are not looked
// at, so that time stays linear.
func Enclosing(claims []Claim, c *Claim) int {
	for n := len(claims) - 1; n >= max(0, len(claims)-16); n-- {
		p := &claims[n]
		if len(p.Content) > len(c.Content) && Contains(p.Content, c.Content[0]) && Contains(p.Content, c.Content[len(c.Content)-1]) {
			return n
		}
	}
	return -1
}

// Tokens returns the tokens [first, last).
func Tokens(first, last int) []int {
	ts := make([]int, 0, max(0, last-first))
	for i := first; i < last; i++ {
		ts = append(ts, i)
	}
	return ts
}

// Without returns the tokens [first, last) that are not in any of the sets.
func Without(first, last int, sets ...[]int) []int {
	var ts []int
next:
	for i := first; i < last; i++ {
		for _, s := range sets {
			if Contains(s, i) {
				continue next
			}
		}
		ts = append(ts, i)
	}
	return ts
}

// Contains reports whether a token is among ascending ones.
func Contains(ts []int, t int) bool {
	_, in := slices.BinarySearch(ts, t)
	return in
}

// Union returns the tokens of two ascending lists, ascending.
func Union(a, b []int) []int {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}

// Jaccard returns how far two ascending lists, which are not empty, overlap: the tokens in
// both as a share of those in either. Time is linear in the shorter stretch of text.
func Jaccard(a, b []int) float64 {
	size := len(a) + len(b)
	first, last := max(a[0], b[0]), min(a[len(a)-1], b[len(b)-1])
	n := Common(Within(a, first, last), Within(b, first, last))
	return float64(n) / float64(size-n)
}

// Common returns how many tokens are in both of two ascending lists.
func Common(a, b []int) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Within returns those of ascending numbers that lie between first and last.
func Within(a []int, first, last int) []int {
	from, _ := slices.BinarySearch(a, first)
	end, _ := slices.BinarySearch(a, last+1)
	return a[from:max(from, end)]
}

// Calibration turns the probability that a model gives an answer into the probability
// that it is right, by a logistic regression on the logarithm of its odds (Platt 1999).
type Calibration struct{ Slope, Offset float32 }

// Score returns the probability for a value.
func (c Calibration) Score(value float32) float32 {
	return float32(1 / (1 + portable.Exp(float64(-float64(c.Slope)*LogOdds(value))-float64(c.Offset))))
}

// Value returns the value whose score it is.
func (c Calibration) Value(score float32) float32 {
	x := (LogOdds(score) - float64(c.Offset)) / float64(c.Slope)
	return float32(1 / (1 + portable.Exp(-x)))
}

// LogOdds returns the logarithm of the odds of a probability.
func LogOdds(p float32) float64 {
	q := min(max(float64(p), 1e-6), 1-1e-6)
	return portable.Log(q / (1 - q))
}

// Valid reports whether a calibration is one that training can give.
func (c Calibration) Valid() bool {
	return c.Slope > 0 && c.Slope < 100 && math.Abs(float64(c.Offset)) < 100
}
