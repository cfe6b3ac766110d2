// Package trees reads ensembles of regression trees: it judges what linear models
// cannot, where one number means different things beside another. Training is in
// internal/train/trees.
//
// # Models
//
// An example is a row of small numbers, one byte each. A tree asks at each inner
// node whether one of them is at most some threshold, and has a score at each leaf;
// the sum of the trees' scores and a bias is the logarithm of the odds (Friedman 2001,
// "Greedy function approximation: a gradient boosting machine").
//
// # Performance
//
// A score takes about 10 ns for each tree. Nothing allocates.
//
// # Concurrency
//
// A [Model] is immutable and safe for concurrent use.
package trees
