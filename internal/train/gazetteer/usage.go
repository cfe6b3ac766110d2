package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/letters"
)

// usage is how running text uses the entries of the lists.
type usage struct {
	words   map[string]*count
	phrases map[string]*count // names of several words
}

type count struct {
	capital    int // with a capital letter, not at the start of a sentence
	small      int // with a small first letter
	definite   int // of the capital ones: behind a definite article
	indefinite int // behind an indefinite article or another determiner
	in         int // behind "in" or "nach"
	given      int // behind a first name
}

// add counts an occurrence after a word.
func (c *count) add(before string, given map[string]byte) {
	c.capital++
	_, isGiven := given[before]
	switch {
	case definite[before]:
		c.definite++
	case indefinite[before]:
		c.indefinite++
	case before == "in" || before == "nach":
		c.in++
	case isGiven:
		c.given++
	}
}

var definite, indefinite = set(`der die das den dem des im am zum zur vom beim ins ans`),
	set(`ein eine einem einen einer eines kein keine keinem keinen keiner keines
	sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres jede jeder jedes jeden jedem
	dieser diese dieses diesen diesem viele vielen mehrere zwei drei vier`)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// readUsage counts over the raw texts.
func readUsage(data string, l *lists) (*usage, error) {
	u := &usage{words: make(map[string]*count), phrases: make(map[string]*count)}
	phrases := make(map[string][]string) // by first word
	for _, names := range []map[string]bool{l.surnames, l.towns, l.landscape, l.companies} {
		for name := range names {
			words := tokens(name)
			if len(words) > 1 {
				phrases[words[0]] = append(phrases[words[0]], name)
				u.phrases[name] = new(count)
			} else {
				u.words[name] = new(count)
			}
		}
	}
	for name := range l.given {
		u.words[name] = new(count)
	}
	for _, name := range []string{"bundestag.txt.gz", "wikipedia.txt.gz"} {
		for line := range corpus.Lines(filepath.Join(data, "raw", name)) {
			if line.Err != nil {
				return nil, fmt.Errorf("%s: %w", line.Where, line.Err)
			}
			u.add(string(line.Data), phrases, l.given)
		}
	}
	return u, nil
}

func (u *usage) add(line string, phrases map[string][]string, given map[string]byte) {
	before := "" // the word before, "" at the start of a sentence
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRuneInString(line[i:])
		if !unicode.IsLetter(r) {
			if strings.ContainsRune(".:!?„“”\"»«–;", r) {
				before = ""
			}
			i += n
			continue
		}
		end := i + n
		for end < len(line) {
			r, n := utf8.DecodeRuneInString(line[end:])
			inside := unicode.IsLetter(r)
			if !inside && (r == '-' || r == '\'') && end+n < len(line) {
				next, _ := utf8.DecodeRuneInString(line[end+n:])
				inside = unicode.IsLetter(next)
			}
			if !inside {
				break
			}
			end += n
		}
		w := line[i:end]
		if unicode.IsUpper(r) {
			if c := u.words[w]; c != nil && before != "" {
				c.add(before, given)
			}
			for _, p := range phrases[w] {
				if strings.HasPrefix(line[i:], p) {
					if next, _ := utf8.DecodeRuneInString(line[i+len(p):]); !unicode.IsLetter(next) && next != '-' {
						u.phrases[p].add(before, given)
					}
				}
			}
		} else if c := u.words[letters.UpperFirst(w)]; c != nil {
			c.small++
		}
		before = w
		i = end
	}
}

// Seldom used words are not judged by their use.
const enough = 5

// common reports whether text uses a word as it uses no name: with a small
// letter, or after determiners that count its kind.
func (u *usage) common(w string) bool {
	c := u.words[w]
	return c != nil && (c.small > max(2, c.capital) || c.capital >= enough && c.indefinite >= max(2, c.capital/25))
}

// determined reports whether text mostly puts an article before a word.
func (u *usage) determined(w string) bool {
	c := u.words[w]
	return c != nil && c.capital >= enough && 5*(c.definite+c.indefinite) > 2*c.capital
}

// place reports whether text uses an entry as a place: often after "in".
func (u *usage) place(s string) bool {
	c := u.words[s]
	if c == nil {
		c = u.phrases[s]
	}
	return c != nil && c.in >= 2 && 5*c.in > c.capital
}

// unborne reports whether text has a word as a name that no person bears: not
// after first names.
func (u *usage) unborne(w string) bool {
	c := u.words[w]
	return c != nil && c.capital >= enough && 10*c.given < c.capital
}
