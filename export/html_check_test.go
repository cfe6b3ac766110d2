package export

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
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

// FuzzHTML writes random texts with random spans: the page is well-formed, its text is
// the article's, and each character in a paragraph stands in the elements of just those
// claims, words and names that it belongs to.
func FuzzHTML(f *testing.F) {
	f.Add("„Ä“, sagte Lea <b>.\r\n\r\nUnd \xff & ‚B‘\x00!", []byte{0, 9, 3, 12, 10, 16, 17, 20, 1, 30})
	f.Add("a|b\t]]> \"c\" 'd' &amp; \u202e🚢\n\n\u00a0\n\n<script>", []byte{4, 1, 0, 200, 5, 30, 5, 30, 6, 7, 8, 9})
	f.Add("„Ä“)  agtesLea <b>.\xeb\b-\x8c\xdb\xdb\u06ea\xa1\x7fC\xd8c\x9eÄ\xee\ue394\r\n\r\nUnd \xff & ‚B‘\x00!", []byte("„Ä“)5\xe5  a tes"))
	f.Fuzz(func(t *testing.T, text string, ends []byte) {
		a := &laut.Article{Document: extract.Parse(text)}
		var spans []extract.Span
		for pair := range slices.Chunk(ends[:min(len(ends), 2*deepest)&^1], 2) {
			at := func(b byte) int { return min(int(b), len(text)) }
			spans = append(spans, extract.Span{Start: min(at(pair[0]), at(pair[1])), End: max(at(pair[0]), at(pair[1]))})
		}
		// No more spans than may lie in one another: two claims, the second with the
		// rest of the words, and two names.
		take := func(n int) []extract.Span {
			n = min(n, len(spans))
			taken := spans[:n]
			spans = spans[n:]
			return taken
		}
		a.Claims = []claims.Claim{{Content: take(2)}, {Content: take(1), Parent: 1}}
		a.Claims[0].Speaker = claims.Speaker{Spans: take(1), Name: text}
		a.Claims[1].Cue = take(2)
		for i, s := range take(2) {
			a.Entities = append(a.Entities, entities.Entity{ID: entities.ID(i + 1), Name: text, Mentions: []entities.Mention{{Span: s}}})
			a.Claims[0].Speaker.Entity = 1
		}

		var b strings.Builder
		if err := (HTML{}).Write(&b, StringID(text), a); err != nil {
			if a.Validate() == nil || b.Len() > 0 {
				t.Fatal(err)
			}
			return
		}
		p, err := checkHTML(b.String())
		if err != nil {
			t.Fatal(err)
		}
		var want []rune
		for _, r := range text {
			if unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\f' && r != '\r' {
				r = utf8.RuneError
			}
			want = append(want, r)
		}
		if !slices.Equal(p.text, want) {
			t.Fatalf("text %q is %q in the page", string(want), string(p.text))
		}
		at := 0
		for i := range want {
			_, size := utf8.DecodeRuneInString(text[at:])
			if got, want := elementsOf(p.in[i]), marksAt(a, extract.Span{Start: at, End: at + size}); got != want {
				t.Fatalf("byte %d of %q is in %q, want %q", at, text, got, want)
			}
			at += size
		}
	})
}

// elementsOf names the marks among elements, each once.
func elementsOf(es []element) string {
	var names []string
	for _, e := range es {
		switch e.attrs["class"] {
		case "laut-claim":
			names = append(names, "claim "+e.attrs["data-claim"])
		case "laut-name":
			names = append(names, "name "+e.attrs["data-entity"])
		case "laut-who", "laut-cue":
			names = append(names, e.attrs["class"])
		}
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), ", ")
}

// marksAt names what a rune belongs to, the slow way. Spans hold the runes that they
// have the first byte of, and one that they begin in.
func marksAt(a *laut.Article, r extract.Span) string {
	if !slices.ContainsFunc(a.Document.Paragraphs(), func(p extract.Paragraph) bool { return p.Contains(r) }) {
		return ""
	}
	var names []string
	add := func(name string, spans ...extract.Span) {
		for _, s := range spans {
			if s.Start < s.End && s.Start < r.End && s.End >= r.End {
				names = append(names, name)
			}
		}
	}
	for i, c := range a.Claims {
		add(fmt.Sprint("claim ", i), c.Content...)
		add("laut-cue", c.Cue...)
		add("laut-who", c.Speaker.Spans...)
	}
	for i, e := range a.Entities {
		add(fmt.Sprint("name ", i), e.Mentions[0].Span)
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), ", ")
}
