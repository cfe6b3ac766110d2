// Package clusters reads tables of distributional word clusters: which forms
// are used like which others, at several granularities.
//
//	t, err := clusters.Open(data)
//	var level [clusters.MaxLevels]uint64
//	t.Of("Hamburg", level[:]) // the numbers that "Bremen" has too
//
// Forms are told apart by case; in most tables digits are alike, so that "1848" and "2024"
// have one entry. A number is one of a cluster only within its level.
//
// # Performance
//
// The file is read in place: opening it costs its checksum, a look-up about 40 ns and
// no allocation. A table of two divisions into 1,000 clusters, with their coarser
// levels, takes 3.9 bytes a form if its check has 9 bits. A form that it lacks is
// then taken for one that it has with a probability of one in a hundred, and of
// its own forms one in two hundred has the clusters of a more frequent one.
//
// # Concurrency
//
// Everything is safe for concurrent use.
//
// The tables are learned from raw text by internal/train/clusters, which describes
// the methods.
package clusters
