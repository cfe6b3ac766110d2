// Package who holds the model of whose words a claim is and nothing else, so that who does
// not use it does not link it, and the format of its file.
//
// # Data and licence
//
// german.model was learned by internal/train/who from the names of speakers in the training
// part of the newsroom corpus, as internal/model/attribution was from its claims. It is under
// CC BY 4.0, see LICENSE beside it. `go generate` builds it, in about three minutes: what it
// learns from is found by models that have not seen the article, which are trained first.
package who

import _ "embed"

//go:generate go run ../../train/attribution -data ../../../../shared -found found.gob
//go:generate go run ../../train/who -data ../../../../shared -found found.gob -out german.model
//go:generate rm found.gob

//go:embed german.model
var file string

// File returns the model file. It is not copied.
func File() string { return file }
