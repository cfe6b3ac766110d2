package claim

import (
	"cmp"
	"slices"
)

// Claim is a claim as the stages of attribution see it: its parts are tokens, in order.
type Claim struct {
	Kind                                    Kind
	Medium                                  Medium
	Stance                                  Stance
	Content, Cue, Frame, Speaker, Addressee []int
	Carried                                 bool    // the speaker is that of an earlier claim
	Parent                                  int     // the claim whose content this one is in, or -1
	Score                                   float32 // how much of a true claim it probably is
}

// Role is the part of a claim that a token belongs to.
type Role uint8

const (
	Frame Role = iota + 1
	Addressee
	Speaker
	Cue
	Content
)

// parts returns the parts of a claim by their roles.
func (c *Claim) Parts() [Content + 1][]int {
	return [...][]int{Frame: c.Frame, Addressee: c.Addressee, Speaker: c.Speaker, Cue: c.Cue, Content: c.Content}
}

// ByContent orders claims by their contents, those that enclose others before them.
func ByContent(a, b []int) int {
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(len(b), len(a)))
}

// Sort puts claims in order of their content, those that enclose others before them.
func Sort(ps []Claim) {
	slices.SortStableFunc(ps, func(p, q Claim) int {
		return ByContent(p.Content, q.Content)
	})
}
