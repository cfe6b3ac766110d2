package extract_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

func collectArticles(t *testing.T, s *extract.Stream, r io.Reader) []extract.StreamArticle {
	t.Helper()
	var articles []extract.StreamArticle
	for a, err := range s.Articles(r) {
		if err != nil {
			t.Fatal(err)
		}
		articles = append(articles, a)
	}
	return articles
}

func TestStreamSeparators(t *testing.T) {
	tests := []struct {
		why       string
		in        string
		separator func(string) bool
		want      []extract.StreamArticle
	}{
		{"rules of each sign divide, the empty lines around them stay with the articles",
			"Eins\n\nNoch eins\n---\nZwei\n* * *\n=====\n\nDrei\n___\n", nil, []extract.StreamArticle{
				{Text: "Eins\n\nNoch eins\n", Offset: 0, Line: 1},
				{Text: "Zwei\n* * *\n", Offset: 20, Line: 5},
				{Text: "\nDrei\n", Offset: 37, Line: 8}}},
		{"two signs are no rule, nor are mixed ones", "Eins\n--\nZwei\n-=-\nDrei", nil, []extract.StreamArticle{
			{Text: "Eins\n--\nZwei\n-=-\nDrei", Offset: 0, Line: 1}}},
		{"a rule may have blanks around it and \\r\\n behind it", "Eins\r\n  ----\t\r\nZwei\r\n", nil, []extract.StreamArticle{
			{Text: "Eins\r\n", Offset: 0, Line: 1}, {Text: "Zwei\r\n", Offset: 15, Line: 3}}},
		{"empty lines divide where each paragraph is a line", "Eins\nNoch eins\n\n \nZwei\n", extract.BlankLine, []extract.StreamArticle{
			{Text: "Eins\nNoch eins\n", Offset: 0, Line: 1}, {Text: "Zwei\n", Offset: 18, Line: 5}}},
		{"a form feed divides alone on its line and before text", "Eins\n\f\nZwei\n\fDrei\n", nil, []extract.StreamArticle{
			{Text: "Eins\n", Offset: 0, Line: 1}, {Text: "Zwei\n", Offset: 7, Line: 3}, {Text: "\fDrei\n", Offset: 12, Line: 4}}},
		{"a separator of one's own", "== A\nEins\n== B\nZwei", func(line string) bool { return strings.HasPrefix(line, "== ") }, []extract.StreamArticle{
			{Text: "Eins\n", Offset: 5, Line: 2}, {Text: "Zwei", Offset: 15, Line: 4}}},
		{"articles of white space are left out, rules at the ends make none", "---\n\n---\n \n---\nEins\n---\n", nil, []extract.StreamArticle{
			{Text: "Eins\n", Offset: 15, Line: 6}}},
		{"nothing at all", "", nil, nil},
		{"one line without an end", "Eins", nil, []extract.StreamArticle{{Text: "Eins", Offset: 0, Line: 1}}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			s := &extract.Stream{Separator: tt.separator}
			if diff := cmp.Diff(tt.want, collectArticles(t, s, strings.NewReader(tt.in))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if diff := cmp.Diff(tt.want, collectArticles(t, s, iotest.OneByteReader(strings.NewReader(tt.in)))); diff != "" {
				t.Errorf("byte by byte, -want +got:\n%s", diff)
			}
		})
	}
}

