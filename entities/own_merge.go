package entities

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// group groups the names that the model has found together with those of the lists.
func (l *ownNames) group(d *extract.Document, names []Named, sign *stop.Sign) []Entity {
	stay, own := l.merge(d, names, l.find(d, sign), sign)
	stay, own = l.explain(d, stay, own, names)
	listed := make(map[extract.Span]bool, len(own))
	var abbreviations []Named
	for _, o := range own {
		n := Named{o.Span, l.entities[o.entity].label, o.Form}
		if l.apart(o) {
			abbreviations = append(abbreviations, n)
			continue
		}
		listed[o.Span] = true
		stay = append(stay, n)
	}
	return l.settle(append(group(d, stay, listed, sign), group(d, abbreviations, nil, sign)...), own)
}

// merge returns the names that the model has found and those of the lists without those that
// overlap. The lists count more, but a longer name counts more than one in it, and a part
// may lie in a name: the Alpha-Stadion is a place also if Alpha is listed.
func (l *ownNames) merge(d *extract.Document, names []Named, own []ownMatch, sign *stop.Sign) ([]Named, []ownMatch) {
	stay := make([]Named, 0, len(names)+len(own))
	out := make([]bool, len(own))
	longer := wordlist.Set{}
	var parts []Named
	for _, n := range names {
		sign.Look()
		if n.Form == FormPart {
			parts = append(parts, n)
			continue
		}
		i, inside, fits := overlapping(n, own)
		switch {
		case len(inside) == 0 && fits:
			stay = append(stay, n)
		case !fits || n.Form != FormName || !l.longer(d, n, inside):
		case l.fuller(d, n, inside):
			own[i].Span = n.Span
		default:
			longer[wordlist.Folded(d.Slice(n.Span))] = struct{}{}
			stay = append(stay, n)
			for k := range own[i:] {
				if own[i+k].Start >= n.End {
					break
				}
				out[i+k] = own[i+k].Form == FormName
			}
		}
	}
	for _, n := range parts {
		i, inside, fits := overlapping(n, own)
		switch part := d.Slice(n.Span); {
		case len(inside) == 0 && fits:
			stay = append(stay, n)
		case fits && len(inside) == 1 && inside[0].Form == FormPart && (longer.Has(wordlist.Folded(part)) || longerPart(part, d.Slice(inside[0].Span))):
			stay = append(stay, n)
			out[i] = true
		}
	}
	left := own[:0]
	for i, o := range own {
		if !out[i] {
			left = append(left, o)
		}
	}
	return stay, left
}

// overlapping returns the first match that a name of the model overlaps with, and those that
// lie in it and contradict it; false if others do.
func overlapping(n Named, own []ownMatch) (first int, inside []ownMatch, fits bool) {
	first, _ = slices.BinarySearchFunc(own, n.Start, func(o ownMatch, start int) int { return cmp.Compare(o.End, start+1) })
	for _, o := range own[first:] {
		switch {
		case o.Start >= n.End:
			return first, inside, true
		case !n.Contains(o.Span) || o.Span == n.Span:
			return first, nil, false
		case o.Form != FormPart || n.Form != FormName:
			inside = append(inside, o)
		}
	}
	return first, inside, true
}

// fuller reports whether a person's name of the model is a fuller one of the listed person
// whose name it ends with.
func (l *ownNames) fuller(d *extract.Document, n Named, inside []ownMatch) bool {
	o := inside[0]
	return len(inside) == 1 && o.End == n.End && n.Label == PER && l.entities[o.entity].label == PER && l.sameAs(o.entity, d.Slice(n.Span))
}

