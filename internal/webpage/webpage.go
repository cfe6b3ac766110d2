// Package webpage finds the article in a saved web page and returns it as text. What
// belongs to the page and not to the article is left out as a browser's reading view
// leaves it out. Nothing is fetched, and nothing in the page is run.
//
// Of the module's packages only the command imports it, so that who uses the library
// links no parser of HTML.
package webpage

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// ErrNoArticle is the error for a page in which nothing stands that could be read.
var ErrNoArticle = errors.New("no article found in the web page")

// Text returns the article of a web page, beginning with its title, as paragraphs with
// an empty line between them. The page is in the encoding that its byte order mark,
// contentType (an HTTP header, or empty) or <meta> names; without any of them it is
// taken for UTF-8 if it is that, else for Windows-1252. The error is that of r,
// [ErrNoArticle], or says that the page is nested too deeply.
func Text(r io.Reader, contentType string) (string, error) {
	page, err := io.ReadAll(r)
	if err != nil {
		return "", err
	}
	page, err = decode(page, contentType)
	if err != nil {
		return "", err
	}
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return "", err
	}
	prepare(doc)
	parser := readability.NewParser()
	parser.CharThresholds = briefBytes
	article, err := parser.ParseAndMutate(doc, nil)
	if err != nil {
		return "", fmt.Errorf("%w: %v", ErrNoArticle, err)
	}
	if article.Node == nil {
		return "", ErrNoArticle
	}
	var t text
	t.walk(article.Node, false, false)
	t.end()
	if !t.prose() {
		return "", ErrNoArticle
	}
	return t.join(article.Title()), nil
}

// briefBytes is how long an article is at least, before readability takes for one what it
// would else have left out. Its own 500 is more than many a brief of a news agency has.
const briefBytes = 100

// decode turns a page into UTF-8. What is valid UTF-8 and more than ASCII is UTF-8
// whatever its <meta> says: programs that save pages convert them and leave that line.
func decode(page []byte, contentType string) ([]byte, error) {
	e, _, certain := charset.DetermineEncoding(page, contentType)
	if !certain && utf8.Valid(page) {
		return page, nil
	}
	return e.NewDecoder().Bytes(page)
}

// join returns the paragraphs after the title. A title that the text begins with, or
// holds as a paragraph, is not repeated.
func (t *text) join(title string) string {
	title = strings.Join(strings.Fields(title), " ")
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
	return slices.ContainsFunc(t.paragraphs, func(p paragraph) bool {
		return strings.EqualFold(strings.Join(strings.Fields(p.text), " "), title)
	})
}

// proseWords is how many words outside of links make a paragraph one of an article. The
// lists of links and labels that a page without an article consists of have fewer.
const proseWords = 8

// prose reports whether there is a paragraph of running text.
func (t *text) prose() bool {
	return slices.ContainsFunc(t.paragraphs, func(p paragraph) bool { return p.words-p.linked >= proseWords })
}
