package laut_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestLinear checks that the time for a text is linear in its length, all stages together,
// also where it is a single paragraph.
func TestLinear(t *testing.T) {
	if testing.Short() || testkit.Race() {
		t.Skip("measures time")
	}
	page := pages(t)["hafen.txt"]
	for name, part := range map[string]string{
		"pages":         page + "\n\n",
		"one paragraph": strings.Join(strings.Fields(page), " ") + " ",
	} {
		read := func(parts int) func() {
			text := strings.Repeat(part, parts)
			return func() { laut.Read(text) }
		}
		testkit.Linear(t, name, 4, read(20), read(80))
	}
}

// TestAllocations checks how often reading an article allocates whose forms were seen
// before, with room for noise, not for a doubling.
func TestAllocations(t *testing.T) {
	if testkit.Race() {
		t.Skip("the race detector empties the pools")
	}
	const most = 11 // a token
	for name, text := range pages(t) {
		tokens := float64(len(laut.Read(text).Document.Tokens()))
		n := testing.AllocsPerRun(5, func() { laut.Read(text) })
		if t.Logf("%s: %.2f allocations a token", name, n/tokens); n > most*tokens {
			t.Errorf("%s: %.0f allocations for %.0f tokens", name, n, tokens)
		}
	}
}

// TestNoGrowth checks that a process which reads on and on keeps nothing of what it has
// read. Each text has names that none had before.
func TestNoGrowth(t *testing.T) {
	if testing.Short() || testkit.Race() {
		t.Skip("reads thousands of texts")
	}
	const articles, most = 5000, 4 << 20
	read := func(from int) uint64 {
		for i := from; i < from+articles; i++ {
			laut.Read(fmt.Sprintf("„Wir zahlen“, sagte Anna Meier%d. Der Bund%d habe sein Wort gebrochen.", i, i))
		}
		runtime.GC()
		runtime.GC() // what was in pools is gone too
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	read(0)
	before := read(articles) // what remembers forms is full
	if after := read(2 * articles); after > before+most {
		t.Errorf("the heap has grown by %d KiB over %d articles", (after-before)>>10, articles)
	}
}

// pages are the articles of testdata by name, and one that is not part of the module
// where it lies beside it.
func pages(t testing.TB) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil || len(paths) < 2 {
		t.Fatalf("found %d articles: %v", len(paths), err)
	}
	if more, _ := filepath.Glob("../shared/articles/*.txt"); more != nil {
		paths = append(paths, more...)
	}
	texts := make(map[string]string)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(path)] = string(text)
	}
	return texts
}

// FuzzRead reads any text and writes it in all formats. Its seeds are articles, whole and
// in what happens to them on their way: cut off at both ends, doubled, in other
// encodings, and marks that never close.
func FuzzRead(f *testing.F) {
	texts := pages(f)
	for _, text := range texts {
		f.Add(text)
		f.Add(text + "\n\n" + text)
	}
	article := texts["hafen.txt"]
	for n := 0; n < len(article); n += 97 {
		f.Add(article[:n])
		f.Add(article[n:])
	}
	for _, encode := range encodings {
		f.Add(encode(article))
	}
	for _, marks := range []string{"„", "“", "«", "»", "(", "„‚", "„«(‚»[\"'"} {
		f.Add(strings.Repeat(marks, 2000) + " sagte Anna Meier.")
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := laut.Read(text)
		checkSpans(t, a, text)
		writeAll(t, a)
	})
}

