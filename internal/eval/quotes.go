package eval

import (
	"fmt"
	"slices"

	"github.com/laut-nlp/laut/extract"
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
// grows with the cube of the quotations of a document. An error tells that the
// lengths differ or that a span lies outside its text.
func Quotes(gold []corpus.Document, system [][]Quote) (*Report, error) {
	if err := sameLength(len(gold), len(system)); err != nil {
		return nil, err
	}
	names := []string{Message, Roles, Joint, Form, Medium, Attributed}
	for p := range corpus.QuoteParts {
		names = append(names, p.String()+" tokens")
	}
	for _, t := range quoteTypes {
		names = append(names, t+" span", t+" attributed")
	}
	var docs [][]Score
	for i := range gold {
		quotes := make([]tokenQuote, len(system[i]))
		for k, q := range system[i] {
			t, err := onTokens(&gold[i], q)
			if err != nil {
				return nil, fmt.Errorf("%s: quotation %d: %w", gold[i].ID, k, err)
			}
			quotes[k] = t
		}
		docs = append(docs, scoreQuotes(quotes, goldQuotes(&gold[i])))
	}
	return newReport(names, docs), nil
}

func sameLength(gold, system int) error {
	if gold != system {
		return fmt.Errorf("%d gold documents, but %d of the system", gold, system)
	}
	return nil
}

// tokenQuote is a quotation whose parts are ascending token indices.
type tokenQuote struct {
	kind, medium string
	parts        [corpus.QuoteParts][]int
}

func goldQuotes(d *corpus.Document) []tokenQuote {
	out := make([]tokenQuote, len(d.Quotes))
	for i, q := range d.Quotes {
		out[i] = tokenQuote{q.Type, q.Medium, q.Parts}
	}
	return out
}

func onTokens(d *corpus.Document, q Quote) (tokenQuote, error) {
	t := tokenQuote{kind: q.Type, medium: q.Medium}
	for p, spans := range q.Parts {
		var ids []int
		for _, s := range spans {
			if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
				return t, fmt.Errorf("%s [%d,%d) lies outside the text of %d bytes", corpus.QuotePart(p), s.Start, s.End, len(d.Text))
			}
			if s.Len() == 0 {
				continue
			}
			i, _ := slices.BinarySearchFunc(d.Tokens, s.Start, func(t extract.Span, at int) int {
				if t.End <= at {
					return -1
				}
				return 1
			})
			for ; i < len(d.Tokens) && d.Tokens[i].Overlaps(s); i++ {
				ids = append(ids, i)
			}
		}
		slices.Sort(ids)
		t.parts[p] = slices.Compact(ids)
	}
	return t, nil
}

// scoreQuotes returns the scores of one document in the order of the report.
func scoreQuotes(system, gold []tokenQuote) []Score {
	weights := make([][]float64, len(system))
	for i, s := range system {
		weights[i] = make([]float64, len(gold))
		for j, g := range gold {
			a, b := s.parts[corpus.Content], g.parts[corpus.Content]
			n := shared(a, b)
			if n == 0 {
				continue
			}
			w := 2 * float64(n) / float64(len(a)+len(b))
			if s.kind == g.kind {
				w += 0.01
			}
			if s.medium == g.medium {
				w += 0.001
			}
			weights[i][j] = w
		}
	}
	var message, roles, kind, medium, attributed Score
	var tokens [corpus.QuoteParts]Score
	span, speaker := make([]Score, len(quoteTypes)), make([]Score, len(quoteTypes))
	byType := func(scores []Score, name string, s Score) {
		if i := slices.Index(quoteTypes, name); i >= 0 {
			scores[i].add(s)
		}
	}
	// Each quotation counts once for its own side; what pairs get right is added.
	for _, side := range []struct {
		quotes []tokenQuote
		one    Score
	}{{system, Score{System: 1}}, {gold, Score{Gold: 1}}} {
		one := side.one
		for _, q := range side.quotes {
			kind.add(one)
			medium.add(one)
			attributed.add(one)
			byType(span, q.kind, one)
			byType(speaker, q.kind, one)
			for p, ids := range q.parts {
				n := float64(len(ids))
				tokens[p].add(Score{System: one.System * n, Gold: one.Gold * n})
				if n > 0 {
					part(p, &message, &roles).add(one)
				}
			}
		}
	}
	right := Score{Precise: 1, Recalled: 1}
	for i, j := range match(weights) {
		if j < 0 {
			continue
		}
		s, g := system[i], gold[j]
		if s.kind == g.kind {
			kind.add(right)
		}
		if s.medium == g.medium {
			medium.add(right)
		}
		for p := range s.parts {
			a, b := len(s.parts[p]), len(g.parts[p])
			n := float64(shared(s.parts[p], g.parts[p]))
			part(p, &message, &roles).add(Score{Precise: ratio(n, float64(a)), Recalled: ratio(n, float64(b))})
			tokens[p].add(Score{Precise: n, Recalled: n})
		}
		n := shared(s.parts[corpus.Content], g.parts[corpus.Content])
		union := len(s.parts[corpus.Content]) + len(g.parts[corpus.Content]) - n
		if 2*n < union {
			continue
		}
		byType(span, s.kind, Score{Precise: 1})
		byType(span, g.kind, Score{Recalled: 1})
		x, y := s.parts[corpus.Speaker], g.parts[corpus.Speaker]
		if shared(x, y) > 0 || len(x) == 0 && len(y) == 0 {
			attributed.add(right)
			byType(speaker, s.kind, Score{Precise: 1})
			byType(speaker, g.kind, Score{Recalled: 1})
		}
	}
	joint := message
	joint.add(roles)
	out := []Score{message, roles, joint, kind, medium, attributed}
	out = append(out, tokens[:]...)
	for i := range quoteTypes {
		out = append(out, span[i], speaker[i])
	}
	return out
}

// part returns the score that a part of a quotation counts for.
func part(p int, message, roles *Score) *Score {
	if corpus.QuotePart(p) == corpus.Content {
		return message
	}
	return roles
}

// shared returns how many numbers two ascending lists have in common.
func shared(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
