package bench

import (
	"sync"

	prose2 "github.com/jdkato/prose/v2"
	prose3 "github.com/jdkato/prose/v3"

	"github.com/laut-nlp/laut"
)

// Pipelines returns the libraries' one call for everything they find.
func Pipelines() []Tokenizer {
	// prose v2 loads its models for each document unless it is handed one.
	model := sync.OnceValue(func() *prose2.Model { return must(prose2.NewDocument("")).Model })
	return []Tokenizer{
		{"laut.Read", func(text string) int {
			a := laut.Read(text)
			return len(a.Document.Tokens()) + len(a.Entities) + len(a.Claims)
		}},
		{"prose v2 NewDocument", func(text string) int {
			d := must(prose2.NewDocument(text))
			return len(d.Tokens()) + len(d.Entities())
		}},
		{"prose v2, model kept", func(text string) int {
			d := must(prose2.NewDocument(text, prose2.UsingModel(model())))
			return len(d.Tokens()) + len(d.Entities())
		}},
		{"prose v3 NewDocument", func(text string) int {
			d := must(prose3.NewDocument(text))
			return len(d.Tokens()) + len(d.Entities())
		}},
	}
}
