package linear_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/laut-nlp/laut/internal/linear"
)

// TestOwn checks that sums of what words give by themselves, kept from one sentence to
// the next, decode like the features.
func TestOwn(t *testing.T) {
	for _, decoding := range []linear.Decoding{linear.Independent, linear.Greedy, linear.Viterbi} {
		all := templates(linear.T("next", word.At(1)), linear.T("bits", class.Each(-1)), linear.T("two", word.At(-1), class.At(-1)),
			linear.T("far", word.At(-2)), linear.T("across", word.At(-1), class.At(1)))
		m, err := linear.New(model(t, decoding, false, all), all.Signature())
		if err != nil {
			t.Fatal(err)
		}
		own, rest := all.Split(-1, 1, word, class)
		type form struct {
			row   []uint64
			known linear.Sums
			sums  []int32
		}
		forms := map[int]*form{-1: {row: []uint64{linear.Edge, linear.Edge}, sums: make([]int32, 3*len(toyLabels))}}
		l := toy{rand.New(rand.NewPCG(5, 6))}
		var s linear.Sequence
		var g linear.Grid
		var d linear.Decoder
		for range 300 {
			words, _ := l.sentence()
			extract(all, &s, &g, words, 0)
			features := len(s.Features(1))
			want := d.Decode(m, &s, nil)

			g.Reset(rest, len(words))
			for i, w := range words {
				if forms[w] == nil {
					forms[w] = &form{row: []uint64{uint64(w + 1), uint64(w%4 + 1)}, sums: make([]int32, 3*len(toyLabels))}
				}
				copy(g.Row(i), forms[w].row)
			}
			s.Reset()
			for i := range words {
				s.Begin(0)
				for o := -1; o <= 1; o++ {
					f := forms[-1]
					if 0 <= i+o && i+o < len(words) {
						f = forms[words[i+o]]
					}
					s.AddScores(d.Own(m, own, &f.known, f.sums, f.row, o))
				}
				rest.Extract(&g, i, &s)
			}
			if n := len(s.Features(1)); n != 3 || n >= features {
				t.Fatalf("%d of %d features look at more than one word, or far: want 3", n, features)
			}
			if got := d.Decode(m, &s, nil); !slices.Equal(got, want) {
				t.Fatalf("decoding %d, words %d: labels %d, want %d", decoding, words, got, want)
			}
		}
	}
}
