package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/ner"
	train "github.com/laut-nlp/laut/internal/train/linear"
	"github.com/laut-nlp/laut/internal/train/table"
)

// A first model labels raw text, and how often a form was labelled as what there is
// a feature of the model proper: a form that the corpus lacks, or has in one
// sense, comes with what some hundred other contexts say of it. So that the training
// part does not look more certain than text of users, each half of the corpus has the
// counts of a model that has seen the other half only (stacking, after Wolpert
// 1992); users get the sum.

// seen are tables of what forms were labelled in raw text: by both models, and by
// the model of the second and of the first half, for the documents of the first and the
// second.
type seen struct{ tables [3][]byte }

// leastSeen is how often a model must have met a form.
const leastSeen = 3

// see fills t.seen from the documents that belong to a half, unless it is filled.
func (t *trainer) see(docs []*document) error {
	if t.seen != nil {
		return nil
	}
	t.seen = new(seen)
	if t.seen.load(t.tables) {
		return nil
	}
	var u [ner.Guides + 1]*ner.Recogniser
	for g := ner.Guide(1); g <= ner.Guides; g++ {
		var err error
		if u[g], err = ner.Untrained(t.templates, "", g); err != nil {
			return err
		}
	}
	data, err := train.NewData(ner.Labels()...)
	if err != nil {
		return err
	}
	var s ner.Scratch
	var parts [2][]int
	for _, d := range docs {
		if d.half == 0 {
			continue
		}
		n := data.Len()
		if err := d.add(data, u[d.guide], &s); err != nil {
			return err
		}
		parts[d.half-1] = d.learn(parts[d.half-1], n, data.Len())
	}
	var models [2]*ner.Recogniser
	for h := range models {
		if models[h], err = t.quick(data, parts[h], "", ner.News); err != nil {
			return err
		}
	}
	counts, err := countRaw(t.raw, models)
	if err != nil {
		return err
	}
	t.report("raw text: %d forms", len(counts))
	if t.seen.tables, err = counts.tables(); err != nil {
		return err
	}
	return t.seen.keep(t.tables)
}

// load reads tables that an earlier run has kept, for experiments.
func (s *seen) load(folder string) bool {
	for k := range s.tables {
		var err error
		if s.tables[k], err = os.ReadFile(tableName(folder, k)); folder == "" || err != nil {
			return false
		}
	}
	return true
}

func (s *seen) keep(folder string) error {
	if folder == "" {
		return nil
	}
	for k, table := range s.tables {
		if err := os.WriteFile(tableName(folder, k), table, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func tableName(folder string, k int) string {
	return filepath.Join(folder, fmt.Sprintf("seen%d.table", k))
}

// recognisers are by half and guide.
type recognisers [3][ner.Guides + 1]*ner.Recogniser

// untrained returns recognisers for the sequences of documents that are in no half,
// in the first and in the second.
func (t *trainer) untrained() (u recognisers, err error) {
	for k, file := range t.seen.tables {
		for g := ner.Guide(1); g <= ner.Guides; g++ {
			if u[k][g], err = ner.Untrained(t.templates, string(file), g); err != nil {
				return u, err
			}
		}
	}
	return u, nil
}

// labelled counts, for both models, how often a form was outside, or in a name of
// each class.
type labelled [2][5]int

type rawCounts map[string]*labelled

// chunk is about how many bytes of raw text are labelled as a document.
const chunk = 20000

// countRaw labels raw text. It works on all processors; sums do not depend on the
// order.
func countRaw(files []string, models [2]*ner.Recogniser) (rawCounts, error) {
	texts := make(chan string)
	var failed error
	go func() {
		defer close(texts)
		for _, f := range files {
			if failed = eachChunk(f, func(s string) { texts <- s }); failed != nil {
				return
			}
		}
	}()
	all := rawCounts{}
	var mu sync.Mutex
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			counts := rawCounts{}
			for text := range texts {
				counts.add(text, models)
			}
			mu.Lock()
			defer mu.Unlock()
			for form, c := range counts {
				all.join(form, c)
			}
		})
	}
	workers.Wait()
	return all, failed
}

