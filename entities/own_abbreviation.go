package entities

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// longestAbbreviation is in characters.
const longestAbbreviation = 8

// isCapitals reports whether a name is an abbreviation by its looks: DB, KfW, EnBW.
func isCapitals(name string) bool {
	n := letters.Count(name)
	return n.Upper >= 2 && n.Upper > n.Lower+n.Other && utf8.RuneCountInString(name) <= longestAbbreviation &&
		!strings.ContainsFunc(name, func(r rune) bool { return isHyphen(r) || r == '/' || unicode.IsSpace(r) })
}

// abbreviates reports whether a spelling is an abbreviation of a name: Nato too.
func abbreviates(spelling, name string) bool {
	return isCapitals(spelling) ||
		utf8.RuneCountInString(spelling) <= 5 && stands(spelling, name) &&
			!strings.HasPrefix(wordlist.Folded(name), wordlist.Folded(spelling))
}

// abbreviated reports whether a match is an abbreviation of an entity that has a full name
// as well. What has no other name on the list may get one from the text.
func (l *ownNames) abbreviated(o ownMatch) bool {
	if o.spelling < 0 {
		return false
	}
	e := &l.entities[o.entity]
	return e.full && abbreviates(l.spellings[o.spelling].text, e.name)
}

// apart reports whether a match is such an abbreviation, with its legal form or without: it
// is grouped by itself, so that it pulls nothing in.
func (l *ownNames) apart(o ownMatch) bool {
	return l.abbreviated(o) ||
		o.spelling >= 0 && l.entities[o.entity].full && isCapitals(withoutLegalForm(l.spellings[o.spelling].text))
}

// meaning is what a text says that an abbreviation stands for: "Deutsche Bahn (DB)".
type meaning struct {
	start  int
	name   extract.Span
	label  Label // of a name that the model has found, else 0
	entity int32 // of a list, or -1
}

// explainer finds what a text says of abbreviations of the lists.
type explainer struct {
	*ownNames
	d        *extract.Document
	names    map[int]Named         // what the model has found, by where it ends
	own      map[int]ownMatch      // by where it ends
	meanings map[int32][]meaning   // by spelling, in order of the text
	found    map[extract.Span]bool // names of the model that are the list's
}

// explain goes by what the text itself says an abbreviation means, wherever the
// abbreviation stands: from there to the next explanation, and before the first one. It
// returns the names of the model and the matches as they are then. all are the names
// that the model has found, also where they gave way to the lists.
func (l *ownNames) explain(d *extract.Document, names []Named, own []ownMatch, all []Named) ([]Named, []ownMatch) {
	if !slices.ContainsFunc(own, l.abbreviated) {
		return names, own
	}
	x := explainer{l, d, map[int]Named{}, map[int]ownMatch{}, map[int32][]meaning{}, map[extract.Span]bool{}}
	for _, n := range names {
		if n.Form == FormName {
			x.names[n.End] = n
		}
	}
	for _, o := range own {
		x.own[o.End] = o
	}
	for _, o := range own {
		if o.Form == FormName && l.abbreviated(o) {
			x.read(o)
		}
	}
	names = slices.DeleteFunc(names, func(n Named) bool { return x.found[n.Span] })
	stay := make([]ownMatch, 0, len(own))
	labels := map[extract.Span]Label{}
	for _, n := range all {
		labels[n.Span] = n.Label
	}
	at := map[int32]int{} // the meaning that holds
	for _, o := range own {
		meanings := x.meanings[o.spelling]
		if len(meanings) == 0 || !l.abbreviated(o) {
			stay = append(stay, o)
			continue
		}
		k := at[o.spelling]
		for k+1 < len(meanings) && meanings[k+1].start <= o.Start {
			k++
		}
		at[o.spelling] = k
		if m := meanings[k]; m.entity < 0 {
			label := cmp.Or(labels[o.Span], m.label, l.entities[o.entity].label)
			names = append(names, Named{o.Span, label, o.Form})
			continue
		}
		o.entity = meanings[k].entity
		stay = append(stay, o)
	}
	for span := range x.found {
		stay = append(stay, x.own[span.End])
	}
	slices.SortFunc(stay, func(a, b ownMatch) int { return byPlace(a.Span, b.Span) })
	return names, stay
}

// read looks for a meaning of an abbreviation: the name before its brackets or the one in
// brackets after it.
func (x *explainer) read(o ownMatch) {
	first, last := x.d.TokensIn(o.Span)
	switch {
	case x.token(first-1) == "(" && x.token(last) == ")":
		if s := x.token(last + 1); s != "-" && s != "–" && s != "—" { // Dublin (DB) –
			x.note(o, first-1, o.Start)
		}
	case x.token(last) == "(":
		for end := last + 2; end <= last+1+mostExplained; end++ {
			if x.token(end) == ")" {
				x.note(o, end, o.Start)
				return
			}
		}
	}
}

// mostExplained is how many tokens a name has at most that explains an abbreviation.
const mostExplained = 10

func (x *explainer) token(i int) string {
	if tokens := x.d.Tokens(); i >= 0 && i < len(tokens) {
		return x.d.Slice(tokens[i].Span)
	}
	return ""
}

// note notes the name that ends before a token if the abbreviation can stand for it.
func (x *explainer) note(o ownMatch, end, start int) {
	if end == 0 {
		return
	}
	tokens := x.d.Tokens()
	to := tokens[end-1].End
	short := x.d.Slice(o.Span)
	m := meaning{start: start, entity: -1}
	full, listed := x.own[to]
	listed = listed && full.Form == FormName && (full.entity == o.entity || stands(short, x.d.Slice(full.Span)))
	n, found := x.names[to]
	of := x.entities[o.entity].label
	name := x.d.Slice(n.Span)
	fits := found && stands(short, name)
	switch {
	case listed && x.abbreviated(full):
		return
	case listed:
		m.name, m.entity = full.Span, full.entity
	case found && of != PER && n.Label == PER, fits && of != LOC && n.Label == LOC && len(strings.Fields(name)) < 2:
		return // Dahl (SPD), Dublin (DB)
	case fits:
		m.name, m.label = n.Span, n.Label
		if x.sameAs(o.entity, name) {
			m.entity = o.entity
			x.found[n.Span] = true
			x.own[to] = ownMatch{n.Span, FormName, o.entity, -1}
		}
	default:
		if m.name, found = x.words(short, end); !found {
			return
		}
	}
	m.start = min(m.start, m.name.Start)
	x.meanings[o.spelling] = append(x.meanings[o.spelling], m)
}

// words returns the words that end before a token and of which an abbreviation has the
// first letters, or one word that it can stand for: nobody has found a name there.
func (x *explainer) words(short string, end int) (extract.Span, bool) {
	tokens := x.d.Tokens()
	key := wordlist.Folded(short)
	last := x.token(end - 1)
	if letters.IsUpper(last) && stands(short, last) {
		return tokens[end-1].Span, true
	}
	initials, all := "", "" // of the words with a capital, and of the others too
	for i := end - 1; i >= max(0, end-mostExplained) && len(initials) < len(key); i-- {
		w := x.token(i)
		if tokens[i].Kind != extract.Word {
			break
		}
		_, n := utf8.DecodeRuneInString(w)
		letter := wordlist.Folded(w[:n])
		all = letter + all
		if !letters.IsUpper(w) {
			continue
		}
		initials = letter + initials
		if (initials == key || all == key) && !gazetteer.Lookup(w).HasAny(gazetteer.FirstName) {
			return extract.Span{Start: tokens[i].Start, End: tokens[end-1].End}, true
		}
	}
	return extract.Span{}, false
}
