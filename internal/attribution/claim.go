package attribution

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
)

// Claim is something that someone is reported to have said, written or thought,
// as claims.Claim describes it.
type Claim struct {
	Kind      Kind
	Medium    Medium
	Stance    Stance
	Content   []extract.Span
	Cue       []extract.Span
	Frame     []extract.Span
	Addressee []extract.Span
	Speaker   Speaker
	Parent    int
	Score     float32
}

// Speaker is who makes a claim.
type Speaker struct {
	Spans  []extract.Span
	Entity int // or -1
	Name   string
	Via    Via
}

// found is a claim in the making; its parts are tokens in order.
type found struct {
	kind      Kind
	by        rule
	medium    Medium
	stance    Stance
	content   []int
	cue       []int
	frame     []int
	speaker   []int
	addressee []int
	via       Via
	first     int     // the unit it begins in
	unit      int     // the unit it ends in
	parent    int     // index in the list, or -1
	score     float32 // of the rules: the share of their claims that was right, measured on the quotations' train part
}

// claims turns what was found into the result, in order of content.
func (a *analysis) claims(list []found) []Claim {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return byContent(list[i].content, list[j].content)
	})
	place := make([]int, len(order))
	for k, i := range order {
		place[i] = k
	}
	out := make([]Claim, len(order))
	for k, i := range order {
		f := &list[i]
		c := &out[k]
		*c = Claim{
			Kind: f.kind, Medium: f.medium, Stance: f.stance, Parent: -1, Score: f.score,
			Content: a.spans(f.content), Cue: a.spans(f.cue), Frame: a.spans(f.frame), Addressee: a.spans(f.addressee),
		}
		if f.parent >= 0 {
			c.Parent = place[f.parent]
		}
		c.Speaker = a.speaker(f)
	}
	return out
}
