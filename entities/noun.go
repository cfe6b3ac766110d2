package entities

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// ordinary reports whether a compound with a hyphen is a noun: SPD-Chef,
// Mobilfunk-Ausrüster, but not Berlin-Mitte.
func ordinary(front, head string) bool {
	head = withoutGender(head)
	f := lexicon.Mask(head)
	if f.HasAny(lexicon.Noun) && !f.HasAny(lexicon.Name) {
		return true
	}
	if len(words().names[keyOf(head)]) > 0 {
		return false // McLaren-Mercedes
	}
	if gazetteer.Lookup(head)&^gazetteer.Company != 0 || f != 0 && !f.HasAny(lexicon.Adjective) {
		return false
	}
	if h := lexicon.Head(head); h.Known() && (known(head[:h.HeadStart()]) || nounEnd(head)) {
		return true
	}
	if form(head)&(allCaps|camel) != 0 {
		return false // Chat-GPT
	}
	first, _, _ := strings.Cut(front, "-")
	return nounEnd(head) || shortHead(head) || form(first)&allCaps == 0 && lexicon.Mask(first).HasAny(lexicon.Noun)
}

// withoutGender cuts a gender form: Politiker*innen, Politiker.
func withoutGender(s string) string {
	if n := strings.IndexAny(s, "*:_/("); n > 0 {
		return s[:n]
	}
	return s
}

// region reports whether s is a part of a known place: Süddeutschland,
// Niederbayern.
func region(s string) bool {
	for _, p := range [...]string{"Nord", "Süd", "Ost", "West", "Mittel", "Zentral", "Nieder", "Ober", "Unter", "Südost", "Südwest", "Nordost", "Nordwest", "Groß", "Gross"} {
		rest, ok := strings.CutPrefix(s, p)
		if !ok || len(rest) < 4 {
			continue
		}
		for _, e := range [...]string{"", "s"} {
			if base, ok := strings.CutSuffix(rest, e); ok && lexicon.Mask(title(base)).HasAny(lexicon.Country|lexicon.Region|lexicon.Town) {
				return true
			}
		}
	}
	return false
}

// known reports whether s can stand at the front of a compound: a word of the
// lexicon, with or without a linking element, or a compound itself.
func known(s string) bool {
	if len(s) < 3 {
		return false
	}
	if hasWord(s) || lexicon.Head(s).Known() {
		return true
	}
	for _, e := range [...]string{"s", "n", "en", "es", "er", "e"} {
		if base, ok := strings.CutSuffix(s, e); ok && hasWord(base) {
			return true
		}
	}
	return hasWord(s+"e") || hasWord(s+"en")
}

func hasWord(s string) bool { return len(s) >= 3 && lexicon.Lookup(s).Known() }

// longestUnknown is in bytes: an unknown word that is longer is a compound.
const longestUnknown = 14

// nounEnd reports whether s ends like a German noun that any verb or adjective
// makes.
func nounEnd(s string) bool {
	if len(s) < 8 {
		return false
	}
	for _, e := range [...]string{"ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "ierung", "ismus", "ität", "täten"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// shortHead reports whether s is a noun and a head that is too short for
// lexicon.Head, or no noun: Gemeinderat, Datenklau.
func shortHead(s string) bool {
	for i := range s {
		if i < 4 || len(s)-i < 3 || len(s)-i > 6 {
			continue
		}
		if r := firstRune(s[i:]); r == '-' || !hasWord(s[i:]) {
			continue
		}
		if f := lexicon.Mask(s[:i]); f.HasAny(lexicon.Noun) && !f.HasAny(lexicon.Name) {
			return true
		}
		if s[i-1] == 's' && i > 4 && lexicon.Mask(s[:i-1]).HasAny(lexicon.Noun) {
			return true
		}
	}
	return false
}

// acronyms reports whether a word is the plural of a short form: PCs.
func acronyms(s string) bool {
	base, ok := strings.CutSuffix(s, "s")
	return ok && form(base)&allCaps != 0
}

// nounClass returns the classes of a noun, of a compound those of its end.
func (l *lists) nounClass(s string) class {
	var buf [64]byte
	if len(s) > len(buf) {
		return 0
	}
	b := lower(buf[:0], s)
	if c := l.inflected(b); c != 0 {
		return c
	}
	for i := 3; i < len(b); i++ {
		if !utf8.RuneStart(b[i]) {
			continue
		}
		if len(b)-i >= 4 {
			if c := l.inflected(b[i:]); c != 0 {
				return c
			}
		}
		if c := l.ends[string(b[i:])]; c != 0 {
			return c
		}
	}
	return 0
}

// exactClass returns the classes of a noun that is no compound.
func (l *lists) exactClass(s string) class {
	var buf [64]byte
	if len(s) > len(buf) {
		return 0
	}
	return l.inflected(lower(buf[:0], s))
}

// inflected looks a noun up in the forms that it may have been inflected from.
// The suffix -in makes an office a woman's.
func (l *lists) inflected(b []byte) class {
	for _, e := range [...]string{"", "s", "n", "en", "es", "e", "r"} {
		if base, ok := cut(b, e); ok {
			if c := l.nouns[string(base)]; c != 0 {
				return c
			}
		}
	}
	for _, e := range [...]string{"in", "innen"} {
		base, ok := cut(b, e)
		if !ok {
			continue
		}
		for _, c := range [...]class{l.nouns[string(base)], l.nouns[string(base)+"e"], l.nouns[withoutUmlaut(base)]} {
			if c&office != 0 {
				return c&^(office|man) | woman
			}
			if c&workNoun != 0 {
				return c // Sprachassistentin
			}
		}
	}
	return 0
}

func cut(b []byte, end string) ([]byte, bool) {
	n := len(b) - len(end)
	if n < 3 || string(b[n:]) != end {
		return b, false
	}
	return b[:n], true
}

// withoutUmlaut takes the two dots of the last ä: Anwält, Anwalt.
func withoutUmlaut(b []byte) string {
	s := string(b)
	if i := strings.LastIndex(s, "ä"); i >= 0 {
		return s[:i] + "a" + s[i+len("ä"):]
	}
	return s
}

func lower(dst []byte, s string) []byte {
	for _, r := range s {
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return dst
}
