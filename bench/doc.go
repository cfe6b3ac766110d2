// Package bench measures laut and the Go libraries nearest to it side by side, in one run
// on one machine. It is a module of its own so that nobody who uses laut downloads its
// peers. In the folder above, make bench runs the first two:
//
//	go test -run 'Ends|Stems' -bench 'Tokens|Sentences|Everything|Stems' -benchtime 7x -v .
//	go test -run none -bench . -benchtime 7x -cpu 1 ./stages  # what laut.Read consists of
//	go test -run none -bench Serve -benchtime 20s .           # laut serve under load
//	./versus HEAD~                                            # what the last change has brought
//
// # What is compared
//
// Peers without German (prose v2 and v3) run with the English models they have; UAX #29
// (uax29, uniseg) knows no language. Punkt runs with the German parameters of its Go port,
// read from the module cache at run time: their licence is unclear, so they are compared
// with and never copied.
//
// Rates are by processor time on one core, with the work of the garbage collector, since
// the clock on the wall also measures what else the machine does. They are medians of
// interleaved rounds; a ratio is how many times as fast laut is, the median of the ratios
// within the rounds. A token is one of laut's for all of them: UAX #29 counts the spaces
// between words as well, and would otherwise seem twice as fast by it.
//
// # Input
//
// testdata/text.txt holds German, Austrian and Swiss news items made up for this purpose,
// repeated to a megabyte where libraries are fast. A processor learns repeated text, so that
// UAX #29 comes out up to a fifth faster than on a megabyte of the Bundestag's minutes, and
// laut's ratios a little lower. The stages read articles one by one: a megabyte of the
// quotation corpus, or the repository's own articles where that is not.
package bench
