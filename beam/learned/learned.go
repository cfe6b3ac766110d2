// Package learned registers the most accurate reader, that of laut.Read, for the
// transforms of package lautbeam:
//
//	options := lautbeam.Options{Reader: learned.Name}
//
// It links weights that were learned from quotations under CC BY-NC-SA 4.0, and are under
// that licence: not for commercial use. That is why it is a package of its own.
package learned

import (
	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/beam"
	"github.com/laut-nlp/laut/claims"
)

// Name is the name of the reader.
const Name = "learned"

func init() {
	lautbeam.RegisterReader(Name, func() (*laut.Reader, error) {
		return laut.New(laut.WithClaims(claims.Learned()))
	})
}
