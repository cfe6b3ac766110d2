package entities

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// bodyAt returns the name that stands at a token and is one by the lists or by its form alone:
// St. Gallen, the front of Bundeswehrmaterial, Amt für Statistik, das Innenministerium, the
// place that a report opens with.
func bodyAt(d *extract.Document, i int) (n Named, ok bool) {
	t := d.Tokens()[i]
	form := d.Slice(t.Span)
	if len(form) > wordlist.LongestWord || !letters.IsUpper(form) {
		return n, false
	}
	n = Named{t.Span, ORG, FormName}
	if front := ownedFront(form); front > 0 {
		n.End, n.Form = n.Start+front, FormPart
		return n, true
	}
	if n, ok := listedAt(d, i); ok {
		return n, true
	}
	if end := aimed(d, i); end > i {
		n.End = d.Tokens()[end-1].End
		return n, true
	}
	if opensReport(d, i) {
		n.Label = LOC
		return n, true
	}
	if !isDefinite(d, i-1) {
		return n, false
	}
	l := wordlist.Load()
	switch {
	case endsIn(l.StateBodies, form, 0), endsIn(l.BodyEnds, form, 1):
		return n, true
	case endsIn(l.LawEnds, form, 1):
		n.Label = MISC
		return n, true
	}
	return n, false
}

// longestDateline is in tokens.
const longestDateline = 8

// opensReport reports whether a token is a place that a report opens with, in a sentence of its
// own: "Hinterzell (kem). Der Rat …", "BERN/BASEL. Die …".
func opensReport(d *extract.Document, i int) bool {
	tokens := d.Tokens()
	if i+1 == len(tokens) {
		return false
	}
	switch d.Slice(tokens[i+1].Span) {
	case "(", ".", "/":
	default:
		return false // nearly all tokens: their sentence need not be looked for
	}
	k, _ := d.SentenceAt(tokens[i].Start)
	p, ok := d.ParagraphAt(tokens[i].Start)
	s := d.Sentences()[k]
	if paragraph := d.Paragraphs()[p]; !ok || paragraph.First != k || paragraph.Last == k+1 || s.Last-s.First > longestDateline {
		return false
	}
	for j := s.First; j < s.Last; j++ {
		switch w := d.Slice(tokens[j].Span); {
		case (j-s.First)%2 == 0:
			if tokens[j].Kind != extract.Word || !letters.IsUpper(w) || len(w) > wordlist.LongestWord || lexicon.IsWord(letters.Title(w)) {
				return false
			}
		case w == "(":
			return i < j && d.Slice(tokens[s.Last-2].Span) == ")" && d.Slice(tokens[s.Last-1].Span) == "."
		case w == ".":
			return j == s.Last-1
		case w != "/":
			return false
		}
	}
	return false
}

// mostListed is how many tokens a listed name has at most.
const mostListed = 9

// listedAt returns the longest name of several words that begins at a token and is always one
// by the lists: St. Gallen.
func listedAt(d *extract.Document, i int) (n Named, ok bool) {
	l, tokens := wordlist.Load(), d.Tokens()
	var buf [2 * wordlist.LongestWord]byte
	key := wordlist.Bare(wordlist.Fold(buf[:0], d.Slice(tokens[i].Span)))
	longest := l.Openers[string(key)]
	for j := i + 1; j < min(i+mostListed, len(tokens)) && len(key) < longest; j++ {
		mark := len(key)
		key = wordlist.Fold(key, d.Slice(tokens[j].Span))
		key = append(key[:mark], wordlist.Bare(key[mark:])...)
		span := extract.Span{Start: tokens[i].Start, End: tokens[j].End}
		for _, listed := range l.Names[string(key)] {
			if listed.When == 0 && strings.TrimSuffix(d.Slice(span), "s") == strings.TrimSuffix(listed.Exact, "s") {
				n = Named{span, 0, FormName}
				ok = n.Label.UnmarshalText([]byte(listed.Label)) == nil
			}
		}
	}
	return n, ok
}

