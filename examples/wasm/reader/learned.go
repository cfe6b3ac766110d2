//go:build js && wasm && !rules

package main

import "github.com/laut-nlp/laut"

// newReader returns the most accurate reader. It links weights that are not for commercial
// use.
func newReader() (func(text string) *laut.Article, error) { return laut.Read, nil }
