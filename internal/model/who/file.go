// Package who holds the model of whose words a claim is and nothing else, so that who does
// not use it does not link it, and the format of its file.
//
// # Data and licence
//
// german.model was learned by internal/train/who from the names of speakers in the training
// part of the newsroom corpus, as internal/model/attribution was from its claims. It is under
// CC BY 4.0, see LICENSE beside it. `go generate` builds it, in about three minutes: what it
// learns from is found by models that have not seen the article, which are trained first.
package who

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"

	"github.com/laut-nlp/laut/internal/blob"
)

// Magic is how a model file begins. More lines of text follow, which name source, licence
// and date. The file is sealed (see internal/blob). After the checksum stand the trees, with
// their length before them (32 bits, the lowest byte first), the least probability of an
// answer, and the two numbers of the calibration (32 bits each, floating point).
const Magic = "laut who 2\n"

// Parts are what a model file holds.
type Parts struct {
	Trees         string
	Least         float32 // how probable an answer must be; else it is nobody
	Slope, Offset float32 // of the calibration, which makes scores of probabilities
}

// Append returns a model file with a note after its first line.
func Append(note string, p Parts) []byte {
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(p.Trees)))
	out = append(out, p.Trees...)
	for _, x := range [...]float32{p.Least, p.Slope, p.Offset} {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
	}
	return blob.Seal(Magic+note, out)
}

// Open returns the parts of a model file, or an error if data is no model file, or is damaged
// or cut off.
func Open(data string) (p Parts, err error) {
	r, err := blob.Open(data, Magic)
	if err != nil {
		return p, fmt.Errorf("who: %w", err)
	}
	p.Trees, p.Least, p.Slope, p.Offset = r.Part(), r.Float32(), r.Float32(), r.Float32()
	if err := r.End(); err != nil {
		return p, fmt.Errorf("who: %w", err)
	}
	return p, nil
}

//go:generate go run ../../train/attribution -data ../../../../shared -found found.gob
//go:generate go run ../../train/who -data ../../../../shared -found found.gob -out german.model
//go:generate rm found.gob

//go:embed german.model
var file string

// File returns the model file. It is not copied.
func File() string { return file }
