// Package attribution holds the model of who says what and nothing else, so that who
// does not use it does not link it, and the format of its file.
//
// # Data and licence
//
// german.model was learned by internal/train/attribution from the training part of laut's
// newsroom corpus: 104 articles of its own, and 300 of the German Wikinews (CC BY 2.5) that
// it annotates. It is under CC BY 4.0 as the corpus is (LICENSE beside it). No data of a
// non-commercial licence went into it. `go generate` builds it, in about two minutes.
package attribution

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"

	"github.com/laut-nlp/laut/internal/blob"
)

// Magic is how a model file begins. More lines of text follow, which name source,
// licence and date. The file is sealed (see internal/blob). After the checksum stand,
// each with its length before it (32 bits, the lowest byte first), the seven parts, and at
// last the two numbers of the calibration (32 bits each, floating point).
const Magic = "laut attribution 3\n"

// Parts are what a model file holds.
type Parts struct {
	Tokens, Clauses, Filter           string  // of internal/spans
	Roles, Speakers, Mediums, Stances string  // of internal/roles
	Slope, Offset                     float32 // of the calibration of internal/spans
}

func (p *Parts) list() [7]*string {
	return [...]*string{&p.Tokens, &p.Clauses, &p.Filter, &p.Roles, &p.Speakers, &p.Mediums, &p.Stances}
}

// Append returns a model file with a note after its first line.
func Append(note string, p Parts) []byte {
	var out []byte
	for _, part := range p.list() {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(*part)))
		out = append(out, *part...)
	}
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(p.Slope))
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(p.Offset))
	return blob.Seal(Magic+note, out)
}

// Open returns the parts of a model file, or an error if data is no model file, or is damaged or
// cut off. What the parts hold is checked by those who open them.
func Open(data string) (p Parts, err error) {
	r, err := blob.Open(data, Magic)
	if err != nil {
		return p, fmt.Errorf("attribution: %w", err)
	}
	for _, part := range p.list() {
		*part = r.Part()
	}
	p.Slope, p.Offset = r.Float32(), r.Float32()
	if err := r.End(); err != nil {
		return p, fmt.Errorf("attribution: %w", err)
	}
	return p, nil
}

//go:generate go run ../../train/attribution -data ../../../../shared -out german.model

//go:embed german.model
var file string

// File returns the model file. It is not copied.
func File() string { return file }
