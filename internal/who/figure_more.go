package who

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
)

// addFront adds whose words a compound means: Polizeiangaben.
func (f *figures) addFront(t int, m mention) {
	if f.PartAt(t) >= 0 {
		return
	}
	front, ok := "", false
	for _, end := range [...]string{"angaben", "auskunft", "mitteilung", "meldungen", "informationen", "meinung"} {
		if front, ok = strings.CutSuffix(f.Words[t].Text, end); ok {
			break
		}
	}
	if !ok || len(front) < 4 {
		return
	}
	front = strings.TrimSuffix(front, "-")
	if !nouns.Features(front).HasAny(lexicon.Noun) {
		if s, ok := strings.CutSuffix(front, "s"); ok {
			front = s
		}
	}
	f.list = append(f.list, figure{entity: -1, class: someBody, agr: nouns.Singular | nouns.Plural, lemma: front, stem: discourse.Stem(front), name: front, mentions: []mention{m}, phrase: discourse.AsNamed(t, t+1)})
}

// addQuoted adds who is named in quotation marks after a noun: der Verein „Gute Luft“.
func (f *figures) addQuoted(t int) {
	if t+2 >= len(f.Words) || f.Words[t+1].Kind != extract.OpenQuote || f.NameAt(t+2) != nil {
		return
	}
	end := t + 2
	for end < len(f.Words) && end < t+10 && f.Words[end].Kind != extract.CloseQuote && !(f.Words[end].Finite && !f.Words[end].Capital) {
		end++
	}
	if end >= len(f.Words) || f.Words[end].Kind != extract.CloseQuote || end == t+2 || !f.Words[t+2].Capital {
		return
	}
	m := f.mentionAt(t+2, end, t+2)
	m.Quoted = false
	f.list = append(f.list, figure{entity: -1, class: someBody, agr: nouns.Singular | nouns.Plural, stem: "", name: strings.Join(strings.Fields(f.Text.Doc.Slice(f.Text.Span(t+2, end))), " "), phrase: discourse.AsNamed(t+2, end)})
	f.add(len(f.list)-1, m)
}
