package ner

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
