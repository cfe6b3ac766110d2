package webpage

import (
	"math/bits"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// consentNames are the classes and ids of the programs that ask for consent.
var consentNames = regexp.MustCompile(`(?i)cookie|consent|gdpr|dsgvo|onetrust|usercentrics|didomi|sp_message|privacy-?(wall|layer|banner|manager)|(^|[ _-])cmp([ _-]|$)`)

// consentWords are what a text speaks of that asks for consent, in small letters.
var consentWords = []string{
	"cookie", "einwillig", "zustimm", "partner", "drittanbieter", "personenbezogen", "widerruf", "datenschutz", "akzeptier",
	"ablehn", "endgerät", "profil", "tracking", "personalisiert", "interesse",
}

// consentButtons are what its buttons say.
var consentButtons = regexp.MustCompile(`(?i)akzeptier|zustimm|ablehn|einwillig|einverstanden|accept`)

// Of so many of the words, and so many bytes, is a text that asks for consent.
const (
	consentTopics = 5
	consentBytes  = 20000
)

// dropConsent empties the parts of a page that ask for consent to cookies: those that say so
// by their name, and those that speak of it and have a button for it. In a short page they
// would be the longest text. An article about cookies has no such button in it.
func dropConsent(doc *html.Node) {
	if _, last := look(doc, false); last.node != nil {
		empty(last.node)
	}
}

// contents is what a part of a page has.
type contents struct {
	words           uint32 // those of consentWords, as bits
	bytes           int    // of text
	button, article bool
}

// part is an element that asks for consent, and how long it is.
type part struct {
	node  *html.Node
	bytes int
}

// look returns what an element has, and the part inside it that asks for consent, if it is
// not known yet where that part ends. All others are emptied. Inside of an article it takes
// nothing for such a part.
func look(n *html.Node, inside bool) (has contents, ask part) {
	if n.Type == html.TextNode {
		return contentsOf(n.Data), part{}
	}
	inside = inside || n.DataAtom == atom.Article
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		its, asks := look(c, inside)
		has.words |= its.words
		has.bytes += its.bytes
		has.button = has.button || its.button
		has.article = has.article || its.article
		if asks.node != nil {
			if ask.node != nil {
				empty(ask.node)
			}
			ask = asks
		}
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript:
		return contents{}, part{}
	case atom.Article, atom.Main, atom.H1, atom.Body, atom.Html:
		has.article = true
	case atom.Button, atom.A, atom.Label:
		has.button = has.button || has.bytes < 60 && consentButtons.MatchString(content(n))
	case atom.Div, atom.Section, atom.Aside, atom.Form, atom.Footer, atom.P, atom.Ul:
		if inside || has.article {
			break
		}
		if consentNames.MatchString(attr(n, "class") + " " + attr(n, "id")) {
			empty(n)
			return contents{}, part{}
		}
		asks := bits.OnesCount32(has.words) >= consentTopics && has.button && has.bytes < consentBytes
		if asks && (ask.node == nil || has.bytes <= ask.bytes*3/2+200) {
			return has, part{n, has.bytes}
		}
	}
	if has.article && ask.node != nil {
		empty(ask.node)
		ask = part{}
	}
	return has, ask
}

func contentsOf(text string) (has contents) {
	has.bytes = len(strings.TrimSpace(text))
	if has.bytes == 0 {
		return has
	}
	text = strings.ToLower(text)
	for i, w := range consentWords {
		if strings.Contains(text, w) {
			has.words |= 1 << i
		}
	}
	return has
}

// content returns the text inside an element.
func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
