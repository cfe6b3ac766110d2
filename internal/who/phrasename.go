package who

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/discourse"
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
func (f *figures) phraseAround(t int) phraseName {
	p := f.PhraseBefore(t)
	out := phraseName{first: p.First, adjectives: max(p.Adjectives, p.First), head: t, end: t + 1}
	for out.first == t && out.adjectives > 0 && t-out.adjectives < 2 && f.Sentence[out.adjectives-1] == f.Sentence[t] { // das Staatliche Schulamt
		w := &f.Words[out.adjectives-1]
		if !w.Capital || w.Small || w.Kind != extract.Word || f.NameAt(out.adjectives-1) != nil || !w.Features.HasAny(lexicon.Adjective) || w.Features.HasAny(lexicon.Noun) || out.adjectives < 2 || f.Reader.Determiner(f.Words[out.adjectives-2].Lower()) == 0 {
			break
		}
		out.adjectives--
		if f.Reader.Determiner(f.Words[out.adjectives-1].Lower()) != 0 {
			out.first = out.adjectives - 1
		}
	}
	limit := t + 1
	for limit < len(f.Words) && limit < t+discourse.LongPhrase && f.Sentence[limit] == f.Sentence[t] {
		limit++
	}
	out.end = f.complementEnd(t, limit)
	return out
}

// complementEnd returns the end of what hangs on the noun at token t: genitives, names beside
// it, phrases with von and the like.
func (f *figures) complementEnd(t, limit int) int {
	end := t + 1
	for parts := 0; end < limit && parts < 3; parts++ {
		w := &f.Words[end]
		next := end
		switch {
		case f.NameAt(end) != nil && (end > t+1 || f.NameAt(end).Genitive || f.Text.Entities[f.NameAt(end).Entity].Label != entities.PER):
			if end == t+1 || !f.NameAt(end).Genitive {
				next = f.NameAt(end).Last
			}
		case end == t+1 && f.NameAt(end) == nil && f.Tags[end].POS == extract.PROPN && w.Kind == extract.Word && w.Capital: // die Reederei Nordlicht
			for next < limit && f.NameAt(next) == nil && f.Tags[next].POS == extract.PROPN && f.Words[next].Capital {
				next++
			}
		case syntax.Genitive(w.Lower()) && w.Text != "dieses" && w.Text != "dieser" && w.Text != "jeder" && w.Text != "jedes":
			if f.toldTo(t, end, limit, parts) {
				break
			}
			next = f.Text.NounCore(end, limit)
			if next < limit-1 && next > end && strings.HasSuffix(f.Words[next-1].Text, "-") && f.Words[next].Text == "und" {
				next = f.Text.NounCore(next+1, limit)
			}
			if next > end && f.nounLike(end+1, next) < 0 {
				next = end
			}
		case f.Tags[end].STTS() == "ADJA" && syntax.Genitive(strings.TrimSuffix(w.Lower(), "er")+"er") && end == t+1 && strings.HasSuffix(w.Text, "er"): // Sprecher mehrerer Vereine
			next = f.Text.NounCore(end, limit)
		case w.Text == "von" || w.Text == "vom" || w.Text == "aus" || w.Text == "bei" || w.Text == "beim" || w.Text == "für":
			next = f.Text.NounCore(end+1, limit)
			if next < limit-1 && next > end+1 && strings.HasSuffix(f.Words[next-1].Text, "-") && f.Words[next].Text == "und" {
				next = f.Text.NounCore(next+1, limit)
			}
			if w.Text == "bei" && f.Words[end+1].Kind == extract.Numeral {
				next = end
			}
			if next <= end+1 || f.nounLike(end+1, next) < 0 || f.isMute(f.nounLike(end+1, next)) || f.IsPronoun(end+1) && next == end+2 {
				next = end
			}
		case (w.Text == "in" || w.Text == "im") && end+1 < limit:
			if k := end + 1; f.NameAt(k) != nil && f.Text.Entities[f.NameAt(k).Entity].Label == entities.LOC {
				next = f.NameAt(k).Last
			}
		}
		if next <= end {
			break
		}
		for i := end; i < next; i++ {
			if f.Words[i].Finite && !f.Words[i].Capital || f.Words[i].Kind == extract.OpenQuote {
				return end
			}
		}
		end = next
	}
	return f.joinedEnd(t, end, limit)
}

