// Package who holds the model of whose words a claim is and nothing else, so that who does
// not use it does not link it, and the format of its file.
//
// # Data and licence
//
// german.model was learned by internal/train/who from the names of speakers in the newsroom
// corpus: the training part of the articles in the package corpus (CC BY 4.0) and the
// annotated articles of German Wikinews (text CC BY 2.5, annotation CC BY 4.0). It is under
// CC BY-SA 4.0, see LICENSE beside it. `go generate` builds it, in about half a minute.
package who

import _ "embed"

//go:generate go run ../../train/who -data ../../../../shared -out german.model

//go:embed german.model
var file string

// File returns the model file. It is not copied.
func File() string { return file }
