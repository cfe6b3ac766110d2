package entities

import (
	"context"
	"errors"
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/blob"
	model "github.com/laut-nlp/laut/internal/model/ner"
	"github.com/laut-nlp/laut/internal/ner"
	"github.com/laut-nlp/laut/internal/stop"
)

// Extractor finds entities by the embedded model and by lists of the user. It is
// immutable and safe for concurrent use.
type Extractor struct {
	own      *ownNames // nil without lists
	germEval bool
}

// Option is a setting of an [Extractor], made by functions such as [WithNames].
type Option func(*settings) error

// settings are what options change until the extractor is made.
type settings struct {
	own      *ownReader
	germEval bool
}

// lists returns what takes in lists of names.
func (s *settings) lists() *ownReader {
	if s.own == nil {
		s.own = newOwnReader()
	}
	return s.own
}

// New returns an extractor. Without options it is that of [Extract]. Its error joins
// ([errors.Join]) what all options have to say.
func New(options ...Option) (*Extractor, error) {
	var s settings
	var errs []error
	for _, o := range options {
		errs = append(errs, o(&s))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	t := &Extractor{germEval: s.germEval}
	if s.own != nil {
		t.own = s.own.names
	}
	return t, nil
}

// Extract finds the entities of a document in order of their first mention, as [Extract]
// does, and the names of its lists.
func (t *Extractor) Extract(d *extract.Document) []Entity { return t.extract(d, nil) }

// ExtractContext is Extract that ends when ctx does, and then returns the error of ctx.
func (t *Extractor) ExtractContext(ctx context.Context, d *extract.Document) ([]Entity, error) {
	if _, err := d.TagsContext(ctx); err != nil { // which all of this needs
		return nil, err
	}
	return stop.Run(ctx, func(s *stop.Sign) []Entity { return t.extract(d, s) })
}

// extract reads the normal form of the text. Its spans lead back at the end.
func (t *Extractor) extract(d *extract.Document, sign *stop.Sign) []Entity {
	n := d.Normal()
	es := t.group(n, recognise(t.recogniser(), n, sign), sign)
	addRoles(n, es, sign)
	if n != d {
		moveSpans(es, d.FromNormal)
	}
	return es
}

// moveSpans puts the spans of entities where move says.
func moveSpans(es []Entity, move func(extract.Span) extract.Span) {
	for i := range es {
		for k := range es[i].Mentions {
			m := &es[i].Mentions[k]
			m.Span = move(m.Span)
		}
		for k := range es[i].Roles {
			r := &es[i].Roles[k]
			r.Span = move(r.Span)
			if r.Noun.Len() > 0 {
				r.Noun = move(r.Noun)
			}
		}
	}
}

// InNormal returns entities of a document as entities of its normal form: es itself where
// the text is in that form, else a copy.
func InNormal(d *extract.Document, es []Entity) []Entity {
	if d.Normal() == d {
		return es
	}
	es = slices.Clone(es)
	for i := range es {
		es[i].Mentions, es[i].Roles = slices.Clone(es[i].Mentions), slices.Clone(es[i].Roles)
	}
	moveSpans(es, d.ToNormal)
	return es
}

// group groups what the model has found together with the names of the lists.
func (t *Extractor) group(d *extract.Document, names []Named, sign *stop.Sign) []Entity {
	if t.own == nil {
		return group(d, names, nil, sign)
	}
	return t.own.group(d, names, sign)
}

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
