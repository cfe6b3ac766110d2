package syntax

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
)

// Phrase returns the end of the noun phrase that begins at token i and ends
// before limit, i if there is none. It takes determiner, adjectives, nouns and
// names, then what hangs on them: a bracket, genitives, phrases with von and
// the like, a second phrase after "und".
func (t *Text) Phrase(i, limit int) int {
	end := t.NounCore(i, limit)
	if end == i {
		return i
	}
	if t.Words[end-1].Function == Pronoun {
		return end
	}
	name := t.Person(end - 1) // sagte Eva Lang (CDU) der Zeitung
	for end < limit {
		w := &t.Words[end]
		next := end
		switch {
		case w.Text == "(":
			for k := end + 1; k < limit && k < end+8; k++ {
				if t.Words[k].Text == ")" {
					next = k + 1
					break
				}
			}
		case w.Kind == extract.OpenQuote: // der Zeitung „Die Welt“
			next = t.quotedName(end, limit)
		case Genitive(w.Text) && !name:
			next = t.NounCore(end, limit)
		case Attaches(w.Text) && !(w.Text == "für" && name):
			if k := t.NounCore(end+1, limit); k > end+1 && t.Words[k-1].Function != Pronoun {
				next = k
			}
		case w.Text == "und" || w.Text == "sowie" || w.Text == "oder":
			if k := t.NounCore(end+1, limit); k > end+1 && (k >= limit || !t.Words[k].Finite || t.Words[end+1].Capital) {
				next = k
			}
		}
		if next == end {
			break
		}
		if end = next; t.Words[end-1].Text != ")" {
			name = t.Person(end - 1)
		}
	}
	return end
}

// Person reports whether token i belongs to the name of a person.
func (t *Text) Person(i int) bool {
	return t.Entity[i] >= 0 && t.Entities[t.Entity[i]].Label == entities.PER
}

// Genitive reports whether a determiner can stand for a genitive after a noun.
func Genitive(w string) bool { return nouns.Load().Genitives.Has(w) }

// Attaches reports whether a phrase with this preposition rather belongs to
// the noun before it than to the verb.
func Attaches(prep string) bool {
	switch prep {
	case "von", "vom", "für", "aus":
		return true
	}
	return false
}

// NounCore returns the end of determiner, adjectives, nouns and names at token
// i, or the end of a pronoun.
func (t *Text) NounCore(i, limit int) int {
	start := i
	if i >= limit {
		return i
	}
	w := &t.Words[i]
	if w.Function == Pronoun && w.Text != "sich" {
		return i + 1
	}
	det := false
	for i < limit && (t.Words[i].Function == Determiner || t.Words[i].Function == Relative) && !t.Words[i].Quoted {
		i++
		det = true
	}
	for i < limit { // adjectives, participles, numbers
		w := &t.Words[i]
		if w.Capital && w.Kind == extract.Word && !w.Small || w.Quoted {
			break
		}
		if w.Kind == extract.Numeral || w.Kind == extract.Ordinal || w.Kind == extract.Abbreviation && w.Capital ||
			w.Features.HasAny(lexicon.Adjective) && !w.Finite || w.Features.HasAny(lexicon.Adjective) && i+1 < limit && t.Words[i+1].Capital && i > start {
			i++
			continue
		}
		if i > start && i+1 < limit && (w.Text == "und" || w.Text == ",") && t.Words[i-1].Features.HasAny(lexicon.Adjective) && !t.Words[i-1].Capital && t.Words[i+1].Features.HasAny(lexicon.Adjective) && !t.Words[i+1].Capital {
			i++
			continue
		}
		break
	}
	nouns := i
	for i < limit && t.nominal(i, nouns) {
		i++
	}
	if i == nouns && i < limit {
		end := t.quotedName(i, limit) // das «Wall Street Journal»
		if end == i && det {
			end = t.ShortQuotation(i, limit) // die «Aktion Mensch hilft»
		}
		if end > i {
			return end
		}
	}
	if i == nouns {
		if det && nouns == start+1 && !t.Words[start].Quoted { // "dieser", "der" by itself
			switch t.Words[start].Lower() {
			case "der", "die", "das", "dieser", "diese", "dieses", "beide", "alle", "viele", "einige", "mehrere", "andere", "manche":
				return nouns
			}
		}
		return start
	}
	return i
}

