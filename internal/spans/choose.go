package spans

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/trees"
)

// Choose returns the claims that are probably true, in order of their contents, with kind,
// content and value: those of the text, and those inside of quotations that are claims.
func (r *Reading) Choose(s *Scratch, m *trees.Model, least float32) []claim.Claim {
	all := r.choose(s, m, least)
	if r.inside == nil {
		return all
	}
	for _, c := range r.inside.choose(s, m, least) {
		c.Inner = true
		all = append(all, c)
	}
	claim.Sort(all)
	chosen := all[:0]
	for _, c := range all {
		if c.Inner && !liesIn(&c, chosen) {
			continue
		}
		chosen = append(chosen, c)
	}
	return chosen
}

// liesIn reports whether a claim inside a quotation, all of which it is not, lies in a claim
// that was chosen.
func liesIn(c *claim.Claim, chosen []claim.Claim) bool {
	n := claim.Enclosing(chosen, c)
	return n >= 0 && (chosen[n].Inner || chosen[n].Kind == claim.Direct && len(chosen[n].Content) > len(c.Content)+2)
}

// choose chooses quotations first, then of the others those that do not overlap and whose
// values exceed least by most in sum: weighted interval scheduling, in O(n log n) for n
// candidates.
func (r *Reading) choose(s *Scratch, m *trees.Model, least float32) []claim.Claim {
	all := r.makeCandidates()
	for some := range slices.Chunk(all, filterBatch) {
		n := len(some)
		s.rows = slices.Grow(s.rows[:0], n*FilterFeatures)[:n*FilterFeatures]
		for i := range some {
			r.text.Sign.Look()
			r.fillCandidate(s.rows[i*FilterFeatures:(i+1)*FilterFeatures], &some[i])
		}
		m.Probs(s.probs[:n], s.rows)
		for i := range some {
			c := &some[i]
			if c.value = s.probs[i]; c.sure {
				c.value = max(c.value, sureValue)
			}
		}
	}
	all = slices.DeleteFunc(all, func(c candidate) bool { return c.value < least })
	quoted := make([]bool, len(r.ws))
	out := chooseDirect(all, quoted)
	turns := make(map[int][]int) // of an interview, by their first token
	for _, c := range out {
		if c.by.Turn() {
			turns[c.content[0]] = c.content
		}
	}
	var rest []candidate
	for _, c := range all {
		if c.kind != claim.Direct && !covered(c.content, quoted) && !isTurn(c.content, turns) {
			rest = append(rest, c)
		}
	}
	out = append(out, schedule(rest, least)...)
	slices.SortStableFunc(out, func(a, b candidate) int {
		return claim.ByContent(a.content, b.content)
	})
	out = r.join(out)
	chosen := make([]claim.Claim, len(out))
	for n, c := range out {
		chosen[n] = claim.Claim{Kind: c.kind, Content: c.content, Score: c.value, Parent: -1}
	}
	return chosen
}

// filterBatch is how many candidates the filter looks at together.
const filterBatch = 64

// sureValue is the least value of what a headline gives somebody by name. The corpus has too
// few of them to learn from.
const sureValue = .9

// join makes one claim of passages that follow each other in a paragraph: as long as
// nobody else speaks, it is one speech. Its value is that of the best of them.
func (r *Reading) join(cs []candidate) []candidate {
	var out []candidate
	last := -1   // the last passage in out
	joined := -1 // the last one whose content is its own
	for _, c := range cs {
		if c.kind == claim.Continued && last >= 0 {
			p := &out[last]
			end := r.UnitAt(p.content[len(p.content)-1])
			if c.unit == end+1 && r.text.Units[c.unit].Paragraph == r.text.Units[end].Paragraph {
				if joined != last {
					p.content, joined = slices.Clone(p.content), last
				}
				p.content = append(p.content, c.content...)
				p.value = max(p.value, c.value)
				continue
			}
		}
		if c.kind == claim.Continued {
			last = len(out)
		}
		out = append(out, c)
	}
	return out
}

// chooseDirect returns the direct quotations, the likeliest first where they overlap,
// and marks their tokens. The turns of an interview may have others in them.
func chooseDirect(all []candidate, quoted []bool) []candidate {
	var direct []candidate
	for _, c := range all {
		if c.kind == claim.Direct {
			direct = append(direct, c)
		}
	}
	slices.SortStableFunc(direct, func(a, b candidate) int { return cmp.Compare(b.value, a.value) })
	return slices.DeleteFunc(direct, func(c candidate) bool {
		if c.by.Turn() {
			return false
		}
		for _, t := range c.content {
			if quoted[t] {
				return true
			}
		}
		for _, t := range c.content {
			quoted[t] = true
		}
		return false
	})
}

// isTurn reports whether a content is most of a turn of an interview, with its beginning, and
// so is told already.
func isTurn(content []int, turns map[int][]int) bool {
	t, ok := turns[content[0]]
	return ok && claim.Jaccard(t, content) > .8
}

// covered reports whether four fifths of a content are quoted.
func covered(content []int, quoted []bool) bool {
	n := 0
	for _, t := range content {
		if quoted[t] {
			n++
		}
	}
	return 5*n > 4*len(content)
}

// schedule returns the candidates of the largest sum of what their values exceed
// least by, among those whose extents do not overlap.
func schedule(cs []candidate, least float32) []candidate {
	end := func(c candidate) int { return c.content[len(c.content)-1] }
	slices.SortStableFunc(cs, func(a, b candidate) int { return cmp.Compare(end(a), end(b)) })
	best := make([]float32, len(cs)+1) // of the first n candidates
	before := make([]int, len(cs))     // how many end before the candidate begins
	for n, c := range cs {
		before[n], _ = slices.BinarySearchFunc(cs, c.content[0], func(c candidate, t int) int { return cmp.Compare(end(c), t) })
		best[n+1] = max(best[n], best[before[n]]+c.value-least)
	}
	var out []candidate
	for n := len(cs); n > 0; {
		if best[n] == best[n-1] {
			n--
			continue
		}
		out = append(out, cs[n-1])
		n = before[n-1]
	}
	return out
}
