package linear

import (
	"math/rand/v2"
	"testing"

	"github.com/laut-nlp/laut/internal/linear"
)

// TestMean checks that each weight is the mean of those of the trainings, and that
// different models have none.
func TestMean(t *testing.T) {
	d := randomData(t, rand.New(rand.NewPCG(1, 2)), 30, 4, 20, false)
	var trained []*Weights
	for seed := range uint64(3) {
		w, err := Perceptron(d, nil, Options{Decoding: linear.Viterbi, Epochs: 2, Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		trained = append(trained, w)
	}
	mean, err := Mean(trained)
	if err != nil {
		t.Fatal(err)
	}
	differ := false
	for i, v := range mean.Values {
		a, b, c := trained[0].Values[i], trained[1].Values[i], trained[2].Values[i]
		differ = differ || a != b
		if want := (a + b + c) / 3; v-want > 1e-4 || want-v > 1e-4 {
			t.Fatalf("weight %d: %v, want %v", i, v, want)
		}
	}
	if !differ {
		t.Error("the trainings are the same")
	}
	for i, v := range mean.Pairs {
		want := (trained[0].Pairs[i] + trained[1].Pairs[i] + trained[2].Pairs[i]) / 3
		if d := v - want; d > 1e-3*max(1, -want) || -d > 1e-3*max(1, -want) {
			t.Fatalf("pair %d: %v, want %v", i, v, want)
		}
	}
	other, err := Perceptron(randomData(t, rand.New(rand.NewPCG(3, 4)), 30, 4, 20, false), nil, Options{Decoding: linear.Viterbi, Epochs: 1})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Mean([]*Weights{trained[0], other}); err == nil {
		t.Error("the mean of different models has no error")
	}
	if _, err := Mean(nil); err == nil {
		t.Error("the mean of nothing has no error")
	}
}
