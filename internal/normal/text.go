// Package normal gives the normal form of a text: what it would be if nobody had typeset,
// scraped, exported or narrowed it. Stages read that form, so that no look-up and no feature
// sees anything else; a [Text] leads from its bytes to those of the text as given and back.
//
// In the normal form letters are composed and ligatures taken apart, soft hyphens, joiners,
// marks of direction and the tags of HTML are left out, its entities are characters, each
// blank is one space, each end of a line one \n, and hyphens and quotation marks have one
// spelling: ‑ is -, << is «, and "" is „ or “ in a text that doubles all its marks. Lines that were cut
// to a width are put together again, with the words that were cut. So a single \n ends a
// paragraph.
//
// Time and memory are linear in the text. Bytes that are not UTF-8 stay as they are.
package normal

import (
	"sort"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/stop"
)

// Text is a text in its normal form. The zero Text is that of an empty text.
type Text struct {
	Form   string
	stages []edits // from the text as given to Form; none if it is Form
}

// Same reports whether the text as given is the normal form.
func (t *Text) Same() bool { return len(t.stages) == 0 }

// Span is a range of bytes.
type Span struct{ Start, End int }

// Given returns the bytes of the text as given that a range of Form was made of, without
// what was left out before and behind it. The range is not empty.
func (t *Text) Given(s Span) Span {
	for i := len(t.stages) - 1; i >= 0; i-- {
		s = t.stages[i].given(s)
	}
	return s
}

// Formed returns the bytes of Form that a range of the text as given became.
func (t *Text) Formed(s Span) Span {
	for _, e := range t.stages {
		s = e.formed(s)
	}
	return s
}

// edit says that the bytes [from, to) became length bytes, at at.
type edit struct{ from, to, at, length int }

// edits are in order and do not overlap.
type edits []edit

// given leads from the bytes after the edits to those before.
func (es edits) given(s Span) Span {
	return Span{es.givenStart(s.Start), es.givenEnd(s.End)}
}

// last returns the last edit whose result begins at or before at, -1 if there is none.
func (es edits) last(at int) int {
	return sort.Search(len(es), func(i int) bool { return es[i].at > at }) - 1
}

func (es edits) givenStart(at int) int {
	i := es.last(at)
	if i < 0 {
		return at
	}
	e := &es[i]
	if at < e.at+e.length {
		return e.from
	}
	return at - (e.at + e.length) + e.to
}

func (es edits) givenEnd(end int) int {
	i := es.last(end - 1)
	if i < 0 {
		return end
	}
	e := &es[i]
	if end <= e.at+e.length {
		return e.to
	}
	return end - (e.at + e.length) + e.to
}

// formed leads from the bytes before the edits to those after.
func (es edits) formed(s Span) Span {
	start, end := s.Start, s.End
	if i := sort.Search(len(es), func(i int) bool { return es[i].from > s.Start }) - 1; i >= 0 {
		e := &es[i]
		if s.Start < e.to {
			start = e.at
		} else {
			start = s.Start - e.to + e.at + e.length
		}
	}
	if i := sort.Search(len(es), func(i int) bool { return es[i].from >= s.End }) - 1; i >= 0 {
		e := &es[i]
		if s.End <= e.to {
			end = e.at + e.length
		} else {
			end = s.End - e.to + e.at + e.length
		}
	}
	return Span{start, max(start, end)}
}

// builder makes a text and notes what it changes.
type builder struct {
	text  string
	done  int // bytes of text that are in out, or were left out
	out   []byte
	edits edits

	sign   *stop.Sign
	floor  int    // where the part that is being read begins in out
	single answer // whether a mark " stands by itself
}

// keep copies the text up to an offset.
func (b *builder) keep(to int) {
	b.out = append(b.out, b.text[b.done:to]...)
	b.done = to
}

// replace puts a string in the place of text[from:to]. Nothing is left out behind a byte that
// is not UTF-8: it could become a character together with the next one.
func (b *builder) replace(from, to int, by string) {
	if by == "" {
		if r, n := utf8.DecodeLastRuneInString(b.text[:from]); r == utf8.RuneError && n == 1 {
			return
		}
	}
	b.keep(from)
	b.edits = append(b.edits, edit{from, to, len(b.out), len(by)})
	b.out = append(b.out, by...)
	b.done = to
}

// finish copies what is left and returns the text, which is the one that was given if
// nothing was changed.
func (b *builder) finish() string {
	if len(b.edits) == 0 {
		return b.text
	}
	b.keep(len(b.text))
	return string(b.out)
}

// Of returns the normal form of a text.
// The sign, or nil, ends it.
func Of(text string, sign *stop.Sign) Text {
	b := builder{text: text, sign: sign}
	b.characters(0, len(text))
	return finished(&b, nil)
}

// OfTokens returns the normal form of a text that somebody has cut into tokens, which are in
// order: none vanishes, and nothing of two of them, or of one and what stands between, grows
// together.
func OfTokens(text string, tokens []Span) Text {
	b := builder{text: text}
	part := func(from, to int) {
		b.keep(from)
		b.floor = len(b.out)
		b.characters(from, to)
		b.keep(to)
	}
	end := 0
	for _, t := range tokens {
		part(end, t.Start)
		n := len(b.edits)
		if part(t.Start, t.End); len(b.out) == b.floor {
			b.edits, b.out = b.edits[:n], append(b.out, text[t.Start:t.End]...)
		}
		end = t.End
	}
	part(end, len(text))
	kept := make([]Span, 0, len(tokens))
	for _, t := range tokens {
		kept = append(kept, b.edits.formed(t))
	}
	return finished(&b, kept)
}

// finished ends the first stage and runs the second, which deals with lines. Only tokens, if
// there are any, may be joined over the end of one.
func finished(b *builder, tokens []Span) (t Text) {
	t.Form = b.finish()
	if len(b.edits) > 0 {
		t.stages = append(t.stages, b.edits)
	}
	second := builder{text: t.Form}
	second.lines(tokens)
	if len(second.edits) > 0 {
		t.Form = second.finish()
		t.stages = append(t.stages, second.edits)
	}
	return t
}
