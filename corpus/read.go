package corpus

import (
	"encoding"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linewise"
)

// nobody is the name of a claim whose speaker the article does not tell.
const nobody = "nobody"

// blank stands for a space at the end of a line, which editors would take away.
const blank = "␠"

// Read yields the articles of a file of own articles, without genre and split, which are
// not told in the file. An article in which something does not fit is yielded as an error
// that tells all of it, each with file, line and what did not fit; the others are complete.
// Memory is that of one article; its time grows with its length times its claims.
func Read(r io.Reader, name string) iter.Seq2[Article, error] { return read(r, name, nil) }

func read(r io.Reader, name string, texts *texts) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		p := parser{texts: texts, ids: make(map[string]bool)}
		for l := range linewise.Of(r, name) {
			if l.Err != nil {
				yield(Article{}, fmt.Errorf("%s: %w", l.Where, l.Err))
				return
			}
			line := string(l.Data)
			if strings.HasPrefix(line, "==") && p.where != "" && !yield(p.finish()) {
				return
			}
			if !utf8.ValidString(line) {
				p.fail(l.Where, "not valid UTF-8")
				continue
			}
			p.line(line, l.Where)
		}
		if p.where != "" || p.errs != nil {
			yield(p.finish())
		}
	}
}

// parser has the article that is being read.
type parser struct {
	texts   *texts          // of articles whose text stands elsewhere
	ids     map[string]bool // of the articles before it
	where   string          // its place in the file; empty before the first
	article Article
	text    strings.Builder
	sum     string  // the checksum of a text that stands elsewhere
	drafts  []draft // its claims
	listing bool    // whether the entities have begun
	listed  []place // of the entities
	errs    []error
}

// place is where something stands in the file, and below which line of the text.
type place struct {
	where string
	line  int
}

// draft is a claim whose parts are not looked up yet.
type draft struct {
	place
	claim Claim
	parts []draftPart
}

type draftPart struct {
	place
	name, words string
}

func (p *parser) fail(where, format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s: "+format, append([]any{where}, args...)...))
}

// line reads a line.
func (p *parser) line(line, where string) {
	first, rest, _ := strings.Cut(line, " ")
	rest = strings.TrimSpace(rest)
	here := place{where, len(p.article.Lines) - 1}
	switch {
	case first == "==":
		p.head(rest, where)
	case p.where == "":
		if first[0] != '#' {
			p.fail(where, `only comments, "# …", stand before the first article, "== ID COUNTRY"`)
		}
	case first == "sha256":
		p.sum = rest
	case first[0] == '>':
		p.textLine(first, rest, where)
	case line == "entities":
		p.listing = true
	case p.listing:
		p.entity(first, rest, here)
	case here.line < 0 && p.sum == "":
		p.fail(where, "a claim stands below the line of the text in which its content begins")
	case new(Claim).part(first) == nil:
		p.claim(line, here)
	case p.sum == "":
		p.part(first, rest, here)
	default: // numbers have no spaces, so that all parts stand in one line
		for f := strings.Fields(line); len(f) > 0; f = f[min(2, len(f)):] {
			p.part(f[0], f[min(1, len(f)-1)], here)
		}
	}
}

func (p *parser) head(rest, where string) {
	p.where = where
	p.article.ID = rest
	if i := strings.LastIndexByte(rest, ' '); i >= 0 && slices.Contains(countries, rest[i+1:]) {
		p.article.ID, p.article.Country = rest[:i], rest[i+1:]
	}
	if p.ids[p.article.ID] {
		p.fail(where, "there is another article %q before this", p.article.ID)
	}
	p.ids[p.article.ID] = true
}

// textLine adds a line of the text: one that follows, one on a new line, or an empty one.
func (p *parser) textLine(mark, line, where string) {
	a := &p.article
	text := p.text.String()
	broken := strings.HasSuffix(text, "\n")
	switch {
	case p.listing || p.sum != "":
		p.fail(where, "the text stands before the entities, and not where there is a checksum")
	case line == "" && mark == ">" && text != "" && !broken:
		p.text.WriteString("\n\n")
	case line == "" || mark != ">" && mark != ">>":
		p.fail(where, `a line of the text is "> …", ">> …" where the article begins a new line, or one ">" between paragraphs`)
	default:
		if mark == ">>" && text != "" {
			p.text.WriteByte('\n')
		} else if text != "" && !broken {
			p.text.WriteByte(' ')
		}
		if cut, ok := strings.CutSuffix(line, blank); ok {
			line = cut + " "
		}
		start := p.text.Len()
		p.text.WriteString(line)
		a.Lines = append(a.Lines, extract.Span{Start: start, End: p.text.Len()})
	}
}

