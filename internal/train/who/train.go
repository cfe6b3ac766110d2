package main

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/internal/claim"
	boost "github.com/laut-nlp/laut/internal/train/trees"
	"github.com/laut-nlp/laut/internal/who"
)

const (
	folds  = 5 // into how many parts the articles are divided for validation
	rounds = 2 // trainings, each of which sees the answers of the one before

	// least is how probable an answer must be, so chosen that fewer names are wrong and
	// hardly fewer right on the folds.
	least = .4
)

// options of the training. The values were chosen by cross-validation.
func options() boost.Options {
	o := boost.Default()
	o.Trees, o.Leaves, o.Rate, o.MinRows = 150, 31, .07, 20
	return o
}

// trainer trains models: of[k] has not seen the articles of fold k, all has seen all.
type trainer struct {
	*settings
	articles []*article
	of       [folds]*who.Model
	all      *who.Model
	file     string // the trees of all

	calibration claim.Calibration
}

func (t *trainer) train(byFolds bool) error {
	for round := range rounds {
		d, article := t.collect(round > 0)
		t.say("%d candidates", len(d.Rows))
		errs := make([]error, folds+1)
		var workers sync.WaitGroup
		free := make(chan struct{}, runtime.GOMAXPROCS(0))
		for k := range folds + 1 {
			if k == folds && byFolds {
				continue
			}
			free <- struct{}{}
			workers.Go(func() {
				defer func() { <-free }()
				errs[k] = t.fold(k, d, article)
			})
		}
		workers.Wait()
		for _, err := range errs {
			if err != nil {
				return err
			}
		}
	}
	t.calibration = t.calibrate()
	t.say("calibration: slope %.3f, offset %.3f", t.calibration.Slope, t.calibration.Offset)
	return nil
}

// fold trains the model that has not seen the articles of a fold; fold number folds is the
// model that has seen all.
func (t *trainer) fold(k int, d *boost.Data, article []int) (err error) {
	var subset []int
	for i, n := range article {
		if n%folds != k {
			subset = append(subset, i)
		}
	}
	file := string(boost.Train(d, subset, options()))
	m, err := who.Open(file, least, claim.Calibration{Slope: 1})
	if err != nil {
		return fmt.Errorf("fold %d: %w", k, err)
	}
	if k < folds {
		t.of[k] = m
	} else {
		t.all, t.file = m, file
	}
	return nil
}

// collect returns the candidates of all claims and the article of each. What the next claims
// of an article see is the right answer, or what the models say that have not seen it.
func (t *trainer) collect(answered bool) (d *boost.Data, article []int) {
	d = &boost.Data{}
	group := 0
	for n, a := range t.articles {
		for _, task := range []*task{&a.found, &a.gold} {
			who.Walk(a.discourse, task.claims, func(c *who.Choices) int {
				answer := len(c.Candidates) - 1
				if task.known[c.Claim] {
					right := closest(c, a.rightOnes(c, task.names[c.Claim]), task.names[c.Claim])
					if len(right) > 0 {
						answer = right[0]
						group++
						for i, row := range c.Rows {
							target := float32(0)
							if len(right) > 0 && right[0] == i {
								target, right = 1, right[1:]
							}
							d.AddTo(group, row, target)
							article = append(article, n)
						}
					}
				}
				if answered {
					answer, _ = t.of[n%folds].Choose(c)
				}
				return answer
			})
		}
	}
	return d, article
}

// rightOnes returns the numbers of the candidates with the right name.
func (a *article) rightOnes(c *who.Choices, name string) (out []int) {
	for i := range c.Candidates {
		if a.right(c.Candidates[i], name) {
			out = append(out, i)
		}
	}
	return out
}

// closest returns those of the right candidates whose names share the largest part of the
// words with the right one: of "Tochter von Jens Ohm" not Jens Ohm, which the measure takes
// for right too.
func closest(c *who.Choices, right []int, name string) (out []int) {
	most := 0.0
	if strings.Contains(name, " von ") {
		most = .51
	}
	for _, i := range right {
		switch s := sharedWords(c.Candidates[i].Name, name); {
		case s > most:
			most, out = s, []int{i}
		case s == most:
			out = append(out, i)
		}
	}
	return out
}

// sharedWords returns the share of common words of two names.
func sharedWords(a, b string) float64 {
	if a == b {
		return 1
	}
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	both := 0
	for _, w := range x {
		if slices.Contains(y, w) {
			both++
		}
	}
	return float64(both) / float64(max(1, len(x)+len(y)-both))
}

// answer is what a model says whose words a claim is.
type answer struct {
	named bool // it is not nobody
	prob  float32
	right bool
}

// answers returns what models say of the claims found that are claims.
func answers(articles []*article, model func(n int) *who.Model) (out []answer) {
	for n, a := range articles {
		m := model(n)
		who.Walk(a.discourse, a.found.claims, func(c *who.Choices) int {
			best, probs := m.Choose(c)
			if a.found.known[c.Claim] {
				right := slices.Contains(a.rightOnes(c, a.found.names[c.Claim]), best)
				out = append(out, answer{best < len(probs)-1, probs[best], right})
			}
			return best
		})
	}
	return out
}

// calibrate fits how probably a name is right to the answers of the models that have not
// seen the article.
func (t *trainer) calibrate() claim.Calibration {
	var logOdds []float64
	var right []bool
	for _, x := range answers(t.articles, func(n int) *who.Model { return t.of[n%folds] }) {
		if x.named {
			logOdds, right = append(logOdds, claim.LogOdds(x.prob)), append(right, x.right)
		}
	}
	return boost.Calibrate(logOdds, right)
}

// curve prints how many of the names are right that have at least a score, and how many of
// the claims found keep one.
func curve(c claim.Calibration, list []answer) {
	for _, least := range []float32{0, .5, .6, .7, .8, .85, .9, .95} {
		n, right := 0, 0
		sum := 0.0
		for _, x := range list {
			if s := c.Score(x.prob); x.named && s >= least {
				n++
				sum += float64(s)
				if x.right {
					right++
				}
			}
		}
		fmt.Printf("  score at least %.2f: %.1f %% of the names right, their mean score %.3f; %.1f %% of the claims keep a name\n",
			least, 100*float64(right)/float64(max(n, 1)), sum/float64(max(n, 1)), 100*float64(n)/float64(max(len(list), 1)))
	}
}
