package entities

import (
	"iter"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// another reports whether words around a listed name make it another name: "Siemens
// Energy", but not "Siemens AG" and "Konzern Siemens". same says that the whole and the
// name are of one kind, which is not that of persons: Hamburg is not the Universität
// Hamburg, and Wolf Meier not Meier.
func another(before, after []string, same bool) bool {
	l := wordlist.Load()
	other := func(w string) bool {
		return strings.ContainsFunc(w, letters.Is) && l.Capitals[w]&(wordlist.LegalForm|wordlist.PersonTitle) == 0 &&
			l.Capitals[w+"."]&wordlist.LegalForm == 0 && l.ExactClass(w)&wordlist.Person == 0 && !slices.Contains(articles, w)
	}
	for _, w := range before {
		if other(w) && letters.IsUpper(w) && !(same && (l.Capitals[w]&wordlist.Club != 0 || isClass(w))) {
			return true
		}
	}
	for _, w := range after {
		if other(w) {
			return true
		}
	}
	return false
}

// isClass reports whether a word is a noun that says what the name after it is.
func isClass(w string) bool {
	return letters.IsUpper(w) && !declined(w) && nouns.Features(w).HasAny(lexicon.Noun) && !lexicon.Mask(w).HasAny(lexicon.Name)
}

// longer reports whether a name of the model is a longer one than the listed names in it,
// which are in order.
func (l *ownNames) longer(d *extract.Document, n Named, inside []ownMatch) bool {
	first, last := d.TokensIn(n.Span)
	tokens := d.Tokens()
	var before, after []string
	k := 0
	for i := first; i < last; i++ {
		for k < len(inside) && inside[k].End <= tokens[i].Start {
			k++
		}
		switch {
		case k < len(inside) && inside[k].Start <= tokens[i].Start:
		case k == 0:
			before = append(before, d.Slice(tokens[i].Span))
		default:
			after = append(after, d.Slice(tokens[i].Span))
		}
	}
	label := l.entities[inside[0].entity].label
	return another(before, after, label != PER && (n.Label == label || n.Label == 0))
}

// longerPart reports whether a part of a compound is a longer name than the listed one in
// it, as far as one can tell: no word of the lexicon and no other name follows.
func longerPart(part, listed string) bool {
	front, rest, _ := strings.Cut(part, listed)
	if front != "" {
		return false
	}
	for w := range strings.FieldsFuncSeq(rest, isHyphen) {
		if lexicon.IsWord(w) || gazetteer.Lookup(w) != 0 {
			return false
		}
	}
	return rest != ""
}

// sameAs reports whether a full name of a text is one of an entity's, but for what does not
// count: legal forms, titles, articles, endings. It may have fewer words. Of a person the
// first names decide; who is listed without one may have any.
func (l *ownNames) sameAs(entity int32, name string) bool {
	e := &l.entities[entity]
	text := strings.Fields(name)
	if len(text) == 0 {
		return false
	}
	firstName := false
	for s := range l.of(entity) {
		listed := strings.Fields(s)
		switch {
		case e.full && len(listed) == 1 && abbreviates(s, e.name):
		case e.label == PER && (len(listed) == 1 || l.shortPerson(entity, s)):
		case e.label == PER:
			firstName = true
			if sameFirstName(listed[0], text[0]) {
				return true
			}
		case wordsAt(text, listed) >= 0:
			return true
		default:
			for len(listed) > 1 && !another(nil, listed[len(listed)-1:], true) {
				listed = listed[:len(listed)-1] // AG
			}
			if k := wordsAt(listed, text); k >= 0 && !another(text[:k], text[k+len(listed):], true) {
				return true
			}
		}
	}
	return e.label == PER && !firstName
}

// shortPerson reports whether a person of a list has a fuller name than this: Meier, von
// der Leyen.
func (l *ownNames) shortPerson(entity int32, spelling string) bool {
	if l.entities[entity].label != PER {
		return false
	}
	single := !strings.Contains(spelling, " ")
	for s := range l.of(entity) {
		if strings.HasSuffix(s, " "+spelling) || single && strings.Contains(s, " ") {
			return true
		}
	}
	return false
}

// of yields the spellings of an entity, those that were read last first.
func (l *ownNames) of(entity int32) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, n := l.entities[entity].last, 0; i >= 0 && n < mostCompared; i, n = l.spellings[i].before, n+1 {
			if !yield(l.spellings[i].text) {
				return
			}
		}
	}
}

// mostCompared is how many spellings of an entity are compared.
const mostCompared = 100

func sameFirstName(a, b string) bool {
	return wordlist.Folded(a) == wordlist.Folded(b) ||
		letters.First(a) == letters.First(b) && (isInitial(a) || isInitial(b))
}

// wordsAt returns where words stand in others, in a row, or -1.
func wordsAt(words, in []string) int {
	if len(words) == 0 {
		return -1
	}
	for k := 0; k+len(words) <= len(in); k++ {
		if slices.EqualFunc(words, in[k:k+len(words)], sameWord) {
			return k
		}
	}
	return -1
}

// sameWord reports whether two words are one but for their endings.
func sameWord(a, b string) bool {
	x, y := wordlist.Folded(a), wordlist.Folded(b)
	return x == y || declined(a) && declined(b) && string(wordlist.Bare([]byte(x))) == string(wordlist.Bare([]byte(y)))
}
