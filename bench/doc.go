// Package bench measures laut and the Go libraries nearest to it side by side,
// in one run on one machine. It is a module of its own so that nobody who uses
// laut downloads its peers.
//
//	go run ./cmd/table           # one table: speed, allocations, quality
//	go run ./cmd/stages          # what laut.Read consists of, and the time of each stage
//	go run ./cmd/versus          # the stages of two revisions, what a change has brought
//	go test -bench . ./...       # the contestants of the table as Go benchmarks
//
// In the folder above, make bench runs the first two.
//
// # What is compared
//
// Peers without German (prose v2 and v3) run with the English models they
// have; UAX #29 (uax29, uniseg) knows no language. Punkt runs with the German
// parameters of its Go port, read from the module cache at run time: their
// licence is unclear, so they are compared with and never copied.
//
// Rates are by processor time on one core, with the work of the garbage collector, since
// the clock on the wall also measures what else the machine does. They are medians of
// interleaved rounds: every contestant of a task runs once
// in each round, and a ratio is the median of the ratios within the rounds, so
// a machine that slows down for a while slows all of them down. A token is one of laut's
// for all of them: UAX #29 counts the spaces between words as well, and would otherwise
// seem twice as fast by it.
//
// # Input
//
// testdata/text.txt holds German, Austrian and Swiss news items made up for
// this purpose, repeated to a megabyte. A processor learns repeated text, so
// that UAX #29 comes out up to a fifth faster than on a megabyte of the
// Bundestag's minutes, and laut's ratios a little lower. The stages read articles one by
// one, the repository's own and, where they are, those of two corpora: package news.
//
// The vocabulary of the stemmer lies in ../testdata/stem, the treebank of the sentence
// measure and the corpora outside the repository; what is left out for want of data is
// said below the tables.
package bench
