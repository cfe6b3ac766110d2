package extract_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/laut-nlp/laut/extract"
)

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
