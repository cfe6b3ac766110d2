package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// number returns whether an entity is one or many to the grammar: die Grünen
// and die Vereinten Nationen are many.
func (g *grouper) number(m *mention, label Label) extract.Number {
	if label == PER || m.Form == FormDerived || m.End-m.Start > longestMention || m.first >= m.last {
		return extract.Singular
	}
	name := g.d.Slice(m.name)
	key := wordlist.KeyOf(withoutArticle(name))
	if g.plurals.Has(key) {
		return extract.Plural
	}
	if _, ok := g.lineOf[key]; ok || label == LOC && m.last-m.first == 1 {
		return extract.Singular
	}
	if m.last > m.first+1 && g.legal(m, m.last-1) {
		return extract.Singular // Stadtwerke Kiel GmbH
	}
	head := g.word(m, m.last-1)
	if lexicon.Mask(head).HasAny(lexicon.Name) {
		return extract.Singular
	}
	f := nouns.Features(head)
	if f.HasAny(lexicon.Noun) && f.HasAny(lexicon.Plural) && !f.HasAny(lexicon.Singular) {
		return extract.Plural
	}
	// Berliner Philharmoniker: the noun may be either, the article tells.
	if f.HasAny(lexicon.Noun) && f.Has(lexicon.Plural|lexicon.Masculine) && !f.HasAny(lexicon.Feminine|lexicon.Neuter) && label == ORG {
		switch strings.ToLower(g.before(m, m.first)) {
		case "die", "den":
			return extract.Plural
		}
	}
	return extract.Singular
}
