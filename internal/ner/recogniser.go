package ner

import (
	"errors"
	"fmt"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/clusters"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/memo"
	words "github.com/laut-nlp/laut/internal/model/clusters"
	tags "github.com/laut-nlp/laut/internal/model/tagger"
	"github.com/laut-nlp/laut/internal/tagger"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// Magic is how a model file begins. More lines of text follow, which name source,
// licence and date. The file is sealed (see internal/blob). After the checksum stand
// the length of the weights (32 bits, the lowest byte first), the weights, and a table
// of internal/clusters with what the forms were labelled in raw text (see
// internal/train/ner), or nothing.
const Magic = "laut names 3\n"

// Recogniser finds names. It is immutable and safe for concurrent use.
type Recogniser struct {
	guide     Guide
	templates *linear.Templates
	own       *linear.Own       // those that look at one form only
	others    *linear.Templates // all but own
	model     *linear.Model
	germaner  clusters.Table
	clusters  clusters.Table
	seen      clusters.Table // forms by how often they were labelled as what in raw text
	lists     *wordlist.Lists
	forms     memo.Table[form]
	edge      form // what stands before and behind a sentence
}

// New opens a model file, to find names after the guide of newspapers. It returns an
// error if data is none, or is damaged or cut off.
func New(data string) (*Recogniser, error) { return NewWith(data, templates, News) }

// NewGermEval is New that follows the guidelines of GermEval.
func NewGermEval(data string) (*Recogniser, error) { return NewWith(data, templates, GermEval) }

// NewWith opens a model file that was trained with some families of features
// only, to find names after a guide.
func NewWith(data string, t *linear.Templates, g Guide) (*Recogniser, error) {
	parts, err := blob.Open(data, Magic)
	if err != nil {
		return nil, fmt.Errorf("ner: %w", err)
	}
	weights, seen := parts.Part(), parts.Rest()
	if err := parts.End(); err != nil {
		return nil, fmt.Errorf("ner: %w", err)
	}
	r, err := Untrained(t, seen, g)
	if err != nil {
		return nil, err
	}
	if r.model, err = linear.New(weights, t.Signature()); err != nil {
		return nil, fmt.Errorf("ner: %w", err)
	}
	if len(r.model.Labels()) != labelCount {
		return nil, errors.New("ner: a model of other labels")
	}
	return r, nil
}

// Untrained returns a recogniser without weights, for the sequences that train
// it after a guide. seen is the table of a model file, or empty.
func Untrained(t *linear.Templates, seen string, g Guide) (*Recogniser, error) {
	r := &Recogniser{guide: g, templates: t, lists: wordlist.Load()}
	for a := range r.edge.row {
		r.edge.row[a] = linear.Edge
	}
	r.own, r.others = t.Split(-ownReach, ownReach, formAttrs()...)
	var err error
	if r.germaner, err = tagger.OpenClusters(tags.File()); err != nil {
		return nil, fmt.Errorf("ner: %w", err)
	}
	if r.clusters, err = clusters.Open(words.File()); err != nil {
		return nil, fmt.Errorf("ner: %w", err)
	}
	if seen == "" {
		return r, nil
	}
	if r.seen, err = clusters.Open(seen); err != nil {
		return nil, fmt.Errorf("ner: what was seen: %w", err)
	}
	return r, nil
}

// Guide returns what the names follow.
func (r *Recogniser) Guide() Guide { return r.guide }

// Sequence returns what the model sees of a sentence, until the next call with the
// same scratch; nil if no word of it can be in a name. votes are what the document
// says of the words and own the labels of the sentence that are counted in them; both
// are nil in the first pass. A recogniser with a model gives the sums of what forms give
// by themselves in place of their features, and leaves out words that are far from all
// names.
func (r *Recogniser) Sequence(s *Scratch, tokens []Token, votes *Votes, own []linear.Label) *linear.Sequence {
	s.seq.Reset()
	r.lookAll(s, tokens)
	if !anyAnchor(s.words) {
		return nil
	}
	s.votes, s.own = votes, own
	r.markListed(s)
	s.fill(r.templates)
	s.markFar()
	for i, far := range s.far {
		switch {
		case r.model == nil: // training sees all
			s.seq.Begin(0)
			r.templates.Extract(&s.grid, i, &s.seq)
		case far:
			s.seq.Begin(1 << outside)
		default:
			s.seq.Begin(0)
			r.addForms(s, i)
			r.others.Extract(&s.grid, i, &s.seq)
		}
	}
	return &s.seq
}

// addForms adds the sums of what the forms around token i give by themselves.
func (r *Recogniser) addForms(s *Scratch, i int) {
	for o := -ownReach; o <= ownReach; o++ {
		k := &r.edge
		if 0 <= i+o && i+o < len(s.forms) {
			k = s.forms[i+o]
		}
		s.seq.AddScores(s.decoder.Own(r.model, r.own, &k.known, k.sums[:], k.row[:], o))
	}
}
