//go:build js && wasm && !rules

package main

import (
	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
)

// newReader returns the most accurate reader. It links weights that are not for commercial
// use.
func newReader() (*laut.Reader, error) { return laut.New(laut.WithClaims(claims.Learned())) }
