package attribution

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/portable"
	"github.com/laut-nlp/laut/internal/trees"
)

// Magic is how a model file begins. More lines of text follow, which name source,
// licence and date. The file is sealed (see internal/blob). Behind the checksum stand,
// each with its length before it (32 bits, the lowest byte first), the weights of the
// token model, the trees of the filter, the weights of the role model, the trees that
// choose speakers, the weights of the medium model, and at last the two numbers of the
// calibration (32 bits each, floating point).
const Magic = "laut attribution 2\n"

// Model finds claims by what was learned. It is immutable and safe for concurrent use.
type Model struct {
	tokens, roles, mediums *linear.Model
	filter, speakers       *trees.Model
	calibration            Calibration
}

// Calibration turns the value that the filter gives a candidate into the probability
// that the claim is right, by a logistic regression on the logarithm of its odds
// (Platt 1999).
type Calibration struct{ Slope, Offset float32 }

// Score returns the probability for a value.
func (c Calibration) Score(value float32) float32 {
	return float32(1 / (1 + portable.Exp(float64(-float64(c.Slope)*logOdds(value))-float64(c.Offset))))
}

// value returns the value with a score.
func (c Calibration) value(score float32) float32 {
	x := (logOdds(score) - float64(c.Offset)) / float64(c.Slope)
	return float32(1 / (1 + portable.Exp(-x)))
}

func logOdds(p float32) float64 {
	q := min(max(float64(p), 1e-6), 1-1e-6)
	return portable.Log(q / (1 - q))
}

// Parts of a model file.
const (
	PartTokens = iota
	PartFilter
	PartRoles
	PartSpeakers
	PartMediums
	modelParts
)

// AppendFile returns a model file.
func AppendFile(note string, parts [modelParts][]byte, c Calibration) []byte {
	var out []byte
	for _, part := range parts {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(part)))
		out = append(out, part...)
	}
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(c.Slope))
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(c.Offset))
	return blob.Seal(Magic+note, out)
}

// Open opens a model file. It returns an error if data is none, or is damaged or cut
// off, or was trained with other features.
func Open(data string) (*Model, error) {
	r, err := blob.Open(data, Magic)
	if err != nil {
		return nil, fmt.Errorf("attribution: %w", err)
	}
	var parts [modelParts]string
	for k := range parts {
		parts[k] = r.Part()
	}
	m := &Model{calibration: Calibration{r.Float32(), r.Float32()}}
	if err := r.End(); err != nil {
		return nil, fmt.Errorf("attribution: %w", err)
	}
	if !(m.calibration.Slope > 0 && m.calibration.Slope < 100 && math.Abs(float64(m.calibration.Offset)) < 100) {
		return nil, errors.New("attribution: the calibration is damaged")
	}
	if m.filter, err = trees.New(parts[PartFilter], FilterFeatures); err != nil {
		return nil, fmt.Errorf("attribution: the filter: %w", err)
	}
	if m.speakers, err = trees.New(parts[PartSpeakers], SpeakerFeatures); err != nil {
		return nil, fmt.Errorf("attribution: the choice of speakers: %w", err)
	}
	for _, l := range []struct {
		what      string
		model     **linear.Model
		part      int
		signature uint64
		labels    int
	}{
		{"tokens", &m.tokens, PartTokens, TokenSignature(), int(labelCount)},
		{"roles", &m.roles, PartRoles, RoleSignature(), int(partCount)},
		{"mediums", &m.mediums, PartMediums, mediumSignature, len(mediumNames)},
	} {
		if *l.model, err = linear.New(parts[l.part], l.signature); err != nil {
			return nil, fmt.Errorf("attribution: the model of %s: %w", l.what, err)
		}
		if len((*l.model).Labels()) != l.labels {
			return nil, fmt.Errorf("attribution: the model of %s has other labels", l.what)
		}
	}
	return m, nil
}

// Extract finds the claims of a document that are right with at least a probability of
// least. Candidates are made from what the rules find and the token model sees
// in it, the filter chooses, and the roles of each claim are found in its window.
func (m *Model) Extract(d *extract.Document, es []entities.Entity, least float32) []Claim {
	s := scratches.Get().(*Scratch)
	defer s.putBack()
	v := newView(d, es, &s.memory)
	v.Label(s, m.tokens)
	ps := v.Choose(s, m.filter, m.calibration.value(least))
	v.FindRoles(s, m.roles, m.speakers, ps)
	v.FindMediums(s, m.mediums, ps)
	list := make([]found, len(ps))
	for n := range ps {
		list[n] = v.finish(&ps[n])
		list[n].score = m.calibration.Score(ps[n].value)
	}
	return v.claims(list)
}

// finish completes a claim: what its cue says of it, and how the speaker was found.
func (v *View) finish(p *Parts) found {
	f := found{
		kind: p.Kind, medium: p.Medium, content: p.Content, cue: p.Cue, frame: p.Frame, speaker: p.Speaker, addressee: p.Addressee,
		parent: p.parent,
	}
	if p.Kind == Reported { // the act is in what is told
		f.stance = v.stanceOf(v.act(p.Content), p.Content, nil)
	} else {
		f.stance = v.stanceOf(p.Cue, p.Frame, p.Content)
	}
	if f.stance == 0 {
		f.stance = Asserts
	}
	if p.carried {
		f.via = ViaCarried
	}
	return f
}

// act returns the verb or noun in a reported act that says most.
func (v *View) act(content []int) []int {
	best, at := notSaying, -1
	for _, i := range content {
		if s := v.strength(i).ofClause(); s > best && !v.ws[i].quoted {
			best, at = s, i
		}
	}
	if at < 0 {
		return nil
	}
	if k := v.clause[at]; k >= 0 {
		if q, ok := v.cueIn(v.clauses[k].clause); ok {
			return q.tokens
		}
	}
	return []int{at}
}
