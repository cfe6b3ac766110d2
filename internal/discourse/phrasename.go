package discourse

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// NounPhrase is a noun phrase that can be a name: adjectives, noun and what hangs on it.
type NounPhrase struct {
	First      int // with the article
	Adjectives int
	Head, End  int
}

// AsNamed returns the phrase [first, end) that begins with its noun and is a name as it stands.
func AsNamed(first, end int) NounPhrase { return NounPhrase{first, first, first, end} }

// PhraseAround returns the phrase around the noun at token t.
func (x *Discourse) PhraseAround(t int) NounPhrase {
	p := x.PhraseBefore(t)
	out := NounPhrase{First: p.First, Adjectives: max(p.Adjectives, p.First), Head: t, End: t + 1}
	for out.First == t && out.Adjectives > 0 && t-out.Adjectives < 2 && x.Sentence[out.Adjectives-1] == x.Sentence[t] { // das Staatliche Schulamt
		w := &x.Words[out.Adjectives-1]
		if !w.Capital || w.Small || w.Kind != extract.Word || x.NameAt(out.Adjectives-1) != nil || !w.Features.HasAny(lexicon.Adjective) || w.Features.HasAny(lexicon.Noun) || out.Adjectives < 2 || x.Reader.Determiner(x.Words[out.Adjectives-2].Lower()) == 0 {
			break
		}
		out.Adjectives--
		if x.Reader.Determiner(x.Words[out.Adjectives-1].Lower()) != 0 {
			out.First = out.Adjectives - 1
		}
	}
	limit := t + 1
	for limit < len(x.Words) && limit < t+LongPhrase && x.Sentence[limit] == x.Sentence[t] {
		limit++
	}
	out.End = x.complementEnd(t, limit)
	return out
}

// complementEnd returns the end of what hangs on the noun at token t: genitives, names beside
// it, phrases with von and the like.
func (x *Discourse) complementEnd(t, limit int) int {
	end := t + 1
	for parts := 0; end < limit && parts < 3; parts++ {
		w := &x.Words[end]
		next := end
		switch {
		case x.NameAt(end) != nil && (end > t+1 || x.NameAt(end).Genitive || x.Text.Entities[x.NameAt(end).Entity].Label != entities.PER):
			if end == t+1 || !x.NameAt(end).Genitive {
				next = x.NameAt(end).Last
			}
		case end == t+1 && x.NameAt(end) == nil && x.Tags[end].POS == extract.PROPN && w.Kind == extract.Word && w.Capital: // die Reederei Nordlicht
			for next < limit && x.NameAt(next) == nil && x.Tags[next].POS == extract.PROPN && x.Words[next].Capital {
				next++
			}
		case syntax.Genitive(w.Lower()) && w.Text != "dieses" && w.Text != "dieser" && w.Text != "jeder" && w.Text != "jedes":
			if x.toldTo(t, end, limit, parts) {
				break
			}
			next = x.Text.NounCore(end, limit)
			if next < limit-1 && next > end && strings.HasSuffix(x.Words[next-1].Text, "-") && x.Words[next].Text == "und" {
				next = x.Text.NounCore(next+1, limit)
			}
			if next > end && x.nounLike(end+1, next) < 0 {
				next = end
			}
		case x.Tags[end].STTS() == "ADJA" && syntax.Genitive(strings.TrimSuffix(w.Lower(), "er")+"er") && end == t+1 && strings.HasSuffix(w.Text, "er"): // Sprecher mehrerer Vereine
			next = x.Text.NounCore(end, limit)
		case w.Text == "von" || w.Text == "vom" || w.Text == "aus" || w.Text == "bei" || w.Text == "beim" || w.Text == "für":
			next = x.Text.NounCore(end+1, limit)
			if next < limit-1 && next > end+1 && strings.HasSuffix(x.Words[next-1].Text, "-") && x.Words[next].Text == "und" {
				next = x.Text.NounCore(next+1, limit)
			}
			if w.Text == "bei" && end+1 < limit && x.Words[end+1].Kind == extract.Numeral {
				next = end
			}
			if next <= end+1 || x.nounLike(end+1, next) < 0 || x.isMute(x.nounLike(end+1, next)) || x.isPronoun(end+1) && next == end+2 {
				next = end
			}
		case (w.Text == "in" || w.Text == "im") && end+1 < limit:
			k := end + 1
			if k+1 < limit && x.Reader.Determiner(x.Words[k].Lower()) != 0 {
				k++ // in den USA
			}
			if x.NameAt(k) != nil && x.Text.Entities[x.NameAt(k).Entity].Label == entities.LOC {
				next = x.NameAt(k).Last
			}
		case w.Text == "um" && end+1 < limit && x.NameAt(end+1) != nil && x.labelAt(end+1) == entities.PER: // das Team um Eva Lang
			next = x.NameAt(end + 1).Last
		case w.Text == "vor" && end+1 < limit && x.Words[end+1].Text == "Ort":
			next = end + 2
		}
		if next <= end {
			break
		}
		for i := end; i < next; i++ {
			if x.Words[i].Finite && !x.Words[i].Capital || x.Words[i].Kind == extract.OpenQuote {
				return end
			}
		}
		end = next
	}
	return x.joinedEnd(t, end, limit)
}

