package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/internal/enum"
	"github.com/laut-nlp/laut/internal/offsets"
)

// Format writes one article in one call of w.Write, [JSONLines] one that has a MiB and more
// in several. Its error is the writer's own, or names the id of an article that the format
// has no form for; then nothing was written.
type Format interface {
	Write(w io.Writer, id ID, a *laut.Article) error
}

// Framed is a format whose output has something before its first article and after its
// last one, such as the names of columns. [Writer] writes it.
type Framed interface {
	Format
	Begin(w io.Writer) error
	End(w io.Writer) error
}

// Writer writes articles one after another. It holds none of them, and is not safe for
// concurrent use.
type Writer struct {
	w      io.Writer
	format Format
	begun  bool
}

// NewWriter returns a writer of a format.
func NewWriter(w io.Writer, f Format) *Writer { return &Writer{w: w, format: f} }

// Write writes the next article.
func (w *Writer) Write(id ID, a *laut.Article) error {
	if err := w.begin(); err != nil {
		return err
	}
	return w.format.Write(w.w, id, a)
}

// Close writes what the format has after the last article, and a frame around nothing if
// there was none. It does not close the underlying writer.
func (w *Writer) Close() error {
	if err := w.begin(); err != nil {
		return err
	}
	if f, ok := w.format.(Framed); ok {
		return f.End(w.w)
	}
	return nil
}

func (w *Writer) begin() error {
	f, ok := w.format.(Framed)
	if !ok || w.begun {
		return nil
	}
	w.begun = true
	return f.Begin(w.w)
}

// FormatInfo describes a format to programs that let people choose one.
type FormatInfo struct {
	Name      string   // such as "jsonl"
	About     string   // what it is for, in a few words
	Extension string   // of a file in this format: ".jsonl"
	MediaType string   // of one article in this format, with its parameters: "text/csv; charset=utf-8"
	Takes     []string // of "tokens", "offsets", "excel" and "base" the settings that change something

	New func(Settings) Format // returns the format with its settings; what it does not take it ignores
}

// Settings are what the formats can be told. The zero value gives the zero value of each.
type Settings struct {
	Tokens  bool   // of JSONLines
	Offsets Unit   // of JSONLines and CSV
	Excel   bool   // of CSV
	Base    string // of WebAnnotation and SchemaOrg
	Title   string // of HTML
	IDs     bool   // of Table, which calls it Title
	Width   int    // of Table
	Color   bool   // of Table and Lines
}

// Formats returns all formats of this package. The slice is the caller's.
func Formats() []FormatInfo {
	const text = "text/plain; charset=utf-8"
	return []FormatInfo{
		{"table", "a table to read", ".txt", text, nil,
			func(s Settings) Format { return Table{Width: s.Width, Title: s.IDs, Color: s.Color} }},
		{"jsonl", "one JSON object a line and document, for other programs", ".jsonl", "application/json", []string{"tokens", "offsets"},
			func(s Settings) Format { return JSONLines{Tokens: s.Tokens, Offsets: s.Offsets} }},
		{"lines", "a claim a line: ID:LINE:COLUMN: Name (kind, stance): text", ".txt", text, nil,
			func(s Settings) Format { return Lines{Color: s.Color} }},
		{"csv", "a row a claim, for spreadsheets and data frames", ".csv", "text/csv; charset=utf-8", []string{"offsets", "excel"},
			func(s Settings) Format { return CSV{Offsets: s.Offsets, Excel: s.Excel} }},
		{"html", "a page to look at: the text, and who says what", ".html", "text/html; charset=utf-8", nil,
			func(s Settings) Format { return HTML{Title: s.Title} }},
		{"brat", "standoff for the annotation tool brat", ".ann", text, nil,
			func(Settings) Format { return Brat{} }},
		{"conllu", "CoNLL-U: a line a token, as treebanks have it", ".conllu", text, nil,
			func(Settings) Format { return CoNLLU{} }},
		{"webannotation", "W3C Web Annotations, an AnnotationPage a line", ".jsonld",
			`application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"`, []string{"base"},
			func(s Settings) Format { return WebAnnotation{Base: s.Base} }},
		{"schemaorg", "schema.org, a NewsArticle with its quotations a line", ".jsonld", "application/ld+json", []string{"base"},
			func(s Settings) Format { return SchemaOrg{Base: s.Base} }},
	}
}

// FormatNamed returns the format of a name; false if there is none.
func FormatNamed(name string) (FormatInfo, bool) {
	all := Formats()
	i := slices.IndexFunc(all, func(f FormatInfo) bool { return f.Name == name })
	if i < 0 {
		return FormatInfo{}, false
	}
	return all[i], true
}

// ID is a document's id as its source gave it: a JSON string or a JSON number,
// which keeps its digits (a 64-bit key survives). The zero ID is the empty string.
type ID struct {
	text   string
	number bool
}

// StringID returns the ID that is the string s.
func StringID(s string) ID { return ID{text: s} }

// String returns the string, or the digits of the number.
func (id ID) String() string { return id.text }

// MarshalJSON writes the string or number.
func (id ID) MarshalJSON() ([]byte, error) {
	if id.number {
		return []byte(id.text), nil
	}
	var b bytes.Buffer
	err := encoder(&b).Encode(id.text)
	return b.Bytes(), err
}

// UnmarshalJSON reads a string or a number; anything else is an error.
func (id *ID) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) == nil && !bytes.Equal(data, []byte("null")) {
		*id = ID{text: s}
		return nil
	}
	var n json.Number
	if json.Unmarshal(data, &n) == nil && n != "" {
		*id = ID{text: n.String(), number: true}
		return nil
	}
	return errors.New("id is neither a string nor a number")
}

// Item is an article with its id, as the readers of this package return it.
type Item struct {
	ID      ID
	Article *laut.Article
}

// Unit is what offsets count.
type Unit uint8

// The units.
const (
	Bytes Unit = iota // bytes of UTF-8, as Go and Rust count
	Runes             // Unicode code points, as Python and brat count
	UTF16             // UTF-16 code units, as JavaScript and Java count
)

var unitNames = enum.Names[Unit]{What: "unit", Names: offsets.Names}

// String returns the name, "bytes" for Bytes.
func (u Unit) String() string { return unitNames.String(u) }

// MarshalText returns the name; a number without one is an error.
func (u Unit) MarshalText() ([]byte, error) { return unitNames.MarshalText(u) }

// UnmarshalText sets the unit by its name. The error of an unknown one tells which there are.
func (u *Unit) UnmarshalText(name []byte) error { return unitNames.UnmarshalText(u, name) }

// Units returns all units.
func Units() []Unit { return unitNames.Values() }

// index turns bytes of a text into the unit.
func (u Unit) index(text string) offsets.Index { return offsets.NewIndex(text, offsets.Unit(u)) }