// eachChunk hands out the paragraphs of a file, some at a time.
func eachChunk(name string, f func(string)) error {
	r, err := corpus.Open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	var b strings.Builder
	for lines.Scan() {
		b.Write(lines.Bytes())
		b.WriteByte('\n')
		if b.Len() > chunk {
			f(b.String())
			b.Reset()
		}
	}
	f(b.String())
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// longestSentence is in tokens; longer ones are lists.
const longestSentence = 250

func (c rawCounts) add(text string, models [2]*ner.Recogniser) {
	tokens, ends := tokensOf(extract.Parse(text), longestSentence)
	for h, m := range models {
		for i, y := range m.FirstPass(tokens, ends) {
			if form := tokens[i].Form; ner.HasCapital(form) {
				c.of(strings.Clone(form))[h][ner.Vote(y)]++
			}
		}
	}
}

func (c rawCounts) of(form string) *labelled {
	n := c[form]
	if n == nil {
		n = new(labelled)
		c[form] = n
	}
	return n
}

func (c rawCounts) join(form string, other *labelled) {
	n := c.of(form)
	for h := range n {
		for k := range n[h] {
			n[h][k] += other[h][k]
		}
	}
}

// tables returns the tables of both models together, of the second and of the
// first.
func (c rawCounts) tables() (out [3][]byte, err error) {
	for k, of := range [...]func(*labelled) [5]int{
		(*labelled).sum,
		func(l *labelled) [5]int { return l[1] },
		func(l *labelled) [5]int { return l[0] },
	} {
		least := leastSeen
		if k == 0 {
			least *= 2
		}
		if out[k], err = c.table(of, least); err != nil {
			return out, err
		}
	}
	return out, nil
}

func (l *labelled) sum() (n [5]int) {
	for k := range n {
		n[k] = l[0][k] + l[1][k]
	}
	return n
}

// table returns the table of the forms that were counted often enough.
func (c rawCounts) table(of func(*labelled) [5]int, least int) ([]byte, error) {
	type form struct {
		text    string
		n       int
		profile int32
	}
	var list []form
	for text, l := range c {
		counts := of(l)
		n := 0
		for _, v := range counts {
			n += v
		}
		if n >= least {
			list = append(list, form{text, n, profile(counts, n)})
		}
	}
	slices.SortFunc(list, func(a, b form) int { return cmp.Or(b.n-a.n, strings.Compare(a.text, b.text)) })
	d := table.Division{Coarser: [][]int32{coarser()}}
	var forms []string
	for _, f := range list {
		forms = append(forms, f.text)
		d.Cluster = append(d.Cluster, f.profile)
	}
	return table.Pack("", table.Layout(len(forms), seenCheck), forms, []table.Division{d})
}

// seenCheck is how many bits tell forms of the table from others.
const seenCheck = 9

// A profile is what a form was labelled most often, how often that was, and what
// it was labelled else (5: nothing): class + 5 · share + 40 · second class.
const (
	shares   = 8
	profiles = 5 * shares * 6
)

// profile returns the profile of a form that was counted n times.
func profile(counts [5]int, n int) int32 {
	top, second := slices.Index(counts[:], slices.Max(counts[:])), -1
	for k, v := range counts {
		if k != top && (second < 0 || v > counts[second]) {
			second = k
		}
	}
	if share(counts[second], n) == 0 {
		second = 5
	}
	return int32(top + 5*share(counts[top], n) + 5*shares*second)
}

// share returns which of eight steps n of all is.
func share(n, all int) int {
	for k, percent := range [...]int{2, 10, 30, 50, 70, 90, 98} {
		if 100*n < percent*all {
			return k
		}
	}
	return shares - 1
}

// coarser returns what each profile is at the coarser level: the class, and
// whether nearly all places have it.
func coarser() []int32 {
	out := make([]int32, profiles)
	for p := range out {
		out[p] = int32(p % 5)
		if p/5%shares >= 5 {
			out[p] += 5
		}
	}
	return out
}