// isMute reports whether the noun at token t is one that never speaks: a time.
func (x *Discourse) isMute(t int) bool {
	return x.NameAt(t) == nil && KindOfNoun(x.Text.Doc.Lemma(t))&KindMute != 0
}

// toldTo reports whether the phrase at token i behind a noun for a person is to whom the person
// speaks, and no genitive: der Sprecher der Polizei unserer Zeitung.
func (x *Discourse) toldTo(t, i, limit, parts int) bool {
	k := x.nounLike(i, min(limit, i+4))
	if k < 0 || x.NounAt(t) == nil || x.NounAt(t).Kind != nouns.Person {
		return false
	}
	own := strings.HasPrefix(x.Words[i].Lower(), "unser")
	medium := false
	if m := x.NameAt(k); m != nil {
		medium = x.KindOf(m.Entity)&KindMedia != 0
	} else {
		medium = KindOfNoun(x.Text.Doc.Lemma(k))&KindMedia != 0 || x.Text.Doc.Lemma(k) == "Redaktion"
	}
	return medium && (parts > 0 || own || KindOfNoun(x.Text.Doc.Lemma(t))&KindOfMedium == 0)
}

// joinedEnd returns the end of a complement of several: Politiker von SPD und Grünen.
func (x *Discourse) joinedEnd(t, end, limit int) int {
	if end <= t+1 || end+1 >= limit || x.Words[end].Text != "und" || x.NameAt(end-1) == nil || x.Tags[t].Number == extract.Singular {
		return end
	}
	k := end + 1
	if syntax.Genitive(x.Words[k].Lower()) && k+1 < limit {
		k++
	}
	if m := x.NameAt(k); m != nil && x.labelAt(k) == x.labelAt(end-1) && m.Last <= limit {
		return m.Last
	}
	return end
}

func (x *Discourse) labelAt(t int) entities.Label {
	return x.Text.Entities[x.NameAt(t).Entity].Label
}

// nounLike returns the first noun or name in [first, end), or -1.
func (x *Discourse) nounLike(first, end int) int {
	for i := first; i < end; i++ {
		if x.NameAt(i) != nil || x.Tags[i].POS == extract.NOUN || x.Tags[i].POS == extract.PROPN {
			return i
		}
	}
	return -1
}

