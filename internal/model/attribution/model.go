// Package attribution holds the model of who says what and nothing else, so that who
// does not use it does not link it, and the format of its file.
//
// # Data and licence
//
// german.model was learned by internal/train/attribution from the training part of the
// German Wikinews quotations (Petersen-Frey and Biemann 2024), 700 articles. It is
// under CC BY-NC-SA 4.0 as they are: not for commercial use, see LICENSE beside it. All
// else of laut works without this file: claims.Rules does not link it. `go generate`
// builds it, in about one minute and a half.
package attribution

import _ "embed"

//go:generate go run ../../train/attribution -data ../../../../shared -out german.model

//go:embed german.model
var file string

// File returns the model file. It is not copied.
func File() string { return file }
