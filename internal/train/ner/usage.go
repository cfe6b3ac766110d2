package main

import (
	"strings"

	"github.com/laut-nlp/laut/internal/ner"
)

// class is how a token or a name is annotated: outside, or label and form.
type class struct {
	Class ner.Class // 0 outside
	Form  ner.Form
}

// usage is what GermEval's training part says of words and names.
type usage struct {
	words map[string]*word
	names map[string]map[class]int // by the words of a mention, a space between
	heads map[string]*[3]int       // what stands after the last hyphen of a mention, by form
}

// word counts the places of a word form.
type word struct {
	out    int           // in no name
	within int           // in a name of several words
	alone  map[class]int // a name of its own
	before int           // in no name, and a name comes next
	first  int           // the first word of a name of several
}

// readUsage counts in GermEval's training part.
func readUsage(data string) (*usage, error) {
	s := &source{name: "germeval", files: []string{germEvalTrain}}
	if err := s.read(data, nil); err != nil {
		return nil, err
	}
	u := &usage{words: map[string]*word{}, names: map[string]map[class]int{}, heads: map[string]*[3]int{}}
	for _, d := range s.docs {
		u.count(d)
	}
	return u, nil
}

func (u *usage) count(d *document) {
	n := len(d.doc.Tokens())
	at := 0
	outside := func(to int) {
		for ; at < to; at++ {
			w := u.word(d.text(at, at+1))
			w.out++
			if at+1 == to && to < n {
				w.before++
			}
		}
	}
	for _, m := range d.mentions {
		outside(m.First)
		at = m.Last
		c, text := class{m.Class, m.Form}, d.text(m.First, m.Last)
		if u.names[text] == nil {
			u.names[text] = map[class]int{}
		}
		u.names[text][c]++
		if m.Last-m.First > 1 {
			u.word(d.text(m.First, m.First+1)).first++
			for i := m.First; i < m.Last; i++ {
				u.word(d.text(i, i+1)).within++
			}
			continue
		}
		u.word(text).alone[c]++
		if h := headOf(text); h != "" {
			if u.heads[h] == nil {
				u.heads[h] = new([3]int)
			}
			u.heads[h][m.Form]++
		}
	}
	outside(n)
}

// word returns the counts of a form.
func (u *usage) word(form string) *word {
	w := u.words[form]
	if w == nil {
		w = &word{alone: map[class]int{}}
		u.words[form] = w
	}
	return w
}

// most returns the commonest class and how often it and all occur. Of equals it
// is the one that sorts first.
func most(counts map[class]int) (best class, n, all int) {
	for c, k := range counts {
		all += k
		if k > n || k == n && (c.Class < best.Class || c.Class == best.Class && c.Form < best.Form) {
			best, n = c, k
		}
	}
	return best, n, all
}

// headOf returns what stands after the last hyphen of a compound.
func headOf(form string) string {
	if i := strings.LastIndexByte(form, '-'); i > 0 {
		return form[i+1:]
	}
	return ""
}
