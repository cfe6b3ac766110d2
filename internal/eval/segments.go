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

// Tag is what a system says of a token. Mood is "ind", "sub", "imp" or "".
type Tag struct {
	extract.Span
	UPOS  string
	Lemma string
	Mood  string
}

// Tags measures tags on tokens of the same range, as the CoNLL 2018 shared task
// does: on the gold's own tokens F1 is the accuracy, on a system's tokens
// those that differ count against it. Rows "pos" (UPOS), "lemma" (upper and lower
// case are equal) and "mood" (only mood=sub counts). Tokens for which the gold
// has no UPOS or no lemma are left out of that row. A contracted token has the tags of its first word: "zum"
// those of "zu". A gold document without words is an error.
func Tags(gold []corpus.Document, system [][]Tag) (*Report, error) {
	return measure([]string{"pos", "lemma", "mood"}, len(gold), len(system), func(i int, s sheet) error {
		d := &gold[i]
		if len(d.Words) == 0 && len(d.Tokens) > 0 {
			return fmt.Errorf("%s: the corpus has no words with tags", d.ID)
		}
		words := make(map[extract.Span]*corpus.Word, len(d.Tokens)) // the first of each token
		for k := len(d.Words) - 1; k >= 0; k-- {
			words[d.Tokens[d.Words[k].Token]] = &d.Words[k]
		}
		count := func(row string, counts bool, one Score) {
			if counts {
				s.add(row, one)
			}
		}
		for _, w := range words {
			count("pos", w.UPOS != "", Score{Gold: 1})
			count("lemma", w.Lemma != "", Score{Gold: 1})
			count("mood", w.Mood() == "sub", Score{Gold: 1})
		}
		for _, t := range system[i] {
			w := words[t.Span]
			delete(words, t.Span) // a token given twice is right once
			count("pos", w == nil || w.UPOS != "", Score{System: 1})
			count("lemma", w == nil || w.Lemma != "", Score{System: 1})
			count("mood", t.Mood == "sub", Score{System: 1})
			if w != nil {
				count("pos", w.UPOS != "" && w.UPOS == t.UPOS, right)
				count("lemma", w.Lemma != "" && strings.EqualFold(w.Lemma, t.Lemma), right)
				count("mood", t.Mood == "sub" && w.Mood() == "sub", right)
			}
		}
		return nil
	})
}
