package entities

import (
	"github.com/laut-nlp/laut/internal/blob"
	model "github.com/laut-nlp/laut/internal/model/ner"
	"github.com/laut-nlp/laut/internal/ner"
)

// WithGermEval calls names what the guidelines of GermEval 2014 do, so that figures can be
// compared with those of others: currencies are names, ministries, laws and "Berliner
// Polizei" are none. Without it names are those of newspapers (see the doc of the package).
func WithGermEval() Option {
	return func(s *settings) error {
		s.germEval = true
		return nil
	}
}

// recogniser opens the embedded model on first use. It is no variable with an initial
// value, so that a program that makes its own entities does not link the model.
func (t *Extractor) recogniser() *ner.Recogniser {
	if t.germEval {
		return germEvalFile.Get(ner.NewGermEval, model.File)
	}
	return newsFile.Get(ner.New, model.File)
}

var newsFile, germEvalFile blob.File[*ner.Recogniser]
