package entities

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// mend corrects where names begin and end, by what is closed in German: nicknames inside
// names of persons, names of nobility, the apostrophe of a genitive, titles that are bodies
// too. It leaves out what is no name for its form. names are in order, and so is the result.
// Time is linear in the names.
func mend(d *extract.Document, names []Named, sign *stop.Sign) []Named {
	e := extents{d: d, Lists: wordlist.Load(), names: make([]extent, len(names))}
	for i, n := range names {
		sign.Look()
		e.names[i].Named = n
		e.names[i].first, e.names[i].last = d.TokensIn(n.Span)
	}
	out := names[:0]
	for i := range e.names {
		sign.Look()
		x := &e.names[i]
		if x.gone || x.first >= x.last || x.Form == FormName && (e.ordinary(x) || e.isTitle(i)) {
			continue
		}
		if x.Form == FormName {
			e.cutApostrophe(x)
			if x.Label == PER {
				e.addNickname(i)
				e.addNobility(i)
			}
			e.readInhabitants(x)
		}
		out = append(out, x.Named)
	}
	return out
}

// extent is a name and its tokens.
type extent struct {
	Named
	first, last int
	gone        bool // part of one before it, or none
}

type extents struct {
	*wordlist.Lists
	d     *extract.Document
	names []extent
}

// text returns a token, "" outside of the document.
func (e *extents) text(i int) string {
	if i < 0 || i >= len(e.d.Tokens()) {
		return ""
	}
	return e.d.Slice(e.d.Tokens()[i].Span)
}

func (e *extents) kind(i int) extract.Kind {
	if i >= len(e.d.Tokens()) {
		return 0
	}
	return e.d.Tokens()[i].Kind
}

// reach makes a name end before token last. Names that begin inside are part of it.
func (e *extents) reach(i, last int) {
	x := &e.names[i]
	x.last = last
	x.End = e.d.Tokens()[last-1].End
	for k := i + 1; k < len(e.names) && e.names[k].first < last; k++ {
		e.names[k].gone = true
	}
}

// ordinary reports whether what looks like a name is none: "ins Grüne", and
// "Billig-Airline", a noun for companies behind another word.
func (e *extents) ordinary(x *extent) bool {
	if x.last-x.first > 1 {
		return false
	}
	w := e.text(x.first)
	if (w == "Grüne" || w == "Grünen") && x.first > 0 {
		before := strings.ToLower(e.text(x.first - 1))
		return before == "ins" || before == "im"
	}
	k := strings.LastIndexByte(w, '-')
	if x.Label != ORG || k <= 0 || e.Capitals[w[k+1:]]&wordlist.OrgNoun == 0 {
		return false
	}
	return !isName(w[:k]) && (lexicon.IsWord(w[:k]) || lexicon.Lower(w[:k]).Known())
}

// isTitle reports whether a body is the title of a person: Bundesrat Beat Jans. The person
// begins with the first name, which the model may have missed beside it.
func (e *extents) isTitle(i int) bool {
	x := &e.names[i]
	w := e.text(x.first)
	if x.Label != ORG || x.last-x.first > 1 || !strings.HasSuffix(w, "rat") && !strings.HasSuffix(w, "präsident") {
		return false
	}
	if i+1 >= len(e.names) {
		return false
	}
	next := &e.names[i+1]
	if next.Label != PER || next.Form != FormName {
		return false
	}
	if next.first == x.last+1 && letters.IsUpper(e.text(x.last)) {
		next.first--
		next.Start = e.d.Tokens()[next.first].Start
	}
	return next.first == x.last
}

// cutApostrophe ends a name with the apostrophe of a genitive: "Hans’ Hut" is Hans.
func (e *extents) cutApostrophe(x *extent) {
	for i := x.first; i < x.last-1; i++ {
		w := e.text(i)
		base := strings.TrimSuffix(strings.TrimSuffix(w, "'"), "’")
		if len(base) < 3 || base == w && !isMark(e.text(i+1)) || !strings.ContainsRune("sßxz", last(base)) {
			continue
		}
		next := i + 1
		if base == w {
			next++
		}
		if next < x.last && (!letters.IsUpper(e.text(next)) || gazetteer.Lookup(e.text(next)).HasAny(gazetteer.Surname) && !lexicon.Mask(e.text(next)).HasAny(lexicon.Noun)) {
			continue
		}
		x.last, x.End = i+1, e.d.Tokens()[i].End
		if x.Label != PER && x.first == i && gazetteer.Lookup(base).HasAny(gazetteer.FirstName|gazetteer.Surname) {
			x.Label = PER
		}
		return
	}
}

func last(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func isMark(s string) bool { return s == "'" || s == "’" }

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
	if end == at+1 || !closed || bracket && (end > at+2 || !isFirst(e.text(at+1))) {
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

// readInhabitants marks the form of a town's name of two words that its people have: St.
// Galler Regierung.
func (e *extents) readInhabitants(x *extent) {
	if x.Label != LOC || x.last-x.first < 2 {
		return
	}
	if front := e.text(x.first); front != "St." && front != "Bad" && front != "Sankt" {
		return
	}
	name := e.d.Slice(x.Span)
	stem, ok := strings.CutSuffix(name, "er")
	if ok && !gazetteer.Lookup(name).HasAny(gazetteer.Place) && letters.IsUpper(e.text(x.last)) &&
		slices.ContainsFunc([]string{"", "en", "e"}, func(end string) bool { return gazetteer.Lookup(stem + end).HasAny(gazetteer.Place) }) {
		x.Form = FormDerived
	}
}
