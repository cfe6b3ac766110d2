package main

import (
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// A rule makes a lemma of a form: it writes the first letter small if lower
// says so, takes out the nth "ge" or "zu" counted from 0, cuts bytes off the end
// and puts a suffix there.
type rule struct {
	lower  bool
	infix  uint8 // 1 + index in infixes, or 0
	nth    uint8
	cut    uint8
	suffix string
}

var infixes = [...]string{"ge", "zu"}

// maxNth is the highest nth that the file has room for.
const maxNth = 7

// findRule returns the cheapest rule that makes the lemma from the form. Rules
// that take out "ge" or "zu" hold for all verbs of a kind, whatever their
// prefix ("abgefahren", "fortgefahren"), so there are few of them.
func findRule(form, lemma string) (best rule, ok bool) {
	cost := 0
	try := func(r rule, base string) {
		shared := sharedPrefix(base, lemma)
		if len(base)-shared > 255 || len(lemma)-shared > 255 {
			return
		}
		r.cut, r.suffix = uint8(len(base)-shared), lemma[shared:]
		c := int(r.cut) + 2*len(r.suffix)
		if r.infix != 0 {
			c += 2 + int(r.nth)
		}
		if r.lower {
			c++
		}
		if !ok || c < cost {
			best, cost, ok = r, c, true
		}
	}
	bases := []string{form}
	if letters.IsUpper(form) {
		bases = append(bases, letters.LowerFirst(form))
	}
	for i, base := range bases {
		try(rule{lower: i == 1}, base)
		for k, infix := range infixes {
			at := 0
			for nth := uint8(0); nth <= maxNth; nth++ {
				j := strings.Index(base[at:], infix)
				if j < 0 {
					break
				}
				at += j
				try(rule{lower: i == 1, infix: uint8(k + 1), nth: nth}, base[:at]+base[at+len(infix):])
				at++
			}
		}
	}
	return best, ok
}

// sharedPrefix is the length of the common beginning in bytes, cut back to a
// whole character.
func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && !utf8.RuneStart(a[n]) || n < len(b) && !utf8.RuneStart(b[n])) {
		n--
	}
	return n
}