// claim reads the line that begins a claim: "indirect speech asserts: Jens Ohm".
func (p *parser) claim(line string, here place) {
	values, name, ok := strings.Cut(line, ": ")
	f := strings.Fields(values)
	if !ok || len(f) != 3 {
		p.fail(here.where, `%q is neither a claim, "kind medium stance: name", nor a part of one, "content …"`, line)
		return
	}
	c := Claim{Name: strings.TrimSpace(name)}
	if c.Name == nobody {
		c.Name = ""
	}
	for i, v := range []encoding.TextUnmarshaler{&c.Kind, &c.Medium, &c.Stance} {
		if err := v.UnmarshalText([]byte(f[i])); err != nil {
			p.fail(here.where, "%v", err)
		}
	}
	p.drafts = append(p.drafts, draft{place: here, claim: c})
}

// part reads a part of the last claim.
func (p *parser) part(name, words string, here place) {
	n := len(p.drafts)
	if n == 0 || p.drafts[n-1].line != here.line {
		p.fail(here.where, "%s belongs to no claim", name)
		return
	}
	d := &p.drafts[n-1]
	kind := d.claim.Kind
	switch {
	case slices.ContainsFunc(d.parts, func(part draftPart) bool { return part.name == name }):
		p.fail(here.where, "the claim has a %s already: its spans stand in one line, joined by %q", name, between)
	case (name == "cue" || name == "frame") && kind != claims.Direct && kind != claims.Indirect && kind != 0:
		p.fail(here.where, "a claim that is %s has no %s", kind, name)
	}
	d.parts = append(d.parts, draftPart{here, name, words})
}

func (p *parser) entity(label, forms string, here place) {
	e := Entity{Forms: strings.Split(forms, " = ")}
	e.Name = e.Forms[0]
	if err := e.Label.UnmarshalText([]byte(label)); err != nil {
		p.fail(here.where, "%v", err)
	}
	p.article.Entities = append(p.article.Entities, e)
	p.listed = append(p.listed, here)
}

// finish looks up the parts of claims and returns the article, and is ready for the next.
func (p *parser) finish() (Article, error) {
	defer func() { *p = parser{texts: p.texts, ids: p.ids} }()
	a := &p.article
	text := p.text.String()
	if a.Text = text + "\n"; p.sum != "" {
		var err error
		if a.Text, err = p.texts.text(a.ID, p.sum); err != nil {
			p.fail(p.where, "%w", err)
			return Article{}, errors.Join(p.errs...)
		}
	} else if text == "" || strings.HasSuffix(text, "\n") || a.Country == "" {
		p.fail(p.where, "an article has a text that ends in a line, and in its first line one of the countries %v", countries)
	}
	page := newPage(a.Text, a.Lines)
	for _, d := range p.drafts {
		a.Claims = append(a.Claims, p.lookUp(d, page))
	}
	for i, e := range a.Entities {
		if form, ok := page.foreign(e); ok {
			p.fail(p.listed[i].where, "%q does not stand in the article", form)
		}
	}
	if p.errs != nil {
		return Article{}, errors.Join(p.errs...)
	}
	slices.SortStableFunc(a.Claims, byContent)
	return *a, nil
}

// lookUp returns the claim of a draft.
func (p *parser) lookUp(d draft, page page) Claim {
	c := d.claim
	for _, part := range d.parts {
		var spans []extract.Span
		var err error
		if p.sum != "" {
			spans, err = numberedSpans(part.words, p.article.Text)
		} else {
			spans, err = page.places(part.words, part.line)
		}
		for i := 1; err == nil && i < len(spans); i++ {
			if spans[i].Start < spans[i-1].End {
				err = errors.New("its spans overlap or are not in the order of the text")
			}
		}
		if err != nil {
			p.fail(part.where, "%s: %w", part.name, err)
			continue
		}
		*c.part(part.name) = spans
	}
	switch {
	case !slices.ContainsFunc(d.parts, func(part draftPart) bool { return part.name == "content" }):
		p.fail(d.where, "the claim has no content")
	case len(c.Content) > 0 && p.sum == "" && page.lineAt(c.Content[0].Start) != d.line:
		p.fail(d.where, "the content does not begin in the line above")
	}
	return c
}
