package eval

import (
	"slices"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
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
	return measure([]string{Resolved, ResolvedPronouns, ResolvedNouns}, len(gold), len(gold), func(i int, s sheet) error {
		marks, err := corpus.Speakers(&gold[i])
		if err != nil || len(marks) == 0 {
			return err
		}
		d, es := read(i)
		r := discourse.Read(saying.Find(syntax.New(d, es, saying.Cues())))
		for _, m := range marks {
			parts := &gold[i].Quotes[m.Quote].Parts
			speaker := r.Resolve(gold[i].Spans(parts[corpus.Speaker]), gold[i].Spans(parts[corpus.Addressee]))
			row := ResolvedNouns
			if isPronoun(&gold[i], parts[corpus.Speaker]) {
				row = ResolvedPronouns
			}
			score := speakerScore(es, speaker.Entity, m.Names)
			s.add(Resolved, score)
			s.add(row, score)
		}
		return nil
	})
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
		s.add(right)
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
