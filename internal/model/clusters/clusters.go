// Package clusters holds the distributional clusters of German word forms and
// nothing else. internal/clusters reads them.
//
// # Data and licences
//
// german.clusters, 435 KiB, divides 112,797 forms by the words beside them (1000
// classes, joined to 128) and by the words around them (1000, 256 and 64). It was
// learned by internal/train/clusters from long articles of the German Wikipedia (CC
// BY-SA 4.0), speeches in the Bundestag (official works), and the texts of German
// Wikinews (CC BY 2.5), GermEval 2014 and SmartData (CC BY 4.0; training parts), and
// is under CC BY-SA 4.0. `go generate` builds it, in about ten minutes.
package clusters

import _ "embed"

//go:generate go run ../../train/clusters -data ../../../../shared -out german.clusters

//go:embed german.clusters
var file string

// File returns the file. It is not copied.
func File() string { return file }
