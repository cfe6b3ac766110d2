package webpage

import (
	"slices"
	"strings"

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
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.TextNode:
			n.Data = strings.ReplaceAll(n.Data, lineBreak, " ")
		case n.Type == html.ElementNode && n.DataAtom == atom.Br:
			*n = html.Node{Type: html.TextNode, Data: lineBreak,
				Parent: n.Parent, PrevSibling: n.PrevSibling, NextSibling: n.NextSibling}
		case n.Type == html.ElementNode && isFurniture(n):
			empty(n)
		case n.Type == html.ElementNode:
			if by := byline(n); by != nil {
				empty(by)
			}
		}
	}
	dropConsent(doc)
	layout(doc)
	quote(doc)
}

func empty(n *html.Node) { n.FirstChild, n.LastChild = nil, nil }

// isFurniture reports whether an element says that it is navigation or a dialog.
func isFurniture(n *html.Node) bool {
	return n.DataAtom == atom.Nav || n.DataAtom == atom.Dialog || slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "role" && slices.Contains([]string{"navigation", "dialog", "alertdialog", "search", "menu"}, a.Val)
	})
}
