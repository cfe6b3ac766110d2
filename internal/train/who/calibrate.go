package main

import (
	"fmt"
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	boost "github.com/laut-nlp/laut/internal/train/trees"
	"github.com/laut-nlp/laut/internal/who"
)

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
