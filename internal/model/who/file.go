package who

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/laut-nlp/laut/internal/blob"
)

// Magic is how a model file begins. More lines of text follow, which name source, licence
// and date. The file is sealed (see internal/blob). After the checksum stand the trees, with
// their length before them (32 bits, the lowest byte first), and the least probability of an
// answer (32 bits, floating point).
const Magic = "laut who 1\n"

// Parts are what a model file holds.
type Parts struct {
	Trees string
	Least float32 // how probable an answer must be; else it is nobody
}

// Append returns a model file with a note after its first line.
func Append(note string, p Parts) []byte {
	out := binary.LittleEndian.AppendUint32(nil, uint32(len(p.Trees)))
	out = append(out, p.Trees...)
	return blob.Seal(Magic+note, binary.LittleEndian.AppendUint32(out, math.Float32bits(p.Least)))
}

// Open returns the parts of a model file, or an error if data is no model file, or is damaged
// or cut off.
func Open(data string) (p Parts, err error) {
	r, err := blob.Open(data, Magic)
	if err != nil {
		return p, fmt.Errorf("who: %w", err)
	}
	p.Trees, p.Least = r.Part(), r.Float32()
	if err := r.End(); err != nil {
		return p, fmt.Errorf("who: %w", err)
	}
	return p, nil
}