// settle makes one entity of the mentions of each line of the lists, which Group
// has put where it thinks best. What Group thinks the same as one of them goes
// with it, with the first if there are several.
func (l *ownNames) settle(es []Entity, own []ownMatch) []Entity {
	line := make(map[extract.Span]int32, len(own))
	short := make(map[extract.Span]bool)
	for _, o := range own {
		line[o.Span] = o.entity
		if o.spelling >= 0 && l.shortPerson(o.entity, l.spellings[o.spelling].text) {
			short[o.Span] = true
		}
	}
	out := make([]Entity, 0, len(es))
	at := map[int32]int{} // line: its entity in out
	for _, e := range es {
		l.believeText(&e, line, short)
		var rest []Mention
		first := -1
		for _, m := range e.Mentions {
			n, ok := line[m.Span]
			if !ok {
				rest = append(rest, m)
				continue
			}
			i, ok := at[n]
			if !ok {
				i = len(out)
				at[n] = i
				o := l.entities[n]
				out = append(out, Entity{Name: o.name, Label: o.label, Ref: o.ref, Number: e.Number})
			}
			if first < 0 {
				first = i
			}
			if o := &out[i]; o.Label == PER && o.Gender == GenderUnknown {
				o.Gender = e.Gender
			}
			out[i].Mentions = append(out[i].Mentions, m)
		}
		if first >= 0 {
			out[first].Mentions = append(out[first].Mentions, rest...)
		} else {
			out = append(out, e)
		}
	}
	for i := range out {
		slices.SortFunc(out[i].Mentions, func(a, b Mention) int { return byPlace(a.Span, b.Span) })
	}
	slices.SortFunc(out, func(a, b Entity) int { return byPlace(a.Mentions[0].Span, b.Mentions[0].Span) })
	for i := range out {
		out[i].ID = ID(i + 1)
	}
	return out
}

// believeText takes from the list what the text says of a surname: Meier is not Paul, but
// Anna Meier, whom the text names.
func (l *ownNames) believeText(e *Entity, line map[extract.Span]int32, short map[extract.Span]bool) {
	if len(short) == 0 || e.Label != PER || !strings.Contains(e.Name, " ") {
		return
	}
	for _, m := range e.Mentions {
		if _, ok := line[m.Span]; ok && !short[m.Span] {
			return // the list has the full name too
		}
	}
	same := map[int32]bool{}
	for _, m := range e.Mentions {
		n, ok := line[m.Span]
		if !ok {
			continue
		}
		if _, ok := same[n]; !ok {
			same[n] = l.sameAs(n, e.Name)
		}
		if !same[n] {
			delete(line, m.Span)
		}
	}
}

func byPlace(a, b extract.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}

// another reports whether words around a listed name make it another name: "Siemens
// Energy", but not "Siemens AG" and "Konzern Siemens". same says that the whole and the
// name are of one kind, which is not that of persons: Hamburg is not the Universität
// Hamburg, and Wolf Meier not Meier.
func another(before, after []string, same bool) bool {
	l := wordlist.Load()
	other := func(w string) bool {
		return strings.ContainsFunc(w, letters.Is) && l.Capitals[w]&(wordlist.LegalForm|wordlist.PersonTitle) == 0 &&
			l.Capitals[w+"."]&wordlist.LegalForm == 0 && l.ExactClass(w)&wordlist.Person == 0 && !slices.Contains(articles, w)
	}
	for _, w := range before {
		if other(w) && letters.IsUpper(w) && !(same && (l.Capitals[w]&wordlist.Club != 0 || isClass(w))) {
			return true
		}
	}
	for _, w := range after {
		if other(w) {
			return true
		}
	}
	return false
}

// isClass reports whether a word is a noun that says what the name after it is.
func isClass(w string) bool {
	return letters.IsUpper(w) && !declined(w) && nouns.Features(w).HasAny(lexicon.Noun) && !lexicon.Mask(w).HasAny(lexicon.Name)
}

