package entities

import (
	"cmp"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// shortestRepeat is in bytes of a folded name; shorter ones may be anything.
const shortestRepeat = 3

// mostRepeated is how many words of a name are looked for.
const mostRepeated = 4

// repeat adds what the model has missed of names that the document has elsewhere:
// "Open AI" where there is "OpenAI", the part in "Deepseek-Schock" where there is
// "Deepseek"; and, after the guide of newspapers, the bodies that a closed list knows. numbers are the tokens that may be in a name, names are in order and so
// is the result. Time is linear in the tokens.
func repeat(d *extract.Document, names []Named, numbers []int, news bool, sign *stop.Sign) []Named {
	r := repeater{d: d, known: map[string]Label{}}
	var buf [64]byte
	for _, n := range names {
		sign.Look()
		if n.Form != FormName || n.Len() > len(buf) {
			continue
		}
		r.noteSurname(n)
		for _, name := range [...]string{d.Slice(n.Span), withoutLegalForm(d.Slice(n.Span))} {
			if key := wordlist.Fold(buf[:0], name); len(key) >= shortestRepeat {
				if _, ok := r.known[string(key)]; !ok {
					r.known[string(key)] = n.Label
				}
			}
		}
	}
	if len(r.known) == 0 && !news {
		return names
	}
	found, at := len(names), 0
	for k := 0; k < len(numbers); k++ {
		sign.Look()
		token := d.Tokens()[numbers[k]]
		for at < found && names[at].End <= token.Start {
			at++
		}
		next := len(d.String())
		if at < found {
			next = names[at].Start
		}
		if token.End > next {
			continue // it has a mention
		}
		if news {
			if n, ok := bodyAt(d, numbers[k]); ok && n.End <= next {
				names = append(names, n)
				for k+1 < len(numbers) && d.Tokens()[numbers[k+1]].Start < n.End {
					k++
				}
				continue
			}
		}
		if n, words, ok := r.at(numbers[k:], next); ok {
			names = append(names, n)
			k += words - 1
		}
	}
	if len(names) > found {
		slices.SortFunc(names, func(a, b Named) int { return cmp.Compare(a.Start, b.Start) })
	}
	return names
}

// withoutLegalForm returns "Nordlicht" of "Nordlicht AG".
func withoutLegalForm(name string) string {
	if k := strings.LastIndexByte(name, ' '); k > 0 && wordlist.Load().Capitals[name[k+1:]]&wordlist.LegalForm != 0 {
		return name[:k]
	}
	return name
}

// repeater looks for known names.
type repeater struct {
	d        *extract.Document
	known    map[string]Label // by folded name
	surnames wordlist.Set     // that are ordinary nouns too
	buf      []byte
}

// at finds a known name that begins with the first of the tokens and ends before
// next, and tells its number of tokens.
func (r *repeater) at(numbers []int, next int) (n Named, words int, ok bool) {
	all := r.d.Tokens()
	first := all[numbers[0]]
	form := r.d.Slice(first.Span)
	if first.Len() > wordlist.LongestWord || !letters.IsUpper(form) && wordlist.Form(form)&wordlist.Camel == 0 {
		return n, 0, false
	}
	r.buf = r.buf[:0]
	for k := 0; k < min(len(numbers), mostRepeated); k++ {
		t := all[numbers[k]]
		if numbers[k] != numbers[0]+k || t.End > next || t.Len() > wordlist.LongestWord || !letters.IsUpper(r.d.Slice(t.Span)) && k > 0 {
			break
		}
		r.buf = wordlist.Fold(r.buf, r.d.Slice(t.Span))
		if label, found := r.known[string(r.buf)]; found && (k > 0 || !lexicon.IsWord(form)) {
			n, words, ok = Named{extract.Span{Start: first.Start, End: t.End}, label, FormName}, k+1, true
		}
	}
	if ok {
		return n, words, true
	}
	if r.isSurname(numbers[0], form) {
		return Named{first.Span, PER, FormName}, 1, true
	}
	for end := strings.LastIndexByte(form, '-'); end > 0; end = strings.LastIndexByte(form[:end], '-') {
		r.buf = wordlist.Fold(r.buf[:0], form[:end])
		if label, found := r.known[string(r.buf)]; found && end+1 < len(form) {
			return Named{extract.Span{Start: first.Start, End: first.Start + end}, label, FormPart}, 1, true
		}
	}
	return n, 0, false
}

// noteSurname notes the surname of a person that is an ordinary noun too: Kern, Sommer.
func (r *repeater) noteSurname(n Named) {
	first, last := r.d.TokensIn(n.Span)
	if n.Label != PER || last-first < 2 {
		return
	}
	if w := r.d.Slice(r.d.Tokens()[last-1].Span); lexicon.Mask(w).HasAny(lexicon.Noun) {
		if r.surnames == nil {
			r.surnames = wordlist.Set{}
		}
		r.surnames[w] = struct{}{}
	}
}

// isSurname reports whether a token is such a surname, once the text has the full name. It
// is where a verb stands beside it and nothing before it that a noun would have: "sagte
// Kern", "Kern hofft", but not "der Kern der Sache", "tritt in Kraft".
func (r *repeater) isSurname(i int, form string) bool {
	if len(r.surnames) == 0 {
		return false
	}
	genitive := !r.surnames.Has(form)
	if genitive {
		base, ok := wordlist.Genitive(form)
		if !ok || !r.surnames.Has(base) {
			return false
		}
	}
	sentence, ok := r.d.SentenceAt(r.d.Tokens()[i].Start)
	if !ok {
		return false
	}
	s := r.d.Sentences()[sentence]
	tags := r.d.Tags()
	before, after, second := "", "", ""
	if i > s.First {
		before = tags[i-1].STTS()
		if slices.Contains(ofPersons, r.d.Slice(r.d.Tokens()[i-1].Span)) {
			return true
		}
	}
	if i+1 < s.Last {
		after = tags[i+1].STTS()
	}
	if i+2 < s.Last {
		second = tags[i+2].STTS()
	}
	if genitive {
		return after == "NN" // Kerns Mannschaft
	}
	switch before {
	case "", "$(", "$,", "KON", "KOUS", "ADV", "PAV", "PROAV", "KOKOM":
		return finite(after) && second != "PPER" // Glück hatte sie
	}
	return finite(before) && !finite(after) && after != "NN" && after != "ART"
}

// ofPersons are words between which and a noun without article there is a name.
var ofPersons = []string{"laut", "Laut", "so", "Herr", "Frau", "Herrn"}

func finite(stts string) bool { return stts == "VVFIN" || stts == "VAFIN" || stts == "VMFIN" }
