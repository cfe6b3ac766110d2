//go:build js && wasm && rules

package main

import "github.com/laut-nlp/laut"

// newReader returns the reader that finds claims by rules.
func newReader() (func(text string) *laut.Article, error) {
	r, err := laut.New()
	if err != nil {
		return nil, err
	}
	return r.Read, nil
}
