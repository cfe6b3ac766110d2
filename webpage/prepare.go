package webpage

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// lineBreak stands for <br>. It is a control character that HTML has no use for.
const lineBreak = "\v"

// prepare helps readability. It puts a character in the place of each <br>: readability
// makes paragraphs of two in a row, loses the break where they stand inside a paragraph,
// and so joins the words on both sides. It empties what is never part of an article,
// which readability leaves in where the article is short. And it writes the marks of
// quotations that a browser shows without marks of their own in the text.
func prepare(doc *html.Node) {
	tidy(doc, around{})
	dropConsent(doc)
	layout(doc)
	quote(doc)
}

// around says what an element is in.
type around struct {
	framed  bool // a quotation or a figure
	heading bool
}

// tidy does what needs no look at the whole page. A heading in another becomes a mere block:
// readability reads all there is in each heading, as often as they are nested.
func tidy(n *html.Node, in around) {
	text := sync.OnceValue(func() string { return content(n) })
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			c.Data = strings.ReplaceAll(c.Data, lineBreak, " ")
		case c.Type != html.ElementNode:
		case c.DataAtom == atom.Br:
			*c = html.Node{Type: html.TextNode, Data: lineBreak,
				Parent: c.Parent, PrevSibling: c.PrevSibling, NextSibling: c.NextSibling}
		case isFurniture(c):
			empty(c)
		default:
			in := in
			in.framed = in.framed || c.DataAtom == atom.Figure || isQuotation(c)
			if by := byline(c, text); by != nil && !in.framed {
				empty(by)
			}
			if isHeading(c) {
				if in.heading {
					c.Data, c.DataAtom = "div", atom.Div
				}
				in.heading = true
			}
			tidy(c, in)
		}
	}
}

func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func empty(n *html.Node) { n.FirstChild, n.LastChild = nil, nil }

// isFurniture reports whether an element says that it is navigation or a dialog.
func isFurniture(n *html.Node) bool {
	return n.DataAtom == atom.Nav || n.DataAtom == atom.Dialog || slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "role" && slices.Contains([]string{"navigation", "dialog", "alertdialog", "search", "menu"}, a.Val)
	})
}
