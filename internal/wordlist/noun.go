package wordlist

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// NounClass returns the classes of a noun in any form, of a compound those of its
// end.
func (l *Lists) NounClass(s string) Class {
	c, _ := l.nounAt(s)
	return c
}

// nounAt returns the classes of a noun and the byte at which the noun begins that gives
// them, in a compound.
func (l *Lists) nounAt(s string) (Class, int) {
	var buf [64]byte
	if len(s) > len(buf) {
		return 0, 0
	}
	b := letters.AppendLower(buf[:0], s)
	if c := l.inflected[string(b)]; c != 0 {
		return c, 0
	}
	for i := 3; i < len(b); i++ {
		if !utf8.RuneStart(b[i]) {
			continue
		}
		if len(b)-i >= 4 {
			if c := l.inflected[string(b[i:])]; c != 0 {
				return c, i
			}
		}
		if c := l.ends[string(b[i:])]; c != 0 {
			return c, i
		}
	}
	return 0, 0
}

// Head returns the noun of the lists that a compound ends with, in small letters and
// without the ending of a genitive, and whether something stands before it: "ministerium"
// of Bauministeriums. It is "" if there is none.
func (l *Lists) Head(s string) (noun string, compound bool) {
	c, i := l.nounAt(s)
	if c == 0 {
		return "", false
	}
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return "", false // ẞ
	}
	noun = low[i:]
	for _, e := range [...]string{"es", "s"} {
		if base, ok := strings.CutSuffix(noun, e); ok && l.inflected[base] != 0 {
			return base, i > 0
		}
	}
	return noun, i > 0
}

// WithoutGender cuts a gender form: Politiker of Politiker*innen and
// Politiker:innen.
func WithoutGender(s string) string {
	if n := strings.IndexAny(s, "*:_/("); n > 0 {
		return s[:n]
	}
	return s
}

// ExactClass returns the classes of a noun that is no compound.
func (l *Lists) ExactClass(s string) Class {
	var buf [64]byte
	if len(s) > len(buf) {
		return 0
	}
	return l.inflected[string(letters.AppendLower(buf[:0], s))]
}

// inflect fills l.inflected. Where a form may be of several nouns, that with the
// shorter ending counts. The suffix -in makes an office a woman's.
func (l *Lists) inflect() {
	l.inflected = make(map[string]Class, 10*len(l.nouns))
	nouns := slices.Sorted(maps.Keys(l.nouns))
	add := func(form string, c Class) {
		if _, ok := l.inflected[form]; !ok {
			l.inflected[form] = c
		}
	}
	for _, e := range [...]string{"", "s", "n", "en", "es", "e", "r"} {
		for _, noun := range nouns {
			if e == "" || len(noun) >= 3 {
				add(noun+e, l.nouns[noun])
			}
		}
	}
	for _, e := range [...]string{"in", "innen"} {
		for _, noun := range nouns {
			c := l.nouns[noun]
			switch {
			case c&Office != 0:
				c = c&^(Office|Man) | Woman
			case c&WorkNoun == 0: // Sprachassistentin
				continue
			}
			add(noun+e, c)
			add(strings.TrimSuffix(noun, "e")+e, c)
			if k := strings.LastIndexByte(noun, 'a'); k >= 0 {
				add(noun[:k]+"ä"+noun[k+1:]+e, c) // Anwältin
			}
		}
	}
}

func cut(b []byte, end string) ([]byte, bool) {
	n := len(b) - len(end)
	if n < 3 || string(b[n:]) != end {
		return b, false
	}
	return b[:n], true
}

// People returns the place that an adjective or the name of a people is made of:
// chinesischen, Chinesin, innerdeutsch.
func (l *Lists) People(s string) (string, bool) {
	var buf [48]byte
	if len(s) > len(buf) || len(s) < 3 {
		return "", false
	}
	b := letters.AppendLower(buf[:0], s)
	if letters.IsUpper(s) {
		for _, e := range [...]string{"", "n", "s", "en", "in", "innen", "e", "er"} {
			base, ok := cut(b, e)
			if !ok {
				continue
			}
			if p, ok := l.peoples[string(base)]; ok {
				return p, true
			}
			if e == "in" || e == "innen" { // Chinesin, of Chinese
				if p, ok := l.peoples[string(base)+"e"]; ok {
					return p, true
				}
			}
		}
	}
	for _, e := range [...]string{"", "e", "en", "er", "es", "em", "ste", "sten"} {
		if base, ok := cut(b, e); ok && (strings.HasSuffix(string(base), "sch") || s == "schweizer") {
			if p, ok := l.peoples[string(base)]; ok {
				return p, true
			}
			for _, front := range [...]string{"inner", "gesamt", "alt", "neu", "anti", "pro", "nord", "süd", "ost", "west", "zentral", "mittel"} {
				if rest, ok := strings.CutPrefix(string(base), front); ok {
					if p, ok := l.peoples[rest]; ok {
						return p, true
					}
				}
			}
		}
	}
	return "", false
}
