package roles

import (
	"errors"
	"fmt"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
	"github.com/laut-nlp/laut/internal/trees"
)

// Finder finds the roles of the claims of one text by one role model. It is used by one
// goroutine.
type Finder struct {
	text    *syntax.Text
	ws      []syntax.Word
	tags    []extract.Tag
	says    *saying.Sayings
	reading *spans.Reading
	who     *discourse.Discourse
	spoken  map[string]int // how often a noun or name has named a speaker so far
	sums    *wordSums      // once they are asked for

	inside *Finder // for claims inside of quotations, or nil
}

// New returns the finder for a text that the token model has read, of whom d tells who is
// spoken of.
func New(r *spans.Reading, d *discourse.Discourse) *Finder {
	f := newFinder(r, d)
	if r.Inside() != nil {
		f.inside = newFinder(r.Inside(), d)
		f.inside.spoken = f.spoken
	}
	return f
}

// of returns the finder for a claim: one inside a quotation is seen as that is read.
func (f *Finder) of(c *claim.Claim) *Finder {
	if c.Inner && f.inside != nil {
		return f.inside
	}
	return f
}

func newFinder(r *spans.Reading, d *discourse.Discourse) *Finder {
	says := r.Sayings()
	text := says.Text()
	return &Finder{text: text, ws: text.Words, tags: text.Doc.Tags(), says: says, reading: r, who: d, spoken: map[string]int{}}
}

// Model finds roles by what was learned: which role each token beside a claim has, which
// phrase is the speaker, and what the medium is. It does not change and may be used by
// several goroutines.
type Model struct {
	roles, mediums, stances *linear.Model
	speakers                *trees.Model
}

// Open opens the weights of the role model, the trees that choose speakers, and the
// weights of the medium model. It returns an error if they are damaged or were trained
// with other features.
func Open(roles, speakers, mediums, stances string) (*Model, error) {
	m := &Model{}
	var err error
	if m.speakers, err = trees.New(speakers, SpeakerFeatures); err != nil {
		return nil, fmt.Errorf("roles: the choice of speakers: %w", err)
	}
	if m.roles, err = linear.New(roles, Signature()); err != nil {
		return nil, fmt.Errorf("roles: the model of roles: %w", err)
	}
	if m.mediums, err = linear.New(mediums, ClaimSignature()); err != nil {
		return nil, fmt.Errorf("roles: the model of mediums: %w", err)
	}
	if m.stances, err = linear.New(stances, ClaimSignature()); err != nil {
		return nil, fmt.Errorf("roles: the model of stances: %w", err)
	}
	if len(m.roles.Labels()) != int(roleCount) || len(m.mediums.Labels()) != len(MediumLabels()) || len(m.stances.Labels()) != len(StanceLabels()) {
		return nil, errors.New("roles: the models have other labels")
	}
	return m, nil
}

// Scratch is the memory that the models of this stage work in. One goroutine at a time may
// use it.
type Scratch struct {
	grid    linear.Grid
	seq     linear.Sequence
	decoder linear.Decoder
	mediums linear.Sequence // as seq, for the model of mediums
	labels  []linear.Label
	rows    []uint8       // features of nominees
	probs   []float32     // of nominees
	window  []windowToken // of a claim

	sums [2]wordSums // of a text, and of what its quotations hold
}

// Find returns chosen claims, in order of their contents, with cue, frame, addressee and
// words of the speaker, with medium and stance.
func (m *Model) Find(s *Scratch, r *spans.Reading, chosen []claim.Claim, d *discourse.Discourse) []claim.Claim {
	f := New(r, d)
	claims := f.FindRoles(s, m.roles, m.speakers, chosen)
	f.FindStances(s, m.stances, m.mediums, claims, d.Voice)
	return claims
}
