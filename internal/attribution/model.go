package attribution

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/portable"
	"github.com/laut-nlp/laut/internal/sealed"
	"github.com/laut-nlp/laut/internal/trees"
)

// Magic is how a model file begins. More lines of text follow, which name source,
// licence and date. The file is sealed (see internal/sealed). Behind the checksum stand,
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
	return sealed.Seal(Magic+note, out)
}

// Open opens a model file. It returns an error if data is none, or is damaged or cut
// off, or was trained with other features.
func Open(data string) (*Model, error) {
	rest, err := sealed.Open(data, Magic)
	if err != nil {
		return nil, fmt.Errorf("attribution: %w", err)
	}
	var parts [modelParts]string
	for k := range parts {
		if len(rest) < 4 {
			return nil, errLengths
		}
		n := uint64(binary.LittleEndian.Uint32([]byte(rest[:4])))
		if rest = rest[4:]; n > uint64(len(rest)) {
			return nil, errLengths
		}
		parts[k], rest = rest[:n], rest[n:]
	}
	if len(rest) != 8 {
		return nil, errLengths
	}
	number := func(s string) float32 { return math.Float32frombits(binary.LittleEndian.Uint32([]byte(s))) }
	m := &Model{calibration: Calibration{number(rest), number(rest[4:])}}
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

var errLengths = errors.New("attribution: the parts of the model file do not have the lengths it says")

// Extract finds the claims of a document that are right with at least a probability of
// least. Candidates are made from what the rules find and the token model sees
// in it, the filter chooses, and the roles of each claim are found in its window.
func (m *Model) Extract(d *extract.Document, es []entities.Entity, least float32) []Result {
	s := scratches.Get().(*Scratch)
	defer scratches.Put(s)
	v := ReadView(d, es)
	v.Label(s, m.tokens)
	ps := v.Choose(s, m.filter, m.calibration.value(least))
	v.FindRoles(s, m.roles, m.speakers, ps)
	v.FindMediums(s, m.mediums, ps)
	v.findStances(ps)
	for n := range ps {
		ps[n].Score = m.calibration.Score(ps[n].Score)
	}
	return v.claims(ps)
}

// ReadView analyses a document for the models.
func ReadView(d *extract.Document, es []entities.Entity) *View {
	a := analyse(d, es)
	return NewView(a, byRules(a))
}
