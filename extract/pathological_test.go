package extract_test

import (
	"fmt"
	"strings"
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
