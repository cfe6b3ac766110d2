package eval

import (
	"fmt"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

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
