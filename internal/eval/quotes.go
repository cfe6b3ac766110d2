package eval

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/corpus"
)

// Quote is a quotation as a system finds it. Type and medium are spelled as in
// [corpus.Quote]; the spans may have any order and may overlap.
type Quote struct {
	Type   string
	Medium string
	Parts  [corpus.QuoteParts][]extract.Span
}

// Rows of the report of [Quotes].
const (
	Message    = "message"
	Roles      = "roles"
	Joint      = "joint"
	Form       = "form"
	Medium     = "medium"
	Attributed = "attributed"
)

// quoteTypes are the types of quotations as the corpus spells them.
var quoteTypes = []string{"Direct", "Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported"}

// Quotes measures quotations. A token of the gold belongs to a span when the
// two overlap. In each document system and gold quotations are paired one to one
// so that the sum of the F1 values of their shared tokens is greatest; of equals,
// those of the same type (+0.01), then of the same medium (+0.001). Quotations
// that share no token are never paired.
//
// For a pair and each of its parts P is the share of the system's tokens that
// the gold has, R the share of the gold's that the system has. Quotations left
// over count 0 for each part they fill. A part without tokens is left out of its
// side's mean.
//
//   - message: means over quotations of the content
//   - roles: means over all speakers, cues, frames and addressees
//   - joint: means over all parts
//   - form, medium: pairs with the same type or medium, among all quotations
//   - attributed: quotations of a pair whose tokens have a Jaccard index of at
//     least 0.5 and whose speakers share a token, or both have none
//   - <part> tokens: tokens that both sides of a pair have, among all tokens
//   - <type> span: quotations of that type in a pair with a Jaccard index of at
//     least 0.5, whatever the other side's type
//   - <type> attributed: quotations of that type that count as attributed
//
// The first five follow Petersen-Frey and Biemann (2024), the others are ours. Time
// grows with the cube of the quotations that overlap. An error tells that the
// lengths differ or that a span lies outside its text.
func Quotes(gold []corpus.Document, system [][]Quote) (*Report, error) {
	names := []string{Message, Roles, Joint, Form, Medium, Attributed}
	for p := range corpus.QuoteParts {
		names = append(names, p.String()+" tokens")
	}
	for _, t := range quoteTypes {
		names = append(names, t+" span", t+" attributed")
	}
	return measure(names, len(gold), len(system), func(i int, s sheet) error {
		quotes := make([]corpus.Quote, len(system[i]))
		for k, q := range system[i] {
			var err error
			if quotes[k], err = onTokens(&gold[i], q); err != nil {
				return fmt.Errorf("%s: quotation %d: %w", gold[i].ID, k, err)
			}
		}
		scoreQuotes(s, quotes, gold[i].Quotes)
		return nil
	})
}

// onTokens turns the spans of a quotation into indices of the tokens that they overlap.
func onTokens(d *corpus.Document, q Quote) (corpus.Quote, error) {
	out := corpus.Quote{Type: q.Type, Medium: q.Medium}
	for p, spans := range q.Parts {
		var ids []int
		for _, s := range spans {
			if err := outside(s, d.Text); err != nil {
				return out, fmt.Errorf("%s %w", corpus.QuotePart(p), err)
			}
			if s.Len() == 0 {
				continue
			}
			i, _ := slices.BinarySearchFunc(d.Tokens, s.Start+1, func(t extract.Span, at int) int { return cmp.Compare(t.End, at) })
			for ; i < len(d.Tokens) && d.Tokens[i].Overlaps(s); i++ {
				ids = append(ids, i)
			}
		}
		slices.Sort(ids)
		out.Parts[p] = slices.Compact(ids)
	}
	return out, nil
}

// scoreQuotes fills the sheet of one document.
func scoreQuotes(sheet sheet, system, gold []corpus.Quote) {
	// Each quotation counts once for its own side; what pairs get right is added.
	count := func(quotes []corpus.Quote, one Score) {
		for _, q := range quotes {
			for _, row := range []string{Form, Medium, Attributed, q.Type + " span", q.Type + " attributed"} {
				sheet.add(row, one)
			}
			for p, ids := range q.Parts {
				n := float64(len(ids))
				sheet.add(corpus.QuotePart(p).String()+" tokens", Score{System: one.System * n, Gold: one.Gold * n})
				if n > 0 {
					sheet.add(rowOf(p), one)
				}
			}
		}
	}
	count(system, Score{System: 1})
	count(gold, Score{Gold: 1})
	for i, j := range pairQuotes(system, gold) {
		if j < 0 {
			continue
		}
		s, g := system[i], gold[j]
		if s.Type == g.Type {
			sheet.add(Form, right)
		}
		if s.Medium == g.Medium {
			sheet.add(Medium, right)
		}
		for p := range s.Parts {
			a, b := len(s.Parts[p]), len(g.Parts[p])
			n := float64(claim.Common(s.Parts[p], g.Parts[p]))
			sheet.add(rowOf(p), Score{Precise: ratio(n, float64(a)), Recalled: ratio(n, float64(b))})
			sheet.add(corpus.QuotePart(p).String()+" tokens", Score{Precise: n, Recalled: n})
		}
		n := claim.Common(s.Parts[corpus.Content], g.Parts[corpus.Content])
		union := len(s.Parts[corpus.Content]) + len(g.Parts[corpus.Content]) - n
		if 2*n < union {
			continue
		}
		sheet.add(s.Type+" span", Score{Precise: 1})
		sheet.add(g.Type+" span", Score{Recalled: 1})
		x, y := s.Parts[corpus.Speaker], g.Parts[corpus.Speaker]
		if claim.Common(x, y) > 0 || len(x) == 0 && len(y) == 0 {
			sheet.add(Attributed, right)
			sheet.add(s.Type+" attributed", Score{Precise: 1})
			sheet.add(g.Type+" attributed", Score{Recalled: 1})
		}
	}
	sheet.add(Joint, sheet[Message])
	sheet.add(Joint, sheet[Roles])
}

// rowOf returns the row that a part of a quotation counts for.
func rowOf(part int) string {
	if corpus.QuotePart(part) == corpus.Content {
		return Message
	}
	return Roles
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
