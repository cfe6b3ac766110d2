package main

import (
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/laut-nlp/laut/internal/claim"
	boost "github.com/laut-nlp/laut/internal/train/trees"
	"github.com/laut-nlp/laut/internal/trees"
	"github.com/laut-nlp/laut/internal/who"
)

const folds = 5

type example struct {
	article int
	group   int
	row     []uint8
	target  float32
}

type chooser func(ch *who.Choices) int

// task is a list of claims with the right names.
type task struct {
	list  []claim.Claim
	names []string
}

func (a *article) tasks(both bool) []task {
	ts := []task{{a.found, a.foundName}}
	if both {
		ts = append(ts, task{a.gold, a.names})
	}
	return ts
}

func (a *article) rightOnes(ch *who.Choices, name string) []bool {
	ok := make([]bool, len(ch.Candidates))
	for i, c := range ch.Candidates {
		ok[i] = judge(c.Name, a.spellings(c.Entity), name) == right
	}
	return ok
}

// collect returns the examples of articles; choose decides who spoke as far as the next
// claims see, nil is the right one.
func collect(n int, a *article, both bool, choose chooser) (out []example) {
	group := n * 100000
	for _, t := range a.tasks(both) {
		a.discourse.Walk(t.list, func(ch *who.Choices) int {
			name := t.names[ch.Claim]
			pick := -1
			if name != unmatched {
				ok := a.rightOnes(ch, name)
				group++
				if !slices.Contains(ok, true) && softmax {
					if !silent {
						if choose != nil {
							return choose(ch)
						}
						return len(ch.Rows) - 1
					}
					ok[len(ok)-1] = true
				}
				for i, row := range ch.Rows {
					y := float32(0)
					if ok[i] {
						y = 1
						if pick < 0 {
							pick = i
						}
					}
					out = append(out, example{n, group, row, y})
				}
			}
			if choose != nil {
				return choose(ch)
			}
			if pick < 0 {
				return len(ch.Rows) - 1
			}
			return pick
		})
	}
	return out
}

func byModel(m *trees.Model, least float32) chooser {
	return func(ch *who.Choices) int {
		best, bi := float32(-100), 0
		ss := scores(m, ch)
		for i, s := range ss {
			if s > best {
				best, bi = s, i
			}
		}
		if best < least {
			return len(ch.Rows) - 1
		}
		return bi
	}
}

// scores returns the probabilities of the candidates.
func scores(m *trees.Model, ch *who.Choices) []float32 {
	out := make([]float32, len(ch.Rows))
	sum := float32(0)
	for i, row := range ch.Rows {
		s := m.Score(row)
		if i == len(ch.Rows)-1 {
			s += nobodyBonus
		}
		if softmax {
			out[i] = float32(exp(float64(s)))
			sum += out[i]
		} else {
			out[i] = sigmoid(s)
		}
	}
	if softmax {
		for i := range out {
			out[i] /= sum
		}
	}
	return out
}

var nobodyBonus float32
var softmax, silent bool

func trainOn(exs []example, skip int, o boost.Options) (*trees.Model, string) {
	var d boost.Data
	var subset []int
	for _, e := range exs {
		if softmax {
			d.AddTo(e.group, e.row, e.target)
		} else {
			d.Add(e.row, e.target)
		}
		if skip < 0 || e.article%folds != skip {
			subset = append(subset, len(subset))
			continue
		}
		subset = append(subset, -1)
	}
	keep := subset[:0]
	for _, i := range subset {
		if i >= 0 {
			keep = append(keep, i)
		}
	}
	file := string(boost.Train(&d, keep, o))
	m, err := trees.New(file, who.Features)
	if err != nil {
		panic(err)
	}
	return m, file
}

func trainFolds(exs []example, o boost.Options) []*trees.Model {
	ms := make([]*trees.Model, folds)
	var wg sync.WaitGroup
	sem := make(chan struct{}, runtime.GOMAXPROCS(0))
	for k := range ms {
		sem <- struct{}{}
		wg.Go(func() {
			defer func() { <-sem }()
			ms[k], _ = trainOn(exs, k, o)
		})
	}
	wg.Wait()
	return ms
}

// counts are the figures of a run.
type counts struct {
	n, system, gold          int
	verdict                  [4]int
	covered, coveredNonEmpty int
	nobodyGold               int
}

func (c counts) String() string {
	n := float64(c.n)
	f := 2 * float64(c.verdict[right]) / float64(c.system+c.gold)
	return fmt.Sprintf("n=%d named F1 %.1f  right %.1f wrong %.1f inexact %.1f none %.1f  covered %.1f", c.n, 100*f, 100*float64(c.verdict[right])/n, 100*float64(c.verdict[wrong])/n, 100*float64(c.verdict[inexact])/n, 100*float64(c.verdict[nameless])/n, 100*float64(c.covered)/n)
}

// measure runs a chooser over the tasks of an article.
func (a *article) measure(t task, choose chooser, c *counts, each func(i int, ch *who.Choices, pick int, v verdict)) {
	c.system += len(t.list)
	c.gold += len(a.gold)
	a.discourse.Walk(t.list, func(ch *who.Choices) int {
		pick := choose(ch)
		name := t.names[ch.Claim]
		if name == unmatched {
			return pick
		}
		c.n++
		cand := ch.Candidates[pick]
		v := judge(cand.Name, a.spellings(cand.Entity), name)
		c.verdict[v]++
		for _, ok := range a.rightOnes(ch, name) {
			if ok {
				c.covered++
				break
			}
		}
		if each != nil {
			each(ch.Claim, ch, pick, v)
		}
		return pick
	})
}

func sigmoid(x float32) float32 { return float32(1 / (1 + exp(-float64(x)))) }
