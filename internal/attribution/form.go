package attribution

import (
	"sync/atomic"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/memo"
)

// form is what is known of a form, whatever stands around it. It is shared by
// goroutines; what is not always asked for is found out on first use.
type form struct {
	reading
	entry  lexicon.Entry              // as it is written
	folded uint64                     // see hash.Folded
	lower  string                     // with a small first letter, if that differs
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
	e.Value.folded = hash.Folded(text)
	if small := letters.LowerFirst(text); small != text { // else it would keep the whole text in memory
		e.Value.lower = small
	}
	if context == asWord {
		e.Value.entry = lexicon.Lookup(text)
		e.Value.reading = read(text, e.Value.entry)
	}
	forms.Put(text, context, e)
	return &e.Value
}

// lower returns the word with a small first letter.
func (w *word) lower() string {
	if w.form.lower != "" {
		return w.form.lower
	}
	return w.text
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
