package entities

import (
	"cmp"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// group groups the names that the model has found together with those of the lists.
func (l *ownNames) group(d *extract.Document, names []Named, sign *stop.Sign) []Entity {
	stay, own := l.merge(d, names, l.find(d, sign), sign)
	stay, own = l.explain(d, stay, own, names)
	listed := make(map[extract.Span]bool, len(own))
	var abbreviations []Named
	for _, o := range own {
		n := Named{o.Span, l.entities[o.entity].label, o.Form}
		if l.apart(o) {
			abbreviations = append(abbreviations, n)
			continue
		}
		listed[o.Span] = true
		stay = append(stay, n)
	}
	return l.settle(append(group(d, stay, listed, sign), group(d, abbreviations, nil, sign)...), own)
}

// merge returns the names that the model has found and those of the lists without those that
// overlap. The lists count more, but a longer name counts more than one in it, and a part
// may lie in a name: the Alpha-Stadion is a place also if Alpha is listed.
func (l *ownNames) merge(d *extract.Document, names []Named, own []ownMatch, sign *stop.Sign) ([]Named, []ownMatch) {
	stay := make([]Named, 0, len(names)+len(own))
	out := make([]bool, len(own))
	longer := wordlist.Set{}
	var parts []Named
	for _, n := range names {
		sign.Look()
		if n.Form == FormPart {
			parts = append(parts, n)
			continue
		}
		i, inside, fits := overlapping(n, own)
		switch {
		case len(inside) == 0 && fits:
			stay = append(stay, n)
		case !fits || n.Form != FormName || !l.longer(d, n, inside):
		case l.fuller(d, n, inside):
			own[i].Span = n.Span
		default:
			longer[wordlist.Folded(d.Slice(n.Span))] = struct{}{}
			stay = append(stay, n)
			for k := range own[i:] {
				if own[i+k].Start >= n.End {
					break
				}
				out[i+k] = own[i+k].Form == FormName
			}
		}
	}
	for _, n := range parts {
		i, inside, fits := overlapping(n, own)
		switch part := d.Slice(n.Span); {
		case len(inside) == 0 && fits:
			stay = append(stay, n)
		case fits && len(inside) == 1 && inside[0].Form == FormPart && (longer.Has(wordlist.Folded(part)) || longerPart(part, d.Slice(inside[0].Span))):
			stay = append(stay, n)
			out[i] = true
		}
	}
	left := own[:0]
	for i, o := range own {
		if !out[i] {
			left = append(left, o)
		}
	}
	return stay, left
}

// overlapping returns the first match that a name of the model overlaps with, and those that
// lie in it and contradict it; false if others do.
func overlapping(n Named, own []ownMatch) (first int, inside []ownMatch, fits bool) {
	first, _ = slices.BinarySearchFunc(own, n.Start, func(o ownMatch, start int) int { return cmp.Compare(o.End, start+1) })
	for _, o := range own[first:] {
		switch {
		case o.Start >= n.End:
			return first, inside, true
		case !n.Contains(o.Span) || o.Span == n.Span:
			return first, nil, false
		case o.Form != FormPart || n.Form != FormName:
			inside = append(inside, o)
		}
	}
	return first, inside, true
}

// fuller reports whether a person's name of the model is a fuller one of the listed person
// whose name it ends with.
func (l *ownNames) fuller(d *extract.Document, n Named, inside []ownMatch) bool {
	o := inside[0]
	return len(inside) == 1 && o.End == n.End && n.Label == PER && l.entities[o.entity].label == PER && l.sameAs(o.entity, d.Slice(n.Span))
}

// settle makes one entity of the mentions of each line of the lists, which Group
// has put where it thinks best. What Group thinks the same as one of them goes
// with it, with the first if there are several.
func (l *ownNames) settle(es []Entity, own []ownMatch) []Entity {
	line := make(map[extract.Span]int32, len(own))
	short := make(map[extract.Span]bool)
	for _, o := range own {
		line[o.Span] = o.entity
		if o.spelling >= 0 && l.shortPerson(o.entity, l.spellings[o.spelling].text) {
			short[o.Span] = true
		}
	}
	out := make([]Entity, 0, len(es))
	at := map[int32]int{} // line: its entity in out
	for _, e := range es {
		l.believeText(&e, line, short)
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
				out = append(out, Entity{Name: o.name, Label: o.label, Ref: o.ref, Number: e.Number})
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

// believeText takes from the list what the text says of a surname: Meier is not Paul, but
// Anna Meier, whom the text names.
func (l *ownNames) believeText(e *Entity, line map[extract.Span]int32, short map[extract.Span]bool) {
	if len(short) == 0 || e.Label != PER || !strings.Contains(e.Name, " ") {
		return
	}
	for _, m := range e.Mentions {
		if _, ok := line[m.Span]; ok && !short[m.Span] {
			return // the list has the full name too
		}
	}
	same := map[int32]bool{}
	for _, m := range e.Mentions {
		n, ok := line[m.Span]
		if !ok {
			continue
		}
		if _, ok := same[n]; !ok {
			same[n] = l.sameAs(n, e.Name)
		}
		if !same[n] {
			delete(line, m.Span)
		}
	}
}

func byPlace(a, b extract.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}