// isMute reports whether the noun at token t is one that never speaks: a time.
func (f *figures) isMute(t int) bool {
	return f.NameAt(t) == nil && discourse.KindOfNoun(f.Text.Doc.Lemma(t))&discourse.KindMute != 0
}

// toldTo reports whether the phrase at token i behind a noun for a person is to whom the person
// speaks, and no genitive: der Sprecher der Polizei unserer Zeitung.
func (f *figures) toldTo(t, i, limit, parts int) bool {
	k := f.nounLike(i, min(limit, i+4))
	if k < 0 || f.NounAt(t) == nil || f.NounAt(t).Kind != nouns.Person {
		return false
	}
	own := strings.HasPrefix(f.Words[i].Lower(), "unser")
	medium := false
	if m := f.NameAt(k); m != nil {
		medium = f.KindOf(m.Entity)&discourse.KindMedia != 0
	} else {
		medium = discourse.KindOfNoun(f.Text.Doc.Lemma(k))&discourse.KindMedia != 0 || f.Text.Doc.Lemma(k) == "Redaktion"
	}
	return medium && (parts > 0 || own || discourse.KindOfNoun(f.Text.Doc.Lemma(t))&discourse.KindOfMedium == 0)
}

// joinedEnd returns the end of a complement of several: Politiker von SPD und Grünen.
func (f *figures) joinedEnd(t, end, limit int) int {
	if end <= t+1 || end+1 >= limit || f.Words[end].Text != "und" || f.NameAt(end-1) == nil || f.Tags[t].Number == extract.Singular {
		return end
	}
	k := end + 1
	if syntax.Genitive(f.Words[k].Lower()) && k+1 < limit {
		k++
	}
	if m := f.NameAt(k); m != nil && f.labelAt(k) == f.labelAt(end-1) && m.Last <= limit {
		return m.Last
	}
	return end
}

func (f *figures) labelAt(t int) entities.Label {
	return f.Text.Entities[f.NameAt(t).Entity].Label
}

// nounLike returns the first noun or name in [first, end), or -1.
func (f *figures) nounLike(first, end int) int {
	for i := first; i < end; i++ {
		if f.NameAt(i) != nil || f.Tags[i].POS == extract.NOUN || f.Tags[i].POS == extract.PROPN {
			return i
		}
	}
	return -1
}

// nameOfPhrase returns a phrase as a name: in the nominative, without article.
func (f *figures) nameOfPhrase(p phraseName, plural bool, gender nouns.Agreement, lemma string, owner string) string {
	var b strings.Builder
	for i := p.adjectives; i < p.head; i++ {
		if a := f.adjective(i, plural, gender); a != "" {
			b.WriteString(a)
			b.WriteByte(' ')
		}
	}
	b.WriteString(f.headName(p.head, plural, gender, lemma))
	if p.end > p.head+1 {
		b.WriteByte(' ')
		b.WriteString(strings.Join(strings.Fields(f.Text.Doc.Slice(f.Text.Span(p.head+1, p.end))), " "))
	}
	if owner != "" {
		b.WriteString(" von ")
		b.WriteString(owner)
	}
	return b.String()
}

