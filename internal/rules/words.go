package rules

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/internal/sections"
)

// wordKind is what words/rules.txt says of a word, as bits.
type wordKind uint8

const (
	partOfLaw wordKind = 1 << iota
	view
	opensContent // a content clause that begins the sentence
	noDass       // before dass, it makes no content clause
	noZu         // an infinitive with it is no content
)

var wordKinds = map[string]wordKind{
	"parts of a law": partOfLaw, "views": view, "content clauses": opensContent,
	"no content with dass": noDass, "no content with zu": noZu,
}

// lists is words/rules.txt. It is immutable once read.
type lists struct {
	kinds      map[string]wordKind
	contracted map[string]string // prepositions joined with an article: zum, of zu
}

// rulesFile is the list's name in errors.
const rulesFile = "words/rules.txt"

//go:embed words/rules.txt
var rulesText string

// listed returns the lists, which are read on first use. A test checks that they have no
// mistakes; a line with one would be left out.
var listed = sync.OnceValue(func() *lists {
	l, _ := readLists(rulesText)
	return l
})

func readLists(text string) (*lists, error) {
	l := &lists{kinds: make(map[string]wordKind), contracted: make(map[string]string)}
	err := sections.Read(rulesFile, text, func(section, line string) error {
		prep, contracted := strings.CutPrefix(section, "contracted ")
		kind := wordKinds[section]
		if kind == 0 && !contracted {
			return fmt.Errorf("there is no section %q", section)
		}
		for w := range strings.FieldsSeq(line) {
			if contracted {
				l.contracted[w] = prep
			} else {
				l.kinds[w] |= kind
			}
		}
		return nil
	})
	return l, err
}

// is reports whether the lists say of a word that it is of a kind.
func is(word string, kind wordKind) bool { return listed().kinds[word]&kind != 0 }

// has reports whether something is at a token of a turn that is in no quotation.
func (r *finder) has(t turn, at func(i, first int) bool) bool {
	for i := t.first; i < t.last; i++ {
		if !r.ws[i].Quoted && at(i, t.first) {
			return true
		}
	}
	return false
}

// addressesAt reports whether a question speaks to somebody at token i. At the beginning of a
// sentence Sie may be she.
func (r *finder) addressesAt(i, first int) bool {
	switch w := r.ws[i].Text; w {
	case "Frau", "Herr", "du", "dich", "dir":
		return true
	default:
		return i > first && (w == "Sie" || w == "Ihnen" || strings.HasPrefix(w, "Ihr")) && !r.text.IsPunct(i-1, ".!?:")
	}
}

func (r *finder) firstPersonAt(i, _ int) bool {
	switch w := strings.ToLower(r.ws[i].Text); w {
	case "ich", "mich", "mir", "wir", "uns":
		return true
	default:
		return strings.HasPrefix(w, "mein") && len(w) <= len("meines")
	}
}
