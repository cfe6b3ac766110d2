package bench

import (
	uaxsentences "github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"
	prose2 "github.com/jdkato/prose/v2"
	"github.com/jdkato/prose/v3/segment"
	"github.com/jdkato/prose/v3/tokenize"
	"github.com/rivo/uniseg"

	"github.com/laut-nlp/laut/extract"
)

// Tokenizer is one way to cut a text into tokens, or into tokens and
// sentences. Run returns how many pieces it found: a result that is used cannot
// be optimised away.
type Tokenizer struct {
	Name string
	Run  func(text string) int
}

// Tokenizers returns laut's tokenizer and its peers.
func Tokenizers() []Tokenizer {
	return []Tokenizer{
		{"laut extract.Tokens", lautTokens},
		{"uax29 words", uaxWords},
		{"uniseg words", unisegWords},
		{"prose v2", func(text string) int {
			return len(prose2Document(text, prose2.WithSegmentation(false)).Tokens())
		}},
		{"prose v3 tokenize", func(text string) int { return len(prose3Tokenizer.Tokenize(text)) }},
	}
}

// Splitters returns what finds both tokens and sentences, and uax29's words
// alone as the common reference.
func Splitters() []Tokenizer {
	return []Tokenizer{
		{"laut extract.Sentences", lautSentences},
		{"laut extract.Parse", func(text string) int {
			d := extract.Parse(text)
			return len(d.Tokens()) + len(d.Sentences())
		}},
		{"uax29 words", uaxWords},
		{"uax29 words + sentences", func(text string) int { return uaxWords(text) + uaxSentences(text) }},
		{"uniseg words + sentences", func(text string) int { return unisegWords(text) + unisegSentences(text) }},
		{"prose v2", func(text string) int {
			d := prose2Document(text)
			return len(d.Tokens()) + len(d.Sentences())
		}},
		{"prose v3 tokenize + segment", func(text string) int {
			return len(prose3Tokenizer.Tokenize(text)) + len(prose3Segmenter.Segment(text))
		}},
	}
}

var (
	prose3Tokenizer = tokenize.New()
	prose3Segmenter = must(segment.New())
)

// prose2Document runs prose v2 without its tagger and entities, whose models it
// would load anew for each document.
func prose2Document(text string, opts ...prose2.DocOpt) *prose2.Document {
	opts = append(opts, prose2.WithTagging(false), prose2.WithExtraction(false))
	return must(prose2.NewDocument(text, opts...))
}

func lautTokens(text string) (n int) {
	for range extract.Tokens(text) {
		n++
	}
	return n
}

func lautSentences(text string) (n int) {
	for s := range extract.Sentences(text) {
		n += 1 + s.Last - s.First
	}
	return n
}

func uaxWords(text string) (n int) {
	for it := words.FromString(text); it.Next(); n++ {
	}
	return n
}

func uaxSentences(text string) (n int) {
	for it := uaxsentences.FromString(text); it.Next(); n++ {
	}
	return n
}

func unisegWords(text string) (n int) {
	for state := -1; text != ""; n++ {
		_, text, state = uniseg.FirstWordInString(text, state)
	}
	return n
}

func unisegSentences(text string) (n int) {
	for state := -1; text != ""; n++ {
		_, text, state = uniseg.FirstSentenceInString(text, state)
	}
	return n
}

// must serves calls that fail only where a peer's embedded model is broken.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
