package linear_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/laut-nlp/laut/internal/linear"
)

// TestGroups holds that sums of groups of templates, kept from one sentence to the next,
// decode like the features, also where more combinations occur than are kept.
func TestGroups(t *testing.T) {
	for _, decoding := range []linear.Decoding{linear.Independent, linear.Greedy, linear.Greedy} {
		all := templates(linear.T("next", word.At(1)), linear.T("bits", class.Each(-1)), linear.T("two", word.At(-1), class.At(-1)),
			linear.T("far", word.At(-2)), linear.T("last", linear.Previous(1), word.At(0)))
		if decoding == linear.Independent {
			all = all.Without("last")
		}
		m, err := linear.New(model(t, decoding, false, all), all.Signature())
		if err != nil {
			t.Fatal(err)
		}
		groups := all.Group([]linear.Term{word.At(0), class.At(0)}, []linear.Term{class.At(-1), class.At(0), word.At(-1)}, []linear.Term{word.At(-2)})
		var grouped, summed linear.Memory
		l := toy{rand.New(rand.NewPCG(7, 8))}
		var s linear.Sequence
		var g linear.Grid
		var d linear.Decoder
		for n := range 2000 {
			words, _ := l.sentence()
			for i := range words {
				if n%2 == 0 && l.r.IntN(4) == 0 {
					words[i] = 20 + l.r.IntN(5000) // unknown to the model
				}
			}
			extract(all, &s, &g, words, 0)
			features := len(s.Features(1))
			want := d.Decode(m, &s, nil)

			sums := make([]int32, len(words)*len(toyLabels))
			s.Reset()
			for i := range words {
				s.Begin(0)
				sum := sums[i*len(toyLabels):][:len(toyLabels)]
				d.AddGroups(m, groups, &grouped, &g, i, sum)
				s.AddScores(sum)
				groups.Rest().Extract(&g, i, &s)
			}
			if n := len(s.Features(1)); n >= features-3 {
				t.Fatalf("%d of %d features are in no group", n, features)
			}
			if got := d.Decode(m, &s, nil); !slices.Equal(got, want) {
				t.Fatalf("decoding %d, words %d: labels %d, want %d", decoding, words, got, want)
			}
			if decoding == linear.Greedy || decoding == linear.Viterbi {
				continue // AddAll leaves out what looks at labels
			}
			s.Reset()
			clear(sums)
			for i := range words {
				s.Begin(0)
				sum := sums[i*len(toyLabels):][:len(toyLabels)]
				d.AddAll(m, groups, &summed, &g, i, sum)
				s.AddScores(sum)
			}
			if got := d.Decode(m, &s, nil); !slices.Equal(got, want) {
				t.Fatalf("words %d: labels %d by sums of all templates, want %d", words, got, want)
			}
		}
	}
}
