package webpage

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// quoteMarks are those that quote writes, outer and inner ones.
type quoteMarks [2]struct{ open, close string }

var (
	germanMarks = quoteMarks{{"„", "“"}, {"‚", "‘"}}
	swissMarks  = quoteMarks{{"«", "»"}, {"‹", "›"}}
)

// quoter writes the marks of a page.
type quoter struct{ marks quoteMarks }

// quote writes marks where the page has an element for them: around a <q>, as browsers do,
// and around what a <blockquote>, or an element whose class says quote or Zitat, has without
// marks. Who said it stands behind them, as on the page: what a <footer>, a <cite> or the
// like names is no part of it, and is kept, which it would not be where its class speaks of
// an author.
func quote(doc *html.Node) {
	q := quoter{germanMarks}
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Html && strings.HasSuffix(strings.ToLower(attr(n, "lang")), "-ch") {
			q.marks = swissMarks
		}
	}
	q.walk(doc, 0)
}

// walk reads a node that is so deep in quotations.
func (q *quoter) walk(n *html.Node, depth int) {
	if n.Type == html.ElementNode && depth == 0 && isQuotation(n) {
		q.block(n)
		depth++
	}
	if n.DataAtom == atom.Q {
		q.inline(n, depth)
		depth++
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		q.walk(c, depth)
	}
}

var quoteNames = regexp.MustCompile(`(?i)(^|[ _-])(pull|block)?(quote|zitat)([ _-]|$)`)

// isQuotation reports whether an element is one by its kind or its class.
func isQuotation(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Blockquote:
		return true
	case atom.Div, atom.Figure, atom.Section, atom.P, atom.Aside:
		return quoteNames.MatchString(attr(n, "class"))
	}
	return false
}

// inline writes the marks of a <q>, unless it has some.
func (q *quoter) inline(n *html.Node, depth int) {
	text := strings.TrimSpace(content(n))
	if before := n.PrevSibling; text == "" || startsWithMark(text) || before != nil && before.Type == html.TextNode && endsWithMark(before.Data) {
		return
	}
	m := q.marks[depth%2]
	n.InsertBefore(textNode(m.open), n.FirstChild)
	n.AppendChild(textNode(m.close))
}

func textNode(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

// A quotation that has more bytes is something else, such as a document.
const quotationBytes = 4000

// block writes the marks of a quotation that is a block of its own: before each of its
// paragraphs and behind the last one.
func (q *quoter) block(n *html.Node) {
	lines, bytes := readLines(n)
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Footer:
			d.DataAtom, d.Data = atom.Div, "div" // readability drops a footer
		case atom.H1, atom.H2, atom.Table, atom.Article, atom.Form, atom.Nav:
			bytes = quotationBytes // no quotation, whatever its class says
		}
	}
	if bytes >= quotationBytes {
		return
	}
	plain(n)
	if i := len(lines) - 1; i > 0 && !lines[i].credit && isName(lines[i].text()) {
		lines[i].credit = true
	}
	for i, l := range lines {
		if !l.credit || i == 0 {
			continue
		}
		l.part()
		if !l.apart {
			l.nodes[0].Data = lineBreak + l.nodes[0].Data
		}
	}
	lines = slices.DeleteFunc(lines, func(l line) bool { return l.credit })
	if slices.ContainsFunc(lines, func(l line) bool { return strings.ContainsAny(l.text(), allMarks) }) || len(lines) == 0 {
		return
	}
	for _, l := range lines {
		first := l.nodes[0]
		inked := strings.TrimLeftFunc(first.Data, unicode.IsSpace)
		first.Data = first.Data[:len(first.Data)-len(inked)] + q.marks[0].open + inked
	}
	nodes := lines[len(lines)-1].nodes
	last := nodes[len(nodes)-1]
	inked := strings.TrimRightFunc(last.Data, unicode.IsSpace)
	last.Data = inked + q.marks[0].close + last.Data[len(inked):]
}

// plain removes the attributes by which readability tells authors and furniture, from a
// quotation and from the figure around it.
func plain(n *html.Node) {
	if n.Parent != nil && n.Parent.DataAtom == atom.Figure {
		n = n.Parent
	}
	n.Attr = nil
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			d.Attr = slices.DeleteFunc(d.Attr, func(a html.Attribute) bool {
				return a.Key == "class" || a.Key == "id" || a.Key == "rel" || a.Key == "itemprop"
			})
		}
	}
}

const allMarks = "„“”\"«»‚‘›‹"

func startsWithMark(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(allMarks, r)
}

func endsWithMark(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(allMarks, r)
}

// line is what a quotation shows as one.
type line struct {
	nodes  []*html.Node // of text, none blank
	credit bool         // it says who is quoted
	apart  bool         // it begins a block or stands behind a <br>
}

func (l line) text() string {
	var b strings.Builder
	for _, n := range l.nodes {
		b.WriteString(" " + strings.TrimSpace(n.Data))
	}
	return b.String()
}

// part puts a comma between the elements of a credit that have no space between them: the
// page shows them one below the other.
func (l line) part() {
	for i := 1; l.credit && i < len(l.nodes); i++ {
		before, n := l.nodes[i-1], l.nodes[i]
		if n.Parent != before.Parent && strings.TrimSpace(before.Data+"|"+n.Data) == before.Data+"|"+n.Data && n.Parent.PrevSibling == before.Parent {
			before.Data += ", "
		}
	}
}

var creditNames = regexp.MustCompile(`(?i)author|autor|source|quelle|caption|credit|cite|name|person|footer|urheber`)

// readLines returns the lines of a quotation, and how many bytes it has.
func readLines(quotation *html.Node) (lines []line, bytes int) {
	fresh := true
	var walk func(n *html.Node, credit bool)
	walk = func(n *html.Node, credit bool) {
		switch {
		case n.Type == html.TextNode:
			text := strings.TrimSpace(n.Data)
			if text == "" {
				fresh = fresh || strings.Count(n.Data, lineBreak) > 0
				return
			}
			if fresh || credit && !lines[len(lines)-1].credit {
				lines = append(lines, line{credit: credit || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "—"), apart: fresh})
				fresh = false
			}
			l := &lines[len(lines)-1]
			bytes += len(" ") + len(text)
			l.nodes = append(l.nodes, n)
			return
		case n.DataAtom == atom.Script || n.DataAtom == atom.Style:
			return
		case n.DataAtom == atom.Footer || n.DataAtom == atom.Cite || n.DataAtom == atom.Figcaption:
			credit = true
		case n != quotation && n.Type == html.ElementNode && creditNames.MatchString(attr(n, "class")):
			credit = true
		}
		fresh = fresh || blocks[n.DataAtom]
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, credit)
		}
		fresh = fresh || blocks[n.DataAtom]
	}
	walk(quotation, false)
	return lines, bytes
}

// isName reports whether a line is rather a name with what somebody is than a sentence.
func isName(s string) bool {
	s = strings.TrimSpace(s)
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && len(strings.Fields(s)) <= 12 && !strings.ContainsAny(s[len(s)-1:], ".!?:;,") && !strings.HasSuffix(s, "…")
}
