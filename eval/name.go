package eval

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/laut-nlp/laut/claims"
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

// voice is the name of one who speaks. spellings are those of its entity, its name among
// them; without an entity there are none.
type voice struct {
	name      string
	spellings []string
}

// judge compares the names of a speaker, one or several, with the right ones.
func judge(voices []voice, want string) verdict {
	all := set{}
	for _, v := range voices {
		maps.Copy(all, words(v.name))
	}
	switch {
	case sameNames(voices, want):
		return right
	case len(voices) == 1 && voices[0].name == "":
		return nameless
	case share(all, words(want)) > 0:
		return inexact
	}
	return wrong
}

func sameNames(voices []voice, want string) bool {
	if want == "" || len(voices) == 1 && voices[0].name == "" {
		return len(voices) == 1 && voices[0].name == want
	}
	wants := strings.Split(want, claims.Several)
	if len(voices) != len(wants) {
		return false
	}
	if len(voices) == 1 {
		return sameOne(voices[0].name, voices[0].spellings, want)
	}
	for _, want := range wants {
		i := slices.IndexFunc(voices, func(v voice) bool {
			return sameOne(v.name, nil, want) || sameOne(v.name, append(v.spellings, v.name), want)
		})
		if i < 0 {
			return false
		}
		voices = slices.Delete(slices.Clone(voices), i, i+1)
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
