package linear

import (
	"slices"
	"testing"
)

const (
	word Attr = iota
	tag
	bitSet
	attrs
)

// features extracts all positions of a grid of three tokens:
//
//	word  10 11 12
//	tag   20  0 22
//	set    0  5  1
func features(t *Templates, allowed uint64) *Sequence {
	var g Grid
	g.Reset(t, 3)
	for i := range 3 {
		row := g.Row(i)
		row[word] = uint64(10 + i)
		row[tag] = []uint64{20, 0, 22}[i]
		row[bitSet] = []uint64{0, 5, 1}[i]
	}
	s := new(Sequence)
	s.Reset()
	for i := range 3 {
		s.Begin(allowed)
		t.Extract(&g, i, s)
	}
	return s
}

func TestTemplates(t *testing.T) {
	one := func(terms ...Term) *Sequence { return features(Compile(int(attrs), T("", terms...)), 0) }
	at := func(i int, terms ...Term) []Feature { return one(terms...).Features(i) }

	if a, b := at(0, word.At(0)), at(1, word.At(0)); len(a) != 1 || len(b) != 1 || a[0] == b[0] {
		t.Errorf("two words: features %x and %x", a, b)
	}
	if a, b := at(0, word.At(1)), at(1, word.At(0)); a[0] == b[0] {
		t.Error("the same word at another distance has the same feature")
	}
	if a, b := at(0, word.At(0), word.At(1)), at(0, word.At(1), word.At(0)); a[0] == b[0] {
		t.Error("the order of terms does not matter")
	}
	if a := at(1, tag.At(0)); len(a) != 0 {
		t.Errorf("an absent attribute has features %x", a)
	}
	if a := at(1, word.At(0), tag.At(0)); len(a) != 0 {
		t.Errorf("an absent attribute beside another has features %x", a)
	}
	if a, b := at(0, word.At(-1)), at(2, word.At(1)); len(a) != 1 || len(b) != 1 || a[0] == b[0] {
		t.Errorf("edges have features %x and %x", a, b)
	}
	if a, b := at(1, bitSet.Each(0)), at(2, bitSet.Each(0)); len(a) != 2 || len(b) != 1 || a[0] != b[0] || a[1] == b[0] {
		t.Errorf("bits 0 and 2 have features %x, bit 0 has %x", a, b)
	}
	if a := at(0, bitSet.Each(-1)); len(a) != 1 {
		t.Errorf("the edge as a bit set has features %x", a)
	}
	if a := at(0, bitSet.Each(0)); len(a) != 0 {
		t.Errorf("the empty set has features %x", a)
	}
	if a := features(Compile(int(attrs), T("", word.At(0))), 4).Features(0); len(a) != 0 {
		t.Errorf("a position whose label is decided has features %x", a)
	}

	s := one(Previous(1), Previous(2), tag.At(0))
	if len(s.History(0)) != 1 || len(s.History(1)) != 0 {
		t.Fatalf("%d and %d history features, not 1 and 0", len(s.History(0)), len(s.History(1)))
	}
	h := s.History(0)[0]
	f := h.Feature(&[MaxHistory]Label{1, 2, 3})
	if f != h.Feature(&[MaxHistory]Label{1, 2, 4}) {
		t.Error("a label that is not asked for matters")
	}
	if f == h.Feature(&[MaxHistory]Label{2, 1, 3}) || f == h.Feature(&[MaxHistory]Label{1, 3, 3}) {
		t.Error("other labels have the same feature")
	}
}

func TestWithout(t *testing.T) {
	a, b, c := T("word", word.At(0)), T("tag", tag.At(0)), T("tag", tag.At(-1), word.At(1))
	all := Compile(int(attrs), a, b, c)
	less := all.Without("tag")
	if got, want := features(less, 0).Features(0), features(all, 0).Features(0)[:1]; !slices.Equal(got, want) {
		t.Errorf("without tags: features %x, not %x", got, want)
	}
	signatures := []uint64{all.Signature(), less.Signature(), Compile(int(attrs), b, a, c).Signature(), Compile(int(attrs)+1, a, b, c).Signature()}
	slices.Sort(signatures)
	if len(slices.Compact(signatures)) != 4 {
		t.Error("different lists have the same signature")
	}
	if Compile(int(attrs), a, b, c).Signature() != all.Signature() {
		t.Error("the same list has two signatures")
	}
}

func TestCompilePanics(t *testing.T) {
	cases := map[string][]Template{
		"empty":           {T("")},
		"twice":           {T("", word.At(0)), T("other", word.At(0))},
		"no attribute":    {T("", attrs.At(0))},
		"negative":        {T("", Attr(-1).At(0))},
		"two sets":        {T("", bitSet.Each(0), bitSet.Each(1))},
		"too far":         {T("", Previous(MaxHistory+1))},
		"not before":      {T("", Previous(0))},
		"set and history": {T("", bitSet.Each(0), Previous(1))},
	}
	for name, list := range cases {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			Compile(int(attrs), list...)
		})
	}
}

// TestGrid checks that nothing of a long text is left in the next, shorter one.
func TestGrid(t *testing.T) {
	templates := Compile(1, T("", word.At(2)), T("", word.At(-2)))
	var g Grid
	g.Reset(templates, 9)
	for i := range 9 {
		g.Row(i)[word] = 7
	}
	g.Reset(templates, 1)
	if g.Row(0)[word] != 0 {
		t.Error("a row is not empty after Reset")
	}
	var fresh Grid
	fresh.Reset(templates, 1)
	var a, b Sequence
	a.Begin(0)
	templates.Extract(&g, 0, &a)
	b.Begin(0)
	templates.Extract(&fresh, 0, &b)
	if len(b.Features(0)) != 2 || !slices.Equal(a.Features(0), b.Features(0)) {
		t.Errorf("features %x, in a fresh grid %x", a.Features(0), b.Features(0))
	}
}
