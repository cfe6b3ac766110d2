package extract

import "iter"

// Sentence is a span of text with its tokens [First, Last).
type Sentence struct {
	Span
	First, Last int
}

// Role says what a paragraph is to the article.
type Role uint8

// The roles of paragraphs.
const (
	Body      Role = iota // running text
	Heading               // a headline, a subheading: a short line without a final mark
	ListItem              // a line that begins with a bullet or a number
	Byline                // who wrote it and when: "Von Anna Meier, Bern"
	Furniture             // what the web page adds to the article: cookie and paywall notices, share bars, links to other articles
)

var roleNames = [...]string{"body", "heading", "list_item", "byline", "furniture"}

// String returns the role's name, "body" for Body.
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return "invalid"
}

// Paragraph is a span of text with its sentences [First, Last).
type Paragraph struct {
	Span
	First, Last int
	Role        Role
}

// Quotation is a pair of quotation marks and what they enclose. Its span
// includes both marks; Open and Close are their tokens. A quotation that runs
// over several paragraphs, each re-opened, is one Quotation from the first mark
// to the last. Quotations never cross: of any two, one lies inside the other
// or they are disjoint.
type Quotation struct {
	Span
	Open, Close int
	Parent      int // the enclosing quotation, or -1
}

// Document is a text with its tokens, sentences, paragraphs and quotations. It
// is immutable and safe for concurrent use; the slices that its methods return
// are shared and must not be changed.
type Document struct {
	text       string
	tokens     []Token
	sentences  []Sentence
	paragraphs []Paragraph
	quotations []Quotation
}

// Text returns the text as it was given.
func (d *Document) Text() string { return d.text }

// Slice returns the text of a span.
func (d *Document) Slice(s Span) string { return d.text[s.Start:s.End] }

// Tokens returns the tokens in order. They do not overlap, and what lies
// between them is white space or invisible.
func (d *Document) Tokens() []Token { return d.tokens }

// Sentences returns the sentences in order. Each token belongs to one.
func (d *Document) Sentences() []Sentence { return d.sentences }

// Paragraphs returns the paragraphs in order. Each sentence belongs to one.
func (d *Document) Paragraphs() []Paragraph { return d.paragraphs }

// Quotations returns the paired quotation marks in order of their opening.
func (d *Document) Quotations() []Quotation { return d.quotations }

// Parse analyses a text. It never fails and never changes the text.
func Parse(text string) *Document { return &Document{text: text} }

// Tokens yields the tokens of a text from left to right, without allocation.
func Tokens(text string) iter.Seq[Token] { return func(yield func(Token) bool) {} }

// Sentences yields the sentences of a text from left to right, without allocation.
func Sentences(text string) iter.Seq[Sentence] { return func(yield func(Sentence) bool) {} }

// FromTokens makes a document of a text that is already tokenised.
// sentences holds the index of the first token of each sentence; nil lets the
// splitter decide. Paragraphs, kinds and quotations are found as Parse finds
// them. An error names the first token that is empty, out of order or out of the text.
func FromTokens(text string, tokens []Span, sentences []int) (*Document, error) {
	return nil, nil
}