// quotedName returns the end of a quotation that begins at token i, ends before
// limit and can be a name: it begins with a capital, holds no finite verb and
// is nobody's speech. Otherwise it returns i.
func (t *Text) quotedName(i, limit int) int {
	if t.Words[i].Kind != extract.OpenQuote || t.Words[i].Speech || i+1 >= limit || !letters.IsUpper(t.Words[i+1].Text) {
		return i
	}
	for k := i + 1; k < limit && k < i+longName; k++ {
		switch w := &t.Words[k]; {
		case w.Kind == extract.CloseQuote:
			return k + 1
		case w.Finite && !w.Capital:
			return i
		}
	}
	return i
}

// ShortQuotation returns the end of a short quotation that begins at token i
// where a name is expected, whatever it holds: laut «heise online». It returns
// i if there is none.
func (t *Text) ShortQuotation(i, limit int) int {
	if t.Words[i].Kind != extract.OpenQuote || t.Words[i].Speech {
		return i
	}
	for k := i + 1; k < limit && k < i+longName/2; k++ {
		if t.Words[k].Kind == extract.CloseQuote {
			return k + 1
		}
	}
	return i
}

// longName is how many tokens a name in quotation marks has at most, with them.
const longName = 12

// nominal reports whether token i goes on with the nouns and names of a phrase
// whose first noun is at first.
func (t *Text) nominal(i, first int) bool {
	w := &t.Words[i]
	switch {
	case w.Quoted, w.Small && t.Entity[i] < 0:
		return false
	case w.Kind == extract.Word && w.Capital && w.Function == NoFunction:
		return true
	case w.Kind == extract.Abbreviation && w.Capital, w.Kind == extract.Link && w.Start > 0:
		return true
	}
	return i > first && t.sameMention(i) // Ursula von der Leyen
}

func (t *Text) sameMention(i int) bool {
	return t.Entity[i] >= 0 && i > 0 && t.Entity[i-1] == t.Entity[i]
}

// Nominative reports whether the phrase [first, last) can be a subject.
func (t *Text) Nominative(first, last int) bool {
	w := t.Words[first].Lower()
	switch w {
	case "dem", "den", "des", "einem", "einen", "eines", "keinem", "keinen", "seinem", "seinen", "ihrem", "ihren", "diesem", "diesen", "jedem", "jeden", "unserem", "unseren",
		"ihm", "ihn", "ihnen", "sich", "uns", "mir", "mich", "denen", "dessen", "anderen", "einigen", "mehreren", "vielen", "beiden", "allen":
		return false
	case "der", "einer", "dieser", "seiner", "ihrer", "unserer", "jeder", "keiner":
		if last == first+1 {
			return w == "der" || w == "dieser" || w == "einer" || w == "jeder" || w == "keiner"
		}
		if w == "einer" {
			return t.Words[first+1].Text == "der" || t.Words[first+1].Text == "von"
		}
		return t.Masculine(first+1, last)
	}
	if len(w) > 3 && !t.Words[first].Capital && t.Words[first].Features.HasAny(lexicon.Adjective) && last > first+1 {
		switch w[len(w)-2:] {
		case "en", "em":
			return false
		}
	}
	return true
}

// Masculine reports whether the first noun in [first, last) can be masculine
// and singular; names and unknown words can.
func (t *Text) Masculine(first, last int) bool {
	for i := first; i < last; i++ {
		w := &t.Words[i]
		if !w.Capital || w.Quoted {
			continue
		}
		e := nouns.Entry(w.Text)
		for r := range e.Readings() {
			if r.Features.Has(lexicon.Noun | lexicon.Nominative | lexicon.Singular | lexicon.Masculine) {
				return true
			}
		}
		return !e.Features().HasAny(lexicon.Noun)
	}
	return true
}