// TestStreamPieces cuts articles that are too long at the best place there is.
func TestStreamPieces(t *testing.T) {
	const limit = 1024
	half := strings.Repeat("wort ", limit/8) // 640 bytes
	tests := []struct {
		why  string
		in   string
		want []string
	}{
		{"at an empty line", half + "\n\n" + half, []string{half + "\n\n", half}},
		{"at a line", half + "\n" + half, []string{half + "\n", half}},
		{"at a blank", half + half, []string{strings.Repeat("wort ", 204), strings.Repeat("wort ", 52)}},
		{"at a character", strings.Repeat("ä", limit), []string{strings.Repeat("ä", limit/2), strings.Repeat("ä", limit/2)}},
		{"between characters of two bytes at an odd place", "x" + strings.Repeat("ä", limit/2), []string{"x" + strings.Repeat("ä", limit/2-1), "ä"}},
		{"in bytes that are no characters", strings.Repeat("\x80", limit+1), []string{strings.Repeat("\x80", limit), "\x80"}},
		{"not at all if it just fits", strings.Repeat("x", limit-1), []string{strings.Repeat("x", limit-1)}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			articles := collectArticles(t, &extract.Stream{MaxBytes: limit}, strings.NewReader(tt.in+"\n---\nEnde\n"))
			var got []string
			for i, a := range articles[:len(articles)-1] {
				want := i + 1
				if len(articles) == 2 {
					want = 0
				}
				if a.Part != want {
					t.Errorf("piece %d has Part %d, want %d", i, a.Part, want)
				}
				got = append(got, a.Text)
			}
			last := articles[len(articles)-1]
			if last.Text != "Ende\n" || last.Part != 0 || last.Offset != int64(len(tt.in)+5) {
				t.Errorf("the next article is %+v", last)
			}
			got[len(got)-1] = strings.TrimSuffix(got[len(got)-1], "\n") // a piece of its own is left out
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestStreamReadError(t *testing.T) {
	broken := errors.New("broken")
	for _, in := range []string{"Eins\n---\nZwei und", "Eins\n---\nZwei\n---\n", ""} {
		var want, got []string
		for a := range (&extract.Stream{}).Articles(strings.NewReader(in)) {
			want = append(want, a.Text)
		}
		var last error
		for a, err := range (&extract.Stream{}).Articles(io.MultiReader(strings.NewReader(in), iotest.ErrReader(broken))) {
			if last != nil {
				t.Errorf("%q: the stream goes on behind its error", in)
			}
			if last = err; err == nil {
				got = append(got, a.Text)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: articles before the error, -want +got:\n%s", in, diff)
		}
		if !errors.Is(last, broken) {
			t.Errorf("%q: the stream ends with %v, want %v", in, last, broken)
		}
	}
}

func TestStreamStopsEarly(t *testing.T) {
	in := strings.Repeat("Ein Artikel.\n---\n", 1000) + strings.Repeat("x", 5000)
	for _, limit := range []int{0, 1024} {
		n := 0
		for range (&extract.Stream{MaxBytes: limit}).Articles(strings.NewReader(in)) {
			if n++; n == 3 {
				break
			}
		}
		if n != 3 {
			t.Errorf("%d articles before the break", n)
		}
	}
}

// endless is a stream of n bytes of articles, or of one line without an end.
type endless struct {
	n       int
	article string
	at      int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.n <= 0 {
		return 0, io.EOF
	}
	k := copy(p[:min(len(p), e.n)], e.article[e.at:])
	e.at = (e.at + k) % len(e.article)
	e.n -= k
	return k, nil
}

// TestStreamMemory walks far more text than may be held at once.
func TestStreamMemory(t *testing.T) {
	size := 64 << 20
	if testing.Short() || testkit.Race() {
		size = 16 << 20
	}
	for _, article := range []string{"Der Rat tagt. Niemand kommt.\n\n", "Ein Satz.\n---\n", "endlos"} {
		var peak uint64
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		before, total, n := m.HeapAlloc, 0, 0
		for a, err := range (&extract.Stream{MaxBytes: 64 << 10}).Articles(&endless{n: size, article: article}) {
			if err != nil {
				t.Fatal(err)
			}
			total += len(a.Text)
			if n++; n%1000 == 0 {
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapAlloc)
			}
		}
		if total < size/2 {
			t.Errorf("%q: %d of %d bytes came back", article, total, size)
		}
		if peak > before+32<<20 {
			t.Errorf("%q: the heap grew from %d to %d bytes", article, before, peak)
		}
	}
}

func FuzzStream(f *testing.F) {
	for _, s := range samples {
		f.Add([]byte(s), uint16(0), false)
		f.Add([]byte("Eins\n---\n"+s+"\r\n***\n\f"+s), uint16(1100), true)
	}
	f.Add([]byte(strings.Repeat("Wörter ohne Ende und ohne Zeile ", 100)), uint16(1500), false)
	f.Fuzz(func(t *testing.T, data []byte, limit uint16, empty bool) {
		s := &extract.Stream{MaxBytes: int(limit)}
		separator := extract.RuleLine
		if empty {
			separator, s.Separator = extract.BlankLine, extract.BlankLine
		}
		longest := max(int(limit), 1<<10)
		if limit == 0 {
			longest = 1 << 20
		}
		articles := collectArticles(t, s, bytes.NewReader(data))
		end, part := 0, 0
		for i, a := range articles {
			start := int(a.Offset)
			if start < end || start+len(a.Text) > len(data) || string(data[start:start+len(a.Text)]) != a.Text {
				t.Fatalf("article %d is not at byte %d", i, start)
			}
			if len(a.Text) > longest {
				t.Fatalf("article %d has %d bytes, more than %d", i, len(a.Text), longest)
			}
			if line := 1 + bytes.Count(data[:start], []byte("\n")); a.Line != line {
				t.Fatalf("article %d is on line %d, it says %d", i, line, a.Line)
			}
			if a.Part > 1 && a.Part != part+1 && strings.TrimSpace(string(data[end:start])) == "" && start == end {
				t.Fatalf("article %d has Part %d behind %d", i, a.Part, part)
			}
			part = a.Part
			checkLeftOut(t, string(data[end:start]), separator)
			end = start + len(a.Text)
		}
		checkLeftOut(t, string(data[end:]), separator)
		again := collectArticles(t, s, iotest.HalfReader(bytes.NewReader(data)))
		if diff := cmp.Diff(articles, again); diff != "" {
			t.Fatalf("another reader gives others (-want +got):\n%s", diff)
		}
	})
}

// checkLeftOut reports lines that are neither separators nor white space.
func checkLeftOut(t *testing.T, text string, separator func(string) bool) {
	t.Helper()
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" && !separator(strings.TrimRight(line, "\r\n")) {
			t.Fatalf("%q is in no article", line)
		}
	}
}

func ExampleStream() {
	in := "Erster Artikel.\n---\nZweiter Artikel.\n"
	stream := &extract.Stream{}
	for article, err := range stream.Articles(strings.NewReader(in)) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("line %d, byte %d: %q\n", article.Line, article.Offset, article.Text)
	}
	// Output:
	// line 1, byte 0: "Erster Artikel.\n"
	// line 3, byte 20: "Zweiter Artikel.\n"
}
