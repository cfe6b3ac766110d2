package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// paragraph is a piece of text that stands by itself on the page.
type paragraph struct {
	text          string
	words, linked int // words, and those of them inside links
}

// text collects the paragraphs of a page.
type text struct {
	paragraphs []paragraph
	open       paragraph // what is being written
	line       strings.Builder
	space      string // waits to be written before the next word: " ", "\n", "\t"
}

// walk reads a node. The depth of a page is limited by its parser.
func (t *text) walk(n *html.Node, link, pre bool) {
	switch n.Type {
	case html.TextNode:
		t.write(n.Data, link, pre)
		return
	case html.ElementNode:
	case html.DocumentNode:
	default:
		return
	}
	kind := n.DataAtom
	if kind == 0 {
		kind = atom.Lookup([]byte(n.Data)) // of what readability has made
	}
	switch kind {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Svg, atom.Math,
		atom.Audio, atom.Video, atom.Canvas, atom.Object, atom.Select, atom.Button, atom.Textarea:
		return
	case atom.Td, atom.Th:
		t.gap("\t")
	}
	link = link || kind == atom.A
	pre = pre || kind == atom.Pre
	block := blocks[kind]
	if block {
		t.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t.walk(c, link, pre)
	}
	if block {
		t.end()
	}
}

// blocks are the elements that begin a paragraph and end it. A row of a table is one.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Caption: true,
	atom.Dd: true, atom.Details: true, atom.Dialog: true, atom.Div: true, atom.Dl: true, atom.Dt: true,
	atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Hr: true,
	atom.Li: true, atom.Main: true, atom.Nav: true, atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true,
	atom.Summary: true, atom.Table: true, atom.Tbody: true, atom.Tfoot: true, atom.Thead: true, atom.Tr: true, atom.Ul: true,
}

// write adds text. Outside of <pre> white space is one space, as in a browser; a space
// that does not break the line stays what it is.
func (t *text) write(s string, link, pre bool) {
	for s != "" {
		i := strings.IndexAny(s, " \t\n\r\f"+lineBreak)
		if i != 0 {
			word := s
			if i > 0 {
				word = s[:i]
			}
			t.word(word, link)
			s = s[len(word):]
			continue
		}
		if s[:1] == lineBreak || pre && s[0] == '\n' {
			t.breakLine()
		} else {
			t.gap(" ")
		}
		s = s[1:]
	}
}

// word adds what stands between two spaces.
func (t *text) word(w string, link bool) {
	if t.line.Len() == 0 || t.space != "" {
		t.open.words++
		if link {
			t.open.linked++
		}
	}
	if t.line.Len() > 0 {
		t.line.WriteString(t.space)
	}
	t.space = ""
	t.line.WriteString(w)
}

// gap lets the next word stand apart. The wider gap wins.
func (t *text) gap(space string) {
	if t.space == "" || t.space == " " {
		t.space = space
	}
}

// breakLine begins a line, and the second time a paragraph.
func (t *text) breakLine() {
	if t.space == "\n" {
		t.end()
		return
	}
	t.space = "\n"
}

// end ends the paragraph. Spaces alone make none.
func (t *text) end() {
	t.open.text = strings.TrimSpace(t.line.String())
	if t.open.text != "" {
		t.paragraphs = append(t.paragraphs, t.open)
	}
	t.open, t.space = paragraph{}, ""
	t.line.Reset()
}
