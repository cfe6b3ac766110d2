package syntax

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// Phrase returns the end of the noun phrase that begins at token i and ends
// before limit, i if there is none. It takes determiner, adjectives, nouns and
// names, then what hangs on them: a bracket, genitives, phrases with von and
// the like, a second phrase behind "und".
func (a *Text) Phrase(i, limit int) int {
	end := a.NounCore(i, limit)
	if end == i {
		return i
	}
	if a.Words[end-1].Function == Pronoun {
		return end
	}
	name := a.Person(end - 1) // sagte Eva Lang (CDU) der Zeitung
	for end < limit {
		w := &a.Words[end]
		next := end
		switch {
		case w.Text == "(":
			for k := end + 1; k < limit && k < end+8; k++ {
				if a.Words[k].Text == ")" {
					next = k + 1
					break
				}
			}
		case w.Kind == extract.OpenQuote: // der Zeitung „Die Welt“
			next = a.quotedName(end, limit)
		case Genitive(w.Text) && !name:
			next = a.NounCore(end, limit)
		case Attaches(w.Text) && !(w.Text == "für" && name):
			if k := a.NounCore(end+1, limit); k > end+1 && a.Words[k-1].Function != Pronoun {
				next = k
			}
		case w.Text == "und" || w.Text == "sowie" || w.Text == "oder":
			if k := a.NounCore(end+1, limit); k > end+1 && (k >= limit || !a.Words[k].Finite || a.Words[end+1].Capital) {
				next = k
			}
		}
		if next == end {
			break
		}
		if end = next; a.Words[end-1].Text != ")" {
			name = a.Person(end - 1)
		}
	}
	return end
}

// Person reports whether token i belongs to the name of a person.
func (a *Text) Person(i int) bool {
	return a.Entity[i] >= 0 && a.Entities[a.Entity[i]].Label == entities.PER
}

