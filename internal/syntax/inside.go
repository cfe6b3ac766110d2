package syntax

// Inside returns the text as it reads inside its quotations: what somebody says there is
// cut into units and clauses of its own, as if no marks stood around it. Quotations in
// which nothing can be told, such as titles, have no units; where none has, Inside returns
// nil. The paragraph of a unit is the number of its quotation.
func (t *Text) Inside(l Lists) *Text {
	in := *t
	in.Inner, in.Units = true, nil
	copied := false
	for u := range t.Units {
		t.Sign.Look()
		if un := &t.Units[u]; !un.Furniture && !un.Long() {
			for _, qi := range un.Quotations {
				if q := t.Doc.Quotations()[qi]; q.Close-q.Open+1 < leastInside {
					continue
				}
				if !copied {
					in.Words, copied = roomFor(len(t.Words)), true
					copy(in.Words, t.Words)
				}
				in.enter(un, qi)
			}
		}
	}
	if len(in.Units) == 0 {
		return nil
	}
	in.findSpeech(l)
	t.inside = &in
	return &in
}

// leastInside is how many tokens a quotation has at least, its marks included, in which
// another claim may be.
const leastInside = 6

// enter makes units of the inside of a quotation in a unit of the text around it.
func (t *Text) enter(outer *Unit, qi int) {
	qs := t.Doc.Quotations()
	q := qs[qi]
	for i := q.Open; i <= q.Close; i++ {
		t.Words[i].Quoted, t.Words[i].Speech = false, false
	}
	if !t.HoldsVerb(q) {
		return
	}
	var within []int // the outermost quotations in it
	for n := qi + 1; n < len(qs) && qs[n].Open < q.Close; n++ {
		if qs[n].Parent != qi+1 {
			continue
		}
		within = append(within, n)
		for i := qs[n].Open; i <= qs[n].Close; i++ {
			t.Words[i].Quoted = true
		}
	}
	begun, reach := len(t.Units), 0 // its first unit; the end of the last quotation within it
	for si := outer.FirstSent; si < outer.LastSent; si++ {
		s := t.Doc.Sentences()[si]
		first, last := max(s.First, q.Open+1), min(s.Last, q.Close)
		if first >= last {
			continue
		}
		if len(t.Units) == begun || first >= reach {
			t.Words[first].beginSentence()
			t.Units = append(t.Units, Unit{First: first, Paragraph: qi, Heading: outer.Heading, FirstSent: si})
		}
		un := &t.Units[len(t.Units)-1]
		un.Last, un.LastSent = last, si+1
		for len(within) > 0 && qs[within[0]].Open < last {
			un.Quotations = append(un.Quotations, within[0])
			reach = max(reach, qs[within[0]].Close+1)
			within = within[1:]
		}
	}
}
