package who

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
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
	for out.first == t && out.adjectives > 0 && t-out.adjectives < 2 && x.sentence[out.adjectives-1] == x.sentence[t] { // das Staatliche Schulamt
		w := &x.ws[out.adjectives-1]
		if !w.Capital || w.Small || w.Kind != extract.Word || x.nameOf[out.adjectives-1] != 0 || !w.Features.HasAny(lexicon.Adjective) || w.Features.HasAny(lexicon.Noun) || out.adjectives < 2 || x.reader.Determiner(x.ws[out.adjectives-2].Lower()) == 0 {
			break
		}
		out.adjectives--
		if x.reader.Determiner(x.ws[out.adjectives-1].Lower()) != 0 {
			out.first = out.adjectives - 1
		}
	}
	limit := t + 1
	for limit < len(x.ws) && limit < t+longPhrase && x.sentence[limit] == x.sentence[t] {
		limit++
	}
	out.end = x.complementEnd(t, limit)
	return out
}

// complementEnd returns the end of what hangs on the noun at token t: genitives, names beside
// it, phrases with von and the like.
func (x *Discourse) complementEnd(t, limit int) int {
	end := t + 1
	for parts := 0; end < limit && parts < 3; parts++ {
		w := &x.ws[end]
		next := end
		switch {
		case x.nameOf[end] != 0 && (end > t+1 || x.names[x.nameOf[end]-1].genitive || x.text.Entities[x.names[x.nameOf[end]-1].entity].Label != entities.PER):
			if end == t+1 || !x.names[x.nameOf[end]-1].genitive {
				next = x.names[x.nameOf[end]-1].last
			}
		case end == t+1 && x.nameOf[end] == 0 && x.tags[end].POS == extract.PROPN && w.Kind == extract.Word && w.Capital: // die Reederei Nordlicht
			for next < limit && x.nameOf[next] == 0 && x.tags[next].POS == extract.PROPN && x.ws[next].Capital {
				next++
			}
		case syntax.Genitive(w.Lower()) && w.Text != "dieses" && w.Text != "dieser" && w.Text != "jeder" && w.Text != "jedes":
			if x.toldTo(t, end, limit, parts) {
				break
			}
			next = x.text.NounCore(end, limit)
			if next < limit-1 && next > end && strings.HasSuffix(x.ws[next-1].Text, "-") && x.ws[next].Text == "und" {
				next = x.text.NounCore(next+1, limit)
			}
			if next > end && x.nounLike(end+1, next) < 0 {
				next = end
			}
		case x.tags[end].STTS() == "ADJA" && syntax.Genitive(strings.TrimSuffix(w.Lower(), "er")+"er") && end == t+1 && strings.HasSuffix(w.Text, "er"): // Sprecher mehrerer Vereine
			next = x.text.NounCore(end, limit)
		case w.Text == "von" || w.Text == "vom" || w.Text == "aus" || w.Text == "bei" || w.Text == "beim" || w.Text == "für":
			next = x.text.NounCore(end+1, limit)
			if next < limit-1 && next > end+1 && strings.HasSuffix(x.ws[next-1].Text, "-") && x.ws[next].Text == "und" {
				next = x.text.NounCore(next+1, limit)
			}
			if w.Text == "bei" && x.ws[end+1].Kind == extract.Numeral {
				next = end
			}
			if next <= end+1 || x.nounLike(end+1, next) < 0 || x.isMute(x.nounLike(end+1, next)) || isPronoun(x.ws[end+1].Function, x.ws[end+1].Text) && next == end+2 {
				next = end
			}
		case (w.Text == "in" || w.Text == "im") && end+1 < limit:
			if k := end + 1; x.nameOf[k] != 0 && x.text.Entities[x.names[x.nameOf[k]-1].entity].Label == entities.LOC {
				next = x.names[x.nameOf[k]-1].last
			}
		}
		if next <= end {
			break
		}
		for i := end; i < next; i++ {
			if x.ws[i].Finite && !x.ws[i].Capital || x.ws[i].Kind == extract.OpenQuote {
				return end
			}
		}
		end = next
	}
	return x.joinedEnd(t, end, limit)
}

// isMute reports whether the noun at token t is one that never speaks: a time.
func (x *Discourse) isMute(t int) bool {
	return x.nameOf[t] == 0 && holders().kind(x.text.Doc.Lemma(t))&kindMute != 0
}

// toldTo reports whether the phrase at token i behind a noun for a person is to whom the person
// speaks, and no genitive: der Sprecher der Polizei unserer Zeitung.
func (x *Discourse) toldTo(t, i, limit, parts int) bool {
	k := x.nounLike(i, min(limit, i+4))
	if k < 0 || x.nounOf[t] == 0 || x.nouns[x.nounOf[t]-1].Kind != nouns.Person {
		return false
	}
	own := strings.HasPrefix(x.ws[i].Lower(), "unser")
	medium := false
	if n := x.nameOf[k]; n != 0 {
		medium = x.kindOf(x.names[n-1].entity)&kindMedia != 0
	} else {
		medium = holders().kind(x.text.Doc.Lemma(k))&kindMedia != 0 || x.text.Doc.Lemma(k) == "Redaktion"
	}
	return medium && (parts > 0 || own || holders().kind(x.text.Doc.Lemma(t))&kindOfMedium == 0)
}

// joinedEnd returns the end of a complement of several: Politiker von SPD und Grünen.
func (x *Discourse) joinedEnd(t, end, limit int) int {
	if end <= t+1 || end+1 >= limit || x.ws[end].Text != "und" || x.nameOf[end-1] == 0 || x.tags[t].Number == extract.Singular {
		return end
	}
	k := end + 1
	if syntax.Genitive(x.ws[k].Lower()) && k+1 < limit {
		k++
	}
	if n := x.nameOf[k]; n != 0 && x.labelAt(k) == x.labelAt(end-1) && x.names[n-1].last <= limit {
		return x.names[n-1].last
	}
	return end
}

func (x *Discourse) labelAt(t int) entities.Label {
	return x.text.Entities[x.names[x.nameOf[t]-1].entity].Label
}

// nounLike returns the first noun or name in [first, end), or -1.
func (x *Discourse) nounLike(first, end int) int {
	for i := first; i < end; i++ {
		if x.nameOf[i] != 0 || x.tags[i].POS == extract.NOUN || x.tags[i].POS == extract.PROPN {
			return i
		}
	}
	return -1
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
		if t+1 < len(x.ws) && x.ws[t+1].Text == "Prozent" {
			return w.Text
		}
		return ""
	}
	if x.tags[t].STTS() != "ADJA" || x.nameOf[t] != 0 {
		if x.tags[t].POS == extract.ADV || w.Function != syntax.NoFunction {
			return ""
		}
		return w.Text
	}
	s := w.Text
	if (w.Small || t == 0 || x.sentence[t-1] != x.sentence[t]) && !strings.HasSuffix(s, "er") {
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
func (x *Discourse) headName(t int, plural bool, gender nouns.Agreement, lemma string) string {
	s := x.ws[t].Text
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
		case strings.HasSuffix(s, "e") && t > 0 && strings.EqualFold(x.ws[t-1].Text, "die"):
			return s
		}
		return stem + "er"
	}
	if nominative(e, lexicon.Singular) || lemma == "" {
		return s
	}
	if f := e.Features(); !f.HasAny(lexicon.Noun) && !strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "n") {
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
