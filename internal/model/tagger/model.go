// Package tagger holds the weights of the part-of-speech and mood tagger and
// nothing else, so that who does not tag does not link them. internal/tagger opens
// them.
//
// # Data and licences
//
// german.model, 1.63 MiB, was learned by internal/train/tagger from dev and test of the
// German GSD treebank (Universal Dependencies, CC BY-SA 4.0), the EmpiriST corpus
// (CC BY-SA 4.0) and four of the five genres of the KONVENS 2019 data (CC BY-SA
// 3.0); it holds the distributional clusters of GermaNER (Apache License 2.0). It
// is under CC BY-SA 4.0 (LICENSE beside it). No data of a non-commercial or
// no-derivatives licence went into it. `go generate` builds it.
package tagger

import _ "embed"

//go:generate go run ../../train/tagger -data ../../../../shared -out german.model

//go:embed german.model
var file string

// File returns the model file. It is not copied.
func File() string { return file }
