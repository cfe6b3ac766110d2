package spans

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/syntax"
)

// candidate is a stretch of text that may be what somebody said. Many more are made than
// are true; the filter chooses.
type candidate struct {
	kind    claim.Kind
	content []int
	unit    int        // that it begins in
	by      rules.Rule // the rule that found it, or 0
	sure    bool       // the form of the text tells that somebody says it
	value   float32    // how far it probably overlaps a true claim
}

// levels are the probabilities above which tokens make a stretch.
var levels = [...]float32{.5, .25, .1, .04}

// makeCandidates makes the candidates of a text, one unit after another.
func (r *Reading) makeCandidates() []candidate {
	var all []candidate
	qs := r.text.Doc.Quotations()
	b := builder{Reading: r, places: make(map[limits]int), depth: make([]uint8, len(qs)), all: claim.Tokens(0, len(r.ws))}
	next := 0 // quotation
	for u := range r.text.Units {
		r.text.Sign.Look()
		un := &r.text.Units[u]
		from := next
		for next < len(qs) && qs[next].Open < un.Last {
			next++
		}
		if un.Furniture {
			continue
		}
		b.u, b.list = u, b.list[:0]
		clear(b.places)
		b.ofRules()
		b.quotations(from, next)
		if r.read[u] {
			for kind := claim.Indirect; kind <= claim.Reported; kind++ {
				b.stretches(kind)
				b.sentences(kind)
			}
			b.clauses()
			b.around()
			b.acts()
			b.passages()
		}
		all = append(all, b.list...)
	}
	return all
}

// builder makes the candidates that begin in a unit.
type builder struct {
	*Reading
	u      int
	list   []candidate
	places map[limits]int // in the list; of several with the same limits that of the first
	depth  []uint8        // by quotation: in how many others it lies
	all    []int          // tokens of the text: candidates are stretches of it
}

// tokens returns the tokens [first, last), which nobody may change; to append copies them.
func (b *builder) tokens(first, last int) []int {
	return b.all[first:max(first, last):max(first, last)]
}

// limits are what candidates are first compared by.
type limits struct {
	kind        claim.Kind
	first, last int
	tokens      int // how many
}

// add adds a candidate that a rule found, or none, or the rule to the one that is there. It
// returns the candidate, until the next call, nil if it is refused.
func (b *builder) add(kind claim.Kind, content []int, by rules.Rule) *candidate {
	if len(content) == 0 || b.refused(kind, content) {
		return nil
	}
	key := limits{kind, content[0], content[len(content)-1], len(content)}
	if i, there := b.places[key]; !there {
		b.places[key] = len(b.list)
	} else if c := &b.list[i]; slices.Equal(c.content, content) {
		c.by = max(c.by, by)
		return c
	}
	b.list = append(b.list, candidate{kind: kind, content: content, unit: b.u, by: by})
	return &b.list[len(b.list)-1]
}

// ofRules adds what the rules found.
func (b *builder) ofRules() {
	for _, n := range b.foundIn[b.u] {
		if f := &b.found[n]; f.Content[0] >= b.text.Units[b.u].First {
			if c := b.add(f.Kind, f.Content, f.By); c != nil && f.Kind == claim.Indirect && f.Via != claim.ViaNone {
				c.sure = true
			}
		}
	}
}

// maxDepth is how deep quotations may lie in each other to become candidates, so that
// time and memory stay linear in the text.
const maxDepth = 4

// quotations adds the quotations [first, end) of the document.
func (b *builder) quotations(first, end int) {
	for n := first; n < end; n++ {
		q := b.text.Doc.Quotations()[n]
		if q.Parent > 0 {
			b.depth[n] = min(b.depth[q.Parent-1]+1, maxDepth)
		}
		if q.Open >= b.text.Units[b.u].First && q.Close-q.Open > 1 && b.depth[n] < maxDepth {
			b.add(claim.Direct, b.tokens(q.Open, q.Close+1), 0)
		}
	}
}

// stretches adds runs of tokens that may be content of a kind, and all of them together.
func (b *builder) stretches(kind claim.Kind) {
	un := &b.text.Units[b.u]
	y := labelOf(kind)
	for _, level := range levels {
		var union []int
		runs := 0
		for i := un.First; i < un.Last; i++ {
			if b.Prob(i, y) < level {
				continue
			}
			end := i + 1
			for end < un.Last && (b.Prob(end, y) >= level || end+1 < un.Last && b.ws[end].Kind == extract.Punctuation && b.Prob(end+1, y) >= level) {
				end++
			}
			if end-i > 1 {
				run := b.trim(kind, i, end)
				b.add(kind, run, 0)
				if runs++; runs == 1 {
					union = run
				} else {
					union = append(union, run...)
				}
			}
			i = end
		}
		if runs > 1 {
			b.add(kind, union, 0)
		}
	}
}

// trim returns the tokens [first, end) without punctuation at the ends that does not belong
// to content of the kind.
func (b *builder) trim(kind claim.Kind, first, end int) []int {
	if kind == claim.Indirect {
		end = b.text.ContentEnd(first, end)
	}
	for first < end && b.text.IsPunct(first, ",.:;") {
		first++
	}
	return b.tokens(first, end)
}

// sentences adds whole sentences.
func (b *builder) sentences(kind claim.Kind) {
	un := &b.text.Units[b.u]
	for s := un.FirstSent; s < un.LastSent; s++ {
		q := b.text.Doc.Sentences()[s]
		first, last := max(q.First, un.First), min(q.Last, un.Last)
		if last > first && b.expected(first, last, kind) > .03*float32(last-first) {
			b.add(kind, b.trim(kind, first, last), 0)
		}
	}
}

// refused reports whether a content can be no claim of a kind, whatever the models say: a title in
// quotation marks, what hangs on praise that the reporter finds right, an act that begins in the
// middle of a comparison.
func (b *builder) refused(kind claim.Kind, content []int) bool {
	first := content[0]
	switch kind {
	case claim.Direct:
		return b.text.Title(first, content[len(content)-1])
	case claim.Indirect:
		if k := b.clauseBefore(first); k != nil {
			return b.says.Owes(*k)
		}
	case claim.Reported:
		return b.says.Compared(first)
	}
	return false
}

// clauseBefore returns the clause that ends with a comma before token i in its unit, or nil.
func (b *builder) clauseBefore(i int) *syntax.Clause {
	if i < 2 || !b.text.IsPunct(i-1, ",") || b.clauseAt[i-2] < 0 {
		return nil
	}
	return &b.Reading.clauses[b.clauseAt[i-2]].Clause
}
