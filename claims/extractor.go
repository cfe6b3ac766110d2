package claims

import (
	"context"
	"errors"
	"fmt"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/stop"
)

// Extractor finds claims. It is immutable and safe for concurrent use. The zero Extractor
// is that of [New] without options.
type Extractor struct {
	least        *float32 // nil: DefaultMinScore
	leastSpeaker float64
}

// Option is a setting of an [Extractor], made by functions such as [WithMinScore].
type Option func(*Extractor) error

// DefaultMinScore is the least score of the claims that are found if there is no
// [WithMinScore]: it balances precision and recall.
const DefaultMinScore = .5

// WithMinScore leaves out claims with a smaller score, from 0 to 1. More gives more
// precision, less gives more recall; README has the curve. Below 0.1 little more is
// found.
func WithMinScore(score float64) Option {
	return func(x *Extractor) error {
		if !(score >= 0 && score <= 1) {
			return fmt.Errorf("claims: the score %v is not from 0 to 1", score)
		}
		least := float32(score)
		x.least = &least
		return nil
	}
}

// WithMinSpeakerScore makes speakers with a smaller score, from 0 to 1, nobody, as
// [Speaker.Sure] does: the claim stays, and the words that stand for its speaker. Without
// this option each name is given. More gives fewer wrong names and fewer names; README has
// the curve.
func WithMinSpeakerScore(score float64) Option {
	return func(x *Extractor) error {
		if !(score >= 0 && score <= 1) {
			return fmt.Errorf("claims: the score %v of a speaker is not from 0 to 1", score)
		}
		x.leastSpeaker = score
		return nil
	}
}

// New returns an extractor. Without options it is that of [Extract]; of two options for
// one thing the last counts. Its error joins ([errors.Join]) what all options have to say.
func New(options ...Option) (*Extractor, error) {
	x := &Extractor{}
	var errs []error
	for _, o := range options {
		errs = append(errs, o(x))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return x, nil
}

// Extract finds the claims of a document in order of their content. es are its
// entities as entities.Extract returns them. Time and memory are linear in the text;
// in a sentence of more than 2000 tokens only direct quotations are found.
func (x *Extractor) Extract(d *extract.Document, es []entities.Entity) []Claim {
	return x.extract(d, es, nil)
}

// ExtractContext is Extract that ends when ctx does, and then returns the error of ctx.
func (x *Extractor) ExtractContext(ctx context.Context, d *extract.Document, es []entities.Entity) ([]Claim, error) {
	if _, err := d.TagsContext(ctx); err != nil { // which all of this needs
		return nil, err
	}
	return stop.Run(ctx, func(s *stop.Sign) []Claim { return x.extract(d, es, s) })
}

func (x *Extractor) extract(d *extract.Document, es []entities.Entity, sign *stop.Sign) []Claim {
	least := float32(DefaultMinScore)
	if x.least != nil {
		least = *x.least
	}
	return embedded().find(d, es, least, x.leastSpeaker, sign)
}

// Extract finds the claims of a document, as an [Extractor] without options does.
func Extract(d *extract.Document, es []entities.Entity) []Claim { return new(Extractor).Extract(d, es) }
