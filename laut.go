package laut

import (
	"context"
	"errors"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
)

// Read analyses a text, as a [Reader] without options does: by [entities.Extract] and
// [claims.Extract]. It never fails; time and memory are linear in the text.
//
// The text must be in UTF-8; what is not stays as it is, and few words that have it are
// known. The command and package web decode what is in UTF-16, UTF-32 or Windows-1252, and
// package webpage web pages in any encoding.
//
// A text of more than 512 KiB is no article. It is read in pieces, which end where a
// paragraph does: a pronoun or a name that is short for another finds what it means in its
// own piece only, and entities of one name are one.
func Read(text string) *Article { return new(Reader).Read(text) }

// Reader reads texts with settings of the user's choice. It is immutable and safe for
// concurrent use: make one and share it. The zero Reader is that of New without options.
type Reader struct {
	entities *entities.Extractor // nil: that of entities.Extract
	claims   *claims.Extractor   // nil: that of claims.Extract
}

// Option is a setting of a [Reader], made by functions such as [WithClaims].
type Option func(*Reader) error

// New returns a reader. Without options it is that of [Read]. Its error joins
// ([errors.Join]) what all options have to say.
func New(options ...Option) (*Reader, error) {
	r := &Reader{}
	var errs []error
	for _, o := range options {
		errs = append(errs, o(r))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return r, nil
}

// WithClaims sets the extractor of claims, such as one with another [claims.WithMinScore].
// It is an error if x is nil.
func WithClaims(x *claims.Extractor) Option {
	return func(r *Reader) error {
		if x == nil {
			return errors.New("laut: the extractor of claims is nil")
		}
		r.claims = x
		return nil
	}
}

// WithEntities sets the extractor of entities, such as one that knows names of the user's
// own. It is an error if x is nil.
func WithEntities(x *entities.Extractor) Option {
	return func(r *Reader) error {
		if x == nil {
			return errors.New("laut: the extractor of entities is nil")
		}
		r.entities = x
		return nil
	}
}

// Read analyses a text. It never fails; time and memory are linear in the text.
func (r *Reader) Read(text string) *Article {
	a, _ := r.ReadContext(context.Background(), text) // which does not end
	return a
}