// NameOfPhrase returns a phrase as a name: in the nominative, without article, and with whose it
// is, if that stands elsewhere, behind it.
func (x *Discourse) NameOfPhrase(p NounPhrase, plural bool, gender nouns.Agreement, lemma string, owner string) string {
	var b strings.Builder
	each := p.First < p.Head && (x.Words[p.First].Lower() == "jeder" || x.Words[p.First].Lower() == "jede") // jeder Dritte
	if each {
		b.WriteString(x.Words[p.First].Lower() + " ")
	}
	for i := p.Adjectives; i < p.Head; i++ {
		if a := x.adjective(i, plural, gender); a != "" {
			b.WriteString(a)
			b.WriteByte(' ')
		}
	}
	if each {
		b.WriteString(x.Words[p.Head].Text)
	} else {
		b.WriteString(x.headName(p.Head, plural, gender, lemma))
	}
	if p.End > p.Head+1 {
		b.WriteByte(' ')
		b.WriteString(strings.Join(strings.Fields(x.Text.Doc.Slice(x.Text.Span(p.Head+1, p.End))), " "))
	}
	if owner != "" {
		b.WriteByte(' ')
		b.WriteString(owner)
	}
	return b.String()
}

// Genitive returns the noun at token t in the genitive with its article, and with von where its
// gender or form is not known: der Rentnerin, des Schulrats.
func (x *Discourse) Genitive(t int, plural bool, gender nouns.Agreement, lemma string) string {
	name := x.headName(t, plural, gender, lemma)
	adjectival := nouns.Entry(x.Words[t].Text).Features().HasAny(lexicon.FromAdjective)
	switch {
	case adjectival && (plural || gender == nouns.Feminine):
		return "der " + strings.TrimSuffix(name, "n") + "n"
	case plural || gender == nouns.Feminine:
		return "der " + name
	case adjectival && gender == nouns.Masculine:
		return "des " + strings.TrimSuffix(name, "r") + "n"
	case gender == nouns.Masculine || gender == nouns.Neuter:
		if g := genitive(name); g != "" {
			return "des " + g
		}
	}
	return "von " + name
}

// genitive returns the genitive of a masculine or neuter noun, "" if the lexicon does not know it.
func genitive(noun string) string {
	for _, end := range [...]string{"s", "es", "n", "en", "ns"} {
		for r := range nouns.Entry(noun + end).Readings() {
			if r.Features.Has(lexicon.Noun | lexicon.Genitive | lexicon.Singular) {
				return noun + end
			}
		}
	}
	return ""
}

// GenitiveOfName returns the name of an entity in the genitive with its article, as [Genitive]
// does: der Schweizerischen Nationalbank, des Lehrerverbands.
func (x *Discourse) GenitiveOfName(entity int) string {
	name := x.Text.Entities[entity].Name
	gender := x.Referents[entity].Agreement.One()
	if x.Text.Entities[entity].Label == entities.PER || gender == 0 {
		return "von " + name
	}
	words := strings.Fields(name)
	head := 0
	for head < len(words)-1 {
		stem := strings.TrimRight(words[head], "ersn")
		if strings.HasSuffix(stem, "isch") || nouns.Features(letters.LowerFirst(words[head])).HasAny(lexicon.Adjective) {
			words[head] = stem + "en"
		} else if !strings.HasSuffix(words[head], "er") { // Tiroler
			break
		}
		head++
	}
	article := "der "
	if gender == nouns.Masculine || gender == nouns.Neuter {
		article = "des "
		if g := genitive(words[head]); g != "" {
			words[head] = g
		} else if len(words) > head+1 {
			return "von " + name
		}
	}
	return article + strings.Join(words, " ")
}

// adjective returns an adjective in the nominative without an article, "" of a word that
// tells nothing of who it is.
func (x *Discourse) adjective(t int, plural bool, gender nouns.Agreement) string {
	w := &x.Words[t]
	if w.Kind == extract.Numeral || x.Tags[t].STTS() == "CARD" {
		if t+1 < len(x.Words) && x.Words[t+1].Text == "Prozent" {
			return w.Text
		}
		return ""
	}
	if x.Tags[t].STTS() != "ADJA" || x.NameAt(t) != nil {
		if x.Tags[t].POS == extract.ADV || w.Function != syntax.NoFunction {
			return ""
		}
		return w.Text
	}
	s := w.Text
	if (w.Small || t == 0 || x.Sentence[t-1] != x.Sentence[t]) && !strings.HasSuffix(s, "er") {
		s = letters.LowerFirst(s)
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
	case vague[strings.ToLower(stem)]:
		return ""
	case plural || gender == nouns.Feminine:
		return stem + "e"
	case gender == nouns.Neuter:
		return stem + "es"
	}
	return stem + "er"
}

