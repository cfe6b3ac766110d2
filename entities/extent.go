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
func mend(d *extract.Document, names []Named, news bool, sign *stop.Sign) []Named {
	e := extents{d: d, news: news, Lists: wordlist.Load(), names: make([]extent, len(names))}
	for i, n := range names {
		sign.Look()
		e.names[i].Named = n
		e.names[i].first, e.names[i].last = d.TokensIn(n.Span)
	}
	e.readNouns()
	out := names[:0]
	from := 0 // the first token behind the last name
	for i := range e.names {
		sign.Look()
		x := &e.names[i]
		e.cutShort(x)
		e.cutBody(x)
		if x.gone || x.first >= x.last || x.Form == FormName && (e.ordinary(x) || e.isTitle(i) || e.isEpithet(i)) || x.Form == FormPart && (e.kind(x.first) == extract.Abbreviation || isAdjectivePart(d.Slice(x.Span)) || e.isStray(x)) {
			continue
		}
		if x.Form == FormName {
			if news && x.last-x.first == 1 && opensReport(d, x.first) {
				x.Label = LOC
			}
			e.cutApostrophe(x)
			if x.Label == PER {
				e.addNickname(i)
				e.addNobility(i)
			}
			e.addNumber(i)
			if end := aimed(d, x.first); x.Label == ORG && end > x.last {
				e.reach(i, end) // Institut für Wirtschaft und Technik
			}
			e.addJoining(x, from)
			e.addFront(x, from)
			e.readInhabitants(x)
		}
		out = append(out, x.Named)
		from = max(from, x.last)
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
	news  bool // after the guide of newspapers
	// words of the persons named outside of compounds, filled when first asked for
	persons wordlist.Set
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

// ordinary reports whether what looks like a name is none: "ins Grüne", "Zack",
// "Billig-Airline", a noun for companies behind another word, and "mieter_88", what somebody
// calls himself in a forum.
func (e *extents) ordinary(x *extent) bool {
	if x.last-x.first > 1 {
		return false
	}
	w := e.text(x.first)
	if e.Cries.Has(w) && !e.inLonger(x) || x.Label == ORG && strings.Contains(w, "_") || e.news && x.Label == MISC && e.Currencies.Has(w) {
		return true
	}
	if (w == "Grüne" || w == "Grünen") && x.first > 0 {
		before := strings.ToLower(e.text(x.first - 1))
		return before == "ins" || before == "im"
	}
	k := strings.LastIndexByte(w, '-')
	if x.Label != ORG || k <= 0 || e.ExactClass(w[k+1:])&wordlist.OrgNoun == 0 {
		return false
	}
	return !isName(w[:k]) && (lexicon.IsWord(w[:k]) || lexicon.Lower(w[:k]).Known())
}

// inLonger reports whether a longer name has the word of x.
func (e *extents) inLonger(x *extent) bool {
	w := e.text(x.first)
	return slices.ContainsFunc(e.names, func(o extent) bool {
		for i := o.first; o.last-o.first > 1 && i < o.last; i++ {
			if e.text(i) == w {
				return true
			}
		}
		return false
	})
}

// isEpithet reports whether a name in quotation marks is what a person is called who is named
// behind it: der als „König von Kiel“ bekannte Tom Bär.
func (e *extents) isEpithet(i int) bool {
	x := &e.names[i]
	if x.first == 0 || e.kind(x.first-1) != extract.OpenQuote || e.kind(x.last) != extract.CloseQuote || i+1 >= len(e.names) {
		return false
	}
	next := &e.names[i+1]
	if next.first != x.last+2 || next.Label != PER || next.Form != FormName {
		return false
	}
	return e.d.Tags()[x.last+1].STTS() == "ADJA" || strings.EqualFold(e.text(x.first-2), "als")
}

// isAdjectivePart reports whether the front of a compound is an ordinary word and no name: Billig-Airline.
func isAdjectivePart(s string) bool {
	return lexicon.Lower(s).Features().HasAny(lexicon.Adjective) && !isName(s)
}

// isStray reports whether the front of a compound that looks like a person is none: the lexicon
// does not know it, and the text names nobody so elsewhere (Health-Uhr).
func (e *extents) isStray(x *extent) bool {
	w := e.d.Slice(x.Span)
	if x.Label != PER || slices.ContainsFunc(strings.Split(w, "-"), mayBePerson) {
		return false
	}
	if e.persons == nil {
		e.persons = wordlist.Set{}
		for _, o := range e.names {
			for i := o.first; o.Label == PER && o.Form == FormName && i < o.last; i++ {
				e.persons[strings.TrimSuffix(e.text(i), "s")] = struct{}{}
			}
		}
	}
	return !e.persons.Has(strings.TrimSuffix(w, "s"))
}

// mayBePerson reports whether the lexicon has a name of persons. The surnames of the gazetteer
// are too many.
func mayBePerson(w string) bool {
	return lexicon.Mask(w).HasAny(lexicon.FirstName | lexicon.LastName | lexicon.OtherPerson)
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
		e.beginAt(next, next.first-1)
	}
	return next.first == x.last
}

// beginAt makes token t the first one of a name.
func (e *extents) beginAt(x *extent, t int) { x.first, x.Start = t, e.d.Tokens()[t].Start }

// cutShort begins a name behind what is shortened and no part of it, and leaves nothing of a name
// that has no more: Bspw. Köln, LH-Stv. Franz Egger.
func (e *extents) cutShort(x *extent) {
	for x.first < x.last && e.kind(x.first) == extract.Abbreviation {
		w := strings.TrimSuffix(e.text(x.first), ".")
		if !e.ShortOutside.Has(w) && (x.Label != PER || utf8.RuneCountInString(w) == 1 || strings.Contains(w, ".") || e.ShortGiven.Has(w)) {
			return
		}
		if x.first+1 == x.last {
			x.first++ // nothing is left
			return
		}
		e.beginAt(x, x.first+1)
		if x.Label == ORG && e.isPlace(e.d.Slice(x.Span)) {
			x.Label = LOC
		}
	}
}

// cutBody leaves the place of a noun for a body and the genitive of a place: die Partei Kanadas.
func (e *extents) cutBody(x *extent) {
	if x.Label != ORG || x.last-x.first != 2 || e.NounClass(e.text(x.first))&wordlist.OrgNoun == 0 {
		return
	}
	if place, ok := strings.CutSuffix(e.text(x.first+1), "s"); ok && e.isPlace(place) {
		e.beginAt(x, x.first+1)
		x.Label = LOC
	}
}

// cutApostrophe ends a name with the apostrophe of a genitive: "Hans’ Hut" is Hans.
func (e *extents) cutApostrophe(x *extent) {
	for i := x.first; i < x.last-1; i++ {
		w := e.text(i)
		base := strings.TrimSuffix(strings.TrimSuffix(w, "'"), "’")
		if x.Label == PER && (strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s")) && lexicon.Mask(e.text(i+1)).OnlyNoun() {
			x.last, x.End = i+1, e.d.Tokens()[i].End // Peter's Rad
			return
		}
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

// isPlace reports whether gazetteer or lists have a place of this name.
func (e *extents) isPlace(name string) bool {
	listed := func(n wordlist.Listed) bool { return n.Label == LOC.String() && n.Exact == name }
	return gazetteer.Lookup(name).HasAny(gazetteer.Place) || e.Places.Has(name) || e.World.Has(name) ||
		slices.ContainsFunc(e.Names[wordlist.KeyOf(name)], listed)
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
	if ok && !e.isPlace(name) && letters.IsUpper(e.text(x.last)) &&
		slices.ContainsFunc([]string{"", "en", "e"}, func(end string) bool { return e.isPlace(stem + end) }) {
		x.Form = FormDerived
	}
}

// clubNumbers are those of the years behind the names of clubs: Schalke 04.
var clubNumbers = []string{"04", "05", "06", "07", "08", "09", "96", "98", "99", "1860", "1899"}

// addNumber joins what belongs to clubs and to kings: 1. FC Nürnberg, Mainz 05, and the stop
// of Elisabeth II. at the end of a sentence.
func (e *extents) addNumber(i int) {
	x := &e.names[i]
	switch {
	case x.Label == ORG:
		switch {
		case e.text(x.first) == "1." && x.last-x.first > 1 && e.numbersLine(x.first):
			e.beginAt(x, x.first+1)
		case e.text(x.first-1) == "1." && e.Capitals[e.text(x.first)]&wordlist.Club != 0 && !e.numbersLine(x.first-1):
			e.beginAt(x, x.first-1)
		}
		if slices.Contains(clubNumbers, e.text(x.last)) {
			e.reach(i, x.last+1)
		}
	case x.Label == LOC && strings.HasPrefix(e.text(x.last), "0") && slices.Contains(clubNumbers, e.text(x.last)):
		x.Label = ORG
		e.reach(i, x.last+1)
	case x.Label == PER && x.last-x.first > 1 && e.text(x.last) == "." && wordlist.Form(e.text(x.last-1))&wordlist.Roman != 0 && len(e.text(x.last-1)) > 1:
		e.reach(i, x.last+1)
	}
}

// mostBefore is how many words of a name the model may have cut off.
const mostBefore = 2

// addFront begins a name with the adjective in capitals before it, and where the abbreviation
// behind it says: "den Freunden Emdens (FE)" begins with Freunden. from is the first token that
// no name before it has.
func (e *extents) addFront(x *extent, from int) {
	if before := x.first - 1; x.Label == ORG && before > from && e.Determiners.Has(e.text(before-1)) && weakAdjective(e.text(before)) != "" && !e.isNamed(before) {
		e.beginAt(x, before) // die Vereinigten Kranwerke
	}
	short := e.text(x.last + 1)
	if x.Label != ORG || e.text(x.last) != "(" || e.text(x.last+2) != ")" || wordlist.Form(short)&wordlist.AllCaps == 0 {
		return
	}
	for first := x.first - 1; first >= max(from, x.first-mostBefore); first-- {
		if !letters.IsUpper(e.text(first)) {
			return
		}
		if e.initialsAre(first, x.last, short) {
			e.beginAt(x, first)
			return
		}
	}
}

// isNamed reports whether a token is a name by itself: den Grünen Nordstadt.
func (e *extents) isNamed(i int) bool { return len(e.Names[wordlist.KeyOf(e.text(i))]) > 0 }

// initialsAre reports whether the words with a capital begin with the letters of an
// abbreviation.
func (e *extents) initialsAre(first, last int, short string) bool {
	for i := first; i < last; i++ {
		w := e.text(i)
		if !letters.IsUpper(w) {
			continue
		}
		a, n := utf8.DecodeRuneInString(w)
		b, m := utf8.DecodeRuneInString(short)
		if a != b || n == 0 {
			return false
		}
		short = short[m:]
	}
	return short == ""
}

// numbersLine reports whether the "1." at token i numbers its line: the next line has "2.".
func (e *extents) numbersLine(i int) bool {
	text, t := e.d.String(), e.d.Tokens()[i]
	before := strings.TrimRight(text[:t.Start], " \t")
	if before != "" && before[len(before)-1] != '\n' {
		return false
	}
	_, next, _ := strings.Cut(text[t.End:], "\n")
	return strings.HasPrefix(strings.TrimLeft(next, " \t\n"), "2.")
}
