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
	if err := sameLength(len(gold), len(system)); err != nil {
		return nil, err
	}
	var docs [][]Score
	for i := range gold {
		d := &gold[i]
		if len(d.Words) == 0 && len(d.Tokens) > 0 {
			return nil, fmt.Errorf("%s: the corpus has no words with tags", d.ID)
		}
		first := make(map[extract.Span]*corpus.Word, len(d.Tokens))
		var pos, lemma, mood Score
		for k := len(d.Words) - 1; k >= 0; k-- {
			first[d.Tokens[d.Words[k].Token]] = &d.Words[k]
		}
		for _, w := range first {
			if w.UPOS != "" {
				pos.Gold++
			}
			if w.Lemma != "" {
				lemma.Gold++
			}
			if w.Mood() == "sub" {
				mood.Gold++
			}
		}
		right := Score{Precise: 1, Recalled: 1}
		for _, t := range system[i] {
			w := first[t.Span]
			delete(first, t.Span) // a token given twice is right once
			if w == nil || w.UPOS != "" {
				pos.System++
			}
			if w != nil && w.UPOS != "" && w.UPOS == t.UPOS {
				pos.add(right)
			}
			if w == nil || w.Lemma != "" {
				lemma.System++
			}
			if w != nil && w.Lemma != "" && strings.EqualFold(w.Lemma, t.Lemma) {
				lemma.add(right)
			}
			if t.Mood == "sub" {
				mood.System++
				if w != nil && w.Mood() == "sub" {
					mood.add(right)
				}
			}
		}
		docs = append(docs, []Score{pos, lemma, mood})
	}
	return newReport([]string{"pos", "lemma", "mood"}, docs), nil
}
