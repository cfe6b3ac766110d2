package extract

import (
	"slices"

	"github.com/laut-nlp/laut/internal/enum"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/stop"
)

// ParagraphKind says what a paragraph is to the article.
type ParagraphKind uint8

// The kinds of paragraphs.
const (
	Body      ParagraphKind = iota // running text
	Heading                        // a headline, a subheading: a short line without a final mark
	ListItem                       // a line that begins with a bullet or a number
	Byline                         // who wrote it and when: "Von Anna Meier, Bern"
	Furniture                      // what the web page adds to the article: cookie and paywall notices, share bars, links to other articles
)

var paragraphKindNames = enum.Names[ParagraphKind]{What: "kind of paragraph", Names: []string{"body", "heading", "list_item", "byline", "furniture"}}

// String returns the name, "body" for Body.
func (k ParagraphKind) String() string { return paragraphKindNames.String(k) }

// MarshalText returns the name; a number without one is an error.
func (k ParagraphKind) MarshalText() ([]byte, error) { return paragraphKindNames.MarshalText(k) }

// UnmarshalText sets the kind by its name. The error of an unknown one tells which there are.
func (k *ParagraphKind) UnmarshalText(name []byte) error {
	return paragraphKindNames.UnmarshalText(k, name)
}

// ParagraphKinds returns all kinds.
func ParagraphKinds() []ParagraphKind { return paragraphKindNames.Values() }

// Paragraph is a span of text with its sentences [First, Last).
type Paragraph struct {
	Span
	First, Last int
	Kind        ParagraphKind
}

// findKinds tells the kinds of the paragraphs.
func findKinds(d *Document, sign *stop.Sign) {
	weights := make([]int8, len(d.paragraphs))
	n := notice{list: furniture()}
	for i := range d.paragraphs {
		sign.Look()
		p := &d.paragraphs[i]
		p.Kind = kindOf(d, *p)
		if p.Len() > furnitureBytes || p.Kind == Byline {
			continue
		}
		n.read(d, *p)
		weights[i] = n.list.weigh(&n)
		if weights[i] < isFurniture && (len(n.words) == 0 || d.emptyQuotes(*p)) {
			weights[i]++
		}
	}
	for i, w := range weights {
		near := i > 0 && weights[i-1] >= isFurniture || i+1 < len(weights) && weights[i+1] >= isFurniture
		if w >= isFurniture || w == maybeFurniture && near {
			d.paragraphs[i].Kind = Furniture
		}
	}
}

// furnitureBytes is the length from which on a paragraph is not looked at.
const furnitureBytes = 900

// emptyQuotes reports whether a pair of marks with nothing inside stands in
// the paragraph, left over where the page had a link or a name.
func (d *Document) emptyQuotes(p Paragraph) bool {
	ts := d.paragraphTokens(p)
	for i := 1; i < len(ts); i++ {
		if ts[i-1].Kind == OpenQuote && ts[i].Kind == CloseQuote {
			return true
		}
	}
	return false
}

func (d *Document) paragraphTokens(p Paragraph) []Token {
	return d.tokens[d.sentences[p.First].First:d.sentences[p.Last-1].Last]
}

// headingTokens is how many tokens a heading has at most.
const headingTokens = 16

// kindOf tells the kind of a paragraph by its form.
func kindOf(d *Document, p Paragraph) ParagraphKind {
	ts := d.paragraphTokens(p)
	first := d.Slice(ts[0].Span)
	if len(ts) > 1 && (first == "•" || first == "*" || first == "·" || ts[0].Kind == Dash && ts[0].End < ts[1].Start ||
		ts[0].Kind == Ordinal && len(first) <= 3) {
		return ListItem
	}
	if len(ts) > headingTokens || p.Last-p.First > 2 {
		return Body
	}
	if isByline(d, ts) {
		return Byline
	}
	for len(ts) > 1 && ts[len(ts)-1].Kind == Symbol && smiley(d.Slice(ts[len(ts)-1].Span)) {
		ts = ts[:len(ts)-1]
	}
	switch d.Slice(ts[len(ts)-1].Span) {
	case ".", "!", "?", "…", ":", ";", ",", "...":
		return Body
	case ")":
		if p.Last-p.First > 1 { // a caption: Das Bad von Oberau. (Bild: Frei)
			return Body
		}
	}
	if ts[len(ts)-1].Kind == CloseQuote && len(ts) > 2 { // „Das ist sicher.“ is text, „Wall Street Journal“ a title
		switch d.Slice(ts[len(ts)-2].Span) {
		case ".", "!", "?", "…":
			return Body
		}
	}
	return Heading
}

// isByline recognises "Von Anna Meier, Bern", "Anna Meier (Text), …" and lines
// that hold nothing but a date and a time.
func isByline(d *Document, ts []Token) bool {
	names, dates, others := 0, 0, 0
	for i, t := range ts {
		w := d.Slice(t.Span)
		switch t.Kind {
		case Word:
			switch {
			case slices.Contains(weekdays, w) || slices.Contains(months, w) || slices.Contains(dateWords, w):
				dates++
			case i == 0 && (w == "Von" || w == "von" || w == "By"):
				names += 2
			case w == "Text" || w == "Fotos" || w == "Foto" || w == "Bild" || w == "Bilder" || w == "Korrespondent" || w == "Korrespondentin":
				names++
			case letters.IsUpper(w) || w == "und" || w == "von" || w == "in" || w == "aus" || w == "de" || w == "zu":
				others--
			default:
				return false
			}
		case Numeral, Ordinal:
			dates++
		case Punctuation:
			if w != "," && w != "(" && w != ")" && w != "/" && w != ":" && w != "." {
				return false
			}
		case Dash, Email, Symbol, Abbreviation:
		default:
			return false
		}
	}
	if dates > 0 && names == 0 {
		return others == 0 && dates >= 2
	}
	return names >= 2 && len(ts) >= 3
}

// dateWords stand in lines that say when an article was published.
var dateWords = []string{
	"Uhr", "Stand", "um", "am", "heute", "Heute", "gestern", "Aktualisiert", "aktualisiert", "Publiziert", "publiziert",
	"Veröffentlicht", "veröffentlicht", "Erstellt", "Update",
}

var weekdays = []string{"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag"}

// breakBetween reports whether the white space text[i:j] ends a paragraph: the end of a
// line does, since lines that are only cut to a width are put together in the normal form.
func breakBetween(text string, i, j int) bool {
	for ; i < j; i++ {
		switch text[i] {
		case '\n', '\f', '\v':
			return true
		}
	}
	return false
}
