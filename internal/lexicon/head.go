package lexicon

import (
	"strings"
	"unicode/utf8"
)

// The shortest parts of a compound, in letters.
const (
	minFront = 3
	minHead  = 4
)

// Head finds the head of a compound that the lexicon lacks: the longest end of
// the form, of at least four letters, that it knows, with at least three letters
// before it, a vowel among them. The head of a capitalised form is a noun
// ("Datenzentren": Zentren), that of any other an adjective or a verb
// ("datenschutzrechtlich": rechtlich). What follows the last hyphen is a head as
// it is, and if it is unknown has one in turn ("KI-Unternehmer": Unternehmer).
//
// The lemmas of the entry's readings are those of the whole compound.
//
// A form has some head more often than it is a compound: names ("Altmann":
// Mann) are to be ruled out first. Time is linear in the form; a form of more
// than 120 bytes has no head.
func Head(form string) Entry {
	if len(form) > maxForm {
		return Entry{}
	}
	l := german()
	start := strings.LastIndexByte(form, '-') + 1
	if start == len(form) {
		return Entry{}
	}
	if start > 0 {
		if e := Lookup(form[start:]); e.class != 0 {
			e.head = uint32(start)
			return e
		}
	}
	s := shapeOf(form[start:])
	if s&allCapital != 0 {
		return Entry{}
	}
	inner, want := firstCapital, Noun
	if s&capital == 0 {
		inner, want = asWritten, Adjective|Verb
	}
	var buf [maxForm]byte
	n, vowel := 0, false
	rest := utf8.RuneCountInString(form[start:])
	for i, r := range form[start:] {
		if rest < minHead {
			break
		}
		rest--
		if n >= minFront && vowel {
			for _, sharp := range sharps(s & (sharp | severalS)) {
				e := l.spelled(buf[:0], form, start+i, inner|sharp)
				if e.class != 0 && e.Features().HasAny(want) {
					return e
				}
			}
		}
		n++
		vowel = vowel || strings.ContainsRune("aeiouäöüyAEIOUÄÖÜY", r)
	}
	return Entry{}
}
