package spans

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
)

// This file is for the trainer: what the models see, and what they should say. Users'
// programs do not link it.

// Mark tells gold claims that lie inside a quotation, which is read like a text of its own,
// from others.
func (v *View) Mark(gold []claim.Claim) {
	if v.inside == nil {
		return
	}
	qs := v.text.Doc.Quotations()
	for n := range gold {
		first, last := gold[n].Content[0], gold[n].Content[len(gold[n].Content)-1]
		un := &v.inside.text.Units[v.inside.UnitAt(first)]
		q := qs[un.Paragraph]
		gold[n].Inner = q.Open <= first && last <= q.Close && len(gold[n].Content) < q.Close-q.Open-1
	}
}

// eachText calls do for the text, and for what its quotations hold, with the gold claims
// there.
func (r *Reading) eachText(gold []claim.Claim, do func(*Reading, []claim.Claim)) {
	do(r, gold)
	if r.inside != nil {
		do(r.inside, inner(gold))
	}
}

// inner returns the claims that lie inside quotations.
func inner(gold []claim.Claim) []claim.Claim {
	return slices.DeleteFunc(slices.Clone(gold), func(c claim.Claim) bool { return !c.Inner })
}

// EachUnit calls yield for each unit that the token model reads, with what it sees of the
// unit's tokens, which is valid until yield returns, and the labels that it should give
// them. gold are the claims of the text.
func (r *Reading) EachUnit(s *Scratch, gold []claim.Claim, yield func(*linear.Sequence, []linear.Label)) {
	r.eachText(gold, func(r *Reading, gold []claim.Claim) { r.eachUnit(s, gold, yield) })
}

func (v *Reading) eachUnit(s *Scratch, gold []claim.Claim, yield func(*linear.Sequence, []linear.Label)) {
	labels := v.goldLabels(gold)
	for u := range v.text.Units {
		if !v.read[u] {
			continue
		}
		un := &v.text.Units[u]
		n := un.Last - un.First
		s.grid.Reset(tokenTemplates, n)
		v.fillTokens(&s.grid, u)
		s.seq.Reset()
		for i := range n {
			s.seq.Begin(0)
			tokenTemplates.Extract(&s.grid, i, &s.seq)
		}
		yield(&s.seq, labels[un.First:un.Last])
	}
}

// EachClauses calls yield for each unit that is read, with what the clause model sees of
// its clauses, which is valid until yield returns, and the labels that it should give.
func (v *View) EachClauses(s *Scratch, gold []claim.Claim, yield func(*linear.Sequence, []linear.Label)) {
	all := v.clauseGold(gold)
	for u := range v.text.Units {
		if v.units[u].read && v.firstClause[u] < v.firstClause[u+1] {
			yield(v.clauseSequence(s, u), all[v.firstClause[u]:v.firstClause[u+1]])
		}
	}
	if v.inside != nil {
		v.inside.EachClauses(s, inner(gold), yield)
	}
}

// clauseGold returns what each clause does to the innermost claim that it is part of.
func (v *View) clauseGold(gold []claim.Claim) []linear.Label {
	labels := make([]linear.Label, len(v.clauses))
	order := slices.Clone(gold)
	slices.SortStableFunc(order, func(a, b claim.Claim) int { return cmp.Compare(len(b.Content), len(a.Content)) })
	for n := range order { // the innermost last
		g := &order[n]
		y := [...]linear.Label{claim.Indirect: clauseContent, claim.Continued: clauseContinued, claim.FreeIndirect: clauseHearsay, claim.Reported: clauseNone}
		if g.Kind == claim.Direct {
			continue
		}
		act := g.Kind == claim.Reported
		for k := v.ClauseNumber(g.Content[0]); k >= 0 && k < len(v.clauses) && v.clauses[k].First <= g.Content[len(g.Content)-1]; k++ {
			c := &v.clauses[k]
			if 2*len(claim.Within(g.Content, c.First, c.Last-1)) < c.Last-c.First {
				continue
			}
			labels[k] = y[g.Kind]
			if act && c.Verb >= 0 {
				labels[k], act = clauseAct, false
			}
		}
	}
	for n := range order {
		for _, t := range order[n].Cue {
			if k := v.clauseAt[t]; k >= 0 && 2*len(claim.Within(order[n].Content, v.clauses[k].First, v.clauses[k].Last-1)) < v.clauses[k].Last-v.clauses[k].First {
				labels[k] = clauseFrame
			}
		}
	}
	return labels
}

// goldLabels returns the labels that the token model should give the tokens of a text. Of
// several claims that share a token the longest has it, but a quotation only what no other
// has: what is nested in others is for the clause model to see.
func (v *View) goldLabels(gold []claim.Claim) []linear.Label {
	labels := make([]linear.Label, len(v.ws))
	order := slices.Clone(gold)
	slices.SortStableFunc(order, func(a, b claim.Claim) int { return cmp.Compare(len(b.Content), len(a.Content)) })
	label := func(y linear.Label, tokens []int) {
		for _, t := range tokens {
			if labels[t] == labelOutside {
				labels[t] = y
			}
		}
	}
	for n := range order {
		if order[n].Kind != claim.Direct {
			label(labelOf(order[n].Kind), order[n].Content)
		}
	}
	for _, part := range [...]func(c *claim.Claim) (linear.Label, []int){
		func(c *claim.Claim) (linear.Label, []int) { return LabelCue, c.Cue },
		func(c *claim.Claim) (linear.Label, []int) { return LabelSpeaker, c.Speaker },
		func(c *claim.Claim) (linear.Label, []int) { return LabelAddressee, c.Addressee },
		func(c *claim.Claim) (linear.Label, []int) { return LabelFrame, c.Frame },
		func(c *claim.Claim) (linear.Label, []int) {
			if c.Kind != claim.Direct {
				return labelDirect, nil
			}
			return labelDirect, c.Content
		},
	} {
		for n := range order {
			y, tokens := part(&order[n])
			label(y, tokens)
		}
	}
	return labels
}

// EachCandidate calls yield for each candidate with the features that the filter sees,
// which are valid until yield returns, and what it should say: truth is how far the candidate overlaps
// the gold claim that is most like it, less where that is of another kind; right is
// whether it overlaps one by half.
func (r *Reading) EachCandidate(gold []claim.Claim, yield func(row []uint8, truth float32, right bool)) {
	r.eachText(gold, func(r *Reading, gold []claim.Claim) { r.eachCandidate(gold, yield) })
}

func (r *Reading) eachCandidate(gold []claim.Claim, yield func(row []uint8, truth float32, right bool)) {
	row := make([]uint8, FilterFeatures)
	for _, c := range r.makeCandidates() {
		r.fillCandidate(row, &c)
		truth, overlap := 0.0, 0.0
		for n := range gold {
			j := claim.Jaccard(c.content, gold[n].Content)
			overlap = max(overlap, j)
			if gold[n].Kind != c.kind {
				j *= otherKind
			}
			truth = max(truth, j)
		}
		yield(row, float32(truth), overlap >= .5)
	}
}

// otherKind is what a candidate of the wrong kind is worth.
const otherKind = .2
