package main

import (
	"math"
	"math/rand/v2"
	"slices"
)

// kmeans divides vectors into k clusters by direction (spherical k-means) and
// returns the cluster of each and the mean cosine to their centres. The
// centres start at vectors drawn at random. Time is that of len(vectors)·k
// multiplications an iteration.
func kmeans(vectors []float32, dim, k, iterations int, seed uint64) (cluster []int32, cosine float64) {
	n := len(vectors) / dim
	unit := slices.Clone(vectors)
	for i := range n {
		normalize(unit[i*dim:][:dim])
	}
	k = min(k, n)
	rng := rand.New(rand.NewPCG(seed, 3))
	centres := make([]float32, k*dim)
	for c, i := range rng.Perm(n)[:k] {
		copy(centres[c*dim:], unit[i*dim:][:dim])
	}
	cluster = slices.Repeat([]int32{-1}, n)
	var cosines float64
	for range iterations {
		cosines = 0
		moved := false
		for i := range n {
			v := unit[i*dim:][:dim]
			top, most := int32(0), float32(-2)
			for c := range k {
				if x := dot(v, centres[c*dim:][:dim]); x > most {
					top, most = int32(c), x
				}
			}
			cosines += float64(most)
			moved = moved || cluster[i] != top
			cluster[i] = top
		}
		if !moved {
			break
		}
		centres = sums(unit, dim, cluster, k)
		for c := range k {
			if v := centres[c*dim:][:dim]; !normalize(v) {
				copy(v, unit[rng.IntN(n)*dim:][:dim]) // an empty cluster starts again
			}
		}
	}
	return cluster, cosines / float64(n)
}

// normalize makes a vector's length 1, and reports false if it is 0.
func normalize(v []float32) bool {
	var sum float64
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return false
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= scale
	}
	return true
}

// sums adds up the vectors of each cluster.
func sums(vectors []float32, dim int, cluster []int32, clusters int) []float32 {
	out := make([]float32, clusters*dim)
	for i, c := range cluster {
		for d, x := range vectors[i*dim:][:dim] {
			out[int(c)*dim+d] += x
		}
	}
	return out
}

// skipgram learns a vector for each form from which its neighbours can be told:
// the skip-gram with negative sampling of Mikolov et al. (2013). Forms of one topic
// get vectors of one direction, where the classes of the exchange are about the
// place in the sentence.
type skipgram struct {
	dim      int
	window   int     // most words on each side; how many it is is drawn for each occurrence
	negative int     // words drawn that are no neighbours
	epochs   int     // over the text
	rate     float32 // learning rate at the start; it falls to 0
	sample   float64 // relative frequency above which occurrences are left out at random
	seed     uint64
}

// Steps of the table of the logistic function, which is taken to be 0 or 1
// beyond its limit.
const (
	sigmoidLimit = 6
	sigmoidSteps = 512
)

// train returns the vectors, one after the other. Time is that of
// 3·(window+1)·(negative+1)·dim multiplications for each token that is not left out.
func (s *skipgram) train(t *text, report func(epoch int)) []float32 {
	rng := rand.New(rand.NewPCG(s.seed, 1))
	in := make([]float32, len(t.forms)*s.dim)
	out := make([]float32, len(t.forms)*s.dim)
	for i := range in {
		in[i] = (rng.Float32() - 0.5) / float32(s.dim)
	}
	var sigmoid [2*sigmoidLimit*sigmoidSteps + 1]float32
	for i := range sigmoid {
		sigmoid[i] = float32(1 / (1 + math.Exp(sigmoidLimit-float64(i)/sigmoidSteps)))
	}
	keep, noise := s.keep(t), noiseOf(t)
	kept := make([]int32, 0, len(t.tokens))
	delta := make([]float32, s.dim)
	for epoch := range s.epochs {
		kept = kept[:0]
		for _, w := range t.tokens {
			if w == boundary || w >= 0 && rng.Float32() < keep[w] {
				kept = append(kept, w)
			}
		}
		var rate float32
		for i, w := range kept {
			if i&0xFFFF == 0 {
				done := (float64(epoch) + float64(i)/float64(len(kept))) / float64(s.epochs)
				rate = s.rate * float32(max(1-done, 1e-4))
			}
			if w == boundary {
				continue
			}
			reach := 1 + rng.IntN(s.window)
			from, to := i, i
			for from > 0 && i-from < reach && kept[from-1] != boundary {
				from--
			}
			for to+1 < len(kept) && to-i < reach && kept[to+1] != boundary {
				to++
			}
			for j := from; j <= to; j++ {
				if j == i {
					continue
				}
				// As in the authors' program the neighbour's vector learns to tell
				// this word, so that in the end each pair is seen in both orders.
				v := in[int(kept[j])*s.dim:][:s.dim]
				clear(delta)
				for n := range s.negative + 1 {
					target, want := w, float32(1)
					if n > 0 {
						if target, want = noise[rng.IntN(len(noise))], 0; target == w {
							continue
						}
					}
					u := out[int(target)*s.dim:][:s.dim]
					x := dot(u, v)
					var y float32
					switch {
					case x >= sigmoidLimit:
						y = 1
					case x > -sigmoidLimit:
						y = sigmoid[int((x+sigmoidLimit)*sigmoidSteps)]
					}
					if g := (want - y) * rate; g != 0 {
						learn(delta, u, v, g)
					}
				}
				for k, d := range delta {
					v[k] += d
				}
			}
		}
		report(epoch + 1)
	}
	return in
}

// keep returns the probability that an occurrence of a form is used.
func (s *skipgram) keep(t *text) []float32 {
	total := 0
	for _, n := range t.counts {
		total += n
	}
	keep := make([]float32, len(t.forms))
	for w, n := range t.counts {
		r := s.sample * float64(total) / float64(n)
		keep[w] = float32(math.Sqrt(r) + r)
	}
	return keep
}

// noiseOf returns forms as often as negatives shall be drawn: in proportion to
// the power 3/4 of their counts.
func noiseOf(t *text) []int32 {
	const size = 1 << 22
	var total float64
	for _, n := range t.counts {
		total += math.Pow(float64(n), 0.75)
	}
	noise := make([]int32, 0, size)
	var sum float64
	for w, n := range t.counts {
		sum += math.Pow(float64(n), 0.75)
		for float64(len(noise)) < sum/total*size {
			noise = append(noise, int32(w))
		}
	}
	return slices.Clip(noise)
}

func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

// learn adds g·u to delta and g·v to u.
func learn(delta, u, v []float32, g float32) {
	u, v = u[:len(delta)], v[:len(delta)]
	for i := range delta {
		x := u[i]
		delta[i] += g * x
		u[i] = x + g*v[i]
	}
}
