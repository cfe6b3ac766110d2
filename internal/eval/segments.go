package eval

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// Tokens measures tokens by exact range. A contracted form such as "zum" is one
// token. Row "tokens".
func Tokens(gold []corpus.Document, system [][]extract.Span) (*Report, error) {
	return segments("tokens", gold, system, func(d *corpus.Document) []extract.Span { return d.Tokens }, func(d *corpus.Document, s extract.Span) extract.Span { return s })
}

// Sentences measures sentences by where they end. White space at the end of a
// system's sentence does not count. The end of the text is an end like any
// other, so measure on running text of many sentences: [corpus.Blocks]. Row
// "sentences".
func Sentences(gold []corpus.Document, system [][]extract.Span) (*Report, error) {
	ends := func(d *corpus.Document) []extract.Span {
		var out []extract.Span
		for i := range d.Sentences {
			if first, last := d.Sentence(i); first < last {
				out = append(out, end(d, d.Tokens[last-1]))
			}
		}
		return out
	}
	return segments("sentences", gold, system, ends, end)
}

// end reduces a sentence to its last byte that is no white space.
func end(d *corpus.Document, s extract.Span) extract.Span {
	at := s.Start + len(strings.TrimRightFunc(d.Text[s.Start:s.End], unicode.IsSpace))
	return extract.Span{Start: at, End: at}
}

// segments counts the spans that system and gold have in common after both were
// reduced to what is compared.
func segments(name string, gold []corpus.Document, system [][]extract.Span,
	want func(*corpus.Document) []extract.Span, reduce func(*corpus.Document, extract.Span) extract.Span) (*Report, error) {
	return measure([]string{name}, len(gold), len(system), func(i int, sheet sheet) error {
		d := &gold[i]
		spans := want(d)
		open := make(map[extract.Span]bool, len(spans))
		for _, s := range spans {
			open[s] = true
		}
		sheet.add(name, Score{System: float64(len(system[i])), Gold: float64(len(spans))})
		for k, s := range system[i] {
			if err := outside(s, d.Text); err != nil {
				return fmt.Errorf("%s: %s %d %w", d.ID, name, k, err)
			}
			if s = reduce(d, s); open[s] {
				open[s] = false // a span that is found twice is right once
				sheet.add(name, right)
			}
		}
		return nil
	})
}
