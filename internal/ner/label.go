package ner

import (
	"slices"

	"github.com/laut-nlp/laut/internal/linear"
)

// Class is the class of a name.
type Class uint8

// The classes.
const (
	PER Class = iota + 1
	ORG
	LOC
	MISC
	classes = iota
)

var classNames = [...]string{"", "PER", "ORG", "LOC", "MISC"}

// String returns the class's name, "PER" for PER.
func (c Class) String() string {
	if int(c) < len(classNames) {
		return classNames[c]
	}
	return "invalid"
}

// Form says how a word gives a name.
type Form uint8

// The forms.
const (
	Name    Form = iota
	Part         // a name inside a compound: Open-AI-Gründer
	Derived      // a word made of a name: deutsch, Berliner
)

// The places of a token in a name of several, as the labels number them.
const (
	single = iota
	begin
	inside
	end
	part
	derived
	places
)

var placeNames = [...]string{"S-", "B-", "I-", "E-", "P-", "D-"}

// placeIn returns the place of token k in a name of n.
func placeIn(k, n int) int {
	switch {
	case n == 1:
		return single
	case k == 0:
		return begin
	case k == n-1:
		return end
	}
	return inside
}

// outside is the label of a token in no name.
const outside linear.Label = 0

// labelCount is how many labels there are.
const labelCount = 1 + classes*places

// labelOf returns the label of a place in a name of a class.
func labelOf(c Class, place int) linear.Label { return linear.Label(1 + (int(c)-1)*places + place) }

// classOf returns class and place of a label that is not outside.
func classOf(y linear.Label) (c Class, place int) {
	return Class((int(y)-1)/places + 1), (int(y) - 1) % places
}

// Labels returns the names of the labels: O, and for each class S- (a name of one
// token), B-, I- and E- (the first, the inner and the last of several), P- (a
// compound with a name) and D- (a word made of a name).
func Labels() []string {
	list := []string{"O"}
	for c := PER; c <= MISC; c++ {
		for _, p := range placeNames {
			list = append(list, p+c.String())
		}
	}
	return list
}

// Mention is a name: the tokens [First, Last) of the sentence. A Part is the
// compound with the name in it.
type Mention struct {
	First, Last int
	Class       Class
	Form        Form
}

// Encode appends the labels of a sentence of n tokens with mentions that do not
// overlap.
func Encode(labels []linear.Label, n int, mentions []Mention) []linear.Label {
	start := len(labels)
	labels = append(labels, make([]linear.Label, n)...)
	out := labels[start:]
	for _, m := range mentions {
		for i := m.First; i < m.Last; i++ {
			place := placeIn(i-m.First, m.Last-m.First)
			if m.Form != Name {
				place = part + int(m.Form-Part)
			}
			out[i] = labelOf(m.Class, place)
		}
	}
	return labels
}

// Decode returns the mentions of labels, for the trainer.
func Decode(labels []linear.Label) []Mention { return decode(nil, labels) }

// decode appends the mentions of labels. Labels that do not fit together, which a
// decoder does not give, end the name.
func decode(mentions []Mention, labels []linear.Label) []Mention {
	for i := 0; i < len(labels); i++ {
		if labels[i] == outside {
			continue
		}
		c, place := classOf(labels[i])
		m := Mention{First: i, Last: i + 1, Class: c}
		switch place {
		case part:
			m.Form = Part
		case derived:
			m.Form = Derived
		case begin:
			for m.Last < len(labels) && labels[m.Last] == labelOf(c, inside) {
				m.Last++
			}
			if m.Last < len(labels) && labels[m.Last] == labelOf(c, end) {
				m.Last++
			}
			i = m.Last - 1
		}
		mentions = append(mentions, m)
	}
	return mentions
}

// Follow returns for each label, and at the end for the start of a sentence, the
// set of labels that may come next, and the set of those that may end a sentence.
func Follow() (follow []uint64, final uint64) {
	all := uint64(1)<<labelCount - 1
	var goesOn uint64 // labels that need one before them
	for c := PER; c <= MISC; c++ {
		goesOn |= 1<<labelOf(c, inside) | 1<<labelOf(c, end)
	}
	final = all
	for y := range linear.Label(labelCount) {
		next := all &^ goesOn
		if y != outside {
			if c, place := classOf(y); place == begin || place == inside {
				next = 1<<labelOf(c, inside) | 1<<labelOf(c, end)
				final &^= 1 << y
			}
		}
		follow = append(follow, next)
	}
	return slices.Clip(append(follow, all&^goesOn)), final
}

// Guide is whose guidelines a recogniser follows. Corpora call different things names:
// "Finanzministerium" is one in newspapers and none in GermEval, "Euro" the other way
// round. What they have in common is learned from all of them together, and the guide is a
// feature of its own (after Daumé 2007, "Frustratingly Easy Domain Adaptation").
type Guide uint8

// The guides.
const (
	News     Guide = iota + 1 // corpus/ENTITIES.md, which users get
	GermEval                  // GermEval 2014
	guides   = iota
)

// Guides is how many guides there are; the first is 1.
const Guides = guides
