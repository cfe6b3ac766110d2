package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// boxNames are classes, ids and the like of what stands in an article and is none of it, if
// it consists of links or asks for something. The words are those of readability and some
// that German pages have.
var boxNames = regexp.MustCompile(`(?i)related|teaser|newsletter|recommend|outbrain|promo|shar(e|ing)|social|advert|affiliate|paywall|poll|umfrage|community|linkbox|mehr-zum|(^|[ _-])(tags|abo)([ _-]|$)`)

// forumNames are those of what readers write below an article.
var forumNames = regexp.MustCompile(`(?i)(^|[ _-])(forum|postings?|kommentare?|comments?|leserkommentare|disqus)([ _-]|$)`)

// namesOf returns what a page calls an element.
func namesOf(n *html.Node) string {
	var names []string
	for _, key := range []string{"class", "id", "data-area", "data-manual", "data-component", "data-testid"} {
		if name := attr(n, key); name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}

// byline returns what is to go of an element that names who wrote an article: with the word
// in front of it, of which readability takes the name alone. It is nil if the element is none.
// In a quotation and below a picture such a name is something else. around returns the text
// of the element around it.
func byline(n *html.Node, around func() string) *html.Node {
	if bioNames.MatchString(attr(n, "class")) {
		return n
	}
	if attr(n, "rel") != "author" && !bylineNames.MatchString(attr(n, "class")) || !isBrief(n) {
		return nil
	}
	if up := n.Parent; up != nil && up.DataAtom != atom.Body {
		if text := around(); len(text) < 120 && bylineWords.MatchString(text) {
			return up
		}
	}
	return n
}

// isBrief reports whether an element has no more text than a name with a few words.
func isBrief(n *html.Node) bool {
	bytes := 0
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			if bytes += len(strings.TrimSpace(d.Data)); bytes > 60 {
				return false
			}
		}
	}
	return true
}

var (
	bylineNames = regexp.MustCompile(`(?i)(^|[ _-])(author|autor|byline)([ _-]|$)`)
	bioNames    = regexp.MustCompile(`(?i)(author|autor(en|in)?)[_-]?(box|info|bio|profile?)`)
	bylineWords = regexp.MustCompile(`(?i)^\s*((ein|eine|aus) \S+ )?von\s`)
)

// size is how much an element has.
type size struct {
	words, linked int
	controls      bool // it has a field or a button
}

func (s size) linky() bool { return 2*s.linked >= s.words }

// layout helps readability with how pages are laid out. It empties lists of links, boxes in
// an article that lead elsewhere, and the readers' comments below it. And it takes away the
// wrappers around the parts of an article, of which readability would take one.
func layout(doc *html.Node) {
	p := &pageLayout{}
	p.measure(doc, false, false)
	for _, n := range p.forums {
		if p.outside > forumWords {
			empty(n)
		}
	}
	if len(p.articles) != 1 {
		return
	}
	article := p.articles[0]
	if p.headed == article && 2*p.inside >= p.outside {
		isolate(article)
	}
	unwrap(article)
}

// isolate empties what stands around the only article of a page, which has the headline and
// most of the text.
func isolate(article *html.Node) {
	for n := article; n.Parent != nil && n.Parent.DataAtom != atom.Html; n = n.Parent {
		for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c == n:
			case c.Type == html.TextNode:
				c.Data = ""
			default:
				empty(c)
			}
		}
	}
}

// forumWords is how many words stand outside of the comments at least: on a page of a forum
// they are what is to be read.
const forumWords = 30

type pageLayout struct {
	articles, forums []*html.Node
	outside          int        // words that are not linked, outside of forums
	inside           int        // those of the last article
	headed           *html.Node // the article that the first headline is in
	headline         bool       // it was seen
}

