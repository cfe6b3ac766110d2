package corpus

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// sentence is a sentence as the readers find it, its spans relative to its
// text, its heads and tokens to itself.
type sentence struct {
	text     string
	tokens   []extract.Span
	words    []Word
	entities []Entity
}

// builder joins sentences to a document.
type builder struct {
	id, genre string
	paragraph bool // the next sentence begins one
	glued     bool // no space stands before the next sentence
	text      strings.Builder
	doc       Document
}

// add appends a sentence.
func (b *builder) add(s sentence) {
	if len(s.tokens) == 0 {
		return
	}
	if b.text.Len() > 0 {
		switch {
		case b.paragraph:
			b.text.WriteString("\n\n")
		case !b.glued:
			b.text.WriteByte(' ')
		}
	}
	b.paragraph = false
	at, token, word := b.text.Len(), len(b.doc.Tokens), len(b.doc.Words)
	b.text.WriteString(s.text)
	b.doc.Sentences = append(b.doc.Sentences, token)
	for _, t := range s.tokens {
		b.doc.Tokens = append(b.doc.Tokens, extract.Span{Start: at + t.Start, End: at + t.End})
	}
	for _, w := range s.words {
		w.Token += token
		if w.Head >= 0 {
			w.Head += word
		}
		b.doc.Words = append(b.doc.Words, w)
	}
	for _, e := range s.entities {
		e.Start, e.End = e.Start+at, e.End+at
		b.doc.Entities = append(b.doc.Entities, e)
	}
}

// document returns what was added and starts afresh.
func (b *builder) document() Document {
	d := b.doc
	d.ID, d.Genre, d.Text = b.id, b.genre, b.text.String()
	*b = builder{id: b.id, genre: b.genre}
	return d
}

// rebuilder joins the sentences of a corpus that has lost its white space.
type rebuilder struct {
	builder
	detokenizer
	forms  []string // of the sentence
	words  []Word   // of the sentence, if the corpus has grammar
	broken bool     // the sentence is left out
}

func newRebuilder(id string) *rebuilder { return &rebuilder{builder: builder{id: id}} }

// token adds a token to the sentence, and its word unless the corpus has none.
func (b *rebuilder) token(form string, w *Word) {
	if w != nil {
		w.Token, w.Form, w.Head = len(b.forms), form, -1
		b.words = append(b.words, *w)
	}
	b.forms = append(b.forms, form)
}

// endSentence adds the sentence with the entities that find sees on its tokens.
func (b *rebuilder) endSentence(find func(tokens []extract.Span) []Entity) {
	if !b.broken && len(b.forms) > 0 {
		s := sentence{words: b.words}
		s.text, s.tokens = b.join(b.forms)
		if find != nil {
			s.entities = find(s.tokens)
		}
		b.add(s)
	}
	b.forms, b.words, b.broken = nil, nil, false
}

// beginParagraph lets the next sentence begin a paragraph, in which no quotation mark is open.
func (b *rebuilder) beginParagraph() {
	b.paragraph = true
	b.detokenizer = detokenizer{}
}

// endDocument returns the document and starts afresh.
func (b *rebuilder) endDocument() Document {
	b.detokenizer = detokenizer{}
	return b.document()
}
