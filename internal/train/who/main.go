package main

import (
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/laut-nlp/laut/internal/claim"
	boost "github.com/laut-nlp/laut/internal/train/trees"
	"github.com/laut-nlp/laut/internal/trees"
	"github.com/laut-nlp/laut/internal/who"
)

const several = " / "

func exp(x float64) float64 { return math.Exp(x) }

func main() {
	data := flag.String("data", "../shared", "folder")
	mode := flag.String("mode", "dump", "")
	ntrees := flag.Int("trees", 200, "")
	leaves := flag.Int("leaves", 15, "")
	rate := flag.Float64("rate", .07, "")
	minRows := flag.Int("minrows", 20, "")
	share := flag.Float64("features", .5, "")
	l2 := flag.Float64("l2", 5, "")
	least := flag.Float64("least", .0, "")
	bonus := flag.Float64("bonus", 0, "")
	rounds := flag.Int("rounds", 2, "")
	errs := flag.String("errors", "", "")
	goldErrs := flag.Bool("golderrors", false, "")
	dev := flag.Bool("dev", false, "")
	flag.BoolVar(&softmax, "softmax", true, "")
	flag.BoolVar(&silent, "silent", false, "")
	flag.Parse()
	nobodyBonus = float32(*bonus)
	begin := time.Now()
	var all []*article
	splits := flag.Args()
	var from []string
	for _, split := range splits {
		as, err := readAll(*data, split)
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		all = append(all, as...)
		for range as {
			from = append(from, split)
		}
	}
	if *mode == "dump" {
		for _, a := range all {
			a.dump()
		}
		return
	}
	if *mode == "uncovered" {
		for _, a := range all {
			a.discourse.Walk(a.gold, func(ch *who.Choices) int {
				name := a.names[ch.Claim]
				for i, ok := range a.rightOnes(ch, name) {
					if ok {
						return i
					}
				}
				var in []string
				for i, c := range ch.Candidates {
					if ch.Rows[i][who.InWords] != 0 {
						in = append(in, c.Name)
					}
				}
				fmt.Printf("W=[%s] GOLD=%s\t%v\n", a.words(a.gold[ch.Claim].Speaker), name, in)
				return len(ch.Candidates) - 1
			})
		}
		return
	}
	o := boost.Default()
	o.Trees, o.Leaves, o.Rate, o.MinRows, o.Features, o.L2 = *ntrees, *leaves, *rate, *minRows, *share, *l2
	var exs []example
	for n, a := range all {
		exs = append(exs, collect(n, a, true, nil)...)
	}
	fmt.Printf("%d examples, %.1fs\n", len(exs), time.Since(begin).Seconds())
	var ms []*trees.Model
	for r := range *rounds {
		if r > 0 {
			exs = nil
			for n, a := range all {
				exs = append(exs, collect(n, a, true, byModel(ms[n%folds], float32(*least)))...)
			}
		}
		ms = trainFolds(exs, o)
		fmt.Printf("round %d, %.1fs\n", r, time.Since(begin).Seconds())
		for _, th := range []float32{0, .2, .3, .4, .5} {
			for _, split := range splits {
				var cf, cg counts
				for n, a := range all {
					if from[n] != split {
						continue
					}
					a.measure(task{a.found, a.foundName}, byModel(ms[n%folds], th), &cf, nil)
					if th == 0 {
						a.measure(task{a.gold, a.names}, byModel(ms[n%folds], th), &cg, nil)
					}
				}
				fmt.Printf("%.1f %-9s %v\n", th, split, cf)
				if th == 0 {
					fmt.Printf("    gold      %v\n", cg)
				}
			}
		}
	}
	table := map[string]*counts{}
	for n, a := range all {
		var c counts
		for g, t := range a.tasks(true) {
			a.measure(t, byModel(ms[n%folds], float32(*least)), &c, func(i int, ch *who.Choices, pick int, v verdict) {
				key := fmt.Sprintf("%d words %2d carried %v", g, ch.Words, t.list[i].Carried)
				if table[key] == nil {
					table[key] = &counts{}
				}
				table[key].n++
				table[key].verdict[v]++
				if slices.Contains(a.rightOnes(ch, t.names[i]), true) {
					table[key].covered++
				}
			})
		}
	}
	for _, k := range slices.Sorted(maps.Keys(table)) {
		c := table[k]
		fmt.Printf("%s n=%4d right %3d%% covered %3d%% lost %4d  none %d\n", k, c.n, 100*c.verdict[right]/c.n, 100*c.covered/c.n, c.covered-c.verdict[right], c.verdict[nameless])
	}
	if *errs != "" {
		f, _ := os.Create(*errs)
		defer f.Close()
		for n, a := range all {
			var c counts
			list, names := a.found, a.foundName
			if *goldErrs {
				list, names = a.gold, a.names
			}
			a.measure(task{list, names}, byModel(ms[n%folds], float32(*least)), &c, func(i int, ch *who.Choices, pick int, v verdict) {
				if v == right {
					return
				}
				a.explain(f, ch, ms[n%folds], pick, names[i], &list[i], v)
			})
		}
	}
	if *dev {
		m, _ := trainOn(exs, -1, o)
		as, err := readAll(*data, "dev")
		if err != nil {
			panic(err)
		}
		for _, th := range []float32{0, .2, .3, .4, .5} {
			var cf counts
			for _, a := range as {
				a.measure(task{a.found, a.foundName}, byModel(m, th), &cf, nil)
			}
			fmt.Printf("%.1f dev %v\n", th, cf)
		}
	}
}

