package who

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/sections"
)

// bodiesFile is the list's name in errors.
const bodiesFile = "words/bodies.txt"

//go:embed words/bodies.txt
var bodiesText string

// bodyKinds is a set of the kinds of bodies in words/bodies.txt, a bit for each.
type bodyKinds uint32

// bodyLists is words/bodies.txt. It is immutable once read.
type bodyLists struct {
	nouns, names ends // by which nouns a kind is taken up; how the words of its names end
}

// ends are kinds by the ends of words.
type ends struct {
	kinds   map[string]bodyKinds
	longest int // bytes
}

// bodies returns the list, which is read on first use. A test checks that it has no mistakes.
var bodies = sync.OnceValue(func() *bodyLists {
	l, _ := readBodies(bodiesText)
	return l
})

// readBodies reads words/bodies.txt. The error names each mistake with its file and line.
func readBodies(text string) (*bodyLists, error) {
	l := &bodyLists{nouns: ends{kinds: map[string]bodyKinds{}}, names: ends{kinds: map[string]bodyKinds{}}}
	last, kind := "", bodyKinds(0)
	err := sections.Read(bodiesFile, text, func(section, line string) error {
		if section != last {
			last = section
			if kind <<= 1; kind == 0 {
				kind = 1
			}
		}
		words, key := &l.nouns, discourse.Stem
		if names, ok := strings.CutPrefix(line, "+"); ok {
			words, key, line = &l.names, func(w string) string { return w }, names
		}
		var errs []error
		for w := range strings.FieldsSeq(line) {
			if !words.add(key(w), kind) {
				errs = append(errs, fmt.Errorf("%q is there already", w))
			}
		}
		return errors.Join(errs...)
	})
	return l, err
}

// add adds a word and reports whether it is new to its kind.
func (e *ends) add(w string, kind bodyKinds) bool {
	is := e.kinds[w]&kind == 0
	e.kinds[w] |= kind
	e.longest = max(e.longest, len(w))
	return is
}

// of returns the kinds of the longest end of a word; an end of few letters counts as a whole
// word only.
func (e *ends) of(w string) bodyKinds {
	for i := range w {
		if n := len(w) - i; n > e.longest || i > 0 && n < 3 {
			continue
		}
		if k := e.kinds[w[i:]]; k != 0 {
			return k
		}
	}
	return 0
}

// bodyOf returns the kinds that an organisation or a place can be of, 0 if nothing tells.
func (f *figures) bodyOf(entity int) bodyKinds {
	if f.bodies[entity] == 0 {
		f.bodies[entity] = f.readBody(&f.Text.Entities[entity]) | bodyRead
	}
	return f.bodies[entity] &^ bodyRead
}

// bodyRead marks kinds that have been looked up.
const bodyRead bodyKinds = 1 << 31

func (f *figures) readBody(e *entities.Entity) bodyKinds {
	l, kinds := bodies(), bodyKinds(0)
	for _, r := range e.Roles {
		if r.Kind != entities.RoleAffiliation {
			kinds |= l.nouns.of(discourse.Stem(r.Lemma))
		}
	}
	for w := range strings.FieldsSeq(e.Name) {
		kinds |= l.names.of(w)
	}
	switch listed := discourse.KindOfName(e.Name); {
	case listed&discourse.KindCompany != 0:
		kinds |= l.names.kinds["GmbH"]
	case listed&discourse.KindMedia != 0:
		kinds |= l.names.kinds["Zeitung"]
	case listed&discourse.KindParty != 0:
		kinds |= l.names.kinds["Partei"]
	}
	return kinds
}

// isMedium reports whether a word ends as the names of papers do and as no noun for a body.
func (l *bodyLists) isMedium(w string) bool {
	k := l.names.of(w)
	return k != 0 && k&l.names.kinds["Zeitung"] != 0 && l.nouns.of(discourse.Stem(w)) == 0
}
