package attribution

import (
	"sync/atomic"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/memo"
)

// form is what is known of a form, whatever stands around it. It is shared by
// goroutines; what is not always asked for is found out on first use.
type form struct {
	reading
	folded uint64                     // see linear.Folded
	begun  atomic.Pointer[reading]    // at the start of a sentence
	cues   [2]atomic.Pointer[formCue] // see cueform.go; of nouns apart from the others
}

// forms remembers the forms read last, also from one document to the next.
var forms memo.Table[form]

// Contexts of forms.
const (
	asWord uint64 = iota
	asMark
)

// formOf returns what is known of a token's form. Tokens that are no words have no
// reading.
func formOf(text string, kind extract.Kind) *form {
	context := asMark
	if kind == extract.Word || kind == extract.Abbreviation {
		context = asWord
	}
	if f := forms.Get(text, context); f != nil {
		return f
	}
	e := new(memo.Entry[form])
	e.Value.folded = linear.Folded(text)
	if context == asWord {
		e.Value.reading = read(text)
	}
	forms.Put(text, context, e)
	return &e.Value
}

// begins returns what the form can be at the start of a sentence.
func (f *form) begins(text string) reading {
	r := f.begun.Load()
	if r == nil {
		begun := f.reading.begin(text)
		r = &begun
		f.begun.Store(r)
	}
	return *r
}