// adjective returns an adjective in the nominative without an article, "" of a word that
// tells nothing of who it is.
func (f *figures) adjective(t int, plural bool, gender nouns.Agreement) string {
	w := &f.Words[t]
	if w.Kind == extract.Numeral || f.Tags[t].STTS() == "CARD" {
		if t+1 < len(f.Words) && f.Words[t+1].Text == "Prozent" {
			return w.Text
		}
		return ""
	}
	if f.Tags[t].STTS() != "ADJA" || f.NameAt(t) != nil {
		if f.Tags[t].POS == extract.ADV || w.Function != syntax.NoFunction {
			return ""
		}
		return w.Text
	}
	s := w.Text
	if (w.Small || t == 0 || f.Sentence[t-1] != f.Sentence[t]) && !strings.HasSuffix(s, "er") {
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

var vague = map[string]bool{"mehrere": true, "mehreren": true, "viele": true, "vielen": true, "einige": true, "einigen": true, "zahlreiche": true, "zahlreichen": true, "beiden": true, "beide": true, "verschiedene": true, "verschiedenen": true, "eigenen": true, "eigene": true, "eigener": true, "sogenannte": true, "sogenannten": true, "sogenannter": true}

// headName returns the noun at token t in the nominative.
func (f *figures) headName(t int, plural bool, gender nouns.Agreement, lemma string) string {
	s := f.Words[t].Text
	e := nouns.Entry(s)
	if plural {
		if base, ok := strings.CutSuffix(s, "n"); ok && strings.HasSuffix(base, "e") && e.Features().HasAny(lexicon.FromAdjective) {
			return base // die Beteiligten
		}
		if base, ok := strings.CutSuffix(s, "n"); ok && !nominative(e, lexicon.Plural) && nominative(nouns.Entry(base), lexicon.Plural) {
			return base // Kreisen, Beobachtern
		}
		return s
	}
	if e.Features().HasAny(lexicon.FromAdjective) && strings.HasSuffix(strings.TrimRight(s, "nrms"), "e") {
		stem := strings.TrimSuffix(strings.TrimRight(s, "nrms"), "e")
		switch {
		case gender == nouns.Feminine:
			return stem + "e"
		case gender == nouns.Masculine:
			return stem + "er"
		case strings.HasSuffix(s, "e") && t > 0 && strings.EqualFold(f.Words[t-1].Text, "die"):
			return s
		}
		return stem + "er"
	}
	if nominative(e, lexicon.Singular) || lemma == "" {
		return s
	}
	if !e.Features().HasAny(lexicon.Noun) && !strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "n") {
		return s
	}
	return lemma
}

// nominative reports whether a noun can be a nominative of a number; infinitives are none.
func nominative(e lexicon.Entry, number lexicon.Features) bool {
	for r := range e.Readings() {
		if r.Features.Has(lexicon.Noun|lexicon.Nominative|number) && !r.Features.HasAny(lexicon.FromVerb|lexicon.FromAdjective) {
			return true
		}
	}
	return false
}

// nameOfFigure returns the name of a figure.
func (f *figures) nameOfFigure(k int) string {
	g := &f.list[k]
	switch {
	case g.entity >= 0 && g.class != several:
		return f.Text.Entities[g.entity].Name
	case g.name != "":
	case f.isThisPaper(g):
		g.name = "diese Zeitung"
	default:
		g.name = f.nameOfPhrase(g.phrase, g.agr == nouns.Plural, (g.agr & nouns.Singular).One(), g.lemma, f.ownerOf(g))
	}
	return g.name
}

// isThisPaper reports whether a figure is the newspaper that the text stands in: dieser Zeitung.
func (f *figures) isThisPaper(g *figure) bool {
	t := g.phrase.head
	return t > 0 && g.phrase.first == t-1 && g.lemma == "Zeitung" && strings.HasPrefix(f.Words[t-1].Lower(), "diese")
}

// ownerOf returns the name of whom a possessive before the noun of a figure means, or "".
func (f *figures) ownerOf(g *figure) (name string) {
	if g.mentions[0].det != nouns.Possessed {
		return ""
	}
	for t := g.phrase.first; t < g.phrase.head; t++ {
		if e := f.Owner(t); e >= 0 && f.list[e].class != namedPlace && f.list[e].class != namedThing {
			name = f.Text.Entities[e].Name
		}
	}
	return name
}
