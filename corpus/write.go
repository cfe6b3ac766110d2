package corpus

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// Write writes an article in the form of the files, with its claims in order and with as
// few words for a span as are clear. It is an error if reading this would not give the
// article again: if a span begins or ends inside a word, or the text has other white space
// than single spaces, line breaks and empty lines.
func Write(w io.Writer, a Article) error {
	a.Lines = cutAtBreaks(a.Text, a.Lines)
	a.Claims = slices.Clone(a.Claims)
	slices.SortStableFunc(a.Claims, byContent)
	var b strings.Builder
	if err := a.write(&b); err != nil {
		return fmt.Errorf("%s: %w", a.ID, err)
	}
	for got, err := range Read(strings.NewReader(b.String()), "written") {
		got.Genre, got.Split = a.Genre, a.Split
		if err == nil && !reflect.DeepEqual(got, a) {
			err = errors.New("the form of the files cannot hold it")
		}
		if err != nil {
			return fmt.Errorf("%s: %w", a.ID, err)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// byContent orders claims as an article has them.
func byContent(a, b Claim) int {
	x, y := a.Content, b.Content
	return cmp.Or(cmp.Compare(x[0].Start, y[0].Start), cmp.Compare(y[len(y)-1].End, x[len(x)-1].End))
}

// cutAtBreaks returns lines that end at each line break of a text, whatever else cuts them.
func cutAtBreaks(text string, lines []extract.Span) []extract.Span {
	starts := make(map[int]bool)
	for _, l := range lines {
		starts[l.Start] = true
	}
	var out []extract.Span
	start := 0
	for i := range len(text) {
		if text[i] == '\n' || text[i] == ' ' && starts[i+1] {
			if i > start {
				out = append(out, extract.Span{Start: start, End: i})
			}
			start = i + 1
		}
	}
	return out
}

func (a *Article) write(b *strings.Builder) error {
	page := newPage(a.Text, a.Lines)
	fmt.Fprintf(b, "== %s %s\n\n", a.ID, a.Country)
	claims := a.Claims
	end := 0
	for i, l := range a.Lines {
		mark := "> "
		switch a.Text[end:l.Start] {
		case "\n\n":
			b.WriteString(">\n")
		case "\n":
			mark = ">> "
		}
		end = l.End
		line := a.Text[l.Start:l.End]
		if cut, ok := strings.CutSuffix(line, " "); ok {
			line = cut + blank
		}
		b.WriteString(mark + line + "\n")
		for ; len(claims) > 0 && page.lineAt(claims[0].Content[0].Start) == i; claims = claims[1:] {
			if err := claims[0].write(b, page, i); err != nil {
				return err
			}
			if len(claims) == 1 || page.lineAt(claims[1].Content[0].Start) != i {
				b.WriteByte('\n')
			}
		}
	}
	if !strings.HasSuffix(b.String(), "\n\n") {
		b.WriteByte('\n')
	}
	b.WriteString("entities\n")
	for _, e := range a.Entities {
		fmt.Fprintf(b, "  %-4s %s\n", e.Label, strings.Join(e.Forms, " = "))
	}
	return nil
}

func (c *Claim) write(b *strings.Builder, page page, line int) error {
	fmt.Fprintf(b, "  %s %s %s: %s\n", c.Kind, c.Medium, c.Stance, cmp.Or(c.Name, nobody))
	for _, part := range partNames {
		spans := *c.part(part)
		if len(spans) == 0 {
			continue
		}
		words, err := page.words(spans, line)
		if err != nil {
			return fmt.Errorf("%s: %w", part, err)
		}
		fmt.Fprintf(b, "    %-10s %s\n", part, words)
	}
	return nil
}
