package extract

import (
	"fmt"

	"github.com/laut-nlp/laut/internal/enum"
	"github.com/laut-nlp/laut/internal/normal"
)

// Kind says what a token is, by its form alone.
type Kind uint8

// The kinds of tokens. A token is never empty and never of kind 0.
const (
	Word         Kind = iota + 1 // a word, with its hyphens, gender marks and clitics: Ein-, Bürger*innen, geht's, CDU/CSU
	Numeral                      // a cardinal or an amount: 3,5, 1'000, 25 000, 16.30, 1:0
	Ordinal                      // a number with the full stop of an ordinal: 2. in "am 2. März", XIV. in "Ludwig XIV. regierte"
	Abbreviation                 // a shortened word with its full stop: Mrd., z.B., and each part of "z. B."
	Punctuation                  // , . ; : ? ! … brackets, slash, apostrophe
	OpenQuote                    // an opening quotation mark
	CloseQuote                   // a closing quotation mark
	Dash                         // – — and a hyphen that stands alone
	Symbol                       // § % € + emoji, emoticons and whatever is none of the others
	Link                         // a web address or file name: https://…, tagesschau.de
	Email                        // an e-mail address
	Handle                       // @name or #tag
)

var kindNames = enum.Names[Kind]{What: "kind", Names: []string{"", "word", "number", "ordinal", "abbreviation", "punctuation",
	"open_quote", "close_quote", "dash", "symbol", "link", "email", "handle"}}

// String returns the name, "word" for Word.
func (k Kind) String() string { return kindNames.String(k) }

// MarshalText returns the name; a number without one is an error.
func (k Kind) MarshalText() ([]byte, error) { return kindNames.MarshalText(k) }

// UnmarshalText sets the kind by its name. The error of an unknown one tells which there are.
func (k *Kind) UnmarshalText(name []byte) error { return kindNames.UnmarshalText(k, name) }

// Kinds returns all kinds.
func Kinds() []Kind { return kindNames.Values() }

// Token is a token of a text: a span and its kind. It holds no text and no
// pointer; text[t.Start:t.End] is what was found.
type Token struct {
	Span
	Kind Kind
}

// Span is a half-open range of bytes of the text as given: text[s.Start:s.End].
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// FromTokens makes a document of a text that is already tokenised, such as a
// corpus. sentences holds the index of the first token of each sentence, in
// order; nil lets the splitter decide. Kinds, paragraphs and quotations are found
// as Parse finds them; the slices given are not kept. An error names the first
// token that is empty, out of order or outside the text, or the first sentence
// out of order.
func FromTokens(text string, tokens []Span, sentences []int) (*Document, error) {
	end := 0
	for i, t := range tokens {
		switch {
		case t.Start >= t.End:
			return nil, fmt.Errorf("extract: token %d is empty: [%d, %d)", i, t.Start, t.End)
		case t.Start < end:
			return nil, fmt.Errorf("extract: token %d begins at byte %d, before the end of the last at %d", i, t.Start, end)
		case t.End > len(text):
			return nil, fmt.Errorf("extract: token %d ends at byte %d of a text of %d", i, t.End, len(text))
		}
		end = t.End
	}
	for i, first := range sentences {
		if i == 0 && first != 0 || i > 0 && first <= sentences[i-1] || first >= len(tokens) {
			return nil, fmt.Errorf("extract: sentence %d begins with token %d: sentences begin with token 0 and go up", i, first)
		}
	}
	spans := make([]normal.Span, len(tokens))
	for i, t := range tokens {
		spans[i] = normal.Span(t)
	}
	form := normal.OfTokens(text, spans)
	d := &Document{text: form.Form, tokens: make([]Token, len(tokens))}
	var s scanner
	for i, t := range spans {
		d.tokens[i] = s.given(d.text, Span(form.Formed(t)))
	}
	d.split(sentences, nil)
	d.finish(nil)
	if form.Same() {
		return d, nil
	}
	return d.given(text, form, tokens), nil
}

// lookBehind is how many bytes after a given token the scanner may see to
// tell its kind.
const lookBehind = 256

// given returns the kind of a token that somebody else has cut.
func (s *scanner) given(text string, span Span) Token {
	s.text, s.pos = text[:min(span.End+lookBehind, len(text))], span.Start
	t, ok := s.next()
	if !ok || t.Span != span { // cut in another way than ours: judge it alone
		alone := scanner{text: text[span.Start:span.End]}
		t, ok = alone.next()
		switch {
		case ok && t.Span == Span{0, span.Len()}:
		case text[span.End-1] == '.' && letterAt(text, span.Start): // who cut it kept the full stop
			switch w := text[span.Start : span.End-1]; {
			case len(w) > 1 && isRoman(w), digits(w, 0) == len(w):
				t.Kind = Ordinal
			default:
				t.Kind = Abbreviation
			}
		case ok && (t.Kind == Numeral || t.Kind == Link || t.Kind == Email):
		case letterAt(text, span.Start):
			t.Kind = Word
		default:
			t.Kind = Symbol
		}
	}
	t.Span = span
	s.prev = t
	return t
}
