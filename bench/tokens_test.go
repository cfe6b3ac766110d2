package bench

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"
	prose2 "github.com/jdkato/prose/v2"
	prose3 "github.com/jdkato/prose/v3"
	"github.com/jdkato/prose/v3/segment"
	"github.com/jdkato/prose/v3/tokenize"
	"github.com/rivo/uniseg"

	"github.com/laut-nlp/laut"
	germanprose "github.com/laut-nlp/laut/compat/prose"
	"github.com/laut-nlp/laut/extract"
)

// news is the German text that all speeds are measured on, about 10 KB.
//
//go:embed testdata/text.txt
var news string

// megabyte is the same text again and again, for what is fast.
func megabyte() string { return strings.Repeat(news+"\n", 1<<20/len(news)+1) }

// tokenizers cut a text into tokens.
var tokenizers = []contestant{
	{"laut extract.Tokens", lautTokens},
	{"uax29 words", uaxWords},
	{"uniseg words", unisegWords},
	{"prose v2", func(text string) int { return len(prose2Document(text, prose2.WithSegmentation(false)).Tokens()) }},
	{"prose v3 tokenize", func(text string) int { return len(prose3Tokenizer.Tokenize(text)) }},
}

// splitters find both tokens and sentences, but for uax29's words alone.
var splitters = []contestant{
	{"laut extract.Sentences", func(text string) (n int) {
		for s := range extract.Sentences(text) {
			n += 1 + s.Last - s.First
		}
		return n
	}},
	{"uax29 words", uaxWords},
	{"uax29 words and sentences", func(text string) int { return uaxWords(text) + len(uaxEnds(text)) }},
	{"uniseg words and sentences", func(text string) int { return unisegWords(text) + len(unisegEnds(text)) }},
	{"prose v2", func(text string) int {
		d := prose2Document(text)
		return len(d.Tokens()) + len(d.Sentences())
	}},
	{"prose v3 tokenize and segment", func(text string) int {
		return len(prose3Tokenizer.Tokenize(text)) + len(prose3Segmenter.Segment(text))
	}},
}

// pipelines are the libraries' one call for everything they find. Prose v2 loads its models
// for each document unless it is handed one.
func pipelines() []contestant {
	kept := must(prose2.NewDocument("")).Model
	return []contestant{
		{"laut.Read", func(text string) int {
			a := laut.Read(text)
			return len(a.Document.Tokens()) + len(a.Entities) + len(a.Claims)
		}},
		{"laut compat/prose", func(text string) int { return len(must(germanprose.NewDocument(text)).Tokens()) }},
		{"prose v2", func(text string) int { return len(must(prose2.NewDocument(text)).Tokens()) }},
		{"prose v2, model kept", func(text string) int {
			return len(must(prose2.NewDocument(text, prose2.UsingModel(kept))).Tokens())
		}},
		{"prose v3", func(text string) int { return len(must(prose3.NewDocument(text)).Tokens()) }},
	}
}

func BenchmarkTokens(b *testing.B) {
	text := megabyte()
	beside(b, text, lautTokens(text), "token", tokenizers)
}

func BenchmarkSentences(b *testing.B) {
	text := megabyte()
	beside(b, text, lautTokens(text), "token", splitters)
}

func BenchmarkEverything(b *testing.B) { beside(b, news, lautTokens(news), "token", pipelines()) }

// TestPieces makes sure that each contestant does the work it is timed for.
func TestPieces(t *testing.T) {
	const short = "„Das kostet 3,5 Mrd. Euro“, sagte Dr. Uta Öhler am 2. März. Niemand lachte."
	for _, group := range [][]contestant{tokenizers, splitters, pipelines()} {
		for _, c := range group {
			// The text has 19 tokens; UAX #29 also counts the spaces between them.
			if n := c.run(short); n < 12 || n > 40 {
				t.Errorf("%s finds %d pieces in %q", c.name, n, short)
			}
		}
	}
}

var (
	prose3Tokenizer = tokenize.New()
	prose3Segmenter = must(segment.New())
)

// prose2Document runs prose v2 without its tagger and entities, whose models it would load
// anew for each document.
func prose2Document(text string, opts ...prose2.DocOpt) *prose2.Document {
	return must(prose2.NewDocument(text, append(opts, prose2.WithTagging(false), prose2.WithExtraction(false))...))
}

func lautTokens(text string) (n int) {
	for range extract.Tokens(text) {
		n++
	}
	return n
}

func uaxWords(text string) (n int) {
	for it := words.FromString(text); it.Next(); n++ {
	}
	return n
}

func uaxEnds(text string) (ends []int) {
	for it := sentences.FromString(text); it.Next(); {
		ends = append(ends, it.End())
	}
	return ends
}

func unisegWords(text string) (n int) {
	for state := -1; text != ""; n++ {
		_, text, state = uniseg.FirstWordInString(text, state)
	}
	return n
}

func unisegEnds(text string) (ends []int) {
	rest, state := text, -1
	for rest != "" {
		_, rest, state = uniseg.FirstSentenceInString(rest, state)
		ends = append(ends, len(text)-len(rest))
	}
	return ends
}

// must serves calls that fail only where a peer's embedded model is broken.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