// measure returns what an element has, and empties lists of links and boxes on the way.
func (p *pageLayout) measure(n *html.Node, link, forum bool) (has size) {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head:
		return has
	case atom.Input, atom.Button, atom.Textarea:
		has.controls = true
	case atom.A:
		link = true
	case atom.Article:
		p.articles = append(p.articles, n)
		before := p.outside
		defer func() { p.inside = p.outside - before }()
	case atom.H1, atom.H2:
		if !p.headline {
			p.headline = true
			for up := n; up != nil; up = up.Parent {
				if up.DataAtom == atom.Article {
					p.headed = up
				}
			}
		}
	}
	if n.Type == html.TextNode {
		has.words = len(strings.Fields(n.Data))
		if link {
			has.linked = has.words
		} else if !forum {
			p.outside += has.words
		}
		return has
	}
	block := n.Type == html.ElementNode && blocks[n.DataAtom] && n.DataAtom != atom.Body && n.DataAtom != atom.Article && n.DataAtom != atom.Main
	if block && !forum && forumNames.MatchString(attr(n, "class")+" "+attr(n, "id")) {
		forum = true
		p.forums = append(p.forums, n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		its := p.measure(c, link, forum)
		has.words += its.words
		has.linked += its.linked
		has.controls = has.controls || its.controls
	}
	list := n.DataAtom == atom.Ul || n.DataAtom == atom.Ol
	if has.words > 0 && (list && has.linked == has.words || block && (has.linky() || has.controls && has.words < 60) && boxNames.MatchString(namesOf(n))) {
		empty(n)
		has.controls = false
	}
	return has // what is gone counts for the box around it
}

// unwrap replaces the elements of an article that do nothing but hold others by what they
// hold.
func unwrap(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if isWrapper(c) {
			unwrap(c)
			for c.FirstChild != nil {
				inner := c.FirstChild
				c.RemoveChild(inner)
				n.InsertBefore(inner, c)
			}
			n.RemoveChild(c)
		}
		c = next
	}
}

func isWrapper(n *html.Node) bool {
	if n.DataAtom != atom.Div && n.DataAtom != atom.Section && n.DataAtom != atom.Header || isQuotation(n) {
		return false
	}
	blocky := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" || c.Type == html.ElementNode && !blocks[c.DataAtom] && strings.TrimSpace(content(c)) != "" {
			return false
		}
		blocky = blocky || blocks[c.DataAtom]
	}
	return blocky
}

var kickerNames = regexp.MustCompile(`(?i)kicker|overline|topline|upperline|dachzeile|topic|highlight`)

// partKickers makes the words above a headline a paragraph of their own, as the page shows
// them, where they stand in the element of the headline.
func partKickers(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || !kickerNames.MatchString(attr(c, "class")) {
			continue
		}
		for rest := c.NextSibling; rest != nil; rest = rest.NextSibling {
			ink := firstInk(rest)
			if ink == "" {
				continue
			}
			if !strings.HasPrefix(ink, ":") {
				n.InsertBefore(textNode(lineBreak+lineBreak), c.NextSibling)
			}
			break
		}
		return
	}
}

// firstInk returns the first text in a node that is more than space, without space around it.
func firstInk(n *html.Node) string {
	if n.Type == html.TextNode {
		return strings.TrimSpace(n.Data)
	}
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			if ink := strings.TrimSpace(d.Data); ink != "" {
				return ink
			}
		}
	}
	return ""
}

// headings returns the texts of the headlines of a page, with letters and numbers alone.
func headings(doc *html.Node) (texts []string) {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.H1 || n.DataAtom == atom.H2 {
			partKickers(n)
			texts = append(texts, squashed(content(n)))
		}
	}
	return texts
}

func squashed(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" \t\n\v\r\f\u00a0|–—-:›»«„“”\"'", r) }), "")
}

var separators = regexp.MustCompile(`\s+[|–—›·-]\s+`)

// cutTitle returns a title without what the site puts behind it: the longest part from its
// beginning that is a headline of the page, or part of one, if there is such a part.
func cutTitle(title string, headings []string) string {
	whole := squashed(title)
	known := longestPrefix(whole, headings)
	if known == len(whole) {
		return title
	}
	from, n := 0, 0 // n bytes of whole stand before a cut
	best := len(title)
	for _, cut := range separators.FindAllStringIndex(title, -1) {
		n += len(squashed(title[from:cut[0]]))
		if from = cut[0]; n > known {
			break
		}
		if n > 0 {
			best = cut[0]
		}
	}
	return title[:best]
}

// longestPrefix returns how many bytes from the beginning of a text stand in one of others,
// at most. It reads each byte once, as Knuth, Morris and Pratt do.
func longestPrefix(text string, others []string) (longest int) {
	border := make([]int, len(text)+1) // of each beginning: the longest shorter beginning that it ends with
	n := 0
	extend := func(c byte) {
		for n > 0 && (n == len(text) || text[n] != c) {
			n = border[n]
		}
		if n < len(text) && text[n] == c {
			n++
		}
	}
	for i := 1; i < len(text); i++ {
		extend(text[i])
		border[i+1] = n
	}
	for _, other := range others {
		n = 0
		for i := range len(other) {
			extend(other[i])
			longest = max(longest, n)
		}
	}
	return longest
}
