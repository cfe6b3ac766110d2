// Package attribution holds the model of who says what and nothing else, so that who
// does not use it does not link it, and the format of its file.
//
// # Data and licence
//
// german.model was learned by internal/train/attribution from the training part of laut's
// newsroom corpus: 104 articles of its own, and 300 of the German Wikinews (CC BY 2.5) that
// it annotates. It is under CC BY 4.0 as the corpus is (LICENSE beside it). No data of a
// non-commercial licence went into it. `go generate` builds it, in about two minutes.
package attribution

import _ "embed"

//go:generate go run ../../train/attribution -data ../../../../shared -out german.model

//go:embed german.model
var file string

// File returns the model file. It is not copied.
func File() string { return file }
