package entities

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// TestAliases checks that the names of each line of words/aliases.txt are one entity
// of a text that has two of them, that no name is in two lines, and that the short
// forms of first names are one person's.
func TestAliases(t *testing.T) {
	of := map[string]string{} // the first name of the line, by key
	lines := 0
	wordlist.Sections("aliases", func(section, line string) error {
		lines++
		switch section {
		case "names":
			names := strings.Split(line, " = ")
			for _, name := range names {
				key := wordlist.KeyOf(name)
				if other, ok := of[key]; ok && other != names[0] || key == "" {
					t.Errorf("%s is in the lines of %s and %s", name, other, names[0])
				}
				of[key] = names[0]
			}
			for _, name := range names[1:] {
				if es := together(names[0], name, ORG); len(es) != 1 {
					t.Errorf("%s and %s are %d entities", names[0], name, len(es))
				}
			}
			if len(names) < 2 {
				t.Errorf("%s is alone in its line", line)
			}
		case "plurals":
			if es := together(line, "Xandrik", ORG); es[0].Number != extract.Plural {
				t.Errorf("%s is no plural", line)
			}
		case "first names":
			long, short, _ := strings.Cut(line, ": ")
			for name := range strings.FieldsSeq(short) {
				if es := together(long+" Quentel", name+" Quentel", PER); len(es) != 1 && otherNames().nicknames[wordlist.Folded(name)] == wordlist.Folded(long) {
					t.Errorf("%s and %s are two persons", long, name)
				}
			}
		}
		return nil
	})
	if lines < 200 {
		t.Errorf("%d lines", lines)
	}
}

// together groups two names.
func together(a, b string, l Label) []Entity {
	text := a + " und " + b + "."
	first := extract.Span{End: len(a)}
	second := extract.Span{Start: len(a) + len(" und "), End: len(text) - 1}
	return Group(extract.Parse(text), []Named{{Span: first, Label: l}, {Span: second, Label: l}})
}
