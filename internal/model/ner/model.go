// Package ner holds the weights of the recogniser of names and nothing else, so
// that who does not look for names does not link them. internal/ner opens them.
//
// # Data and licences
//
// german.model, 3.70 MiB, was learned by internal/train/ner from the training part of
// the laut newsroom corpus (CC BY 4.0; its texts of Wikinews CC BY 2.5), that of
// GermEval 2014 (CC BY 4.0), the news of SmartData (CC BY 4.0) and three annotated
// sittings of the Bundestag (Apache License 2.0), and from what first models found
// in long articles of the German Wikipedia (CC BY-SA 4.0) and speeches in the
// Bundestag (official works). It is under CC BY-SA 4.0. No data of a non-commercial
// licence went into it. `go generate` builds it, in some eight minutes.
package ner

import _ "embed"

//go:generate go run ../../train/ner -data ../../../../shared -out german.model

//go:embed german.model
var file string

// File returns the model file. It is not copied.
func File() string { return file }