// isDefinite reports whether a token is a definite article, alone or with a preposition.
func isDefinite(d *extract.Document, i int) bool {
	if i < 0 {
		return false
	}
	switch d.Slice(d.Tokens()[i].Span) {
	case "der", "die", "das", "den", "dem", "des", "im", "am", "beim", "vom", "zum", "zur",
		"Der", "Die", "Das", "Den", "Dem", "Des", "Im", "Am", "Beim", "Vom", "Zum", "Zur":
		return true
	}
	return false
}

// endsIn reports whether a word of at most wordlist.LongestWord bytes ends like a noun of a
// list, in the singular, with at least some bytes before it.
func endsIn(nouns wordlist.Set, w string, before int) bool {
	var buf [2 * wordlist.LongestWord]byte
	low := letters.AppendLower(buf[:0], w)
	for _, e := range [...]string{"", "s", "es"} {
		base := low[:max(0, len(low)-len(e))]
		for k := before; string(low[len(base):]) == e && k <= len(base)-shortestEnd; k++ {
			if nouns.Has(string(base[k:])) {
				return true
			}
		}
	}
	return false
}

// shortestEnd is in bytes.
const shortestEnd = 6

// aimed returns the end of the name of a body that begins at token i and says what it is for:
// Amt für Wald und Naturgefahren, Zentrum für Demokratie. It is i if there is none.
func aimed(d *extract.Document, i int) (end int) {
	tokens, tags := d.Tokens(), d.Tags()
	text := func(k int) string {
		if k >= len(tokens) {
			return ""
		}
		return d.Slice(tokens[k].Span)
	}
	if text(i+1) != "für" || !hasAim(text(i)) {
		return i
	}
	end = i
	for k := i + 2; k < len(tokens); k++ {
		w := text(k)
		switch {
		case tags[k].STTS() == "ADJA":
			continue
		case letters.IsUpper(w) && (tags[k].STTS() == "NN" || tags[k].STTS() == "NE" || tags[k].STTS() == "TRUNC"):
			if end = k + 1; tags[k].STTS() == "TRUNC" {
				end = i
			}
		default:
			return end
		}
		if next := text(k + 1); next != "und" && next != "sowie" || !letters.IsUpper(text(k+2)) {
			return end
		}
		k++
	}
	return end
}

// addQuoted adds the names in quotation marks right behind a noun for bodies or works: das
// Portal „Klarblick“, der Roman „Die Waage“; and where the model has found a body or a work in
// a quotation of capitalised words, it is all of them: im „Hinterzeller Boten“. What the model
// has inside is a part of them. names are in order, and so is the result; numbers are the
// tokens that may be in a name.
func addQuoted(d *extract.Document, names []Named, numbers []int, sign *stop.Sign) []Named {
	var out []Named // nil until the first one is found
	at, k := 0, 0   // the first name that is not in out, and the first that may end in a quotation
	from := 0       // the end of the last name found
	for _, q := range d.Quotations() {
		sign.Look()
		n := quotation(d, q)
		if _, readable := slices.BinarySearch(numbers, q.Open); n.Len() == 0 || !readable || n.Start < from {
			continue
		}
		for k < len(names) && names[k].End <= n.Start {
			k++
		}
		end := k
		for end < len(names) && names[end].Start < n.End {
			end++
		}
		if end > k && (names[k].Start < n.Start || names[end-1].End > n.End || names[k].Span == n.Span) {
			continue
		}
		if label, ok := quotedAs(d, q); ok {
			n.Label = label
		} else if n.Label = labelInside(names[k:end]); n.Label == 0 || !capitalised(d, q) {
			continue
		}
		out = append(append(out, names[at:k]...), n)
		at, k, from = end, end, n.End
	}
	if out == nil {
		return names
	}
	return append(out, names[at:]...)
}

// longestQuoted is in tokens.
const longestQuoted = 6

