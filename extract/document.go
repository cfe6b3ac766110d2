package extract

import (
	"context"
	"sync"

	"github.com/laut-nlp/laut/internal/normal"
	"github.com/laut-nlp/laut/internal/stop"
)

// Sentence is a span of text with its tokens [First, Last).
type Sentence struct {
	Span
	First, Last int
}

// Quotation is a pair of quotation marks and what they enclose. Its span
// includes both marks; Open and Close are their tokens. A quotation that runs
// over several paragraphs, each re-opened, is one Quotation from the first mark
// to the last. Quotations never cross: of any two, one lies inside the other
// or they are disjoint.
type Quotation struct {
	Span
	Open, Close int
	Parent      int // the enclosing quotation, counted from 1 as Quotations has them; 0 if there is none
}

// Document is a text with its tokens, sentences, paragraphs and quotations. It
// is immutable and safe for concurrent use; the slices that its methods return
// are shared and must not be changed. A nil or zero Document is an empty text.
type Document struct {
	text       string
	tokens     []Token
	sentences  []Sentence
	paragraphs []Paragraph
	quotations []Quotation
	tagging    tagging

	normal func() *Document // nil if the text is in its normal form
	form   normal.Text      // how the two texts go together
}

// String returns the text as it was given; [Document.Text] that of some spans.
func (d *Document) String() string {
	if d == nil {
		return ""
	}
	return d.text
}

// Slice returns the text of a span.
func (d *Document) Slice(s Span) string { return d.text[s.Start:s.End] }

// Tokens returns the tokens in order. They do not overlap, and what lies
// between them is white space, invisible or a tag of HTML.
func (d *Document) Tokens() []Token {
	if d == nil {
		return nil
	}
	return d.tokens
}

// Sentences returns the sentences in order. Each token belongs to one.
func (d *Document) Sentences() []Sentence {
	if d == nil {
		return nil
	}
	return d.sentences
}

// Paragraphs returns the paragraphs in order. Each sentence belongs to one.
func (d *Document) Paragraphs() []Paragraph {
	if d == nil {
		return nil
	}
	return d.paragraphs
}

// Quotations returns the paired quotation marks in order of their opening.
func (d *Document) Quotations() []Quotation {
	if d == nil {
		return nil
	}
	return d.quotations
}

// Parse analyses a text: tokens, sentences, paragraphs, quotations. It never
// fails and never changes the text; its time and memory are linear in the
// text's length.
func Parse(text string) *Document { return parse(text, nil) }

// ParseContext is Parse that ends when ctx does, and then returns the error of ctx. It is
// for texts of many megabytes.
func ParseContext(ctx context.Context, text string) (*Document, error) {
	return stop.Run(ctx, func(s *stop.Sign) *Document { return parse(text, s) })
}

func parse(text string, sign *stop.Sign) *Document {
	form := normal.Of(text, sign)
	d := parseNormal(form.Form, sign)
	if form.Same() {
		return d
	}
	g := d.given(text, form, nil)
	if len(text) > longText {
		g.normal = sync.OnceValue(func() *Document { return parseNormal(form.Form, nil) })
	}
	return g
}

// longText is from how many bytes on the normal form of a text is analysed again when it is asked
// for: the tokens of both would take twelve times the length of the text.
const longText = 1 << 20

// parseNormal analyses a text in its normal form.
func parseNormal(text string, sign *stop.Sign) *Document {
	d := &Document{text: text}
	// German news have about 6.5 bytes a token and 120 a sentence.
	d.tokens = make([]Token, 0, len(text)/6+4)
	d.sentences = make([]Sentence, 0, len(text)/100+2)
	s := scanner{text: text}
	for {
		t, ok := s.next()
		if !ok {
			break
		}
		d.tokens = append(d.tokens, t)
		sign.Look()
	}
	d.split(nil, sign)
	d.finish(sign)
	return d
}

// finish adds what rests on tokens, sentences and paragraphs.
func (d *Document) finish(sign *stop.Sign) {
	findKinds(d, sign)
	d.quotations = pair(d, sign)
}

// split finds sentences and paragraphs. With starts, the first tokens of given
// sentences, only the paragraphs are found, each of whole sentences.
func (d *Document) split(starts []int, sign *stop.Sign) {
	p := splitter{text: d.text}
	para := Paragraph{}
	given := len(starts) > 0
	if given {
		starts = starts[1:] // token 0
	}
	for i, t := range d.tokens {
		b := p.before(t)
		if given {
			switch {
			case len(starts) == 0 || i != starts[0]:
				b = sameSentence
			default:
				b = max(b, newSentence)
				starts = starts[1:]
			}
		}
		if b != sameSentence {
			d.sentences = append(d.sentences, p.cut(t))
		}
		if b == newParagraph {
			para.Last = len(d.sentences)
			d.paragraphs = append(d.paragraphs, para)
			para = Paragraph{First: para.Last}
		}
		p.add(t)
		sign.Look()
	}
	if len(d.tokens) > 0 {
		d.sentences = append(d.sentences, p.cur)
		para.Last = len(d.sentences)
		d.paragraphs = append(d.paragraphs, para)
	}
	for i := range d.paragraphs {
		p := &d.paragraphs[i]
		p.Span = Span{d.sentences[p.First].Start, d.sentences[p.Last-1].End}
	}
}

// Normal returns the document of the text in its normal form, which is d itself if the text
// is in it. In that form letters are composed and ligatures taken apart; soft hyphens and
// other characters that show nothing are left out, and so are tags of HTML; its entities
// are characters; blanks are single spaces; words and lines that were cut to a width are
// whole again. All stages read it, and names are given in it. It has the same tokens,
// sentences, paragraphs and quotations, in other bytes: [Document.FromNormal] and
// [Document.ToNormal] lead from one to the other.
func (d *Document) Normal() *Document {
	if d == nil || d.normal == nil {
		return d
	}
	return d.normal()
}

// FromNormal returns the span of this document's text that a span of its normal form stands
// for. The span is not empty.
func (d *Document) FromNormal(s Span) Span { return Span(d.form.Given(normal.Span(s))) }

// ToNormal returns the span of the normal form that stands for a span of this document's
// text. It is empty if the span has nothing that the normal form has.
func (d *Document) ToNormal(s Span) Span { return Span(d.form.Formed(normal.Span(s))) }

// given returns the document of the text that has d as its normal form. tokens are where its
// tokens stand; nil lets the normal form tell.
func (d *Document) given(text string, form normal.Text, tokens []Span) *Document {
	g := &Document{
		text: text, normal: func() *Document { return d }, form: form,
		tokens: make([]Token, len(d.tokens)), sentences: make([]Sentence, len(d.sentences)),
		paragraphs: make([]Paragraph, len(d.paragraphs)),
	}
	for i, t := range d.tokens {
		if tokens != nil {
			t.Span = tokens[i]
		} else {
			t.Span = g.FromNormal(t.Span)
		}
		g.tokens[i] = t
	}
	for i, s := range d.sentences {
		s.Span = Span{g.tokens[s.First].Start, g.tokens[s.Last-1].End}
		g.sentences[i] = s
	}
	for i, p := range d.paragraphs {
		p.Span = Span{g.sentences[p.First].Start, g.sentences[p.Last-1].End}
		g.paragraphs[i] = p
	}
	if d.quotations != nil {
		g.quotations = make([]Quotation, len(d.quotations))
	}
	for i, q := range d.quotations {
		q.Span = Span{g.tokens[q.Open].Start, g.tokens[q.Close].End}
		g.quotations[i] = q
	}
	return g
}
