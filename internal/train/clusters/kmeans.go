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
