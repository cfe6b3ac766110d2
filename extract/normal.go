package extract

import "github.com/laut-nlp/laut/internal/normal"

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
	return d.normal
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
		text: text, normal: d, form: form,
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