// encodings are those that the library does not know, and ways to write the same in UTF-8.
var encodings = []func(string) string{
	func(s string) string { // ISO 8859-1, with a question mark for what it lacks
		var b []byte
		for _, r := range s {
			if r >= 0x100 {
				r = '?'
			}
			b = append(b, byte(r))
		}
		return string(b)
	},
	func(s string) string { // UTF-16
		var b []byte
		for _, u := range utf16.Encode([]rune(s)) {
			b = binary.LittleEndian.AppendUint16(b, u)
		}
		return string(b)
	},
	func(s string) string { // UTF-8 encoded twice
		var b []byte
		for i := range len(s) {
			b = utf8.AppendRune(b, rune(s[i]))
		}
		return string(b)
	},
	func(s string) string { // umlauts with a mark of their own, as macOS has them
		return strings.NewReplacer("ä", "a\u0308", "ö", "o\u0308", "ü", "u\u0308", "Ä", "A\u0308", "Ö", "O\u0308", "Ü", "U\u0308").Replace(s)
	},
	func(s string) string { return "\uFEFF" + s }, // byte order mark
	func(s string) string { return strings.ReplaceAll(s, " ", "\x00") },
	func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	func(s string) string { return strings.ReplaceAll(s, "\n", "\r") },
}

// TestSameClaims checks that the lines of a Windows file and the mark before one change no
// claim.
func TestSameClaims(t *testing.T) {
	text := pages(t)["hafen.txt"]
	want := renderClaims(laut.Read(text))
	for _, other := range []string{"\uFEFF" + text, strings.ReplaceAll(text, "\n", "\r\n")} {
		if got := renderClaims(laut.Read(other)); strings.TrimPrefix(got, "\uFEFF") != want {
			t.Errorf("%.20q:\n%s\nwant\n%s", other, got, want)
		}
	}
}

// checkSpans checks that all that was found lies in the text, cuts no character, and refers
// to what is there. What each package promises of its own part is in its own tests.
func checkSpans(t *testing.T, a *laut.Article, text string) {
	t.Helper()
	if a.Document.String() != text {
		t.Fatal("the text was changed")
	}
	valid := utf8.ValidString(text)
	inside := func(what string, spans ...extract.Span) {
		t.Helper()
		end := 0
		for _, s := range spans {
			if s.Start < end || s.End <= s.Start || s.End > len(text) || a.Document.Slice(s) != text[s.Start:s.End] {
				t.Fatalf("%s has %v in a text of %d bytes", what, spans, len(text))
			}
			if valid && !utf8.ValidString(text[s.Start:s.End]) {
				t.Fatalf("%s cuts a character: %q", what, text[s.Start:s.End])
			}
			end = s.End
		}
	}
	for _, k := range a.Document.Tokens() {
		inside("a token", k.Span)
	}
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	for i, c := range a.Claims {
		if len(c.Content) == 0 {
			t.Fatalf("claim %d says nothing: %+v", i, c)
		}
	}
}

// writeAll writes an article in all formats. What is JSON is parsed again, and JSON Lines
// give back as many claims.
func writeAll(t *testing.T, a *laut.Article) {
	t.Helper()
	for _, f := range []export.Format{
		export.JSONLines{Tokens: true}, export.JSONLines{Offsets: export.Runes}, export.JSONLines{Offsets: export.UTF16},
		export.CSV{Offsets: export.Runes}, export.Table{}, export.Lines{}, export.HTML{}, export.Brat{}, export.CoNLLU{},
		export.WebAnnotation{}, export.SchemaOrg{},
	} {
		var out bytes.Buffer
		w := export.NewWriter(&out, f)
		if err := w.Write(export.StringID("a"), a); err != nil {
			t.Fatalf("%T: %v", f, err)
		}
		if err := w.Close(); err != nil {
			t.Fatalf("%T: %v", f, err)
		}
		switch f := f.(type) {
		case export.JSONLines:
			if back, err := f.Parse(out.Bytes()); err != nil || len(back.Article.Claims) != len(a.Claims) {
				t.Fatalf("JSON Lines cannot be read back: %v", err)
			}
		case export.WebAnnotation, export.SchemaOrg:
			for line := range bytes.Lines(out.Bytes()) {
				if !json.Valid(line) {
					t.Fatalf("%T is no JSON: %s", f, line)
				}
			}
		}
	}
}