// Genitive reports whether a determiner can stand for a genitive behind a noun.
func Genitive(w string) bool {
	switch w {
	case "der", "des", "eines", "einer", "dieses", "dieser", "seines", "seiner", "ihres", "ihrer", "deren", "dessen", "unserer", "beider", "aller", "mehrerer", "zweier":
		return true
	}
	return false
}

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
func (a *Text) NounCore(i, limit int) int {
	start := i
	if i >= limit {
		return i
	}
	w := &a.Words[i]
	if w.Function == Pronoun && w.Text != "sich" {
		return i + 1
	}
	det := false
	for i < limit && (a.Words[i].Function == Determiner || a.Words[i].Function == Relative) && !a.Words[i].Quoted {
		i++
		det = true
	}
	for i < limit { // adjectives, participles, numbers
		w := &a.Words[i]
		if w.Capital && w.Kind == extract.Word && !w.Small || w.Quoted {
			break
		}
		if w.Kind == extract.Number || w.Kind == extract.Ordinal || w.Kind == extract.Abbreviation && w.Capital ||
			w.Features.HasAny(lexicon.Adjective) && !w.Finite || w.Features.HasAny(lexicon.Adjective) && i+1 < limit && a.Words[i+1].Capital && i > start {
			i++
			continue
		}
		if i > start && i+1 < limit && (w.Text == "und" || w.Text == ",") && a.Words[i-1].Features.HasAny(lexicon.Adjective) && !a.Words[i-1].Capital && a.Words[i+1].Features.HasAny(lexicon.Adjective) && !a.Words[i+1].Capital {
			i++
			continue
		}
		break
	}
	nouns := i
	for i < limit && a.nominal(i, nouns) {
		i++
	}
	if i == nouns && i < limit {
		end := a.quotedName(i, limit) // das «Wall Street Journal»
		if end == i && det {
			end = a.ShortQuotation(i, limit) // die «Aktion Mensch hilft»
		}
		if end > i {
			return end
		}
	}
	if i == nouns {
		if det && nouns == start+1 && !a.Words[start].Quoted { // "dieser", "der" by itself
			switch a.Words[start].Lower() {
			case "der", "die", "das", "dieser", "diese", "dieses", "beide", "alle", "viele", "einige", "mehrere", "andere":
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
func (a *Text) quotedName(i, limit int) int {
	if a.Words[i].Kind != extract.OpenQuote || a.Words[i].Speech || i+1 >= limit || !letters.IsUpper(a.Words[i+1].Text) {
		return i
	}
	for k := i + 1; k < limit && k < i+longName; k++ {
		switch w := &a.Words[k]; {
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
func (a *Text) ShortQuotation(i, limit int) int {
	if a.Words[i].Kind != extract.OpenQuote || a.Words[i].Speech {
		return i
	}
	for k := i + 1; k < limit && k < i+longName/2; k++ {
		if a.Words[k].Kind == extract.CloseQuote {
			return k + 1
		}
	}
	return i
}

// longName is how many tokens a name in quotation marks has at most, with them.
const longName = 12

// nominal reports whether token i goes on with the nouns and names of a phrase
// whose first noun is at first.
func (a *Text) nominal(i, first int) bool {
	w := &a.Words[i]
	switch {
	case w.Quoted, w.Small && a.Entity[i] < 0:
		return false
	case w.Kind == extract.Word && w.Capital && (w.Function == NoFunction || i > first && a.sameMention(i)):
		return true
	case w.Kind == extract.Abbreviation && w.Capital, w.Kind == extract.Link && w.Start > 0:
		return true
	case i > first && (w.Kind == extract.Number || w.Kind == extract.Ordinal) && a.sameMention(i):
		return true
	}
	return i > first && a.sameMention(i) // Ursula von der Leyen
}

func (a *Text) sameMention(i int) bool {
	return a.Entity[i] >= 0 && i > 0 && a.Entity[i-1] == a.Entity[i]
}

// Nominative reports whether the phrase [first, last) can be a subject.
func (a *Text) Nominative(first, last int) bool {
	w := a.Words[first].Lower()
	switch w {
	case "dem", "den", "des", "einem", "einen", "eines", "keinem", "keinen", "seinem", "seinen", "ihrem", "ihren", "diesem", "diesen", "jedem", "jeden", "unserem", "unseren",
		"ihm", "ihn", "ihnen", "sich", "uns", "mir", "mich", "denen", "dessen", "anderen", "einigen", "mehreren", "vielen", "beiden", "allen":
		return false
	case "der", "einer", "dieser", "seiner", "ihrer", "unserer", "jeder", "keiner":
		if last == first+1 {
			return w == "der" || w == "dieser" || w == "einer" || w == "jeder" || w == "keiner"
		}
		if w == "einer" {
			return a.Words[first+1].Text == "der" || a.Words[first+1].Text == "von"
		}
		return a.Masculine(first+1, last)
	}
	if len(w) > 3 && !a.Words[first].Capital && a.Words[first].Features.HasAny(lexicon.Adjective) && last > first+1 {
		switch w[len(w)-2:] {
		case "en", "em":
			return false
		}
	}
	return true
}

// Masculine reports whether the first noun in [first, last) can be masculine
// and singular; names and unknown words can.
func (a *Text) Masculine(first, last int) bool {
	for i := first; i < last; i++ {
		w := &a.Words[i]
		if !w.Capital || w.Quoted {
			continue
		}
		f := w.Features
		if f == 0 {
			f = lexicon.Head(w.Text).Features()
		}
		if f&lexicon.Noun == 0 {
			return true
		}
		masc := false
		e := w.Form.Entry
		if !e.Known() {
			e = lexicon.Head(w.Text)
		}
		for r := range e.Readings() {
			if r.Features.Has(lexicon.Noun | lexicon.Nominative | lexicon.Singular | lexicon.Masculine) {
				masc = true
			}
		}
		return masc
	}
	return true
}
