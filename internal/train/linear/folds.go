package linear

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/laut-nlp/laut/internal/linear"
)

// Folds divides the numbers from 0 to n-1 at random into k parts, as equal in
// size as can be, each in ascending order. What belongs together, such as the
// sequences of a document, is best numbered together, and the parts expanded.
func Folds(n, k int, seed uint64) [][]int {
	order := rand.New(rand.NewPCG(seed, 2)).Perm(n)
	folds := make([][]int, k)
	for i, x := range order {
		folds[i%k] = append(folds[i%k], x)
	}
	for _, f := range folds {
		slices.Sort(f)
	}
	return folds
}

// CrossValidate labels each fold with a model that train makes of the others,
// packed into a file and opened again, so that the labels are those that users
// get. It returns the labels of each sequence of d, nil for those in no fold; such
// sequences are in each training part.
func CrossValidate(d *Data, folds [][]int, p Packing, train func(part []int) (*Weights, error)) ([][]linear.Label, error) {
	labels := make([][]linear.Label, d.Len())
	var decoder linear.Decoder
	var s linear.Sequence
	for n, fold := range folds {
		held := make([]bool, d.Len())
		for _, i := range fold {
			held[i] = true
		}
		var part []int
		for i := range held {
			if !held[i] {
				part = append(part, i)
			}
		}
		m, err := open(train, part, p)
		if err != nil {
			return nil, fmt.Errorf("fold %d: %w", n, err)
		}
		for _, i := range fold {
			d.Sequence(i, &s)
			labels[i] = decoder.Decode(m, &s, nil)
		}
	}
	return labels, nil
}

func open(train func(part []int) (*Weights, error), part []int, p Packing) (*linear.Model, error) {
	w, err := train(part)
	if err != nil {
		return nil, err
	}
	file, _, err := w.Encode(p)
	if err != nil {
		return nil, err
	}
	return linear.New(string(file), w.Signature)
}
