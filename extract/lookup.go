package extract

import (
	"cmp"
	"fmt"
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

// Position is a place in a text as people count: lines and characters from 1.
type Position struct {
	Line   int // lines end with \n
	Column int // in characters (Unicode code points; an invalid byte counts as one)
}

// String returns "line:column".
func (p Position) String() string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// Locate returns the position of a byte offset, which is held to the text. Its
// time is linear in offset.
func Locate(text string, offset int) Position {
	before := text[:max(0, min(offset, len(text)))]
	line := strings.LastIndexByte(before, '\n') + 1
	return Position{
		Line:   1 + strings.Count(before, "\n"),
		Column: 1 + utf8.RuneCountInString(before[line:]),
	}
}

// excerptWidth is how many characters of a line Excerpt shows at most.
const excerptWidth = 76

// Excerpt returns the line in which s begins and under it a line of carets that
// mark s, for messages to people. Long lines are cut around s and marked with …;
// of a span over several lines the part on the first is marked.
func Excerpt(text string, s Span) string {
	start := max(0, min(s.Start, len(text)))
	end := max(start, min(s.End, len(text)))
	from := strings.LastIndexByte(text[:start], '\n') + 1
	to := len(text)
	if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
		to = start + n
	}
	line := []rune(strings.TrimRight(text[from:to], "\r"))
	a := utf8.RuneCountInString(text[from:start])
	b := min(a+max(1, utf8.RuneCountInString(text[start:min(end, to)])), max(len(line), a+1))
	left, right := 0, len(line)
	head, tail := "", ""
	if right-left > excerptWidth {
		left = max(0, min(a-excerptWidth/4, right-excerptWidth))
		right = min(right, left+excerptWidth)
		b = min(b, right)
		if left > 0 {
			head = "…"
		}
		if right < len(line) {
			tail = "…"
		}
	}
	var out strings.Builder
	out.WriteString(head)
	out.WriteString(string(line[left:right]))
	out.WriteString(tail)
	out.WriteByte('\n')
	out.WriteString(strings.Repeat(" ", utf8.RuneCountInString(head)))
	for _, r := range line[left:min(a, len(line))] {
		if r != '\t' { // keep tabs, so that the carets stand right
			r = ' '
		}
		out.WriteRune(r)
	}
	out.WriteString(strings.Repeat("^", max(1, b-a)))
	return out.String()
}