// longer reports whether a name of the model is a longer one than the listed names in it,
// which are in order.
func (l *ownNames) longer(d *extract.Document, n Named, inside []ownMatch) bool {
	first, last := d.TokensIn(n.Span)
	tokens := d.Tokens()
	var before, after []string
	k := 0
	for i := first; i < last; i++ {
		for k < len(inside) && inside[k].End <= tokens[i].Start {
			k++
		}
		switch {
		case k < len(inside) && inside[k].Start <= tokens[i].Start:
		case k == 0:
			before = append(before, d.Slice(tokens[i].Span))
		default:
			after = append(after, d.Slice(tokens[i].Span))
		}
	}
	label := l.entities[inside[0].entity].label
	return another(before, after, label != PER && (n.Label == label || n.Label == 0))
}

// longerPart reports whether a part of a compound is a longer name than the listed one in
// it, as far as one can tell: no word of the lexicon and no other name follows.
func longerPart(part, listed string) bool {
	front, rest, _ := strings.Cut(part, listed)
	if front != "" {
		return false
	}
	for w := range strings.FieldsFuncSeq(rest, isHyphen) {
		if lexicon.IsWord(w) || gazetteer.Lookup(w) != 0 {
			return false
		}
	}
	return rest != ""
}

// sameAs reports whether a full name of a text is one of an entity's, but for what does not
// count: legal forms, titles, articles, endings. It may have fewer words. Of a person the
// first names decide; who is listed without one may have any.
func (l *ownNames) sameAs(entity int32, name string) bool {
	e := &l.entities[entity]
	text := strings.Fields(name)
	if len(text) == 0 {
		return false
	}
	firstName := false
	for s := range l.of(entity) {
		listed := strings.Fields(s)
		switch {
		case e.full && len(listed) == 1 && abbreviates(s, e.name):
		case e.label == PER && (len(listed) == 1 || l.shortPerson(entity, s)):
		case e.label == PER:
			firstName = true
			if sameFirstName(listed[0], text[0]) {
				return true
			}
		case wordsAt(text, listed) >= 0:
			return true
		default:
			for len(listed) > 1 && !another(nil, listed[len(listed)-1:], true) {
				listed = listed[:len(listed)-1] // AG
			}
			if k := wordsAt(listed, text); k >= 0 && !another(text[:k], text[k+len(listed):], true) {
				return true
			}
		}
	}
	return e.label == PER && !firstName
}

// shortPerson reports whether a person of a list has a fuller name than this: Meier, von
// der Leyen.
func (l *ownNames) shortPerson(entity int32, spelling string) bool {
	if l.entities[entity].label != PER {
		return false
	}
	single := !strings.Contains(spelling, " ")
	for s := range l.of(entity) {
		if strings.HasSuffix(s, " "+spelling) || single && strings.Contains(s, " ") {
			return true
		}
	}
	return false
}

// of yields the spellings of an entity, those that were read last first.
func (l *ownNames) of(entity int32) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, n := l.entities[entity].last, 0; i >= 0 && n < mostCompared; i, n = l.spellings[i].before, n+1 {
			if !yield(l.spellings[i].text) {
				return
			}
		}
	}
}

// mostCompared is how many spellings of an entity are compared.
const mostCompared = 100

func sameFirstName(a, b string) bool {
	return wordlist.Folded(a) == wordlist.Folded(b) ||
		letters.First(a) == letters.First(b) && (isInitial(a) || isInitial(b))
}

// wordsAt returns where words stand in others, in a row, or -1.
func wordsAt(words, in []string) int {
	if len(words) == 0 {
		return -1
	}
	for k := 0; k+len(words) <= len(in); k++ {
		if slices.EqualFunc(words, in[k:k+len(words)], sameWord) {
			return k
		}
	}
	return -1
}

// sameWord reports whether two words are one but for their endings.
func sameWord(a, b string) bool {
	x, y := wordlist.Folded(a), wordlist.Folded(b)
	return x == y || declined(a) && declined(b) && string(wordlist.Bare([]byte(x))) == string(wordlist.Bare([]byte(y)))
}
