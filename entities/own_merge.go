package entities

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/extract"
)

// merge puts the names of the lists among those that the model has found, in no
// order. Of the model's, those that overlap are left out, unless a part lies in
// them: the Alpha-Stadion is a place also if Alpha is listed.
func (l *ownNames) merge(names []Named, own []ownMatch) []Named {
	out := make([]Named, 0, len(names)+len(own))
	for _, n := range names {
		i, _ := slices.BinarySearchFunc(own, n.Start, func(o ownMatch, start int) int { return cmp.Compare(o.End, start+1) })
		stays := true
		for ; i < len(own) && own[i].Start < n.End && stays; i++ {
			o := own[i]
			stays = o.Form == FormPart && n.Form == FormName && n.Contains(o.Span)
		}
		if stays {
			out = append(out, n)
		}
	}
	for _, o := range own {
		out = append(out, Named{o.Span, l.entities[o.entity].label, o.Form})
	}
	return out
}

// settle makes one entity of the mentions of each line of the lists, which Group
// has put where it thinks best. What Group thinks the same as one of them goes
// with it, with the first if there are several.
func (l *ownNames) settle(es []Entity, own []ownMatch) []Entity {
	line := make(map[extract.Span]int32, len(own))
	for _, o := range own {
		line[o.Span] = o.entity
	}
	out := make([]Entity, 0, len(es))
	at := map[int32]int{} // line: its entity in out
	for _, e := range es {
		var rest []Mention
		first := -1
		for _, m := range e.Mentions {
			n, ok := line[m.Span]
			if !ok {
				rest = append(rest, m)
				continue
			}
			i, ok := at[n]
			if !ok {
				i = len(out)
				at[n] = i
				o := l.entities[n]
				out = append(out, Entity{Name: o.name, Label: o.label, Number: e.Number})
			}
			if first < 0 {
				first = i
			}
			if o := &out[i]; o.Label == PER && o.Gender == GenderUnknown {
				o.Gender = e.Gender
			}
			out[i].Mentions = append(out[i].Mentions, m)
		}
		if first >= 0 {
			out[first].Mentions = append(out[first].Mentions, rest...)
		} else {
			out = append(out, e)
		}
	}
	for i := range out {
		slices.SortFunc(out[i].Mentions, func(a, b Mention) int { return byPlace(a.Span, b.Span) })
	}
	slices.SortFunc(out, func(a, b Entity) int { return byPlace(a.Mentions[0].Span, b.Mentions[0].Span) })
	for i := range out {
		out[i].ID = ID(i + 1)
	}
	return out
}

func byPlace(a, b extract.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}
