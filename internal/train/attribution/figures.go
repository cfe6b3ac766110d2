package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/overlap"
)

// pair is a found claim and the gold one that it overlaps by half.
type pair struct{ gold, found int }

// pairs pairs found claims with gold ones one to one, the best first, if their contents
// overlap by half (Jaccard of the bytes).
func (a *article) pairs() []pair {
	text := a.view.Sayings().Text()
	of := func(cs []claim.Claim) (out [][]extract.Span) {
		for _, c := range cs {
			out = append(out, text.Spans(c.Content))
		}
		return out
	}
	gold, found := of(a.gold), of(a.found)
	var candidates []overlap.Candidate
	for g := range gold {
		for f := range found {
			if j := overlap.Jaccard(gold[g], found[f]); j >= .5 {
				candidates = append(candidates, overlap.Candidate{Got: g, Want: f, Value: j})
			}
		}
	}
	var out []pair
	ofGold, _ := overlap.Pairs(len(gold), len(found), candidates)
	for g, f := range ofGold {
		if f >= 0 {
			out = append(out, pair{g, f})
		}
	}
	return out
}

// counts are what the figures of some articles are made of.
type counts struct {
	gold, system, found  [claim.Reported + 1]float64 // by kind, of the gold, of the system; [0] is all
	right                [claim.Reported + 1]float64 // the system's claims of a kind that are found
	kind, stance, medium float64
}

func (c *counts) add(a *article) {
	for _, g := range a.gold {
		c.gold[0]++
		c.gold[g.Kind]++
	}
	for _, f := range a.found {
		c.system[0]++
		c.system[f.Kind]++
	}
	for _, p := range a.pairs() {
		g, f := &a.gold[p.gold], &a.found[p.found]
		c.found[0]++
		c.found[g.Kind]++
		c.right[0]++
		c.right[f.Kind]++
		for _, x := range [...]struct {
			is  bool
			sum *float64
		}{{g.Kind == f.Kind, &c.kind}, {g.Stance == f.Stance, &c.stance}, {g.Medium == f.Medium, &c.medium}} {
			if x.is {
				*x.sum++
			}
		}
	}
}

func (c *counts) sum(d *counts) {
	for k := range c.gold {
		c.gold[k] += d.gold[k]
		c.system[k] += d.system[k]
		c.found[k] += d.found[k]
		c.right[k] += d.right[k]
	}
	c.kind += d.kind
	c.stance += d.stance
	c.medium += d.medium
}

// values are the figures in percent.
func (c *counts) values() []float64 {
	pct := func(a, b float64) float64 { return 100 * a / max(b, 1) }
	p, r := pct(c.right[0], c.system[0]), pct(c.found[0], c.gold[0])
	out := []float64{2 * p * r / max(p+r, 1), p, r}
	for k := 1; k < len(c.gold); k++ {
		out = append(out, pct(c.found[k], c.gold[k]), pct(c.right[k], c.system[k]))
	}
	n := c.found[0]
	return append(out, pct(c.kind, n), pct(c.stance, n), pct(c.medium, n))
}

var valueNames = []string{"F1", "P", "R", "dirR", "dirP", "indR", "indP", "conR", "conP", "freR", "freP", "repR", "repP", "kind", "stance", "medium"}

// report prints the figures of articles by the part of the corpus, with intervals over
// articles.
func report(articles []*article, intervals bool) {
	var parts []string
	by := make(map[string][]counts)
	for _, a := range articles {
		var c counts
		c.add(a)
		if by[a.part] == nil {
			parts = append(parts, a.part)
		}
		by[a.part] = append(by[a.part], c)
	}
	if len(parts) > 1 {
		parts = append(parts, "all")
		for _, p := range parts[:len(parts)-1] {
			by["all"] = append(by["all"], by[p]...)
		}
	}
	fmt.Printf("%-9s", "")
	for _, n := range valueNames {
		fmt.Printf("%7s", n)
	}
	fmt.Println()
	for _, p := range parts {
		list := by[p]
		var all counts
		for i := range list {
			all.sum(&list[i])
		}
		fmt.Printf("%-9s", p)
		for _, v := range all.values() {
			fmt.Printf("%7.1f", v)
		}
		fmt.Println()
		if !intervals {
			continue
		}
		r := rand.New(rand.NewPCG(1, 2))
		samples := make([][]float64, len(valueNames))
		for range 1000 {
			var s counts
			for range list {
				s.sum(&list[r.IntN(len(list))])
			}
			for k, v := range s.values() {
				samples[k] = append(samples[k], v)
			}
		}
		for k, q := range []float64{.025, .975} {
			fmt.Printf("%-9s", []string{"  2.5%", "  97.5%"}[k])
			for _, s := range samples {
				slices.Sort(s)
				fmt.Printf("%7.1f", s[int(q*float64(len(s)))])
			}
			fmt.Println()
		}
	}
}

// reliability prints how often claims of a score are found.
func reliability(articles []*article, c claim.Calibration) {
	var n, right, sum [10]float64
	for _, a := range articles {
		isRight := make([]bool, len(a.found))
		for _, p := range a.pairs() {
			isRight[p.found] = true
		}
		for i := range a.found {
			s := c.Score(a.found[i].Score)
			b := min(int(s*10), 9)
			n[b]++
			sum[b] += float64(s)
			if isRight[i] {
				right[b]++
			}
		}
	}
	var out strings.Builder
	for b := range n {
		if n[b] > 0 {
			fmt.Fprintf(&out, "  %.2f:%.2f (%.0f)", sum[b]/n[b], right[b]/n[b], n[b])
		}
	}
	fmt.Println("score: found (n)", out.String())
}
