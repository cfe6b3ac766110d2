package laut_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
)

// file is an item of these tests: a page with its name.
type file struct{ name, text string }

func textOf(f file) string { return f.text }

// archive yields n files, with an error after every seventh.
func archive(n int, taken *atomic.Int64) iter.Seq2[file, error] {
	return func(yield func(file, error) bool) {
		for i := range n {
			taken.Add(1)
			if !yield(file{fmt.Sprint(i), fmt.Sprintf("„Wir zahlen %d Mark“, sagte Anna Meier.", i)}, nil) {
				return
			}
			if i%7 == 6 && !yield(file{name: fmt.Sprint(i, " broken")}, errBroken) {
				return
			}
		}
	}
}

var errBroken = errors.New("broken")

// Each item comes once, in order, with what Read finds in it; an error comes in its place.
func TestReadAll(t *testing.T) {
	for _, workers := range []int{0, 1, 3} {
		const n = 30
		var taken atomic.Int64
		var want []string
		for f, err := range archive(n, &taken) {
			want = append(want, fmt.Sprint(f.name, " ", err))
		}
		reader, err := laut.New()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for r, err := range laut.ReadAll(t.Context(), nil, archive(n, &taken), textOf, workers) {
			got = append(got, fmt.Sprint(r.Item.name, " ", err))
			switch {
			case err != nil && r.Article != nil:
				t.Errorf("%s has an article and the error %v", r.Item.name, err)
			case err == nil && rendered(r.Article) != rendered(reader.Read(r.Item.text)):
				t.Errorf("%s is read otherwise than by Read", r.Item.name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d workers: %q, want %q", workers, got, want)
		}
	}
}

// settled waits until no more goroutines run than before.
func settled(t *testing.T, before int) {
	t.Helper()
	for deadline := time.Now().Add(time.Second); runtime.NumGoroutine() > before; runtime.Gosched() {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
	}
}

func TestReadAllBreak(t *testing.T) {
	before := runtime.NumGoroutine()
	var taken atomic.Int64
	for range laut.ReadAll(t.Context(), nil, archive(1000, &taken), textOf, 2) {
		break
	}
	settled(t, before)
	if taken.Load() > 8 {
		t.Errorf("%d were taken", taken.Load())
	}
}

// The error of the context is the last that comes.
func TestReadAllContext(t *testing.T) {
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var taken atomic.Int64
	var errs []error
	n := 0
	for _, err := range laut.ReadAll(ctx, nil, archive(1000, &taken), textOf, 2) {
		if n++; n == 5 {
			cancel()
		}
		if n > 5 {
			errs = append(errs, err)
		}
	}
	settled(t, before)
	if len(errs) != 1 || errs[0] != context.Canceled {
		t.Errorf("errors %v", errs)
	}
}

// It takes what Stream and JSON Lines give.
func TestReadAllSources(t *testing.T) {
	const said = "„Wir zahlen“, sagte Anna Meier."
	stream := new(extract.Stream).Articles(strings.NewReader("Es regnet.\n---\n" + said + "\n"))
	for r, err := range laut.ReadAll(t.Context(), nil, stream, func(a extract.StreamArticle) string { return a.Text }, 0) {
		if err != nil || len(r.Article.Claims) != r.Item.Line/3 {
			t.Errorf("line %d: %d claims, %v", r.Item.Line, len(r.Article.Claims), err)
		}
	}
	lines := export.JSONLines{}.Read(strings.NewReader(`{"id":1,"text":"`+said+`"}`+"\n{\n"+`{"id":3,"text":"`+said+`"}`), "a.jsonl")
	var got []string
	for r, err := range laut.ReadAll(t.Context(), nil, lines, func(i export.Item) string { return i.Article.Document.String() }, 0) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, fmt.Sprint(r.Item.ID, " ", len(r.Article.Claims)))
	}
	if want := []string{"1 1", "a.jsonl:2: broken JSON at byte 1: unexpected end of JSON input", "3 1"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestReadAllPanic(t *testing.T) {
	before := runtime.NumGoroutine()
	defer settled(t, before)
	defer func() {
		if err, ok := recover().(error); !ok || !errors.Is(err, errBroken) || !strings.Contains(err.Error(), "readall_test.go") {
			t.Errorf("recovered %v", err)
		}
	}()
	var taken atomic.Int64
	for range laut.ReadAll(t.Context(), nil, archive(5, &taken), func(file) string { panic(errBroken) }, 2) {
		t.Error("an item came")
	}
	t.Error("the loop ended")
}

// What is read keeps what the program knows of it, here the name of a file.
func ExampleReadAll() {
	type file struct{ name, text string }
	files := func(yield func(file, error) bool) {
		names, err := filepath.Glob("testdata/articles/[h-l]*.txt")
		if err != nil {
			yield(file{}, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if !yield(file{name, string(text)}, err) {
				return
			}
		}
	}
	reader, err := laut.New()
	if err != nil {
		log.Fatal(err)
	}
	textOf := func(f file) string { return f.text }
	for result, err := range laut.ReadAll(context.Background(), reader, files, textOf, 0) {
		if err != nil {
			log.Print(err) // and go on with the next
			continue
		}
		fmt.Printf("%s names %s\n", filepath.Base(result.Item.name), result.Article.Entities[0].Name)
	}
	// Output:
	// hafen.txt names Rostock
	// leitung.txt names Kaltental
}

// An archive in one file: articles that a line of dashes separates.
func ExampleReadAll_stream() {
	archive := strings.NewReader("Es regnet.\n---\n„Wir zahlen“, sagte Anna Meier.\n")
	articles := new(extract.Stream).Articles(archive)
	textOf := func(a extract.StreamArticle) string { return a.Text }
	for result, err := range laut.ReadAll(context.Background(), nil, articles, textOf, 0) {
		if err != nil {
			log.Fatal(err)
		}
		for _, c := range result.Article.Claims {
			fmt.Printf("line %d: %s\n", result.Item.Line, c.Speaker.Name)
		}
	}
	// Output:
	// line 3: Anna Meier
}
