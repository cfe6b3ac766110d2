// Package linear labels sequences with linear models: it finds parts of speech,
// entities and claims. Training is in internal/train/linear.
//
//	var templates = linear.Compile(int(attrs),
//		linear.T("word", word.At(0)),
//		linear.T("word", word.At(-1), word.At(0)),
//		linear.T("lexicon", readings.Each(0)),
//		linear.T("history", linear.Previous(1), linear.Previous(2)),
//	)
//
//	m, err := linear.New(weights, templates.Signature())
//	…
//	grid.Reset(templates, len(words))
//	for i, w := range words {
//		row := grid.Row(i)
//		row[word] = hash.Text(w)
//		row[readings] = uint64(lexicon.Lookup(w).Features())
//	}
//	seq.Reset()
//	for i := range words {
//		seq.Begin(allowed[i])
//		templates.Extract(&grid, i, &seq)
//	}
//	labels = decoder.Decode(m, &seq, labels[:0])
//
// # Models
//
// A sequence of n positions x is given the labels y with the highest score
//
//	s(x, y) = Σ_i ( Σ_f∈F(x,i) w[f, y_i]  +  Σ_h∈H(x,i) w[h(y_i-1, …), y_i]  +  t[y_i-1, y_i] )
//
// F are the features of a position, H those that look at labels, and t, with
// Viterbi only, the scores of the chain. Features are 64-bit hashes (Weinberger
// and others 2009, "Feature hashing for large scale multitask learning") made
// without building strings. Each feature of the training has its own weights:
// what is hashed away is its name.
//
// Weights come from an averaged perceptron (Collins 2002, "Discriminative training
// methods for hidden Markov models") or a conditional random field (Lafferty,
// McCallum and Pereira 2001), whose model is p(y|x) = e^s(x,y) / Z(x); with
// Independent decoding that is a logistic regression. Decoding is greedy from left
// to right, with up to three labels as context, or by Viterbi's algorithm over a
// first-order chain. Which labels may follow each other is part of the model,
// which labels may stand at a position is given with the sequence: where it is one,
// nothing is looked up at all. [Decoder.Marginals] tells probabilities of labels
// and of pairs of them by forward-backward (Rabiner 1989).
//
// # Weight files
//
// [Magic] describes the file. It is read in place: a perfect hash function leads
// to a slot of 36 bits with fingerprint, label set and place of the weights. Three
// layouts were measured with the 76,059 features and 206,595 weights of a tagger
// of 17 labels, 38 features a token of text it has not seen, a fifth of them unknown:
//
//	                                            bytes/feature   ns/feature
//	buckets of 3 cells, weights after each cell     7.2            40
//	perfect hash function, weights by label set      7.9            37
//	the same, frequent features as dense rows        8.4            24
//
// Buckets (of 1, 2, 3 and 5 cells: 9.9, 7.9, 7.2, 6.7 bytes) lose their time by
// going from cell to cell. Three of four features of running text have more than
// four labels although few of the file's do: their weights, one byte for each
// label, are added eight at a time in 16-bit lanes. Codes with one step for all
// weights are too coarse for small ones; a square-root scale costs nothing and
// its largest error is √(largest·|w|)/127.
//
// # Performance
//
// One core of an EPYC server that others used as well, 40 features a token, all
// labels allowed: 1,600,000 tokens/s with 17 labels, 1,150,000 with 60; greedy
// 1,500,000 and 960,000; with Viterbi 1,100,000 and 310,000. Extract takes about 2 ns
// for each term of each template. New takes 0.1 ms a megabyte. Once the scratch space
// has grown to the longest sequence, nothing allocates.
//
// Weights are looked up for up to 64 features at once, first their slots, then their
// codes, sorted by how these are read: 16 ns a feature instead of 27 (22 instead of 40
// with 60 labels) if one follows the other, since neither waiting for memory nor
// branches that go wrong add up. Unpacking the slots to 64 bits each does not pay: the
// larger table misses more of the caches.
//
// Many templates look at one token only. [Templates.Split] tells them apart, and
// [Decoder.Own] keeps the sums of their weights with the token's form. internal/ner
// and internal/tagger do so: without it laut.Read takes 13 % longer.
//
// # Concurrency
//
// [Model], [Templates], [Own] and [Sums] are safe for concurrent use. [Grid], [Sequence],
// [Decoder] and [Lattice] are scratch space: one goroutine each, from a sync.Pool.
//
// Scores are whole numbers, so that labels are the same on all machines.
package linear