// vague are adjectives, without their endings, that do not tell who somebody is.
var vague = map[string]bool{"mehrer": true, "viel": true, "einig": true, "zahlreich": true, "beid": true, "verschieden": true, "eigen": true, "sogenannt": true, "genannt": true,
	"damalig": true, "heutig": true, "jetzig": true, "dortig": true, "hiesig": true, "zuständig": true, "betreffend": true}

// headName returns the noun at token t in the nominative.
func (x *Discourse) headName(t int, plural bool, gender nouns.Agreement, lemma string) string {
	s := x.Words[t].Text
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
	if gender == nouns.Feminine && (!e.Features().HasAny(lexicon.FromAdjective) || nominative(e, lexicon.Singular|lexicon.Feminine)) {
		return s // which has no endings: Zentrale
	}
	if e.Features().HasAny(lexicon.FromAdjective) && strings.HasSuffix(strings.TrimRight(s, "nrms"), "e") {
		stem := strings.TrimSuffix(strings.TrimRight(s, "nrms"), "e")
		switch {
		case gender == nouns.Feminine:
			return stem + "e"
		case gender == nouns.Masculine:
			return stem + "er"
		case strings.HasSuffix(s, "e") && t > 0 && strings.EqualFold(x.Words[t-1].Text, "die"):
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

// IsPlural reports whether a noun that could be one or several is several: bare as no
// single person is (Zeugen sagten), or after an article that fits no single one.
func (x *Discourse) IsPlural(t int, n *nouns.Noun, p NounPhrase) bool {
	features := nouns.Features(x.Words[t].Text)
	if !features.HasAny(lexicon.Plural) {
		return false
	}
	if base, ok := strings.CutSuffix(x.Words[t].Text, "n"); ok && !nominative(nouns.Entry(x.Words[t].Text), lexicon.Singular) && nominative(nouns.Entry(base), lexicon.Plural) && (x.Tags[p.First].STTS() != "ART" || x.Words[p.First].Lower() == "den") {
		return true // Kreisen, den Berichten
	}
	if p.First == p.Adjectives && p.First < t && x.Tags[t-1].STTS() == "ADJA" && strings.HasSuffix(x.Words[t-1].Text, "er") && !nominative(nouns.Entry(x.Words[t].Text), lexicon.Singular) {
		return true // Schätzungen informierter Kreise
	}
	if strings.HasSuffix(x.Words[t].Lower(), "kreise") && !strings.HasPrefix(x.Words[p.First].Lower(), "de") {
		return true // Verbandskreise, of people
	}
	switch x.Words[p.First].Lower() {
	case "die":
		return p.First < t && !features.HasAny(lexicon.Feminine)
	}
	return p.First == t && p.Adjectives == t && n != nil && n.Kind == nouns.Person && !n.Plural && x.Words[t].Text != n.Lemma &&
		(t+1 >= len(x.Words) || x.NameAt(t+1) == nil) && (t == 0 || !x.Words[t-1].Capital || x.Words[t].Small) && strings.HasSuffix(x.Words[t].Text, "n")
}

// Apposed returns the person whose name stands before a noun in apposition, or -1: Sarah Stein,
// Kulturförderin der Stadt.
func (x *Discourse) Apposed(t int, p NounPhrase, det nouns.Determination) int {
	i := p.Adjectives - 1
	if det != nouns.Bare || i < 1 || x.Words[i].Text != "," || x.Sentence[i] != x.Sentence[t] || x.NameAt(i-1) == nil {
		return -1
	}
	if end := p.End; end >= len(x.Words) || x.Sentence[end] != x.Sentence[t] || !x.Text.IsPunct(end, ",.;:") && x.Words[end].Kind != extract.CloseQuote {
		return -1
	}
	m := x.NameAt(i - 1)
	if m.Genitive || x.Text.Entities[m.Entity].Label != entities.PER || x.Tags[t].Number == extract.Plural {
		return -1
	}
	return m.Entity
}