func (a *article) explain(f *os.File, ch *who.Choices, m *trees.Model, pick int, gold string, c *claim.Claim, v verdict) {
	content := a.words(c.Content)
	if len(content) > 60 {
		content = content[:60]
	}
	w := ""
	if len(c.Speaker) > 0 {
		w = a.words(c.Speaker)
	}
	ok := a.rightOnes(ch, gold)
	fmt.Fprintf(f, "%s\t%s %s wk=%d carried=%v cue=%s W=[%s] GOLD=%s :: %s\n", verdicts[v], a.ID, c.Kind, ch.Words, c.Carried, a.words(c.Cue), w, gold, strings.ReplaceAll(content, "\n", " "))
	ss := scores(m, ch)
	for i, cand := range ch.Candidates {
		s := ss[i]
		if i == pick || ok[i] || s > .2 {
			mark := ""
			if i == pick {
				mark += ">"
			}
			if ok[i] {
				mark += "+"
			}
			fmt.Fprintf(f, "    %2s %.2f %s (%d) %s\n", mark, s, cand.Name, cand.Entity, who.Show(ch.Rows[i]))
		}
	}
}

func (a *article) words(ts []int) string {
	var w []string
	for _, s := range a.says.Text().Spans(ts) {
		w = append(w, strings.Join(strings.Fields(a.doc.Slice(s)), " "))
	}
	return strings.Join(w, " … ")
}

func (a *article) spellings(e int) (out []string) {
	if e < 0 {
		return nil
	}
	if a.spelled == nil {
		a.spelled = map[int][]string{}
	}
	if out, ok := a.spelled[e]; ok {
		return out
	}
	seen := map[string]bool{}
	for _, s := range append([]string{a.entities[e].Name}, mentionsOf(a, e)...) {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	a.spelled[e] = out
	return out
}

func mentionsOf(a *article, e int) (out []string) {
	for _, m := range a.entities[e].Mentions {
		out = append(out, a.doc.Slice(m.Span))
	}
	return out
}

var verdicts = [...]string{"right", "inexact", "wrong", "nameless"}

func (a *article) dump() {
	for i := range a.found {
		if a.foundName[i] == unmatched {
			continue
		}
		s := a.discourse.Speaker(&a.found[i])
		v := judge(s.Name, a.spellings(s.Entity), a.foundName[i])
		a.line("P", &a.found[i], s.Name, s.Entity, a.foundName[i], verdicts[v])
	}
	for i := range a.gold {
		s := a.discourse.Speaker(&a.gold[i])
		v := judge(s.Name, a.spellings(s.Entity), a.names[i])
		a.line("G", &a.gold[i], s.Name, s.Entity, a.names[i], verdicts[v])
	}
}

func (a *article) line(what string, c *claim.Claim, name string, e int, gold, v string) {
	fmt.Printf("%s\t%s\t%s\t%s\tcarried=%v\tcue=%s\tW=%s\tname=%s(%d)\tGOLD=%s\t%s\n", what, v, a.ID, c.Kind, c.Carried, a.words(c.Cue), a.words(c.Speaker), name, e, gold, a.words(c.Content))
}
