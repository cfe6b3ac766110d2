package laut

import (
	"context"
	"errors"
	"sync"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
)

// Read analyses a text with the most accurate stages: the tagger of [entities.Extract] and
// the extractor [claims.Learned]. It never fails. A program that calls Read links
// weights that are not for commercial use (see Data and licences above); [New] makes a
// reader without them.
func Read(text string) *Article { return standard().Read(text) }

// standard is a function, so that the variable has no initial value that would keep the
// weights in programs that do not call Read.
func standard() *Reader {
	standardOnce.Do(func() { standardReader = &Reader{claims: claims.Learned()} })
	return standardReader
}

var (
	standardOnce   sync.Once
	standardReader *Reader
)

// Reader reads texts with stages of the user's choice. It is immutable and safe for
// concurrent use: make one and share it. The zero Reader is that of New without options.
type Reader struct {
	entities *entities.Extractor // nil: that of entities.Extract
	claims   *claims.Extractor   // nil: claims.Rules
}

// Option is a setting of a [Reader], made by functions such as [WithClaims].
type Option func(*Reader) error

// New returns a reader. Without options it takes the tagger of [entities.Extract] and the
// extractor [claims.Rules], so that it links nothing that was learned from data for
// non-commercial use; the reader of [Read] is New(WithClaims(claims.Learned())). Its
// error joins ([errors.Join]) what all options have to say.
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

// WithClaims sets the extractor of claims. It is an error if x is nil.
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
