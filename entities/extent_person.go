package entities

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// longestNickname is in tokens.
const longestNickname = 2

// addNickname joins the name around a nickname: Karl „Kalle“ Meier, Evelyn (Evi) Maurer.
func (e *extents) addNickname(i int) {
	x := &e.names[i]
	open := slices.IndexFunc(e.d.Tokens()[x.first:x.last], func(t extract.Token) bool { return t.Kind == extract.OpenQuote })
	at := x.last
	if open > 0 {
		at = x.first + open
	}
	bracket := e.text(at) == "("
	if e.kind(at) != extract.OpenQuote && !bracket || at > x.first+longestNickname+1 {
		return
	}
	for i := x.first; i < at; i++ {
		if !isFirst(e.text(i)) {
			return
		}
	}
	end := at + 1
	for end <= at+longestNickname && letters.IsUpper(e.text(end)) && wordlist.Form(e.text(end))&wordlist.AllCaps == 0 {
		end++
	}
	closed := e.kind(end) == extract.CloseQuote || bracket && e.text(end) == ")"
	if end == at+1 || !closed || bracket && (end > at+2 || e.isPlace(e.text(at+1))) {
		return
	}
	if x.last > end+1 {
		return // the model has it all
	}
	for k := i + 1; k < len(e.names) && e.names[k].first <= end+1; k++ {
		if n := &e.names[k]; n.last > end+1 && n.Label == PER && n.Form == FormName {
			e.reach(i, n.last)
			return
		}
	}
	if w := e.text(end + 1); gazetteer.Lookup(w).HasAny(gazetteer.Surname) || lexicon.Mask(w).HasAny(lexicon.LastName) {
		e.reach(i, end+2)
	}
}

// addNobility joins what the model has cut off: Johann Wolfgang von Goethe, Eva Freifrau
// von und zu Stein, Georg Friedrich Prinz von Preußen.
func (e *extents) addNobility(i int) {
	x := &e.names[i]
	w := e.text(x.last - 1)
	noble := e.Nobility.Has(w)
	if x.last-x.first > 1 && noble || isFirst(w) || x.last-x.first == 1 && isFirstGenitive(w) {
		at := x.last
		if !noble && e.Nobility.Has(e.text(at)) {
			noble = true
			at++
		}
		from := at
		for at < from+4 && isNobleParticle(e.text(at), at == from) {
			at++
		}
		name := e.text(at)
		if at == from || !letters.IsUpper(name) || wordlist.Form(name)&wordlist.AllCaps != 0 {
			return
		}
		if !noble && lexicon.Mask(name).OnlyNoun() && gazetteer.Lookup(name) == 0 {
			return // Maria von der Feuerwehr
		}
		e.reach(i, at+1)
	}
}

// isFirst reports whether a word is a first name, also a short one.
func isFirst(w string) bool {
	_, short := otherNames().nicknames[wordlist.Folded(w)]
	return short || gazetteer.Lookup(w).HasAny(gazetteer.FirstName) || lexicon.Mask(w).HasAny(lexicon.FirstName)
}

func isFirstGenitive(w string) bool {
	base, ok := wordlist.Genitive(w)
	return ok && isFirst(base)
}

func isNobleParticle(w string, first bool) bool {
	switch w {
	case "von", "zu", "vom", "zur":
		return true
	case "der", "und", "dem", "den":
		return !first
	}
	return false
}
