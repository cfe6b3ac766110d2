package entities

import (
	"fmt"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/internal/wordlist"
)

// synonyms is what words/aliases.txt holds. It is immutable once read.
type synonyms struct {
	lineOf      map[string]int    // by keyOf: the number of the line
	nominatives map[string]string // the name as the list has it, by keyOf
	plurals     wordlist.Set      // by keyOf
	nicknames   map[string]string // folded short form: the folded long one
}

var otherNames = sync.OnceValue(func() *synonyms {
	l := &synonyms{lineOf: map[string]int{}, nominatives: map[string]string{}, plurals: wordlist.Set{}, nicknames: map[string]string{}}
	line := 0
	wordlist.Sections("aliases", func(section, s string) error {
		switch section {
		case "names":
			line++
			for name := range strings.SplitSeq(s, " = ") {
				key := wordlist.KeyOf(name)
				if _, ok := l.lineOf[key]; !ok {
					l.lineOf[key] = line
					l.nominatives[key] = name
				}
			}
		case "plurals":
			l.plurals[wordlist.KeyOf(s)] = struct{}{}
		case "first names":
			long, short, _ := strings.Cut(s, ":")
			for name := range strings.FieldsSeq(short) {
				if key := wordlist.Folded(name); l.nicknames[key] == "" {
					l.nicknames[key] = wordlist.Folded(long)
				}
			}
		default:
			return fmt.Errorf("unknown section %q", section)
		}
		return nil
	})
	return l
})
