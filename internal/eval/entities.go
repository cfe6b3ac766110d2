package eval

import (
	"cmp"
	"fmt"
	"slices"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// All is the row of the report of [Entities] over all labels.
const All = "all"

const nestedRow = "nested"

// Entities measures mentions by exact span and label, as CoNLL 2003 does. Rows
// PER, ORG, LOC and MISC, "all", and "nested" for mentions inside others, which
// count in no other row. Only mentions of form Name count, on both sides: who
// gives "deutsch" as a name of a place is wrong, who gives it as derived is
// neither right nor wrong. A mention given twice is right once.
func Entities(gold []corpus.Document, system [][]corpus.Entity) (*Report, error) {
	type key struct {
		extract.Span
		label  string
		nested bool
	}
	return measure(append(slices.Clone(corpus.Labels), All, nestedRow), len(gold), len(system), func(i int, s sheet) error {
		count := func(e corpus.Entity, t Score) {
			if e.Nested {
				s.add(nestedRow, t)
				return
			}
			s.add(All, t)
			s.add(e.Label, t)
		}
		open := map[key]bool{}
		for _, e := range gold[i].Entities {
			if e.Scored() {
				open[key{e.Span, e.Label, e.Nested}] = true
				count(e, Score{Gold: 1})
			}
		}
		for k, e := range system[i] {
			if err := outside(e.Span, gold[i].Text); err != nil {
				return fmt.Errorf("%s: mention %d %w", gold[i].ID, k, err)
			}
			if !e.Scored() {
				continue
			}
			count(e, Score{System: 1})
			if at := (key{e.Span, e.Label, e.Nested}); open[at] {
				open[at] = false
				count(e, right)
			}
		}
		return nil
	})
}

// FromEntities returns the mentions of entities in order of the text. Those
// that lie inside another are nested.
func FromEntities(es []entities.Entity) []corpus.Entity {
	var out []corpus.Entity
	for _, e := range es {
		for _, m := range e.Mentions {
			c := corpus.Entity{Span: m.Span, Label: e.Label.String()}
			switch m.Form {
			case entities.FormPart:
				c.Form = corpus.Part
			case entities.FormDerived:
				c.Form = corpus.Derived
			}
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b corpus.Entity) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	end := 0
	for i := range out {
		out[i].Nested = out[i].End <= end
		end = max(end, out[i].End)
	}
	return out
}

var typeNames = map[claims.Kind]string{
	claims.Direct:       "Direct",
	claims.Indirect:     "Indirect",
	claims.Continued:    "IndirectFreeIndirect",
	claims.FreeIndirect: "FreeIndirect",
	claims.Reported:     "Reported",
}

// The corpus has no word for a medium that the source does not tell at all but "none".
var mediumNames = map[claims.Medium]string{
	0:                       "none",
	claims.Speech:           "Speech",
	claims.Writing:          "Writing",
	claims.Thought:          "Thought",
	claims.SpeechOrWriting:  "SW",
	claims.SpeechOrThought:  "ST",
	claims.ThoughtOrWriting: "TW",
}

// FromClaims turns claims into quotations under the names of the corpus. A
// claim of a kind that the corpus does not know gets an empty type, which is
// never right.
func FromClaims(cs []claims.Claim) []Quote {
	out := make([]Quote, len(cs))
	for i, c := range cs {
		q := Quote{Type: typeNames[c.Kind], Medium: mediumNames[c.Medium]}
		q.Parts[corpus.Content] = c.Content
		q.Parts[corpus.Speaker] = c.Speaker.Spans
		q.Parts[corpus.Cue] = c.Cue
		q.Parts[corpus.Frame] = c.Frame
		q.Parts[corpus.Addressee] = c.Addressee
		out[i] = q
	}
	return out
}

// FromArticle turns an article that somebody has corrected into a document of a corpus: its
// quotations and entities are right, its tokens and sentences those of package extract. A
// claim whose content has no token is left out. An error tells that a span lies outside its
// text.
func FromArticle(id string, a *laut.Article) (corpus.Document, error) {
	d := corpus.Document{ID: id, Text: a.Document.String(), Entities: FromEntities(a.Entities)}
	for _, t := range a.Document.Tokens() {
		d.Tokens = append(d.Tokens, t.Span)
	}
	for _, s := range a.Document.Sentences() {
		d.Sentences = append(d.Sentences, s.First)
	}
	for i, q := range FromClaims(a.Claims) {
		quote, err := onTokens(&d, q)
		if err != nil {
			return corpus.Document{}, fmt.Errorf("claim %d: %w", i, err)
		}
		if len(quote.Parts[corpus.Content]) > 0 {
			quote.Nested = a.Claims[i].Parent != 0
			d.Quotes = append(d.Quotes, quote)
		}
	}
	return d, nil
}
