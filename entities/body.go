package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// bodyAt returns the name of a body that stands at a token and is one by its form alone: the
// front of Bundeswehrmaterial, Amt für Statistik, das Innenministerium.
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
	if end := aimed(d, i); end > i {
		n.End = d.Tokens()[end-1].End
		return n, true
	}
	return n, isStateBody(d, i)
}

// isStateBody reports whether a token is the name of a body that its state has one of, behind
// a definite article: das Innenministerium, im Landesrechnungshof.
func isStateBody(d *extract.Document, i int) bool {
	if i == 0 {
		return false
	}
	switch d.Slice(d.Tokens()[i-1].Span) {
	case "der", "die", "das", "den", "dem", "des", "im", "am", "beim", "vom", "zum", "zur",
		"Der", "Die", "Das", "Den", "Dem", "Des", "Im", "Am", "Beim", "Vom", "Zum", "Zur":
		return endsStateBody(d.Slice(d.Tokens()[i].Span))
	}
	return false
}

// endsStateBody reports whether a word of at most wordlist.LongestWord bytes ends like such a
// body, in the singular.
func endsStateBody(w string) bool {
	var buf [2 * wordlist.LongestWord]byte
	low := letters.AppendLower(buf[:0], w)
	for _, e := range [...]string{"", "s", "es"} {
		base := low[:max(0, len(low)-len(e))]
		for k := 0; string(low[len(base):]) == e && k < len(base)-shortestBody; k++ {
			if wordlist.Load().StateBodies.Has(string(base[k:])) {
				return true
			}
		}
	}
	return false
}

// shortestBody is in bytes.
const shortestBody = 9

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

// hasAim reports whether a noun is one that takes what a body is for into its name.
func hasAim(w string) bool {
	l := wordlist.Load()
	return (l.NounClass(w)|l.NounClass(strings.TrimSuffix(w, "s")))&wordlist.OrgAim != 0
}

// addJoining takes the noun before a place into the name, where the two are one: Landgericht
// Kiel, Flughafen Düsseldorf. from is the first token that no name before it has.
func (e *extents) addJoining(x *extent, from int) {
	before := x.first - 1
	if before < from || x.Label != LOC {
		return
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
