package attribution

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
)

// Result is something that someone is reported to have said, written or thought,
// as claims.Claim describes it.
type Result struct {
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

// claims turns what was found into the result, in order of content.
func (a *analysis) claims(list []Claim) []Result {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return byContent(list[i].Content, list[j].Content)
	})
	place := make([]int, len(order))
	for k, i := range order {
		place[i] = k
	}
	x := newDiscourse(a)
	out := make([]Result, len(order))
	for k, i := range order {
		f := &list[i]
		c := &out[k]
		*c = Result{
			Kind: f.Kind, Medium: f.Medium, Stance: f.Stance, Parent: -1, Score: f.Score,
			Content: a.spans(f.Content), Cue: a.spans(f.Cue), Frame: a.spans(f.Frame), Addressee: a.spans(f.Addressee),
		}
		if f.Parent >= 0 {
			c.Parent = place[f.Parent]
		}
		c.Speaker = x.speaker(f)
	}
	return out
}
