package ner

import (
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// Token is what the recogniser is told of a token.
type Token struct {
	Form string // as in the text
	STTS string // part of speech, as VVFIN
}

// The kinds of letters of a form.
const (
	signs       = iota + 1 // neither letters nor digits
	digits                 // digits, no letters
	small                  // no capital letter
	oneCapital             // one letter, a capital
	allCapitals            // two letters or more, all of them capitals
	first                  // the first letter only
	mixed                  // other capitals
)

// More of a form, beside its kind.
const (
	withDigits = 8  // letters and digits
	atStart    = 16 // a capital first letter may mean nothing here
)

// kindOf returns the kind of a form.
func kindOf(s string) (kind uint64, numeric bool) {
	n := letters.Count(s)
	upper, lower, begins, numeric := n.Upper, n.Lower+n.Other, n.First, n.Digits > 0
	switch {
	case upper == 0 && lower == 0 && !numeric:
		return signs, false
	case upper == 0 && lower == 0:
		return digits, true
	case upper == 0:
		return small, numeric
	case lower == 0 && upper == 1:
		return oneCapital, numeric
	case lower == 0:
		return allCapitals, numeric
	case upper == 1 && begins:
		return first, numeric
	}
	return mixed, numeric
}

// opens reports whether a capital letter may follow a form for no reason of
// grammar.
func opens(s string) bool {
	switch s {
	case "„", "»", "«", "\"", "“", "‚", ":", "•":
		return true
	}
	return false
}

// quotes reports whether a form is a quotation mark.
func quotes(s string) bool {
	switch s {
	case "„", "“", "”", "»", "«", "\"", "‚", "‘":
		return true
	}
	return false
}

// shouting reports whether a sentence is printed in capitals, as headlines
// are.
func shouting(tokens []Token) bool {
	capitals, words := 0, 0
	for i := range tokens {
		if s := tokens[i].Form; len(s) > 1 {
			switch k, _ := kindOf(s); k {
			case allCapitals:
				capitals++
				words++
			case small, first, mixed:
				words++
			}
		}
	}
	return capitals >= 3 && capitals*4 > words*3
}

// spoken returns a word of a sentence in capitals as it would be written
// elsewhere: TRIFFT is trifft, MERKEL is Merkel, SPD stays.
func (r *Recogniser) spoken(t *Token) string {
	if kind, _ := kindOf(t.Form); kind != allCapitals {
		return t.Form
	}
	for _, n := range r.lists.Names[wordlist.KeyOf(t.Form)] {
		if n.Exact == t.Form {
			return t.Form
		}
	}
	switch t.STTS {
	case "NN", "NE", "FM", "XY", "TRUNC":
		if utf8.RuneCountInString(t.Form) <= 3 && r.lists.Capitals[letters.Title(t.Form)] == 0 && inGazetteer(letters.Title(t.Form)) == 0 {
			return t.Form
		}
		return letters.Title(t.Form)
	}
	return strings.ToLower(t.Form)
}
