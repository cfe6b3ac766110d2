// Package webpage gets the article out of a saved web page: its text, to be read by
// laut.Read, its title and its language. Nothing is fetched, and nothing in the page is run.
//
//	page, err := webpage.Read(file, "")
//	…
//	article := laut.Read(page.Text)
//
// # What is kept
//
// What belongs to the article is found as the reading view of Firefox finds it: title,
// headings, paragraphs, quotations, lists, tables and the captions of pictures. A paragraph
// of the page is a paragraph of the text, and so are an item of a list and a row of a table,
// whose cells have a tab between them. Elsewhere white space is one space, as a browser
// shows it; <br> begins a line, two of them a paragraph, and <pre> keeps its lines.
//
// A <q> has the marks that a browser shows, «» in Switzerland and „“ elsewhere, and so has a
// <blockquote> that has none: laut tells speech by them. Who is quoted stands behind it in a
// line or a paragraph of its own, as <footer>, <cite> and <figcaption> have it.
//
// # What is left out
//
// Navigation, dialogs, forms, what asks for consent to cookies, links to other articles,
// the readers' comments, what the page hides, scripts and what they would write, and mostly
// the line with the author's name. What stays of such
// furniture, such as "Anzeige" between two paragraphs, is told from the article by package
// extract.
//
// # Offsets
//
// What laut finds are spans of [Page.Text], and not of the page: keep the text.
//
// # Limits
//
// A page may be as long as its reader lets it: [io.LimitReader] and [http.MaxBytesReader]
// bound it. Time and memory grow linearly with its length: 1 MiB of paragraphs takes 0.1 s
// on one core and allocates 24 MB (go test -run none -bench . ./webpage). Elements may be
// nested 512 deep, and 1 MiB of blocks nested 480 deep takes up to 1 s.
//
// # Concurrency
//
// [Read] may be called from several goroutines.
//
// # Dependencies
//
// Programs that import this package, or package web, link a parser of HTML that is not of
// the standard library. The other packages do without.
package webpage

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/decoding"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// Page is what a web page holds of an article.
type Page struct {
	Title    string // as the page names the article, mostly without the site's name; may be empty
	Language string // as <html lang> has it, such as "de-CH"; may be empty
	Text     string // title and paragraphs, in UTF-8, with an empty line between them
}

// ErrNoArticle is the error for a page in which nothing stands that could be read, such as
// a list of links or a page that scripts would write.
var ErrNoArticle = errors.New("no article found in the web page")

// Read gets the article out of a web page, reading r to its end. The title is the first
// paragraph of the text if the text has it nowhere else.
//
// The page is in the encoding that its byte order mark, contentType (an HTTP header such as
// "text/html; charset=windows-1252", or empty) or <meta> names; without any of them it is
// taken for UTF-8 if it is that, else for Windows-1252. A charset that nobody knows counts
// as none.
//
// The error is that of r, [ErrNoArticle], which [errors.Is] tells, or says why the page
// cannot be parsed: it is no text, or its elements are nested too deeply. Broken HTML is no error; it is read
// as browsers read it.
func Read(r io.Reader, contentType string) (Page, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return Page{}, err
	}
	data, err = decode(data, contentType)
	if err != nil {
		return Page{}, err
	}
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return Page{}, fmt.Errorf("the web page cannot be parsed: %w", err)
	}
	prepare(doc)
	lines := headings(doc)
	parser := readability.NewParser()
	parser.CharThresholds = briefBytes
	article, err := parser.ParseAndMutate(doc, nil)
	if err != nil {
		return Page{}, fmt.Errorf("%w: %w", ErrNoArticle, err)
	}
	if article.Node == nil {
		return Page{}, ErrNoArticle
	}
	var t text
	t.walk(article.Node, false, false)
	t.end()
	if !t.prose() {
		return Page{}, ErrNoArticle
	}
	title := cutTitle(strings.Join(strings.Fields(article.Title()), " "), lines)
	return Page{Title: title, Language: strings.TrimSpace(article.Language()), Text: t.join(title)}, nil
}

// briefBytes is how long an article is at least, before readability takes for one what it
// would else have left out. Its own 500 is more than many a brief of a news agency has.
const briefBytes = 100

// decode turns a page into UTF-8. What is valid UTF-8 and more than ASCII is UTF-8
// whatever its <meta> says: programs that save pages convert them and leave that line.
func decode(page []byte, contentType string) ([]byte, error) {
	if r, name := decoding.Reader(bufio.NewReader(bytes.NewReader(page))); name != "" {
		return io.ReadAll(r)
	}
	if err := decoding.Binary(page[:min(len(page), decoding.HeadBytes)]); err != nil {
		return nil, err
	}
	e, _, certain := charset.DetermineEncoding(page, contentType)
	if !certain && utf8.Valid(page) {
		return page, nil
	}
	return e.NewDecoder().Bytes(page)
}

// join returns the paragraphs after the title. A title that the text begins with, or
// holds as a paragraph, is not repeated.
func (t *text) join(title string) string {
	paragraphs := make([]string, 0, len(t.paragraphs)+1)
	if title != "" && !t.has(title) {
		paragraphs = append(paragraphs, title)
	}
	for _, p := range t.paragraphs {
		paragraphs = append(paragraphs, p.text)
	}
	return strings.Join(paragraphs, "\n\n") + "\n"
}

func (t *text) has(title string) bool {
	want := squashed(title)
	return slices.ContainsFunc(t.paragraphs, func(p paragraph) bool { return squashed(p.text) == want })
}

// proseWords is how many words outside of links make a paragraph one of an article. The
// lists of links and labels that a page without an article consists of have fewer.
const proseWords = 8

// prose reports whether there is a paragraph of running text.
func (t *text) prose() bool {
	return slices.ContainsFunc(t.paragraphs, func(p paragraph) bool { return p.words-p.linked >= proseWords })
}
