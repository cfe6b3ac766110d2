package spans

import (
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/syntax"
)

// The functions of this file add the candidates that are made of clauses and of sentences.

// clauses adds stretches that begin or end with a clause: indirect speech is made of
// whole clauses.
func (b *builder) clauses() {
	un := &b.text.Units[b.u]
	cs := b.clausesOf(b.u)
	if len(cs) < 2 || len(cs) > 12 {
		return
	}
	end := b.text.ContentEnd(un.First, un.Last)
	likely := make([]bool, len(cs))
	for k := range cs {
		first, last := cs[k].First, cs[k].Last
		likely[k] = b.expected(first, last, claim.Indirect)/float32(last-first) >= .05 || b.clauseProb(int(b.firstClause[b.u])+k, clauseContent) >= .05
	}
	for k := range cs {
		if !likely[k] {
			continue
		}
		if k > 0 {
			b.add(claim.Indirect, b.tokens(cs[k].First, end), 0)
		}
		for n := k; n < len(cs) && n < k+5 && likely[n]; n++ {
			b.add(claim.Indirect, b.tokens(cs[k].First, cs[n].Last), 0)
		}
	}
}

// around adds what stands on both sides of a frame: Die Strecke, sagte die Bahn, sei sicher.
func (b *builder) around() {
	un := &b.text.Units[b.u]
	cs := b.clausesOf(b.u)
	end := b.text.ContentEnd(un.First, un.Last)
	for k := 1; k+1 < len(cs) && len(cs) <= 12; k++ {
		if b.clauseProb(int(b.firstClause[b.u])+k, clauseFrame) < leastFrame {
			continue
		}
		b.union(b.tokens(un.First, cs[k].First), b.tokens(cs[k].Last, end))
		if cs[k+1].Kind == syntax.RelativeClause || cs[k+1].Kind == syntax.NoVerb {
			b.union(b.tokens(un.First, cs[k].First), b.tokens(cs[k+1].Last, end))
		}
	}
	var before, after []int // the longest run of tokens of a frame
	longest := 0
	for i := un.First; i < end; i++ {
		first := i
		for i < end && b.Prob(i, LabelFrame)+b.Prob(i, LabelCue)+b.Prob(i, LabelSpeaker)+b.Prob(i, LabelAddressee) >= .4 {
			i++
		}
		if i-first > longest {
			longest = i - first
			before, after = b.tokens(un.First, first), b.tokens(i, end)
		}
	}
	if longest > 1 {
		b.union(before, after)
	}
}

// leastFrame is how probably a clause is a frame at least for what stands around it to become
// a candidate.
const leastFrame = .1

// union adds two stretches as one content of indirect speech.
func (b *builder) union(before, after []int) {
	for len(before) > 0 && b.text.IsPunct(before[len(before)-1], ",:;–-") {
		before = before[:len(before)-1]
	}
	for len(after) > 0 && b.text.IsPunct(after[0], ",:;–-") {
		after = after[1:]
	}
	if len(before) > 0 && len(after) > 1 {
		b.add(claim.Indirect, slices.Concat(before, after), 0)
	}
}

// acts adds clauses that may tell an act of speaking, alone and with those that hang on
// them. A subject with a relative clause stands before its verb as a clause of its own.
func (b *builder) acts() {
	un := &b.text.Units[b.u]
	cs := b.clausesOf(b.u)
	for k := range cs {
		c := &cs[k]
		if c.Bracket {
			continue
		}
		end := k + 1
		for end < len(cs) && cs[end].Kind != syntax.MainClause && !(cs[end].Kind == syntax.VerbFirst && b.ws[cs[end].First].Function == syntax.Coordinator) {
			end++
		}
		if b.mostAct(k, end) < leastAct {
			continue
		}
		first := c.First
		if b.ws[first].Function == syntax.Coordinator && c.Last-first > 2 {
			first++
		}
		if c.Verb >= 0 {
			b.add(claim.Reported, b.tokens(first, c.Last), 0)
		} else if end == k+1 || cs[k+1].Kind != syntax.RelativeClause {
			continue
		}
		b.add(claim.Reported, b.tokens(first, cs[end-1].Last), 0)
		if k == 0 && end == len(cs) {
			b.add(claim.Reported, b.tokens(un.First, un.Last), 0)
		}
	}
}

// leastAct is how probably a clause tells an act at least to become a candidate.
const leastAct = .02

// mostAct returns how probably one of the clauses [k, end) of the unit tells an act.
func (b *builder) mostAct(k, end int) (most float32) {
	cs := b.clausesOf(b.u)
	for ; k < end; k++ {
		most = max(most, b.clauseProb(int(b.firstClause[b.u])+k, clauseAct))
		for i := cs[k].First; i < cs[k].Last; i++ {
			most = max(most, b.Prob(i, labelReported))
		}
	}
	return most
}

// passages adds runs of sentences in which somebody speaks on without a frame.
func (b *builder) passages() {
	for _, kind := range [...]claim.Kind{claim.Continued, claim.FreeIndirect} {
		var run []int
		for u := b.u; u < len(b.text.Units) && u < b.u+6; u++ {
			un := &b.text.Units[u]
			if !b.read[u] || un.Paragraph != b.text.Units[b.u].Paragraph {
				break
			}
			if b.expected(un.First, un.Last, kind) < .2*float32(un.Last-un.First) {
				break
			}
			run = append(run, b.tokens(un.First, un.Last)...)
			if u > b.u {
				b.add(kind, slices.Clone(run), 0)
			}
		}
	}
}
