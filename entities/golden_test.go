package entities_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestGolden compares what the extractor finds with testdata/entities/*.txt. How
// the files are written is told in testdata/entities/README.md.
func TestGolden(t *testing.T) {
	testkit.Cases(t, "../testdata/entities/*.txt", renderGolden)
}

// renderGolden returns a golden file with the entities of its cases as they are
// found now. An error begins with the number of the line.
func renderGolden(file string) (string, error) {
	var out strings.Builder
	head, rest, _ := strings.Cut(file, "\n== ")
	out.WriteString(strings.TrimRight(head, "\n") + "\n")
	line := strings.Count(head, "\n") + 2
	for c := range strings.SplitSeq(rest, "\n== ") {
		title, body, _ := strings.Cut(c, "\n")
		out.WriteString("\n== " + title + "\n")
		var text []string
		var options []entities.Option
		why := false
		for l := range strings.Lines(body) {
			l = strings.TrimRight(l, "\n")
			switch {
			case strings.HasPrefix(l, "# "):
				why = true
				out.WriteString(l + "\n")
			case strings.HasPrefix(l, "+ "):
				label, columns, _ := strings.Cut(l[len("+ "):], " ")
				var of entities.Label
				if err := of.UnmarshalText([]byte(label)); err != nil {
					return "", fmt.Errorf("%d: case %q: %w", line, title, err)
				}
				listed := strings.NewReader(strings.ReplaceAll(columns, " | ", "\t"))
				options = append(options, entities.WithNamesFrom(listed, of))
				out.WriteString(l + "\n")
			case l == ">", strings.HasPrefix(l, "> "):
				text = append(text, strings.TrimPrefix(l[1:], " "))
				out.WriteString(l + "\n")
			}
		}
		switch {
		case !why:
			return "", fmt.Errorf("%d: case %q does not say why it is there", line, title)
		case len(text) == 0:
			return "", fmt.Errorf("%d: case %q has no text", line, title)
		}
		extractor, err := entities.New(options...)
		if err != nil {
			return "", fmt.Errorf("%d: case %q: %w", line, title, err)
		}
		out.WriteString(describe(extractor, strings.Join(text, "\n")))
		line += strings.Count(c, "\n") + 1
	}
	return out.String(), nil
}

// describe returns the entities of a text, a line each.
func describe(extractor *entities.Extractor, text string) string {
	d := extract.Parse(text)
	var out strings.Builder
	for _, e := range extractor.Extract(d) {
		label := e.Label.String()
		switch e.Gender {
		case entities.Masculine:
			label += " m"
		case entities.Feminine:
			label += " f"
		}
		var mentions []string
		for _, m := range e.Mentions {
			s := d.Slice(m.Span)
			if m.Form != entities.FormName {
				s += " (" + m.Form.String() + ")"
			}
			mentions = append(mentions, s)
		}
		name := e.Name
		if e.Ref != "" {
			name += " [" + e.Ref + "]"
		}
		fmt.Fprintf(&out, "%-6s %s: %s\n", label, name, strings.Join(mentions, ", "))
	}
	if out.Len() == 0 {
		return "none\n"
	}
	return out.String()
}
