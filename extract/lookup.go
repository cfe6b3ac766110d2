package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Text returns the text of spans as it stands, with " … " where something between them is
// left out, such as what a frame interrupts: „Das reicht“ … „nicht.“ It is empty without a
// span. The spans are those of this document, in order.
func (d *Document) Text(spans ...Span) string {
	if len(spans) == 1 {
		return d.Slice(spans[0])
	}
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteString(" … ")
		}
		b.WriteString(d.Slice(s))
	}
	return b.String()
}

// Context returns a span with what stands around it: at most so many characters on either
// side (Unicode code points), cut between tokens and not beyond the paragraphs that the
// span is in.
func (d *Document) Context(s Span, characters int) Span {
	s.Start = max(0, min(s.Start, len(d.String())))
	s.End = max(s.Start, min(s.End, len(d.String())))
	first, last := d.TokensIn(s)
	out := s
	limit := Span{s.Start, s.End}
	if i, ok := d.ParagraphAt(s.Start); ok {
		limit.Start = d.paragraphs[i].Start
	}
	if i, ok := d.ParagraphAt(max(s.Start, s.End-1)); ok {
		limit.End = d.paragraphs[i].End
	}
	for room, at := characters, s.Start; first > 0; first-- {
		t := d.tokens[first-1]
		if room -= utf8.RuneCountInString(d.text[t.Start:at]); room < 0 || t.Start < limit.Start {
			break
		}
		at, out.Start = t.Start, t.Start
	}
	for room, at := characters, s.End; last < len(d.tokens); last++ {
		t := d.tokens[last]
		if room -= utf8.RuneCountInString(d.text[at:t.End]); room < 0 || t.End > limit.End {
			break
		}
		at, out.End = t.End, t.End
	}
	return out
}

// TokensIn returns the tokens [first, last) that share bytes with a span; both are the
// next token after it if there is none. Like all that follow it takes time logarithmic in
// the document.
func (d *Document) TokensIn(s Span) (first, last int) { return within(d.Tokens(), ofToken, s) }

// SentencesIn returns the sentences [first, last) that share bytes with a span; both are
// the next sentence after it if there is none.
func (d *Document) SentencesIn(s Span) (first, last int) { return within(d.Sentences(), ofSentence, s) }

// TokenAt returns the token that has the byte at an offset, false if none has.
func (d *Document) TokenAt(offset int) (i int, ok bool) { return at(d.Tokens(), ofToken, offset) }

// SentenceAt returns the sentence that has the byte at an offset, false if none has. White
// space between two sentences is in none.
func (d *Document) SentenceAt(offset int) (i int, ok bool) {
	return at(d.Sentences(), ofSentence, offset)
}

// ParagraphAt returns the paragraph that has the byte at an offset, false if none has.
func (d *Document) ParagraphAt(offset int) (i int, ok bool) {
	return at(d.Paragraphs(), ofParagraph, offset)
}

func ofToken(t Token) Span         { return t.Span }
func ofSentence(t Sentence) Span   { return t.Span }
func ofParagraph(t Paragraph) Span { return t.Span }

// within returns which of all, in order, share bytes with a span.
func within[T any](all []T, of func(T) Span, s Span) (first, last int) {
	first, _ = slices.BinarySearchFunc(all, s.Start, func(t T, at int) int { return cmp.Compare(of(t).End, at+1) })
	n, _ := slices.BinarySearchFunc(all[first:], s.End, func(t T, at int) int { return cmp.Compare(of(t).Start, at) })
	return first, first + n
}

func at[T any](all []T, of func(T) Span, offset int) (int, bool) {
	first, last := within(all, of, Span{offset, offset + 1})
	return first, first < last
}
