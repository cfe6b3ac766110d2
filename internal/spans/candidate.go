package spans

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/rules"
)

// candidate is a stretch of text that may be what somebody said. More are made
// than are true; the filter chooses.
type candidate struct {
	kind    claim.Kind
	content []int
	unit    int // it begins in
	from    origin
	by      rules.Rule // that found it, or 0
	value   float32    // how much of a true claim it probably is
}

// origin says, as bits, where a candidate comes from.
type origin uint16

const (
	fromRules origin = 1 << iota
	fromHigh         // stretches of tokens that are probably content
	fromMiddle
	fromLow
	fromLowest
	fromUnion // several stretches of one unit
	fromSentence
	fromClause
	fromMarks // quotation marks
	fromUnits // several units
	origins   = iota
)

// levels are the probabilities above which tokens make a stretch.
var levels = [...]struct {
	least float32
	from  origin
}{{.5, fromHigh}, {.25, fromMiddle}, {.1, fromLow}, {.04, fromLowest}}

// makeCandidates makes the candidates of a document.
func (v *Reading) makeCandidates() []candidate {
	var all []candidate
	b := builder{Reading: v, seen: make(map[seen]int)}
	next := 0 // of the quotations
	depth := make([]uint8, len(v.text.Doc.Quotations()))
	for u := range v.text.Units {
		un := &v.text.Units[u]
		b.u, b.list = u, b.list[:0]
		clear(b.seen)
		qs := v.text.Doc.Quotations()
		from := next
		for next < len(qs) && qs[next].Open < un.Last {
			next++
		}
		if un.Furniture {
			continue
		}
		for _, n := range v.touch[u] {
			if f := &v.Found[n]; f.Content[0] >= un.First {
				b.add(f.Kind, f.Content, fromRules, f.By)
			}
		}
		for n, q := range qs[from:next] {
			if q.Parent >= 0 {
				depth[from+n] = min(depth[q.Parent]+1, deepest)
			}
			if q.Close-q.Open > 1 && depth[from+n] < deepest {
				b.add(claim.Direct, claim.Tokens(q.Open, q.Close+1), fromMarks, 0)
			}
		}
		if v.infos[u].read {
			for kind := claim.Indirect; kind <= claim.Reported; kind++ {
				b.stretches(kind)
				b.sentences(kind)
			}
			b.clausal()
			b.passages()
		}
		all = append(all, b.list...)
	}
	return all
}

// deepest is how deep quotations may lie in each other, so that time and memory stay
// linear in the text.
const deepest = 4

// builder makes the candidates of a unit.
type builder struct {
	*Reading
	u    int
	list []candidate
	seen map[seen]int // where in the list; of two with the same limits the first
}

// seen are the limits of a candidate.
type seen struct {
	kind        claim.Kind
	first, last int
	n           int // tokens
}

// add adds a candidate, or another origin to the one that is there.
func (b *builder) add(kind claim.Kind, content []int, from origin, by rules.Rule) {
	if len(content) == 0 {
		return
	}
	key := seen{kind, content[0], content[len(content)-1], len(content)}
	if i, there := b.seen[key]; !there {
		b.seen[key] = len(b.list)
	} else if c := &b.list[i]; slices.Equal(c.content, content) {
		c.from |= from
		c.by = max(c.by, by)
		return
	}
	b.list = append(b.list, candidate{kind: kind, content: content, unit: b.u, from: from, by: by})
}

// stretches adds runs of tokens that may be content of a kind, and all of them together.
func (b *builder) stretches(kind claim.Kind) {
	un := &b.text.Units[b.u]
	y := labelOf(kind)
	for _, level := range levels {
		var union []int
		runs := 0
		for i := un.First; i < un.Last; i++ {
			if b.Prob(i, y) < level.least {
				continue
			}
			end := i + 1
			for end < un.Last && (b.Prob(end, y) >= level.least || end+1 < un.Last && b.ws[end].Kind == extract.Punctuation && b.Prob(end+1, y) >= level.least) {
				end++
			}
			if end-i > 1 {
				run := b.trim(kind, i, end)
				b.add(kind, run, level.from, 0)
				union = append(union, run...)
				runs++
			}
			i = end
		}
		if runs > 1 {
			b.add(kind, union, level.from|fromUnion, 0)
		}
	}
}

// trim returns the tokens [first, end) without marks at the ends that do not belong to the kind.
func (b *builder) trim(kind claim.Kind, first, end int) []int {
	if kind == claim.Indirect {
		end = b.text.ContentEnd(first, end)
	}
	for first < end && b.text.IsPunct(first, ",.:;") {
		first++
	}
	return claim.Tokens(first, end)
}

// sentences adds whole sentences.
func (b *builder) sentences(kind claim.Kind) {
	un := &b.text.Units[b.u]
	for s := un.FirstSent; s < un.LastSent; s++ {
		q := b.text.Doc.Sentences()[s]
		first, last := max(q.First, un.First), min(q.Last, un.Last)
		if last > first && b.expected(first, last, kind) > .03*float32(last-first) {
			b.add(kind, b.trim(kind, first, last), fromSentence, 0)
		}
	}
}

// clausal adds stretches that begin or end with a clause: indirect speech is
// made of whole clauses.
func (b *builder) clausal() {
	un := &b.text.Units[b.u]
	cs := b.clauseInfos(b.u)
	if len(cs) < 2 || len(cs) > 12 {
		return
	}
	end := b.text.ContentEnd(un.First, un.Last)
	likely := make([]bool, len(cs))
	for k := range cs {
		first, last := cs[k].Clause.First, cs[k].Clause.Last
		likely[k] = b.expected(first, last, claim.Indirect)/float32(last-first) >= .05
	}
	for k := range cs {
		if !likely[k] {
			continue
		}
		if k > 0 {
			b.add(claim.Indirect, claim.Tokens(cs[k].Clause.First, end), fromClause, 0)
		}
		for n := k; n < len(cs) && n < k+5 && likely[n]; n++ {
			b.add(claim.Indirect, claim.Tokens(cs[k].Clause.First, cs[n].Clause.Last), fromClause, 0)
		}
	}
}

// passages adds runs of sentences in which somebody speaks on without a frame.
func (b *builder) passages() {
	for _, kind := range [...]claim.Kind{claim.Continued, claim.FreeIndirect} {
		var run []int
		for u := b.u; u < len(b.text.Units) && u < b.u+6; u++ {
			un := &b.text.Units[u]
			if !b.infos[u].read || un.Paragraph != b.text.Units[b.u].Paragraph {
				break
			}
			if b.expected(un.First, un.Last, kind) < .2*float32(un.Last-un.First) {
				break
			}
			run = append(run, claim.Tokens(un.First, un.Last)...)
			if u > b.u {
				b.add(kind, slices.Clone(run), fromUnits, 0)
			}
		}
	}
}
