package roles

import (
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/spans"
)

// target is a claim whose roles are looked for, and the window of tokens in which they
// are: its unit, the one before, and after a quotation the next.
type target struct {
	kind        claim.Kind
	content     []int
	alike       *rules.Claim // the claim of the rules that is most like it, or nil
	lastSpeaker []int        // the speaker of the claim before
	unit        int          // that the content begins in
	firstClause int          // the numbers of the clauses of its first and last token
	lastClause  int
	first, end  int // the window
}

// The window reaches so many tokens beyond the content at most, so that time stays
// linear in the text.
const (
	windowBefore = 150
	windowAfter  = 100
)

func (f *Finder) newTarget(c *claim.Claim, lastSpeaker []int) target {
	first, last := c.Content[0], c.Content[len(c.Content)-1]
	t := target{kind: c.Kind, content: c.Content, lastSpeaker: lastSpeaker, unit: f.reading.UnitAt(first)}
	t.firstClause, t.lastClause = f.reading.ClauseNumber(first), f.reading.ClauseNumber(last)
	lastUnit := f.reading.UnitAt(last)
	overlap := .3
	f.reading.EachFound(t.unit, lastUnit, func(found *rules.Claim) {
		if j := claim.Jaccard(found.Content, c.Content); j > overlap {
			overlap, t.alike = j, found
		}
	})
	units := f.text.Units
	t.first = units[t.unit].First
	if t.unit > 0 && !units[t.unit-1].Furniture {
		t.first = units[t.unit-1].First
	}
	if c.Kind == claim.Direct && lastUnit+1 < len(units) && units[lastUnit+1].Paragraph == units[lastUnit].Paragraph {
		lastUnit++
	}
	t.first = max(t.first, first-windowBefore)
	t.end = min(units[lastUnit].Last, last+windowAfter)
	return t
}

// windowToken is what a token of a claim's window is to that claim.
type windowToken struct {
	content, lastSpeaker bool
	ruleRole             claim.Role // in the claim of the rules that is most like it
}

// window returns the tokens of a claim's window, until the next call with the same
// scratch.
func (f *Finder) window(s *Scratch, t *target) []windowToken {
	n := t.end - t.first
	s.window = slices.Grow(s.window[:0], n)[:n]
	clear(s.window)
	each := func(tokens []int, do func(w *windowToken)) {
		for _, i := range tokens {
			if i >= t.first && i < t.end {
				do(&s.window[i-t.first])
			}
		}
	}
	each(t.content, func(w *windowToken) { w.content = true })
	each(t.lastSpeaker, func(w *windowToken) { w.lastSpeaker = true })
	if t.alike != nil {
		for role, tokens := range t.alike.Parts() {
			each(tokens, func(w *windowToken) { w.ruleRole = claim.Role(role) })
		}
	}
	return s.window
}

// roleSequence returns what the role model sees of a claim, until the next call with the
// same scratch. A token of the content has no role; a claim of a kind that has no frame
// has no role but the speaker's. With a model, the weights of what does not depend on the
// claim are looked up once for all claims whose windows hold the token, and those of what
// several tokens share once for all of them.
func (f *Finder) roleSequence(s *Scratch, m *linear.Model, t *target, contentOf []claim.Kind) *linear.Sequence {
	n := t.end - t.first
	s.grid.Reset(roleTemplates, n)
	f.fillWindow(s, t, contentOf)
	s.seq.Reset()
	var run []int32 // the sums of the run that begins at the token
	begin := -1
	for k, w := range s.window {
		switch {
		case !t.kind.Framed():
			s.seq.Begin(1<<roleNone | 1<<roleSpeaker)
		case w.content:
			s.seq.Begin(1 << roleNone)
			continue
		default:
			s.seq.Begin(0)
		}
		if m == nil || k < farthest || k >= n-farthest { // its neighbours are not in the window
			roleTemplates.Extract(&s.grid, k, &s.seq)
			continue
		}
		if begin < 0 || !sameRun(s.grid.Row(begin), s.grid.Row(k)) {
			begin, run = k, make([]int32, roleCount)
			s.decoder.Sum(m, runTemplates, &s.grid, k, run)
		}
		s.seq.AddScores(f.wordScores(s, m, t.first+k, k))
		s.seq.AddScores(run)
		besideTemplates.Extract(&s.grid, k, &s.seq)
	}
	return &s.seq
}

// farthest is how far the templates look to either side.
const farthest = 2

// wordSums are the sums of weights of the tokens of a text by the templates that look at words
// alone.
type wordSums struct {
	scores []int32 // by token and role
	known  []bool  // by token
}

func (w *wordSums) reset(n int) {
	w.scores, w.known = slices.Grow(w.scores[:0], n*int(roleCount))[:n*int(roleCount)], slices.Grow(w.known[:0], n)[:n]
	clear(w.known)
}

// wordScores returns the sum of the weights of token i by the templates that look at words
// alone; it is row k of the grid.
func (f *Finder) wordScores(s *Scratch, m *linear.Model, i, k int) []int32 {
	if f.sums == nil {
		f.sums = &s.sums[spans.Flag(f.text.Inner)]
		f.sums.reset(len(f.ws))
	}
	sum := f.sums.scores[i*int(roleCount) : (i+1)*int(roleCount)]
	if !f.sums.known[i] {
		f.sums.known[i] = true
		clear(sum)
		s.decoder.Sum(m, wordTemplates, &s.grid, k, sum)
	}
	return sum
}

// contentOf returns by token the kind of the last claim whose content it is, of all
// claims: inside a quotation each word is quoted.
func (f *Finder) contentOf(claims []claim.Claim) []claim.Kind {
	out := make([]claim.Kind, len(f.ws))
	for _, c := range claims {
		for _, i := range c.Content {
			out[i] = c.Kind
		}
	}
	return out
}
