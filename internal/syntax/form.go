package syntax

import (
	"sync/atomic"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/memo"
)

// form is what is known of a form, whatever stands around it.
type form struct {
	reading
	Entry   lexicon.Entry // as it is written
	unknown bool          // a word with a small letter that the lexicon lacks
	Folded  uint64        // see hash.Folded
	lower   string        // with a small first letter, if that differs

	Cues [2]atomic.Value // what package saying knows of it, as a noun and as another word
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
	e.Value.Folded = hash.Folded(text)
	if small := letters.LowerFirst(text); small != text { // else it would keep the whole text in memory
		e.Value.lower = small
	}
	if context == asWord {
		e.Value.Entry = lexicon.Lookup(text)
		e.Value.reading = read(text, e.Value.Entry)
		e.Value.unknown = !e.Value.Capital && !e.Value.Entry.Known()
	}
	forms.Put(text, context, e)
	return &e.Value
}

// Lower returns the word with a small first letter.
func (w *Word) Lower() string {
	if w.Form.lower != "" {
		return w.Form.lower
	}
	return w.Text
}
