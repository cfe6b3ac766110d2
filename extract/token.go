package extract

import "github.com/laut-nlp/laut/internal/enum"

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