// quotation returns what stands in quotation marks, nothing if that is too long for a name.
func quotation(d *extract.Document, q extract.Quotation) (n Named) {
	tokens := d.Tokens()
	if first, last := q.Open+1, q.Close; first < last && last-first <= longestQuoted {
		n = Named{extract.Span{Start: tokens[first].Start, End: tokens[last-1].End}, 0, FormName}
	}
	return n
}

// capitalised reports whether a quotation has several words, all with capitals.
func capitalised(d *extract.Document, q extract.Quotation) bool {
	for i := q.Open + 1; i < q.Close; i++ {
		if t := d.Tokens()[i]; t.Kind != extract.Word || !letters.IsUpper(d.Slice(t.Span)) {
			return false
		}
	}
	return q.Close-q.Open > 2
}

// labelInside returns what a name is that has bodies or works inside, 0 if there are none.
func labelInside(names []Named) (l Label) {
	for _, n := range names {
		if n.Form == FormName && (n.Label == ORG || n.Label == MISC && l == 0) {
			l = n.Label
		}
	}
	return l
}

// quotedAs returns what a quotation is that stands right behind a noun for bodies or works. A
// sentence and what a body is called („Lügner“) are no names.
func quotedAs(d *extract.Document, q extract.Quotation) (label Label, ok bool) {
	if q.Open == 0 {
		return 0, false
	}
	tokens, tags := d.Tokens(), d.Tags()
	switch class := wordlist.Load().NounClass(d.Slice(tokens[q.Open-1].Span)); {
	case tags[q.Open-1].STTS() != "NN":
		return 0, false
	case class&wordlist.OrgNoun != 0:
		label = ORG
	case class&wordlist.WorkNoun != 0:
		label = MISC
	default:
		return 0, false
	}
	first, last := q.Open+1, q.Close
	if w := d.Slice(tokens[first].Span); !letters.IsUpper(w) || last-first == 1 && label == ORG && lexicon.Mask(w).OnlyNoun() {
		return 0, false
	}
	for _, t := range tags[first:last] {
		if strings.HasSuffix(t.STTS(), "FIN") || strings.HasPrefix(t.STTS(), "$") {
			return 0, false
		}
	}
	return label, true
}

// hasAim reports whether a noun is one that takes what a body is for into its name.
func hasAim(w string) bool {
	l := wordlist.Load()
	return (l.NounClass(w)|l.NounClass(strings.TrimSuffix(w, "s")))&wordlist.OrgAim != 0
}

// addJoining takes the noun before a place into the name, where the two are one: Landgericht
// Kiel, Flughafen Düsseldorf. from is the first token that no name before it has.
func (e *extents) addJoining(x *extent, from int) {
	before := x.first - 1
	if !e.news || before < from || x.Label != LOC {
		return // GermEval has the place alone
	}
	w := e.text(before)
	if !letters.IsUpper(w) || len(w) > wordlist.LongestWord {
		return
	}
	if base, ok := wordlist.Genitive(e.text(x.last - 1)); ok && e.isPlace(base) {
		return // die Regierung Indonesiens
	}
	switch {
	case e.NounClass(w)&wordlist.OrgJoin != 0:
		x.Label = ORG
	case e.Capitals[w]&wordlist.PlaceJoin != 0:
	default:
		return
	}
	x.first, x.Start = before, e.d.Tokens()[before].Start
}

// headGenitive returns how many bytes of a word inside a name are the ending of a genitive:
// des Landgerichts Kiel, des Bundesamtes für Statistik.
func headGenitive(w string) int {
	if !strings.HasSuffix(w, "s") || !letters.IsUpper(w) || wordlist.Load().NounClass(w)&(wordlist.OrgHead|wordlist.OrgJoin|wordlist.OrgAim|wordlist.PlaceHead) == 0 {
		return 0
	}
	if nouns.Features(w) == 0 {
		return 0
	}
	return nounGenitive(w)
}
