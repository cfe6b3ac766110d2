package who

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// phraseName is a noun phrase that can be a name: adjectives, noun and what hangs on it.
type phraseName struct {
	first      int // with the article
	adjectives int
	head, end  int
}

// phraseAround returns the phrase around the noun at token t.
func (x *Discourse) phraseAround(t int) phraseName {
	p := x.phraseBefore(t)
	out := phraseName{first: p.First, adjectives: max(p.Adjectives, p.First), head: t, end: t + 1}
	limit := t + 1
	for limit < len(x.ws) && limit < t+longPhrase && x.sentence[limit] == x.sentence[t] {
		limit++
	}
	if t+1 < limit {
		end := x.text.Phrase(t, limit)
		if end <= t {
			end = t + 1
		}
		for i := t + 1; i < end; i++ {
			w := &x.ws[i]
			if w.Text == "(" || w.Text == "und" || w.Text == "sowie" || w.Text == "oder" || w.Kind == extract.OpenQuote || w.Finite && !w.Capital {
				end = i
				break
			}
		}
		if end == t+1 && t+2 < limit && (x.ws[t+1].Text == "bei" || x.ws[t+1].Text == "aus" || x.ws[t+1].Text == "im" || x.ws[t+1].Text == "in" || x.ws[t+1].Text == "beim") && x.nameOf[t+2] != 0 {
			end = x.names[x.nameOf[t+2]-1].last
		}
		out.end = end
	}
	return out
}

// nameOfPhrase returns a phrase as a name: in the nominative, without article.
func (x *Discourse) nameOfPhrase(p phraseName, plural bool, gender nouns.Agreement, lemma string, owner string) string {
	var b strings.Builder
	for i := p.adjectives; i < p.head; i++ {
		if a := x.adjective(i, plural, gender); a != "" {
			b.WriteString(a)
			b.WriteByte(' ')
		}
	}
	b.WriteString(x.headName(p.head, plural, gender, lemma))
	if p.end > p.head+1 {
		b.WriteByte(' ')
		b.WriteString(strings.Join(strings.Fields(x.text.Doc.Slice(x.text.Span(p.head+1, p.end))), " "))
	}
	if owner != "" {
		b.WriteString(" von ")
		b.WriteString(owner)
	}
	return b.String()
}

// adjective returns an adjective in the nominative without an article, "" of a word that
// tells nothing of who it is.
func (x *Discourse) adjective(t int, plural bool, gender nouns.Agreement) string {
	w := &x.ws[t]
	if w.Kind == extract.Numeral || x.tags[t].STTS() == "CARD" {
		return ""
	}
	if x.tags[t].STTS() != "ADJA" || x.nameOf[t] != 0 {
		if x.tags[t].POS == extract.ADV || w.Function != syntax.NoFunction {
			return ""
		}
		return w.Text
	}
	s := w.Text
	if w.Small {
		s = letters.LowerFirst(s)
	}
	if vague[strings.ToLower(s)] {
		return ""
	}
	if letters.IsUpper(s) && strings.HasSuffix(s, "er") {
		return s
	}
	stem := s
	for _, e := range [...]string{"en", "em", "er", "es", "e"} {
		if c, ok := strings.CutSuffix(s, e); ok {
			stem = c
			break
		}
	}
	switch {
	case plural || gender == nouns.Feminine:
		return stem + "e"
	case gender == nouns.Neuter:
		return stem + "es"
	}
	return stem + "er"
}

var vague = map[string]bool{"mehrere": true, "mehreren": true, "viele": true, "vielen": true, "einige": true, "einigen": true, "weitere": true, "weiteren": true, "zahlreiche": true, "zahlreichen": true, "andere": true, "anderen": true, "beiden": true, "beide": true, "verschiedene": true, "verschiedenen": true, "eigenen": true, "eigene": true, "eigener": true}

// headName returns the noun at token t in the nominative.
func (x *Discourse) headName(t int, plural bool, gender nouns.Agreement, lemma string) string {
	s := x.ws[t].Text
	if !plural {
		if lemma == "" {
			return s
		}
		return lemma
	}
	if base, ok := strings.CutSuffix(s, "n"); ok { // Kreisen, Beobachtern
		for r := range nouns.Entry(base).Readings() {
			if r.Features.Has(lexicon.Noun | lexicon.Nominative | lexicon.Plural) {
				return base
			}
		}
	}
	return s
}
