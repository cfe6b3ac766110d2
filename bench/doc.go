// Package bench measures laut and the Go libraries nearest to it side by side,
// in one run on one machine. It is a module of its own so that nobody who uses
// laut downloads its peers.
//
//	go run ./cmd/table           # one table: speed, allocations, quality
//	go test -bench . ./...       # the same contestants as Go benchmarks
//
// # What is compared
//
// Peers without German (prose v2 and v3) run with the English models they
// have; UAX #29 (uax29, uniseg) knows no language. Punkt runs with the German
// parameters of its Go port, read from the module cache at run time: their
// licence is unclear, so they are compared with and never copied.
//
// Rates are medians of interleaved rounds: every contestant of a task runs once
// in each round, and a ratio is the median of the ratios within the rounds, so
// a machine that slows down for a while slows all of them down.
//
// # Input
//
// testdata/text.txt holds German, Austrian and Swiss news items made up for
// this purpose, repeated to a megabyte. A processor learns repeated text, so
// that UAX #29 comes out up to a fifth faster than on a megabyte of the
// Bundestag's minutes, and laut's ratios a little lower. The vocabulary of the stemmer lies in ../testdata/stem, the
// treebank of the sentence measure outside the repository; rows whose data is
// missing say so.
package bench
