package laut_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

// countdown is a context that ends when it is asked for the n-th time.
type countdown struct {
	context.Context
	left int
	done chan struct{}
}

func newCountdown(n int) *countdown {
	return &countdown{context.Background(), n, make(chan struct{})}
}

func (c *countdown) Done() <-chan struct{} {
	if c.left--; c.left == 0 {
		close(c.done)
	}
	return c.done
}

func (c *countdown) Err() error {
	select {
	case <-c.done:
		return context.DeadlineExceeded
	default:
		return nil
	}
}

func rendered(a *laut.Article) string {
	return renderDocument(a.Document) + renderEntities(a) + renderClaims(a)
}

// A context that does not end changes nothing. One that ends is seen at once, wherever it
// does: no stage asks it again. What the next reading finds is right.
func TestReadContext(t *testing.T) {
	page := pages(t)["hafen.txt"]
	listed, err := entities.New(entities.WithNamesFrom(strings.NewReader("Hafen\n"), entities.ORG))
	if err != nil {
		t.Fatal(err)
	}
	for name, options := range map[string][]laut.Option{
		"default": nil,
		"listed":  {laut.WithEntities(listed)},
	} {
		reader, err := laut.New(options...)
		if err != nil {
			t.Fatal(err)
		}
		want := rendered(reader.Read(page))
		const many = 1 << 30
		endless := newCountdown(many)
		if a, err := reader.ReadContext(endless, page); err != nil || rendered(a) != want {
			t.Fatalf("%s: with a context it finds something else, or says %v", name, err)
		}
		asked := many - endless.left
		if tokens := len(laut.Read(page).Document.Tokens()); asked < tokens/2 {
			t.Errorf("%s: the context was asked %d times in %d tokens", name, asked, tokens)
		}
		step := 1
		if testing.Short() || testkit.Race() {
			step = 29
		}
		for n := 1; n < asked; n += step {
			ctx := newCountdown(n)
			a, err := reader.ReadContext(ctx, page)
			if a != nil || err != context.DeadlineExceeded {
				t.Fatalf("%s: ended at %d of %d: article %v, error %v", name, n, asked, a, err)
			}
			if ctx.left < -4 { // each stage that is begun asks for itself
				t.Fatalf("%s: ended at %d of %d, and asked %d times again", name, n, asked, -ctx.left)
			}
		}
		if rendered(reader.Read(page)) != want {
			t.Errorf("%s: after readings that ended it finds something else", name)
		}
	}
}

// A stage that was ended can be begun again on the same document.
func TestTagsContext(t *testing.T) {
	page := pages(t)["hafen.txt"]
	d := extract.Parse(page)
	for n := 1; ; n++ {
		if _, err := d.TagsContext(newCountdown(n)); err == nil {
			break
		}
	}
	if !slices.Equal(d.Tags(), extract.Parse(page).Tags()) {
		t.Error("the tags are others")
	}
}

// A text of many megabytes is left within a moment, and no goroutine goes on with it.
func TestReadContextOfMuch(t *testing.T) {
	if testing.Short() || testkit.Race() {
		t.Skip("measures time")
	}
	text := strings.Repeat(pages(t)["hafen.txt"]+"\n\n", 2000)
	before := runtime.NumGoroutine()
	for _, wait := range []time.Duration{50 * time.Millisecond, time.Second, 3 * time.Second} {
		ctx, cancel := context.WithTimeout(t.Context(), wait)
		defer cancel()
		start := time.Now()
		_, err := laut.ReadContext(ctx, text)
		if late := time.Since(start) - wait; !errors.Is(err, context.DeadlineExceeded) || late > time.Second {
			t.Errorf("of %d bytes after %v: error %v, %v late", len(text), wait, err, late)
		}
	}
	if n := runtime.NumGoroutine(); n > before {
		t.Errorf("%d goroutines, %d before", n, before)
	}
}

// A server reads no longer than somebody waits.
func ExampleReadContext() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	article, err := laut.ReadContext(ctx, "„Wir zahlen“, sagte Anna Meier.")
	if err != nil {
		fmt.Println(err) // context deadline exceeded
		return
	}
	fmt.Println(article.Claims[0].Speaker.Name)
	// Output:
	// Anna Meier
}
