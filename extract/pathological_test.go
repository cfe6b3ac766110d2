package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/cputime"
	"github.com/laut-nlp/laut/internal/testkit"
)

// pathological texts are these, repeated: what makes a scanner look back or
// ahead, and what makes it collect things that stay open.
var pathological = []string{
	"„", "“", "«", "»", "‹", "‚", "‘", "’", "\"", "'", "`", "''", "``", ",,", "„“", "“„", "«‹„‚", "»›“‘", "\"'", "„a ‚b «c ", "'a ", " ’a", "„\n\n", "„a“\n",
	".", "...", ". ", "a.", "a. ", "aa.", "a.b-", "ab.c-_", "1.", "1. ", "1.1", "1 000 ", "XIV. ", "Dr. ", "z.B.", "§", "§ 5 Abs. 3 ", "1'000", "1-", "1/",
	"a", "ä", "\u0308", "a\u0308", "\u00AD", "a\u00AD", "\u200D", "👩\u200D", "🇨🇭", "\uFE0F", "\uFFFD", "\x80", "\xC3", "\xE2\x80", "\xFF",
	"a-", "-", "–", "a/", "AB/", "/", "a'", "a’", "a*", "a:", "a_", "a(", "a(in)", "&", "&#", "&amp", "A&", "@", "@a", "#", "a@", "a@b", "a.b@", "://", "a://", "a://,", "a://(",
	"(", ")", "()", "[", ":", ": ", ":-", ":)", ";", "; ", "<", "=", "?", "!", "(!)", ",", "\u2029",
	" ", "\t", "\n", "\r", "\n\n", " \n", "a\n", "a\n\n", "\f", "\u00A0", "\uFEFF", "\x00",
	"&amp;", "&#", "<b>", "<b", "<<", "<< ", ">>", "\"\"", "\"\"a", "a-\n", "a\u00AD\n", "\u00AD ", "a b\n",
	"&amp;", "&#1;", "<b>", "<b", "<<", "<< ", ">>", "\"\"", "\"\"a", "a-\n", "a\u00AD\n", "\u00AD ", "a b\n",
	"Lesen Sie auch ", "Cookies ", "BERLIN ", "Die ", "Von A ", "Sie ", "1. A\n",
}

// TestLinear compares the time for a text with the time for one eight times as
// long.
func TestLinear(t *testing.T) {
	small := 32 << 10
	if testing.Short() || testkit.Race() {
		small = 8 << 10
	}
	work := []struct {
		name string
		do   func(string)
	}{
		{"Parse", func(text string) { extract.Parse(text) }},
		{"Tokens", func(text string) {
			for range extract.Tokens(text) {
			}
		}},
		{"Sentences", func(text string) {
			for range extract.Sentences(text) {
			}
		}},
		{"FromTokens", func(text string) {
			var spans []extract.Span
			for i := 0; i+5 <= len(text)/8; i += 5 {
				spans = append(spans, extract.Span{Start: i, End: i + 5})
			}
			if _, err := extract.FromTokens(text, spans, nil); err != nil {
				t.Error(err)
			}
		}},
	}
	for _, pattern := range pathological {
		for _, w := range work {
			short := strings.Repeat(pattern, 1+small/len(pattern))
			long := strings.Repeat(short, 8)
			testkit.Linear(t, fmt.Sprintf("%s of %q", w.name, pattern), 8, func() { w.do(short) }, func() { w.do(long) })
		}
	}
}

// TestLarge reads ten megabytes of each thing that the issue of pathological
// input names. The limit is far above what a slow machine needs.
func TestLarge(t *testing.T) {
	if testing.Short() || testkit.Race() {
		t.Skip("ten megabytes at a time")
	}
	const size, limit = 10 << 20, 30 * time.Second
	for _, pattern := range []string{"„", "“", ".", "a", "a.", "1. ", "\n", "'", "-", "/", "(", ":", "„“«»‚‘'\"", "👩\u200D", "a\u0308\u0308", "„a‚b“c‘\n\n"} {
		t.Run(fmt.Sprintf("%q", pattern), func(t *testing.T) {
			text := strings.Repeat(pattern, size/len(pattern))
			start := cputime.Now()
			d := extract.Parse(text)
			if took := cputime.Now() - start; took > limit {
				t.Errorf("%v for %d bytes", took, len(text))
			}
			if n := len(d.Tokens()); pattern != "\n" && n == 0 {
				t.Error("no tokens")
			}
		})
	}
}

