package linear

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// random fills a lattice with n positions and k labels, some of them not
// allowed.
func random(r *rand.Rand, l *Lattice, n, k int, chain bool) {
	var pairs *Transitions
	if chain {
		pairs = NewTransitions(k)
		for i := range pairs.Scores {
			pairs.Scores[i] = float64(r.IntN(9) - 4)
		}
		if r.IntN(2) == 0 {
			pairs.Scores[r.IntN(k*k)] = Forbidden
		}
		pairs.Update()
	}
	l.Reset(n, k, pairs)
	for i := range n {
		set := r.Uint64() & allLabels(k)
		if set == 0 || r.IntN(2) == 0 {
			set = allLabels(k)
		}
		l.Allow(set)
		for y := range k {
			l.Unary(i)[y] = float64(r.IntN(9) - 4)
		}
	}
}

// paths yields all paths of a lattice.
func paths(l *Lattice) func(func([]Label) bool) {
	return func(yield func([]Label) bool) {
		path := make([]Label, l.n)
		var walk func(i int) bool
		walk = func(i int) bool {
			if i == l.n {
				return yield(path)
			}
			for _, y := range l.At(i) {
				path[i] = y
				if !walk(i + 1) {
					return false
				}
			}
			return true
		}
		walk(0)
	}
}

// TestLattice compares Viterbi and forward-backward with the sums over all
// paths of small lattices.
func TestLattice(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var l Lattice
	for trial := range 400 {
		n, k := 1+r.IntN(5), 1+r.IntN(4)
		chain := trial%4 > 0
		random(r, &l, n, k, chain)
		name := fmt.Sprintf("trial %d: %d positions, %d labels", trial, n, k)

		best, sum := math.Inf(-1), 0.0
		for p := range paths(&l) {
			best = max(best, l.Score(p))
			sum += math.Exp(l.Score(p))
		}
		path := l.Viterbi(nil)
		if got := l.Score(path); len(path) != n || math.Abs(got-best) > 1e-9*(1+math.Abs(best)) {
			t.Fatalf("%s: Viterbi's path %v has score %v, the best %v", name, path, got, best)
		}
		logZ := l.Forward()
		if sum == 0 {
			continue // all paths are forbidden: nothing to compare with
		}
		if math.Abs(logZ-math.Log(sum)) > 1e-9*(1+math.Abs(logZ)) {
			t.Fatalf("%s: log Z = %v, want %v", name, logZ, math.Log(sum))
		}
		checkProbs(t, name, &l, sum)
	}
}

func checkProbs(t *testing.T, name string, l *Lattice, sum float64) {
	t.Helper()
	for i := range l.n {
		for y := range Label(l.k) {
			check := func(what string, got float64, match func(p []Label) bool) {
				t.Helper()
				want := 0.0
				for p := range paths(l) {
					if match(p) {
						want += math.Exp(l.Score(p)) / sum
					}
				}
				if math.Abs(got-want) > 1e-9 {
					t.Fatalf("%s, position %d: %s %v, want %v", name, i, what, got, want)
				}
			}
			check("label", l.Prob(i, y), func(p []Label) bool { return p[i] == y })
			for x := range Label(l.k) {
				if i == 0 {
					continue
				}
				check("pair", l.PairProb(i, x, y), func(p []Label) bool { return p[i-1] == x && p[i] == y })
			}
		}
	}
}

// TestExtremes checks that no scores, however far apart, give a probability
// that is none.
func TestExtremes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var l Lattice
	for range 300 {
		n, k := 1+r.IntN(40), 1+r.IntN(6)
		random(r, &l, n, k, true)
		for i := range n {
			for y := range k {
				l.Unary(i)[y] *= math.Pow(10, r.Float64()*9)
			}
		}
		for i := range l.pairs.Scores {
			if r.IntN(2) == 0 {
				l.pairs.Scores[i] = Forbidden
			}
		}
		l.pairs.Update()
		l.Forward()
		for i := range n {
			sum := 0.0
			for y := range Label(k) {
				sum += l.Prob(i, y)
			}
			if !(math.Abs(sum-1) < 1e-6) {
				t.Fatalf("the probabilities at position %d of %d sum to %v", i, n, sum)
			}
		}
	}
}

func BenchmarkViterbi(b *testing.B) {
	for _, k := range []int{17, 60} {
		b.Run(fmt.Sprint(k), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			var l Lattice
			const n = 30
			random(r, &l, n, k, true)
			l.Reset(n, k, l.pairs)
			for range n {
				l.Allow(allLabels(k))
			}
			var path []Label
			for b.Loop() {
				path = l.Viterbi(path[:0])
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/token")
		})
	}
}

func BenchmarkForward(b *testing.B) {
	for _, k := range []int{12, 60} {
		b.Run(fmt.Sprint(k), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			var l Lattice
			const n = 30
			random(r, &l, n, k, true)
			for b.Loop() {
				l.Forward()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/token")
		})
	}
}
