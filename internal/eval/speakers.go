package eval

import (
	"slices"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/attribution"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/letters"
)

// Rows of the report of [Speakers].
const (
	Resolved         = "speakers resolved"
	ResolvedPronouns = "  pronouns"
	ResolvedNouns    = "  nouns"
)

// Speakers measures to which entity the pronouns and common nouns that speak are
// resolved, on the sample that [corpus.Speakers] tells, given their words. read
// gives the analysis of the i-th document. A resolution is right if a mention of its entity
// overlaps one of those that are marked. P counts over the speakers that are
// resolved, R over those whose entity the article names. Documents without marks
// count nothing.
func Speakers(gold []corpus.Document, read func(i int) (*extract.Document, []entities.Entity)) (*Report, error) {
	var docs [][]Score
	for i := range gold {
		marks, err := corpus.Speakers(&gold[i])
		if err != nil {
			return nil, err
		}
		scores := make([]Score, 3)
		if len(marks) > 0 {
			d, es := read(i)
			r := attribution.NewResolver(d, es)
			for _, m := range marks {
				parts := &gold[i].Quotes[m.Quote].Parts
				s := r.Resolve(gold[i].Spans(parts[corpus.Speaker]), gold[i].Spans(parts[corpus.Addressee]))
				score := speakerScore(es, s.Entity, m.Names)
				scores[0].add(score)
				if isPronoun(&gold[i], parts[corpus.Speaker]) {
					scores[1].add(score)
				} else {
					scores[2].add(score)
				}
			}
		}
		docs = append(docs, scores)
	}
	return newReport([]string{Resolved, ResolvedPronouns, ResolvedNouns}, docs), nil
}

// speakerScore returns the score of one resolution to an entity, or to -1.
func speakerScore(es []entities.Entity, entity int, names []extract.Span) (s Score) {
	if len(names) > 0 {
		s.Gold = 1
	}
	if entity < 0 {
		return s
	}
	s.System = 1
	if slices.ContainsFunc(es[entity].Mentions, func(m entities.Mention) bool {
		return slices.ContainsFunc(names, m.Overlaps)
	}) {
		s.Precise, s.Recalled = 1, 1
	}
	return s
}

// isPronoun reports whether a speaker is one word, and no noun: of German nouns
// the first letter is a capital also within a sentence, and they are longer.
func isPronoun(d *corpus.Document, speaker []int) bool {
	if len(speaker) != 1 {
		return false
	}
	w := d.Text[d.Tokens[speaker[0]].Start:d.Tokens[speaker[0]].End]
	return len(w) <= 6 && (!letters.IsUpper(w) || pronounWords[w])
}

var pronounWords = map[string]bool{"Er": true, "Sie": true, "Es": true, "Der": true, "Die": true, "Dieser": true, "Diese": true, "Dieses": true, "Beide": true, "Man": true}
