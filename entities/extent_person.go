package entities

import (
	"slices"
	"strings"

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
		if !noble && (e.beginsOther(i, at) || gazetteer.Lookup(name) == 0 && (lexicon.Mask(name).OnlyNoun() || lexicon.Head(name).Known())) {
			return // Maria von der Feuerwehr
		}
		e.reach(i, at+1)
	}
}

// beginsOther reports whether a body or somebody by a given name is named from a token on, right
// behind a name: Eva Martin von der Universität Ulm, "als Tom von Lea geschieden war".
func (e *extents) beginsOther(i, at int) bool {
	if i+1 >= len(e.names) || e.names[i+1].first != at {
		return false
	}
	x, next := &e.names[i], &e.names[i+1]
	return next.Label == ORG && (x.last-x.first > 1 || e.text(at-1) != "von") || next.Label == PER && isFirst(e.text(at))
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

// readNouns gives names of one word the label that the noun right before them says: der Konzern
// Brodersen is no person, die Gemeinde Holzwicke is a place. So are they named elsewhere, unless
// the text has somebody of that name.
func (e *extents) readNouns() {
	said := map[string]Label{} // by name without genitive s
	for i := range e.names {
		x := &e.names[i]
		if label := e.nounBefore(x); label != 0 && label != x.Label {
			said[strings.TrimSuffix(e.d.Slice(x.Span), "s")] = label
		}
	}
	if len(said) == 0 {
		return
	}
	for _, x := range e.names {
		if x.Label == PER && x.last-x.first > 1 {
			delete(said, strings.TrimSuffix(e.text(x.last-1), "s"))
		}
	}
	for i := range e.names {
		x := &e.names[i]
		if label, ok := said[strings.TrimSuffix(e.d.Slice(x.Span), "s")]; ok && x.Form == FormName {
			x.Label = label
		}
	}
}

// nounBefore returns what the noun right before a name of one word says of it, 0 if that is
// nothing. Behind the noun for a body a place that is known is where it is: die Partei Kanadas.
func (e *extents) nounBefore(x *extent) Label {
	if x.first == 0 || x.last-x.first > 1 || x.Form != FormName || x.Label == MISC || e.d.Tags()[x.first-1].STTS() != "NN" {
		return 0
	}
	w := e.text(x.first)
	genitive := x.Label == PER && strings.HasSuffix(w, "s") // die Partei Merkels
	switch class := e.NounClass(e.text(x.first - 1)); {
	case genitive || class&(wordlist.Man|wordlist.Woman|wordlist.Office|wordlist.OrgJoin) != 0:
	case class&wordlist.OrgNoun != 0 && (x.Label != LOC || !e.isPlace(w) && !e.isPlace(strings.TrimSuffix(w, "s")) && e.NounClass(w)&wordlist.PlaceHead == 0):
		return ORG
	case class&wordlist.PlaceNoun != 0:
		return LOC
	}
	return 0
}
