package syntax

import (
	_ "embed"
	"math/bits"
	"sync"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/sections"
	"github.com/laut-nlp/laut/internal/stop"
)

// Word is a token with what the lexicon says of it.
type Word struct {
	extract.Token
	reading
	Text   string
	Form   *form
	Quoted bool // inside a quotation, or one of its marks
	Speech bool // quoted, in a quotation that is no part of the clause around it
}

// reading is what a form can be, by the lexicon and the lists.
type reading struct {
	Features    lexicon.Features
	Function    Function
	Finite      bool // can be a finite verb here
	Konjunktiv1 bool // can only be a Konjunktiv I of the third person
	Konjunktiv2 bool // can only be a Konjunktiv II
	Capital     bool
	Small       bool // capital only because it begins a sentence
}

// rooms are the words of texts that nobody needs any more: the largest piece of memory that
// reading a text takes.
var rooms sync.Pool

// roomFor returns n words, whatever they are.
func roomFor(n int) []Word {
	if room, ok := rooms.Get().(*[]Word); ok && cap(*room) >= n {
		return (*room)[:n]
	}
	return make([]Word, n)
}

// Free gives back the memory of the words, also of those inside quotations, for the next text.
// Nobody may use the text any more.
func (t *Text) Free() {
	for ; t != nil; t = t.inside {
		room := t.Words
		t.Words = nil
		rooms.Put(&room)
	}
}

// words analyses the tokens of a document.
func words(sign *stop.Sign, d *extract.Document, l Lists) []Word {
	ws := roomFor(len(d.Tokens()))
	for i, t := range d.Tokens() {
		sign.Look()
		w := &ws[i]
		text := d.Slice(t.Span)
		form := formOf(text, t.Kind)
		*w = Word{Token: t, Text: text, Form: form, reading: form.reading}
		if w.Form.unknown {
			w.Finite = l.IsVerb(w.Text)
		}
	}
	for _, s := range d.Sentences() {
		sign.Look()
		ws[s.First].beginSentence()
		if first := &ws[s.First]; first.Kind == extract.OpenQuote && s.First+1 < s.Last {
			ws[s.First+1].beginSentence()
		}
	}
	for _, q := range d.Quotations() {
		for i := q.Open; i <= q.Close; i++ {
			ws[i].Quoted = true
		}
	}
	return ws
}

// read returns what a form can be; e is its entry.
func read(text string, e lexicon.Entry) (r reading) {
	r.Capital = letters.IsUpper(text)
	l := listed()[text]
	r.Function = l.function()
	r.Features = e.Features()
	if !r.Capital {
		r.verb(e, l)
		r.functionByLexicon()
	}
	return r
}

// functionByLexicon gives adverbs and prepositions that are not listed their function.
func (w *reading) functionByLexicon() {
	if w.Function != NoFunction || w.Finite {
		return
	}
	switch w.Features & (lexicon.Noun | lexicon.Name | lexicon.Adjective | lexicon.Verb | lexicon.Adverb | lexicon.Preposition | lexicon.Article | lexicon.Pronoun | lexicon.Conjunction) {
	case lexicon.Adverb:
		w.Function = Adverb
	case lexicon.Preposition, lexicon.Preposition | lexicon.Adverb:
		w.Function = Preposition
	}
}

// beginSentence looks at the first word of a sentence as if it were written
// with a small letter.
func (w *Word) beginSentence() {
	if w.Capital && w.Kind == extract.Word {
		w.reading = w.begin(w.Text)
	}
}

// begin returns what a form with a capital can be at the start of a sentence.
func (w reading) begin(text string) reading {
	l := listed()[letters.LowerFirst(text)] &^ konjunktiv2 // which counts inside a sentence only
	if r := l.function(); r != NoFunction {
		w.Function = r
	}
	if e := lexicon.Lower(text); e.Known() && w.Features&lexicon.Name == 0 {
		if w.Features&lexicon.Noun != 0 { // "Versuche" is rather a noun
			w.Features |= e.Features()
			return w
		}
		w.Features = e.Features()
		w.Small = true
		w.verb(e, l)
		w.functionByLexicon()
	}
	return w
}

// verb looks for finite forms among the readings of a word.
func (w *reading) verb(e lexicon.Entry, l listing) {
	if e.Features()&lexicon.Verb == 0 || l&neverVerb != 0 {
		return
	}
	var third lexicon.Features
	for r := range e.Readings() {
		if r.Features&lexicon.Verb == 0 || r.Features&(lexicon.Indicative|lexicon.Subjunctive1|lexicon.Subjunctive2) == 0 {
			continue
		}
		w.Finite = true
		if r.Features&lexicon.Person3 != 0 {
			third |= r.Features & lexicon.Moods
		}
	}
	w.Konjunktiv1 = third == lexicon.Subjunctive1
	w.Konjunktiv2 = third == lexicon.Subjunctive2
	if l&konjunktiv2 != 0 {
		w.Konjunktiv1, w.Konjunktiv2 = false, true
	}
}

// Function is what a function word does to clauses.
type Function uint8

// The functions.
const (
	NoFunction    Function = iota
	Subordinator           // dass, weil, wenn: opens a subordinate clause
	Interrogative          // wer, wie, warum: opens one too, or a question
	Relative               // der, die, welcher: can open a relative clause
	Coordinator            // und, oder, aber, sondern, denn
	Determiner             // ein, kein, sein, dieser
	Pronoun                // er, sie, man, dieser
	Preposition
	Adverb
)

// FunctionOf returns what a word does to clauses, whether it begins a sentence or not.
func FunctionOf(word string) Function { return listed()[letters.LowerFirst(word)].function() }

// listing is what words/functions.txt says of a word, as bits: 1<<f for the function f.
type listing uint16

// What else the list says.
const (
	neverVerb listing = 1 << (iota + Adverb + 1)
	konjunktiv2
)

// function returns the function that the list gives a word.
func (l listing) function() Function {
	return Function(bits.Len16(uint16(l&(neverVerb-1)) >> 1))
}

// functionsFile is the list's name in errors.
const functionsFile = "words/functions.txt"

//go:embed words/functions.txt
var functionsText string

// listed returns the list, which is read on first use. A test checks that it has no
// mistakes; a word with one would be left out.
var listed = sync.OnceValue(func() map[string]listing {
	words, _ := readFunctions(functionsText)
	return words
})

func readFunctions(text string) (map[string]listing, error) {
	return sections.Words(functionsFile, text, map[string]listing{
		"subordinators": 1 << Subordinator, "interrogatives": 1 << Interrogative, "relatives": 1 << Relative, "coordinators": 1 << Coordinator,
		"determiners": 1 << Determiner, "pronouns": 1 << Pronoun, "prepositions": 1 << Preposition, "adverbs": 1 << Adverb,
		"no verbs": neverVerb, "Konjunktiv II": konjunktiv2,
	})
}
