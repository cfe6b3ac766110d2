package main

import (
	"cmp"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/clusters"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/letters"
)

// A text is what clusters are learned from: forms by their numbers, from the
// most frequent one.
type text struct {
	forms  []string
	counts []int
	tokens []int32 // numbers of forms, or of rare forms; a boundary behind each paragraph
}

// Numbers of what is no form of the table but a context of others. Rare forms
// are told apart by their first letter.
const (
	boundary int32 = -1 - iota
	rareCapital
	rareSmall
	rareOther
	others = 4
)

// A counter reads texts.
type counter struct {
	numbers map[string]int32
	forms   []string
	counts  []int
	tokens  []int32
}

func newCounter() *counter { return &counter{numbers: make(map[string]int32)} }

// addFile reads a text with a paragraph a line.
func (c *counter) addFile(name string) error {
	for line := range corpus.Lines(name) {
		if line.Err != nil {
			return fmt.Errorf("%s: %w", line.Where, line.Err)
		}
		c.add(string(line.Data))
	}
	return nil
}

// addCorpus reads the texts of a corpus without what is marked in them.
func (c *counter) addCorpus(name string) error {
	docs, err := corpus.Collect(corpus.File(name))
	if err != nil {
		return err
	}
	for i := range docs {
		for line := range strings.Lines(docs[i].Text) {
			c.add(line)
		}
	}
	return nil
}

// add reads a paragraph. Marks of one kind count as one form: which of them a
// publisher uses says nothing of the words beside them.
func (c *counter) add(paragraph string) {
	before := len(c.tokens)
	for t := range extract.Tokens(paragraph) {
		form := paragraph[t.Start:t.End]
		switch t.Kind {
		case extract.OpenQuote:
			form = "„"
		case extract.CloseQuote:
			form = "“"
		case extract.Dash:
			form = "–"
		}
		folded, ok := clusters.Fold(form)
		if !ok {
			folded = form // too long for the table, and rare
		}
		n, ok := c.numbers[folded]
		if !ok {
			n = int32(len(c.forms))
			folded = strings.Clone(folded) // form is a part of the paragraph
			c.numbers[folded] = n
			c.forms = append(c.forms, folded)
			c.counts = append(c.counts, 0)
		}
		c.counts[n]++
		c.tokens = append(c.tokens, n)
	}
	if len(c.tokens) > before {
		c.tokens = append(c.tokens, boundary)
	}
}

// text returns what was read. Forms seen less than least times are rare.
func (c *counter) text(least int) *text {
	t := &text{tokens: c.tokens}
	order := make([]int32, 0, len(c.forms))
	for n, count := range c.counts {
		if count >= least {
			order = append(order, int32(n))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(c.counts[b], c.counts[a]), cmp.Compare(c.forms[a], c.forms[b]))
	})
	number := make([]int32, len(c.forms))
	for n, form := range c.forms {
		number[n] = rare(form)
	}
	for n, old := range order {
		number[old] = int32(n)
		t.forms = append(t.forms, c.forms[old])
		t.counts = append(t.counts, c.counts[old])
	}
	for i, n := range t.tokens {
		if n >= 0 {
			t.tokens[i] = number[n]
		}
	}
	return t
}

func rare(form string) int32 {
	switch {
	case letters.IsUpper(form):
		return rareCapital
	case letters.IsLower(form):
		return rareSmall
	}
	return rareOther
}

// readTexts reads all texts of the data.
func readTexts(data string, least int) (*text, error) {
	c := newCounter()
	for _, name := range []string{"raw/wikipedia.txt.gz", "raw/bundestag.txt.gz"} {
		if err := c.addFile(filepath.Join(data, name)); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"quotes/train.jsonl.gz", "ner/germeval2014/train.tsv.gz", "ner/smartdata/train.json.gz"} {
		if err := c.addCorpus(filepath.Join(data, name)); err != nil {
			return nil, err
		}
	}
	return c.text(least), nil
}

// A context is a neighbour in a place, such as "der" on the left, and how often
// a form has it.
type context struct {
	number int32
	count  uint32
}

// contexts are those of each form.
type contexts struct {
	distinct int       // how many contexts there are
	places   int       // how many each occurrence has
	all      []context // of form 0, form 1 …
	ends     []int     // where those of a form end, after a 0
	total    []uint32  // contexts of a form, counted
}

func (c *contexts) forms() int { return len(c.total) }

func (c *contexts) of(form int) []context { return c.all[c.ends[form]:c.ends[form+1]] }

// contextsOf counts the words before and after all tokens that are no rare forms.
func contextsOf(t *text) *contexts {
	distances := [...]int{-1, 1}
	var pairs []uint64
	kinds := int32(len(t.forms) + others)
	for i, w := range t.tokens {
		if w < 0 {
			continue
		}
		for place, d := range distances {
			v := boundary
			if j := i + d; j >= 0 && j < len(t.tokens) {
				v = t.tokens[j]
			}
			if v < 0 {
				v = int32(len(t.forms)) - 1 - v
			}
			pairs = append(pairs, uint64(w)<<32|uint64(int32(place)*kinds+v))
		}
	}
	slices.Sort(pairs)
	c := &contexts{distinct: int(kinds) * len(distances), places: len(distances), ends: []int{0}}
	for i := 0; i < len(pairs); {
		j := i + 1
		for j < len(pairs) && pairs[j] == pairs[i] {
			j++
		}
		for w := int(pairs[i] >> 32); len(c.total) <= w; {
			c.ends = append(c.ends, len(c.all))
			c.total = append(c.total, 0)
		}
		c.all = append(c.all, context{int32(pairs[i] & 0xFFFFFFFF), uint32(j - i)})
		w := len(c.total) - 1
		c.ends[w+1] = len(c.all)
		c.total[w] += uint32(j - i)
		i = j
	}
	return c
}

// dampen brings counts closer together, to the power 3/4, in quarters: frequent
// forms would else have classes of their own, and few would be left for the
// many names.
func (c *contexts) dampen() {
	clear(c.total)
	for w := range c.total {
		of := c.of(w)
		for i := range of {
			of[i].count = uint32(math.Round(4 * math.Pow(float64(of[i].count), 0.75)))
			c.total[w] += of[i].count
		}
	}
}
