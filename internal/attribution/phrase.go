package attribution

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// phrase returns the end of the noun phrase that begins at token i and ends
// before limit, i if there is none. It takes determiner, adjectives, nouns and
// names, then what hangs on them: a bracket, genitives, phrases with von and
// the like, a second phrase behind "und".
func (a *analysis) phrase(i, limit int) int {
	end := a.nounCore(i, limit)
	if end == i {
		return i
	}
	if a.ws[end-1].role == rolePronoun {
		return end
	}
	name := a.person(end - 1) // sagte Eva Lang (CDU) der Zeitung
	for end < limit {
		w := &a.ws[end]
		next := end
		switch {
		case w.text == "(":
			for k := end + 1; k < limit && k < end+8; k++ {
				if a.ws[k].text == ")" {
					next = k + 1
					break
				}
			}
		case w.Kind == extract.OpenQuote: // der Zeitung „Die Welt“
			next = a.quotedName(end, limit)
		case genitive(w.text) && !name:
			next = a.nounCore(end, limit)
		case attaches(w.text) && !(w.text == "für" && name):
			if k := a.nounCore(end+1, limit); k > end+1 && a.ws[k-1].role != rolePronoun {
				next = k
			}
		case w.text == "und" || w.text == "sowie" || w.text == "oder":
			if k := a.nounCore(end+1, limit); k > end+1 && (k >= limit || !a.ws[k].finite || a.ws[end+1].capital) {
				next = k
			}
		}
		if next == end {
			break
		}
		if end = next; a.ws[end-1].text != ")" {
			name = a.person(end - 1)
		}
	}
	return end
}

// person reports whether token i belongs to the name of a person.
func (a *analysis) person(i int) bool {
	return a.mention[i] >= 0 && a.es[a.mention[i]].Label == entities.PER
}

// genitive reports whether a determiner can stand for a genitive behind a noun.
func genitive(w string) bool {
	switch w {
	case "der", "des", "eines", "einer", "dieses", "dieser", "seines", "seiner", "ihres", "ihrer", "deren", "dessen", "unserer", "beider", "aller", "mehrerer", "zweier":
		return true
	}
	return false
}

// attaches reports whether a phrase with this preposition rather belongs to
// the noun before it than to the verb.
func attaches(prep string) bool {
	switch prep {
	case "von", "vom", "für", "aus":
		return true
	}
	return false
}

// nounCore returns the end of determiner, adjectives, nouns and names at token
// i, or the end of a pronoun.
func (a *analysis) nounCore(i, limit int) int {
	start := i
	if i >= limit {
		return i
	}
	w := &a.ws[i]
	if w.role == rolePronoun && w.text != "sich" {
		return i + 1
	}
	det := false
	for i < limit && (a.ws[i].role == roleDeterminer || a.ws[i].role == roleRelative) && !a.ws[i].quoted {
		i++
		det = true
	}
	for i < limit { // adjectives, participles, numbers
		w := &a.ws[i]
		if w.capital && w.Kind == extract.Word && !w.small || w.quoted {
			break
		}
		if w.Kind == extract.Number || w.Kind == extract.Ordinal || w.Kind == extract.Abbreviation && w.capital ||
			w.f.HasAny(lexicon.Adjective) && !w.finite || w.f.HasAny(lexicon.Adjective) && i+1 < limit && a.ws[i+1].capital && i > start {
			i++
			continue
		}
		if i > start && i+1 < limit && (w.text == "und" || w.text == ",") && a.ws[i-1].f.HasAny(lexicon.Adjective) && !a.ws[i-1].capital && a.ws[i+1].f.HasAny(lexicon.Adjective) && !a.ws[i+1].capital {
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
			end = a.shortQuotation(i, limit) // die «Aktion Mensch hilft»
		}
		if end > i {
			return end
		}
	}
	if i == nouns {
		if det && nouns == start+1 && !a.ws[start].quoted { // "dieser", "der" by itself
			switch a.ws[start].lower() {
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
func (a *analysis) quotedName(i, limit int) int {
	if a.ws[i].Kind != extract.OpenQuote || a.ws[i].opaque || i+1 >= limit || !letters.IsUpper(a.ws[i+1].text) {
		return i
	}
	for k := i + 1; k < limit && k < i+longName; k++ {
		switch w := &a.ws[k]; {
		case w.Kind == extract.CloseQuote:
			return k + 1
		case w.finite && !w.capital:
			return i
		}
	}
	return i
}

// shortQuotation returns the end of a short quotation that begins at token i
// where a name is expected, whatever it holds: laut «heise online». It returns
// i if there is none.
func (a *analysis) shortQuotation(i, limit int) int {
	if a.ws[i].Kind != extract.OpenQuote || a.ws[i].opaque {
		return i
	}
	for k := i + 1; k < limit && k < i+longName/2; k++ {
		if a.ws[k].Kind == extract.CloseQuote {
			return k + 1
		}
	}
	return i
}

// longName is how many tokens a name in quotation marks has at most, with them.
const longName = 12

// nominal reports whether token i goes on with the nouns and names of a phrase
// whose first noun is at first.
func (a *analysis) nominal(i, first int) bool {
	w := &a.ws[i]
	switch {
	case w.quoted, w.small && a.mention[i] < 0:
		return false
	case w.Kind == extract.Word && w.capital && (w.role == roleNone || i > first && a.sameMention(i)):
		return true
	case w.Kind == extract.Abbreviation && w.capital, w.Kind == extract.Link && w.Start > 0:
		return true
	case i > first && (w.Kind == extract.Number || w.Kind == extract.Ordinal) && a.sameMention(i):
		return true
	}
	return i > first && a.sameMention(i) // Ursula von der Leyen
}

func (a *analysis) sameMention(i int) bool {
	return a.mention[i] >= 0 && i > 0 && a.mention[i-1] == a.mention[i]
}

// nominative reports whether the phrase [first, last) can be a subject.
func (a *analysis) nominative(first, last int) bool {
	w := a.ws[first].lower()
	switch w {
	case "dem", "den", "des", "einem", "einen", "eines", "keinem", "keinen", "seinem", "seinen", "ihrem", "ihren", "diesem", "diesen", "jedem", "jeden", "unserem", "unseren",
		"ihm", "ihn", "ihnen", "sich", "uns", "mir", "mich", "denen", "dessen", "anderen", "einigen", "mehreren", "vielen", "beiden", "allen":
		return false
	case "der", "einer", "dieser", "seiner", "ihrer", "unserer", "jeder", "keiner":
		if last == first+1 {
			return w == "der" || w == "dieser" || w == "einer" || w == "jeder" || w == "keiner"
		}
		if w == "einer" {
			return a.ws[first+1].text == "der" || a.ws[first+1].text == "von"
		}
		return a.masculine(first+1, last)
	}
	if len(w) > 3 && !a.ws[first].capital && a.ws[first].f.HasAny(lexicon.Adjective) && last > first+1 {
		switch w[len(w)-2:] {
		case "en", "em":
			return false
		}
	}
	return true
}

// masculine reports whether the first noun in [first, last) can be masculine
// and singular; names and unknown words can.
func (a *analysis) masculine(first, last int) bool {
	for i := first; i < last; i++ {
		w := &a.ws[i]
		if !w.capital || w.quoted {
			continue
		}
		f := w.f
		if f == 0 {
			f = lexicon.Head(w.text).Features()
		}
		if f&lexicon.Noun == 0 {
			return true
		}
		masc := false
		e := w.form.entry
		if !e.Known() {
			e = lexicon.Head(w.text)
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
