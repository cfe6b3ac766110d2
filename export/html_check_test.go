package export

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
)

// element is an open element of a page.
type element struct {
	name  string
	attrs map[string]string
}

// page is what checkHTML found: the runes of the article's text in order, each with the
// elements that it is in.
type page struct {
	text  []rune
	in    [][]element
	count map[string]int // elements by name
}

// The forms of a start tag and of a reference to a character. Attributes are quoted,
// but for those without a value.
var (
	startTag  = regexp.MustCompile(`^<([a-z][a-z0-9]*)((?: [a-z][a-z-]*(?:="[^"<]*")?)*)>`)
	attribute = regexp.MustCompile(` ([a-z][a-z-]*)(?:="([^"<]*)")?`)
	reference = regexp.MustCompile(`&(?:amp|lt|gt|#34|#39|#13);`)
)

// checkHTML reads HTML as strictly as XML: it returns an error unless each element is
// closed in its turn, each attribute quoted and each special character escaped, or if
// there is an attribute that runs or styles something or can stand twice on one page.
func checkHTML(s string) (*page, error) {
	p := &page{count: make(map[string]int)}
	var open []element
	for s != "" {
		switch {
		case strings.HasPrefix(s, "<!DOCTYPE html>"):
			s = s[len("<!DOCTYPE html>"):]
		case strings.HasPrefix(s, "</"):
			name, rest, ok := strings.Cut(s[2:], ">")
			if !ok || len(open) == 0 || open[len(open)-1].name != name {
				return nil, fmt.Errorf("</%s> closes none of %v", name, open)
			}
			open, s = open[:len(open)-1], rest
		case s[0] == '<':
			tag := startTag.FindStringSubmatch(s)
			if tag == nil {
				return nil, fmt.Errorf("no tag: %.60q", s)
			}
			e := element{tag[1], make(map[string]string)}
			for _, a := range attribute.FindAllStringSubmatch(tag[2], -1) {
				if _, twice := e.attrs[a[1]]; twice || a[1] == "style" || a[1] == "id" || strings.HasPrefix(a[1], "on") {
					return nil, fmt.Errorf("attribute %s of %s", a[1], tag[0])
				}
				if err := checkText(a[2]); err != nil {
					return nil, err
				}
				e.attrs[a[1]] = html.UnescapeString(a[2])
			}
			s = s[len(tag[0]):]
			p.count[e.name]++
			switch e.name {
			case "meta":
			case "style", "script": // their text ends at the first end tag, whatever it is in
				_, rest, ok := strings.Cut(s, "</"+e.name+">")
				if !ok {
					return nil, fmt.Errorf("%s is not closed", e.name)
				}
				s = rest
			default:
				open = append(open, e)
			}
		default:
			text, _, _ := strings.Cut(s, "<")
			if err := checkText(text); err != nil {
				return nil, err
			}
			s = s[len(text):]
			if slices.ContainsFunc(open, func(e element) bool { return e.attrs["class"] == "laut-text" }) {
				for _, r := range html.UnescapeString(text) {
					p.text = append(p.text, r)
					p.in = append(p.in, slices.Clone(open))
				}
			}
		}
	}
	if len(open) > 0 {
		return nil, fmt.Errorf("not closed: %v", open)
	}
	return p, nil
}

// checkText returns an error unless a text is valid and escaped.
func checkText(s string) error {
	rest := reference.ReplaceAllString(s, "")
	if i := strings.IndexFunc(rest, func(r rune) bool {
		return strings.ContainsRune("&<>\"\r", r) || r < ' ' && r != '\t' && r != '\n' && r != '\f' || r >= 0x7F && r < 0xA0
	}); i >= 0 {
		return fmt.Errorf("%q is not escaped in %q", rest[i], s)
	}
	if strings.ToValidUTF8(s, "") != s {
		return fmt.Errorf("invalid UTF-8 in %q", s)
	}
	return nil
}