// TestNormalOfLong looks at the normal form of a text so long that it is analysed when it is
// asked for.
func TestNormalOfLong(t *testing.T) {
	d := extract.Parse(strings.Repeat("Das Ver\u00ADkehrs\u00ADministerium schwieg.\n\n", 30_000))
	n := d.Normal()
	if n == d || n != d.Normal() || len(n.Tokens()) != len(d.Tokens()) {
		t.Fatalf("%d tokens, %d in the normal form", len(d.Tokens()), len(n.Tokens()))
	}
	for i, token := range n.Tokens() {
		if got, want := d.FromNormal(token.Span), d.Tokens()[i].Span; got != want {
			t.Fatalf("token %d: %v, want %v", i, got, want)
		}
	}
}

// TestConcurrentUse reads one document from many goroutines, each of which
// parses texts of its own as well. The race detector watches.
func TestConcurrentUse(t *testing.T) {
	text := strings.Join(samples, "\n\n")
	d := extract.Parse(text)
	want := renderDocument(d)
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Go(func() {
			for range 4 {
				if got := renderDocument(d); got != want {
					t.Errorf("a shared document reads\n%s", got)
				}
				if got := renderDocument(extract.Parse(text)); got != want {
					t.Errorf("the same text gives\n%s", got)
				}
				if got := slices.Collect(extract.Tokens(text)); !slices.Equal(got, d.Tokens()) {
					t.Error("Tokens yields others")
				}
				if got := slices.Collect(extract.Sentences(text)); !slices.Equal(got, d.Sentences()) {
					t.Error("Sentences yields others")
				}
				own, err := extract.FromTokens(text, spansOf(d), startsOf(d))
				if err != nil || len(own.Tokens()) != len(d.Tokens()) {
					t.Errorf("FromTokens: %v", err)
				}
				sample := samples[i%len(samples)]
				extract.Stem(sample)
				extract.Locate(text, i)
				extract.Excerpt(text, extract.Span{Start: i, End: 2 * i})
			}
		})
	}
	wg.Wait()
}

// TestIterate walks the same streams twice and nested: they keep no state.
func TestIterate(t *testing.T) {
	tokens, sentences := extract.Tokens(samples[1]), extract.Sentences(samples[1])
	want := slices.Collect(tokens)
	for range tokens {
		if got := slices.Collect(tokens); !slices.Equal(got, want) {
			t.Fatalf("inside a loop Tokens yields %v, want %v", got, want)
		}
	}
	if a, b := slices.Collect(sentences), slices.Collect(sentences); !slices.Equal(a, b) || len(a) == 0 {
		t.Errorf("Sentences yields %v, then %v", a, b)
	}
}

// TestStreamsAllocateNothing walks all texts of the golden files, so that no
// rule of the scanner or the splitter is left out. They are in their normal form.
func TestStreamsAllocateNothing(t *testing.T) {
	texts := append([]string{strings.Join(samples, "\n")}, goldenTexts(t)...)
	n := 0
	for _, text := range texts {
		text = extract.Parse(text).Normal().String()
		if got := testing.AllocsPerRun(5, func() {
			for tok := range extract.Tokens(text) {
				n += tok.End
			}
		}); got != 0 {
			t.Errorf("Tokens allocates %v times on %.200q", got, text)
		}
		if got := testing.AllocsPerRun(5, func() {
			for s := range extract.Sentences(text) {
				n += s.End
			}
		}); got != 0 {
			t.Errorf("Sentences allocates %v times on %.200q", got, text)
		}
	}
	if n == 0 {
		t.Error("no tokens at all")
	}
}

// goldenTexts returns the texts of the golden cases, those of a file in one.
func goldenTexts(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob("../testdata/extract/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	var texts []string
	for _, path := range paths {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for line := range strings.Lines(string(file)) {
			if in, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "> "); ok {
				plain, err := unescape(in)
				if err != nil {
					t.Fatalf("%s: %v", path, err)
				}
				text.WriteString(plain + "\n")
			}
		}
		texts = append(texts, text.String())
	}
	return texts
}
