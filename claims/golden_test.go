package claims_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestGolden compares what the rules find with testdata/claims/*.txt. How the
// files are written is told in testdata/claims/README.md.
func TestGolden(t *testing.T) {
	testkit.Cases(t, "../testdata/claims/*.txt", renderGolden(claims.ByRules))
}

// TestGoldenLearned compares what is found in the end, by the models that were told what
// the rules found, with testdata/claims/learned/*.txt.
func TestGoldenLearned(t *testing.T) {
	testkit.Cases(t, "../testdata/claims/learned/*.txt", renderGolden(claims.Extract))
}

// goldenCase is a case of a golden file: what stands in it up to its results,
// and the results.
type goldenCase struct {
	line    int // of its title
	title   string
	head    strings.Builder
	text    strings.Builder
	results strings.Builder
	why     bool
	gap     bool
}

// renderGolden returns a function that takes a golden file and returns it with
// what is found in its cases now; the results of known gaps stay as they were
// written. Each line of its errors begins with the number of the line it is about.
func renderGolden(find finder) func(file string) (string, error) {
	return func(file string) (string, error) { return renderFile(find, file) }
}

func renderFile(find finder, file string) (string, error) {
	var out strings.Builder
	var cases []*goldenCase
	titles := make(map[string]bool)
	for i, line := range strings.Split(strings.TrimRight(file, "\n"), "\n") {
		if title, ok := strings.CutPrefix(line, "== "); ok {
			if titles[title] {
				return "", fmt.Errorf("%d: there are two cases %q", i+1, title)
			}
			titles[title] = true
			cases = append(cases, &goldenCase{line: i + 1, title: title})
			continue
		}
		if len(cases) == 0 { // the head of the file
			out.WriteString(line + "\n")
			continue
		}
		c := cases[len(cases)-1]
		switch {
		case strings.HasPrefix(line, "# "):
			c.why = true
			c.head.WriteString(line + "\n")
		case strings.HasPrefix(line, "known gap: "):
			c.gap = true
			c.head.WriteString(line + "\n")
		case line == ">" || strings.HasPrefix(line, "> "):
			c.text.WriteString(strings.TrimPrefix(line[1:], " ") + "\n")
			c.head.WriteString(line + "\n")
		case line != "":
			c.results.WriteString(line + "\n")
		}
	}
	var errs []error // of all cases: a new model may mend several gaps
	for _, c := range cases {
		if err := c.check(find); err != nil {
			errs = append(errs, fmt.Errorf("%d: the case %q %v", c.line, c.title, err))
		}
		fmt.Fprintf(&out, "== %s\n%s%s\n", c.title, c.head.String(), c.results.String())
	}
	if err := errors.Join(errs...); err != nil {
		return "", err
	}
	return strings.TrimRight(out.String(), "\n") + "\n", nil
}

// check completes a case with what is found in its text.
func (c *goldenCase) check(find finder) error {
	switch {
	case !c.why:
		return fmt.Errorf("does not say why it is there")
	case c.text.Len() == 0:
		return fmt.Errorf("has no text")
	}
	d := extract.Parse(strings.TrimSuffix(c.text.String(), "\n"))
	es := entities.Extract(d)
	got := renderClaims(d, es, find(d, es))
	if !c.gap {
		c.results.Reset()
		c.results.WriteString(got)
		return nil
	}
	if c.results.Len() == 0 {
		return fmt.Errorf("is a known gap without the results it should have")
	}
	if c.results.String() == got {
		return fmt.Errorf("is no longer a gap: take out its line \"known gap\"")
	}
	return nil
}

// renderClaims prints each claim with its parts.
func renderClaims(d *extract.Document, es []entities.Entity, cs []claims.Claim) string {
	var out strings.Builder
	for i, c := range cs {
		fmt.Fprintf(&out, "%d %s %s %s\n", i+1, c.Kind, c.Medium, c.Stance)
		part := func(name, s string) {
			if s != "" {
				fmt.Fprintf(&out, "  %-9s  %s\n", name, s)
			}
		}
		part("content", words(d, c.Content))
		part("cue", words(d, c.Cue))
		part("frame", words(d, c.Frame))
		part("speaker", renderSpeaker(d, es, c.Speaker))
		part("addressee", words(d, c.Addressee))
		if c.Parent != 0 {
			part("inside", fmt.Sprint(c.Parent))
		}
	}
	if len(cs) == 0 {
		return "no claim\n"
	}
	return out.String()
}

// renderSpeaker prints the words for a speaker, after "=" the entity, and how
// it was found.
func renderSpeaker(d *extract.Document, es []entities.Entity, s claims.Speaker) string {
	if len(s.Spans) == 0 {
		return "nobody"
	}
	name, sign := "", " = "
	for _, id := range s.Entities() {
		name += sign + es[id.Index()].Name
		sign = claims.Several
	}
	return fmt.Sprintf("%s%s (%s)", words(d, s.Spans), name, s.Via)
}

// words returns the text of spans on one line.
func words(d *extract.Document, spans []extract.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, strings.Join(strings.Fields(d.Slice(s)), " "))
	}
	return strings.Join(parts, " … ")
}

// TestNoClaim reads sentences that report nobody, each by itself. The rules find no
// claim in them; the models may find one in one sentence of twenty.
func TestNoClaim(t *testing.T) {
	const path = "../testdata/claims/none/none.txt"
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n, lineNumber, wrong := 0, 0, 0
	for line := range strings.Lines(string(file)) {
		lineNumber++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		n++
		d := extract.Parse(line)
		es := entities.Extract(d)
		if cs := claims.ByRules(d, es); len(cs) > 0 {
			t.Errorf("%s:%d: %s\n%s", path, lineNumber, line, renderClaims(d, es, cs))
		}
		if cs := claims.Extract(d, es); len(cs) > 0 {
			wrong++
			t.Logf("%s:%d: %s\n%s", path, lineNumber, line, renderClaims(d, es, cs))
		}
	}
	if 20*wrong > n {
		t.Errorf("of %d sentences %d have a claim", n, wrong)
	}
	if n == 0 {
		t.Errorf("%s holds no sentences", path)
	}
}

// TestWho reads testdata/claims/who/names.txt: short texts with the names of those who speak.
func TestWho(t *testing.T) {
	data, err := os.ReadFile("../testdata/claims/who/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	var d *extract.Document
	var cs []claims.Claim
	right, all := 0, 0
	for n, line := range strings.Split(string(data), "\n") {
		if text, ok := strings.CutPrefix(line, "> "); ok {
			d = extract.Parse(text)
			cs = claims.Extract(d, entities.Extract(d))
			continue
		}
		line, gap := strings.CutPrefix(line, "gap ")
		if line == "" || line[0] == '#' || line[0] == '=' {
			continue
		}
		said, want, _ := strings.Cut(line, ": ")
		got := "no claim"
		for _, c := range cs {
			if strings.Contains(d.Text(c.Content...), said) {
				got = strings.TrimSpace(c.Speaker.Name + " ")
				if got == "" {
					got = "-"
				}
			}
		}
		all++
		if got == want {
			right++
		}
		switch {
		case got == want && gap:
			t.Errorf("names.txt:%d: %q is no gap any more", n+1, said)
		case got != want && !gap:
			t.Errorf("names.txt:%d: %q is said by %q, want %q", n+1, said, got, want)
		}
	}
	t.Logf("%d of %d", right, all)
}
