package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// addAdjectives adds the adjectives made of names of places that the model has missed:
// deutsch-französisches. In small letters they are nothing else. names are in order, and so
// is the result; numbers are the tokens that may be in a name.
func addAdjectives(d *extract.Document, names []Named, numbers []int, sign *stop.Sign) []Named {
	l := wordlist.Load()
	var out []Named // nil until the first one is found
	at, k := 0, 0   // names before at are in out, those before k end before the token
	for _, i := range numbers {
		sign.Look()
		t := d.Tokens()[i]
		form := d.Slice(t.Span)
		if t.Kind != extract.Word || form[0] < 'a' || form[0] > 'z' || len(form) > wordlist.LongestWord || !strings.Contains(form, "sch") {
			continue
		}
		if !isAdjectiveOfPlace(l, form) {
			continue
		}
		for k < len(names) && names[k].End <= t.Start {
			k++
		}
		if k < len(names) && names[k].Start < t.End {
			continue // it has a mention
		}
		out = append(out, names[at:k]...)
		out = appendDerived(out, Named{t.Span, LOC, FormDerived}, form)
		at = k
	}
	if out == nil {
		return names
	}
	return append(out, names[at:]...)
}

func isAdjectiveOfPlace(l *wordlist.Lists, form string) bool {
	for side := range strings.SplitSeq(form, "-") {
		if _, ok := l.People(side); !ok {
			return false
		}
	}
	return true
}
