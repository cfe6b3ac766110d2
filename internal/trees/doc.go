// Package trees reads ensembles of regression trees: it judges what linear models
// cannot, where one number means different things beside another. Training is in
// internal/train/trees.
//
//	m, err := trees.New(weights, len(row))
//	…
//	if m.Prob(row) > .5 {
//
// # Models
//
// An example is a row of up to 256 small numbers, one byte each. A tree asks at each
// inner node whether one of them is at most some threshold, and has a score at each
// leaf; the sum of the trees' scores and a bias is the logarithm of the odds (Friedman
// 2001, "Greedy function approximation: a gradient boosting machine").
//
// # Performance
//
// A score takes about 10 ns for each tree of 15 leaves (BenchmarkScore: 250 trees over
// 80 features, one core of an EPYC server that others used as well). Walked one after
// another, with a branch at each node, the trees took three times as long. Nothing
// allocates. A file has 8 bytes for each node.
//
// # Concurrency
//
// A [Model] is immutable and safe for concurrent use.
//
// Sums are taken in the order of the trees, so that scores are the same on all
// machines; a probability may differ in its last bit.
package trees
