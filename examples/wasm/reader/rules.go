//go:build js && wasm && rules

package main

import "github.com/laut-nlp/laut"

// newReader returns the reader that finds claims by rules.
func newReader() (*laut.Reader, error) { return laut.New() }
