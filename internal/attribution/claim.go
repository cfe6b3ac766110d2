package attribution

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

// role is the part of a claim that a token belongs to.
type role uint8

const (
	roleFrame role = iota + 1
	roleAddressee
	roleSpeaker
	roleCue
	roleContent
)

// parts returns the parts of a claim by their roles.
func (c *Claim) Parts() [roleContent + 1][]int {
	return [...][]int{roleFrame: c.Frame, roleAddressee: c.Addressee, roleSpeaker: c.Speaker, roleCue: c.Cue, roleContent: c.Content}
}

// byContent orders claims by their contents, those that enclose others before them.
func byContent(a, b []int) int {
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(len(b), len(a)))
}

// Sort puts claims in order of their content, those that enclose others before them.
func Sort(ps []Claim) {
	slices.SortStableFunc(ps, func(p, q Claim) int {
		return byContent(p.Content, q.Content)
	})
}
