// Package linear trains the models of internal/linear and writes their weight
// files. Users of the library never link it.
//
//	data, err := train.NewData("O", "B-PER", "I-PER")
//	for _, sentence := range corpus {
//		… // fill seq as for decoding
//		err = data.Add(&seq, gold)
//	}
//	o := train.Options{
//		Decoding:  linear.Viterbi,
//		Signature: templates.Signature(),
//		Epochs:    10,
//		MinCount:  2,
//		L2:        0.1,
//	}
//	weights, err := train.CRF(data, nil, o) // or train.Perceptron
//	file, report, err := weights.Encode(train.Packing{MaxBytes: 2 << 20})
//
// # Time
//
// A perceptron takes about 5 µs for a token of 50 features and 17 labels an
// epoch, 16 µs with 60 labels; a CRF of 12 labels with penalties 18 µs. Weights are
// dense while they are trained: 8 bytes for each pair of a feature and a label.
package linear
