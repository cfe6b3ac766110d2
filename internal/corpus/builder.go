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

// detokenizer remembers which quotation marks are open, from one sentence of a
// document to the next.
type detokenizer struct {
	straight, double, single, guillemet, apostrophe bool
}

// join puts a sentence of a corpus without white space together again and
// returns the span of each token. It is a reconstruction after the rules of
// German printing, not the text that was annotated:
//
//   - no space before , . ; : ! ? ) ] } and closing quotation marks
//   - no space after ( [ { and opening quotation marks
//   - „ and ‚ open, ” and ’ close, " ' “ ‘ » « open or close by turns, so that
//     German, Swiss and English usage come out alike
//   - no space before the clitics 's and ’s
//   - one space everywhere else: before …, ... and %, around / and dashes
//
// An empty token gets an empty span.
func (d *detokenizer) join(tokens []string) (string, []extract.Span) {
	glue := true // no space after what is there
	return concat(tokens, func(i int) bool {
		before, after := d.side(tokens[i], i == 0 && len(tokens) > 1, i > 0 && i == len(tokens)-1)
		space := !glue && !before
		glue = after
		return space
	})
}

// concat joins tokens, with a space before those that space tells, and returns the span
// of each.
func concat(tokens []string, space func(i int) bool) (string, []extract.Span) {
	var b strings.Builder
	spans := make([]extract.Span, len(tokens))
	for i, t := range tokens {
		if space(i) {
			b.WriteByte(' ')
		}
		spans[i] = extract.Span{Start: b.Len(), End: b.Len() + len(t)}
		b.WriteString(t)
	}
	return b.String(), spans
}

// side says whether a token stands close to the one before and the one after.
// A mark that could be either opens at the beginning of a sentence and closes at
// its end: one that is missing must not turn all the others round.
func (d *detokenizer) side(t string, first, last bool) (before, after bool) {
	turn := func(open *bool) (bool, bool) {
		*open = first || !last && !*open
		return !*open, *open
	}
	switch t {
	case ",", ".", ";", ":", "!", "?", ")", "]", "}", "''", "’", "'s", "’s":
		return true, false
	case "(", "[", "{", "``":
		return false, true
	case "„":
		d.double = true
		return false, true
	case "“":
		return turn(&d.double)
	case "”":
		d.double = false
		return true, false
	case "‚":
		d.single = true
		return false, true
	case "‘":
		return turn(&d.single)
	case "»", "«":
		return turn(&d.guillemet)
	case "\"":
		return turn(&d.straight)
	case "'":
		return turn(&d.apostrophe)
	}
	return false, false
}
