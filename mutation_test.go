package laut_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
)

// formats are all ways to write an article.
var formats = map[string]export.Format{
	"JSON Lines":         export.JSONLines{Tokens: true},
	"JSON Lines, runes":  export.JSONLines{Offsets: export.Runes},
	"JSON Lines, UTF-16": export.JSONLines{Offsets: export.UTF16},
	"CSV":                export.CSV{Offsets: export.Runes},
	"table":              export.Table{},
	"lines":              export.Lines{},
	"HTML":               export.HTML{},
	"brat":               export.Brat{},
	"CoNLL-U":            export.CoNLLU{},
	"Web Annotation":     export.WebAnnotation{},
	"schema.org":         export.SchemaOrg{},
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

// readAndWrite reads a text and writes what was found in all formats.
func readAndWrite(t *testing.T, text string) *laut.Article {
	t.Helper()
	a := read(t, text)
	writeAll(t, a)
	return a
}

// read reads a text and holds that all that was found lies in it and refers to what is
// there. What each package promises of its own part is held by the package's tests.
func read(t *testing.T, text string) *laut.Article {
	t.Helper()
	a := laut.Read(text)
	if a.Document.Text() != text {
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
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			inside("a mention", m.Span)
		}
	}
	for i, c := range a.Claims {
		inside("content", c.Content...)
		inside("cue", c.Cue...)
		inside("frame", c.Frame...)
		inside("addressee", c.Addressee...)
		inside("speaker", c.Speaker.Spans...)
		if len(c.Content) == 0 || c.Parent < -1 || c.Parent >= i || c.Speaker.Entity < -1 || c.Speaker.Entity >= len(a.Entities) || !(c.Score >= 0 && c.Score <= 1) {
			t.Fatalf("claim %d: %+v", i, c)
		}
	}
	return a
}

// writeAll writes an article in all formats. What is JSON is parsed again, and JSON
// Lines give back as many claims.
func writeAll(t *testing.T, a *laut.Article) {
	t.Helper()
	for name, f := range formats {
		var out bytes.Buffer
		w := export.NewWriter(&out, f)
		if err := w.Write(export.StringID("a"), a); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := w.Close(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch f := f.(type) {
		case export.JSONLines:
			var r export.Record
			if err := json.Unmarshal(out.Bytes(), &r); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if back, err := r.Article(f.Offsets); err != nil || len(back.Claims) != len(a.Claims) {
				t.Fatalf("%s cannot be read back: %v", name, err)
			}
		case export.WebAnnotation, export.SchemaOrg:
			for line := range bytes.Lines(out.Bytes()) {
				if !json.Valid(line) {
					t.Fatalf("%s is no JSON: %s", name, line)
				}
			}
		}
	}
}

// TestTruncated cuts an article off at every byte, also within characters, as a broken
// download does.
func TestTruncated(t *testing.T) {
	text := pages(t)["hafen.txt"]
	step := 1
	if testing.Short() {
		step = 37
	}
	claims := 0
	for n := 0; n <= len(text); n += step {
		a := read(t, text[:n])
		claims = max(claims, len(a.Claims))
		if n%37 == 0 {
			writeAll(t, a)
		}
	}
	if claims == 0 {
		t.Error("no part of the article has a claim")
	}
}

// TestCutAnywhere cuts off the beginning instead.
func TestCutAnywhere(t *testing.T) {
	text := pages(t)["seilbahn.txt"]
	for n := 0; n < len(text); n += 29 {
		readAndWrite(t, text[n:])
	}
}

// TestDoubled reads each article twice in one text. The second copy has as many
// tokens as the first: nothing of it was lost.
func TestDoubled(t *testing.T) {
	for name, text := range pages(t) {
		once, twice := readAndWrite(t, text), readAndWrite(t, text+"\n\n"+text)
		if n := len(once.Document.Tokens()); len(twice.Document.Tokens()) != 2*n {
			t.Errorf("%s has %d tokens, twice %d", name, n, len(twice.Document.Tokens()))
		}
		if len(twice.Claims) < len(once.Claims) {
			t.Errorf("%s has %d claims, twice %d", name, len(once.Claims), len(twice.Claims))
		}
	}
}

// TestShuffled reads articles whose parts are in disorder.
func TestShuffled(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	shuffle := func(parts []string, between string) string {
		r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		return strings.Join(parts, between)
	}
	for _, text := range pages(t) {
		for range 2 {
			readAndWrite(t, shuffle(strings.Split(text, "\n"), "\n"))
			readAndWrite(t, shuffle(strings.SplitAfter(text, ". "), ""))
			readAndWrite(t, shuffle(strings.Fields(text), " "))
			readAndWrite(t, shuffle(strings.Split(text, ""), "")) // characters
			b := []byte(text)
			r.Shuffle(len(b), func(i, j int) { b[i], b[j] = b[j], b[i] })
			readAndWrite(t, string(b))
		}
	}
}

// TestChangedBytes changes single bytes of articles to any others.
func TestChangedBytes(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for _, text := range pages(t) {
		for _, n := range []int{1, 10, 100} {
			b := []byte(text)
			for range n {
				b[r.IntN(len(b))] = byte(r.Uint32())
			}
			readAndWrite(t, string(b))
			b = slices.Insert(b, r.IntN(len(b)), b[:r.IntN(len(b))]...)
			readAndWrite(t, string(b))
		}
	}
}
