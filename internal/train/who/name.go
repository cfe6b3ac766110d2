package main


import (
	"strings"
	"unicode"

	"github.com/laut-nlp/laut/extract"
)


// verdict is what is to be said of a name.
type verdict uint8

const (
	right verdict = iota
	inexact
	wrong
	nameless
)

// judge compares the name of a speaker with the right one. spellings are those of the
// speaker's entity, its name among them; without an entity there are none.
func judge(name string, spellings []string, want string) verdict {
	switch {
	case sameName(name, spellings, want):
		return right
	case name == "":
		return nameless
	case share(words(name), words(want)) > 0:
		return inexact
	}
	return wrong
}

func sameName(name string, spellings []string, want string) bool {
	if name == "" || want == "" {
		return name == want
	}
	names, wants := strings.Split(name, several), strings.Split(want, several)
	if len(names) != len(wants) {
		return false
	}
	if len(names) == 1 {
		return sameOne(name, spellings, want)
	}
	for _, want := range wants {
		found := -1
		for i, name := range names {
			if found < 0 && (sameOne(name, nil, want) || within(stems(name), stems(want))) {
				found = i
			}
		}
		if found < 0 {
			return false
		}
		names = append(names[:found:found], names[found+1:]...)
	}
	return true
}

func sameOne(name string, spellings []string, want string) bool {
	if len(spellings) == 0 {
		a, b := words(name), words(want)
		both := share(a, b)
		return 2*both > len(a)+len(b)-both
	}
	wanted := stems(want)
	for _, s := range spellings {
		if within(stems(s), wanted) {
			return true
		}
	}
	return false
}

type set map[string]bool

// words returns the words of a name in small letters, without articles.
func words(name string) set {
	out := set{}
	for _, w := range strings.FieldsFunc(strings.ToLower(name), noWord) {
		if !articles[w] {
			out[w] = true
		}
	}
	return out
}

func noWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '_'
}

// stems returns the words of a name without their endings.
func stems(name string) set {
	out := set{}
	for w := range words(name) {
		out[extract.Stem(w)] = true
	}
	return out
}

var articles = set{
	"der": true, "die": true, "das": true, "des": true, "dem": true, "den": true,
	"ein": true, "eine": true, "eines": true, "einem": true, "einer": true, "einen": true,
}

// share returns how many words both have.
func share(a, b set) (n int) {
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// within reports whether all words of one are words of the other.
func within(a, b set) bool {
	n := share(a, b)
	return n > 0 && (n == len(a) || n == len(b))
}
