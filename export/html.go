package export

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	laut "github.com/laut-nlp/laut"
)

// HTML writes a page for people: the text with its names and claims marked, and beside
// it who says what. The page stands alone, loads nothing and can be read without its
// script, which adds filters and shows what belongs together. Write writes one
// <article class="laut">, for pages that bring their own frame too; those need
// [ViewStyle] and [ViewScript].
//
// The text content of .laut-text is the article's text, white space included. Only what
// HTML cannot hold, which is control characters but for white space and bytes that are
// not UTF-8, becomes U+FFFD, one for one. Elements carry no offsets: they enclose what was found, and their
// data-claim and data-entity are the indexes that [JSONLines] has, with offsets. A claim
// that crosses another or the end of a paragraph is several elements with one data-claim.
// Where more than eight marks lie in one another, the innermost are left out of the
// text; the column beside it has every claim.
type HTML struct {
	Title string // of the page; if empty, "Wer sagt was" or its translation
	Lang  string // of the page's own few words: "de", also if empty, or "en"
}

// ViewStyle is the style sheet of what [HTML] writes. It styles nothing but elements of
// the classes laut and laut-page and what is in them.
//
//go:embed view/view.css
var ViewStyle string

// ViewScript is the script of what [HTML] writes. It brings the articles to life that
// are in the page when it is loaded. For those that come later,
// window.lautView(element) does so: element is the article or what holds it. The
// script runs under a Content-Security-Policy without unsafe-inline and unsafe-eval.
//
//go:embed view/view.js
var ViewScript string

// Begin writes the head of the page and opens its body, in one call of w.Write. The error
// is the writer's, or says that the page has no words in the language.
func (f HTML) Begin(w io.Writer) error {
	lang, err := f.language()
	if err != nil {
		return err
	}
	title := cmp.Or(f.Title, lang.word("who says what"))
	_, err = fmt.Fprintf(w, `<!DOCTYPE html>
<html lang="%[1]s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src %[2]s; script-src %[3]s; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%[4]s</title>
<style>%[5]s</style>
</head>
<body class="laut-page">
<header><h1>%[4]s</h1></header>
<main>
`, lang, hashSource(ViewStyle), hashSource(ViewScript), escape(title), ViewStyle)
	return err
}

// End writes the script and closes the page, in one call of w.Write.
func (f HTML) End(w io.Writer) error {
	_, err := fmt.Fprintf(w, "</main>\n<script>%s</script>\n</body>\n</html>\n", ViewScript)
	return err
}

// Write writes the article's element in one call of w.Write. The error is the writer's,
// says that the page has no words in the language, or names the id of an article that is
// not valid ([laut.Article.Validate]).
func (f HTML) Write(w io.Writer, id ID, a *laut.Article) error {
	if err := validate(id, a); err != nil {
		return err
	}
	lang, err := f.language()
	if err != nil {
		return err
	}
	v := newView(a, lang)
	v.printf("<article class=\"laut\" lang=\"de\" data-id=\"%s\">\n", escape(id.String()))
	v.writeHead(id)
	v.writeText()
	v.writeColumn()
	v.WriteString("</article>\n")
	_, err = w.Write(v.Bytes())
	return err
}

// hashSource is what allows an inline style or script in a Content-Security-Policy.
func hashSource(inline string) string {
	sum := sha256.Sum256([]byte(inline))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// view is an article on its way to HTML.
type view struct {
	bytes.Buffer
	a        *laut.Article
	lang     language
	speakers []*speaker      // in order of their first claim, nobody last
	speaks   []*speaker      // who makes each claim
	marks    map[passage]int // the numbers of cues and of words for speakers
}

func newView(a *laut.Article, lang language) *view {
	v := &view{a: a, lang: lang, marks: make(map[passage]int)}
	v.findSpeakers()
	return v
}

func (v *view) printf(format string, args ...any) { fmt.Fprintf(&v.Buffer, format, args...) }

// escape returns s as the text of an element or the value of a quoted attribute. A
// carriage return is escaped because parsers make a line feed of a bare one.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !strings.ContainsRune("\t\n\f\r", r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
	return strings.ReplaceAll(html.EscapeString(s), "\r", "&#13;")
}

// The columns of what is shortened: some five lines of a claim, one of a name.
const (
	claimColumns = 400
	nameColumns  = 80
)

// excerpt puts parts on one line of at most columns, escaped. It looks at no more than
// it needs: claims may be as long as the text, and lie in one another by the thousand.
func excerpt(columns int, s string) string {
	if room := utf8.UTFMax * columns; len(s) > room {
		s = s[:runeStart(s, room)]
	}
	return escape(oneLine(columns, s))
}

// runeStart returns the start of the rune that the byte at an offset is part of.
func runeStart(s string, at int) int {
	for i := at - 1; i >= 0 && i > at-utf8.UTFMax && at < len(s); i-- {
		if _, size := utf8.DecodeRuneInString(s[i:]); i+size > at {
			return i
		}
	}
	return at
}

// language is one that the page has words in.
type language int

var languages = [...]string{"de", "en"}

func (l language) String() string { return languages[l] }

func (f HTML) language() (language, error) {
	for i, name := range languages {
		if f.Lang == name || f.Lang == "" {
			return language(i), nil
		}
	}
	return 0, fmt.Errorf("export: no words in the language %q: want de or en", f.Lang)
}

// word returns a word of the page. What the table lacks stays as it is.
func (l language) word(key string) string {
	if w, ok := viewWords()[key]; ok {
		return w[l]
	}
	return key
}

//go:embed view/words.txt
var viewWordList string

// viewWords are the page's own words, in the order of languages.
var viewWords = sync.OnceValue(func() map[string][]string {
	words := make(map[string][]string)
	for line := range strings.Lines(viewWordList) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) == 1+len(languages) {
			words[f[0]] = f[1:]
		}
	}
	return words
})
