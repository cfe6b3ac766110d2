package claims

import (
	"context"
	"fmt"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/stop"
)

// Extractor finds claims. It is immutable and safe for concurrent use.
type Extractor struct {
	model finder // nil: rules
	least float32
}

// finder finds claims with at least a score. It is a function, so that a program with
// the rules alone links nothing that the models need.
type finder func(d *extract.Document, es []entities.Entity, least float32, sign *stop.Sign) []Claim

// Option is an option of an extractor.
type Option func(*Extractor) error

// DefaultMinScore is the least score of the claims that [Learned] finds if it is told
// no other: it balances precision and recall.
const DefaultMinScore = .5

// WithMinScore leaves out claims with a smaller score, from 0 to 1. More gives more
// precision, less gives more recall; README has the curve. Below 0.1 little more is
// found. The rules have a few scores only, one each.
func WithMinScore(score float64) Option {
	return func(x *Extractor) error {
		if !(score >= 0 && score <= 1) {
			return fmt.Errorf("claims: the score %v is not from 0 to 1", score)
		}
		x.least = float32(score)
		return nil
	}
}

// Rules returns the extractor that works by hand-written rules and word lists
// alone. It links no weights learned from the quotations corpus, and may be used for
// whatever the licence of laut allows.
func Rules() *Extractor { return &Extractor{} }

// Learned returns the extractor whose models were learned from annotated news, the most
// accurate one. It links their weights, which are under CC BY-NC-SA 4.0: not for
// commercial use.
func Learned() *Extractor { return &Extractor{model: learned().find, least: DefaultMinScore} }

// With returns an extractor like x with other options. It returns an error if one has a
// value that makes no sense.
func (x *Extractor) With(options ...Option) (*Extractor, error) {
	y := *x
	for _, o := range options {
		if err := o(&y); err != nil {
			return nil, err
		}
	}
	return &y, nil
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
	if x.model == nil {
		return byRules(d, es, x.least, sign)
	}
	return x.model(d, es, x.least, sign)
}

// Extract finds the claims of a document with the default extractor, which is [Learned].
func Extract(d *extract.Document, es []entities.Entity) []Claim { return Learned().Extract(d, es) }
