package extract_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestGolden compares what Parse finds with testdata/extract/*.txt. How the
// files are written is told in testdata/extract/README.md.
func TestGolden(t *testing.T) {
	testkit.Cases(t, "../testdata/extract/*.txt", renderGolden)
}

// renderGolden returns a golden file with the results of its cases as they are
// now. An error begins with the number of the line.
func renderGolden(file string) (string, error) {
	var out, input strings.Builder
	titles := make(map[string]bool)
	title, why := "", false
	finish := func(n int) error {
		switch {
		case title == "":
			return nil
		case !why:
			return fmt.Errorf("%d: the case %q above does not say why it is there", n, title)
		case input.Len() == 0:
			return fmt.Errorf("%d: the case %q above has no text", n, title)
		}
		out.WriteString(renderDocument(extract.Parse(strings.TrimSuffix(input.String(), "\n"))))
		out.WriteByte('\n')
		return nil
	}
	lines := strings.Split(strings.TrimRight(file, "\n"), "\n")
	for i, line := range lines {
		switch {
		case strings.HasPrefix(line, "== "):
			if err := finish(i); err != nil {
				return "", err
			}
			title, why = line[3:], false
			if titles[title] {
				return "", fmt.Errorf("%d: there are two cases %q", i+1, title)
			}
			titles[title] = true
			input.Reset()
		case title == "": // the head of the file
		case strings.HasPrefix(line, "# "):
			why = true
		case line == ">" || strings.HasPrefix(line, "> "):
			text, err := unescape(strings.TrimPrefix(line[1:], " "))
			if err != nil {
				return "", fmt.Errorf("%d: %v", i+1, err)
			}
			input.WriteString(text + "\n")
		default:
			continue // a result, written anew by finish
		}
		out.WriteString(line + "\n")
	}
	if err := finish(len(lines)); err != nil {
		return "", err
	}
	return strings.TrimRight(out.String(), "\n") + "\n", nil
}

// renderDocument prints paragraphs by kind, sentences a line each, tokens apart
// by blanks, and the quotations, nested ones further in.
func renderDocument(d *extract.Document) string {
	var out strings.Builder
	for _, p := range d.Paragraphs() {
		fmt.Fprintf(&out, "%s\n", p.Kind)
		for _, s := range d.Sentences()[p.First:p.Last] {
			out.WriteString(" ")
			for _, t := range d.Tokens()[s.First:s.Last] {
				out.WriteString(" " + renderToken(d, t))
			}
			out.WriteByte('\n')
		}
	}
	depths := make([]int, len(d.Quotations()))
	for i, q := range d.Quotations() {
		if i == 0 {
			out.WriteString("quotations\n")
		}
		if q.Parent > 0 {
			depths[i] = depths[q.Parent-1] + 1
		}
		fmt.Fprintf(&out, "  %s%s\n", strings.Repeat("  ", depths[i]), escape(d.Slice(q.Span)))
	}
	return out.String()
}

// renderToken prints a token with its kind, but for words and punctuation,
// which can be told apart by having letters or digits or none.
func renderToken(d *extract.Document, t extract.Token) string {
	text := d.Slice(t.Span)
	shown := strings.ReplaceAll(escape(text), " ", "␣")
	alnum := strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
	switch {
	case t.Kind == extract.Word && alnum, t.Kind == extract.Punctuation && !alnum:
		return shown
	}
	return shown + "<" + strings.TrimSuffix(t.Kind.String(), "_quote") + ">"
}

// escape makes visible what cannot be seen or is not UTF-8; unescape is its
// opposite.
func escape(s string) string {
	var out strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&out, `\x%02X`, s[0])
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\\':
			out.WriteString(`\\`)
		case r != ' ' && r < 0xFFFF && (!unicode.IsPrint(r) || unicode.Is(unicode.M, r)):
			fmt.Fprintf(&out, `\u%04X`, r)
		default:
			out.WriteString(s[:n])
		}
		s = s[n:]
	}
	return out.String()
}

func unescape(s string) (string, error) {
	var out strings.Builder
	for s != "" {
		r, multibyte, tail, err := strconv.UnquoteChar(s, 0)
		if err != nil {
			return "", fmt.Errorf("%q: %v", s, err)
		}
		if multibyte || r < utf8.RuneSelf {
			out.WriteRune(r)
		} else {
			out.WriteByte(byte(r))
		}
		s = tail
	}
	return out.String(), nil
}

// TestTagsGolden compares the tags with testdata/tags/*.txt. How the files are
// written is told in testdata/tags/README.md.
func TestTagsGolden(t *testing.T) {
	testkit.Cases(t, "../testdata/tags/*.txt", renderTagCases)
}

// renderTagCases returns a golden file with the results of its cases as they
// are now.
func renderTagCases(file string) (string, error) {
	return testkit.Texts(file, func(text string) (string, error) { return renderTags(extract.Parse(text)), nil })
}

// renderTags prints a line a token.
func renderTags(d *extract.Document) string {
	var out strings.Builder
	form := func(i int) string { return d.Slice(d.Tokens()[i].Span) }
	for i, t := range d.Tags() {
		line := fmt.Sprintf("%-20s %-5s %-7s %-20s", form(i), t.POS, t.STTS(), d.Lemma(i))
		if t.VerbForm != 0 {
			line += " " + t.VerbForm.String()
		}
		if t.VerbForm == extract.Finite {
			line += " " + t.Mood.String()
			if t.Konjunktiv != 0 {
				line += fmt.Sprint(t.Konjunktiv)
			}
			for _, s := range []string{t.Tense.String(), strings.Trim(fmt.Sprint(t.Person), "0"), t.Number.String()} {
				if s != "" {
					line += " " + s
				}
			}
		}
		if t.Partner != 0 {
			line += " + " + form(i+int(t.Partner))
		}
		out.WriteString("  " + strings.TrimRight(line, " ") + "\n")
	}
	return out.String()
}
