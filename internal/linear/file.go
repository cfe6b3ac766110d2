package linear

import (
	"encoding/binary"
	"math"

	"github.com/laut-nlp/laut/internal/blob"
)

// Magic is how a weight file begins. The file is sealed (see internal/blob); what stands
// after the checksum is binary, all numbers with the lowest byte first:
//
//	 0  signature of the templates, 64 bits
//	 8  scale, float64
//	16  step of dense rows in units; number of buckets, of slots; length of the
//	    codes; 32 bits each
//	32  number of label sets, 16 bits
//	34  decoding, number of labels K, one byte each
//	36  names of the labels: length in one byte, text
//	    K+1 sets (64 bits): labels that may follow label y, and that may begin;
//	    one set: labels that may end
//	    Viterbi only: K+1 rows of K scores, by the label before, the last row for
//	    the start; K scores of the end, 32 bits each
//	    where each label set ends among the members, 16 bits; members, one byte each
//	    pilots, 16 bits, for each bucket
//	    bases, 32 bits, for each 64 slots
//	    slots of 36 bits, packed from the lowest bit on: fingerprint (14), place
//	    (12), number of a label set (10); 7 bytes 0
//	    codes; 7 bytes 0, which count as codes
//
// A feature f is in bucket (f>>32)·buckets>>32, whose pilot sends it to a slot of
// its own (function Slot): a perfect hash function, built like PTHash (Pibiri and
// Trani 2021). The slot's fingerprint are f's lowest bits. A feature that the file
// lacks is taken for another with probability 2^-14.
//
// The slot's place, added to the base of its 64 slots, is that of its codes. Set 0
// has no labels. Set 1 is for label sets that are not in the table: the codes
// begin with the number of labels, and a pair of label and code follows for each.
// Set 2 are all labels: K bytes b, the weights (b-128) · step. Sets from 3 on are
// those of the table: one code for each label. A code c, from -127 to 127, is the
// weight c·|c|: fine steps for small weights, coarse ones for large. All weights,
// and the scores of the chain, are in units of the scale.
const Magic = "laut linear 1\n"

// Head is what a weight file says besides its features.
type Head struct {
	Labels    []string // 1 to MaxLabels, of at most 255 bytes
	Decoding  Decoding
	Signature uint64   // of the templates; 0 if there are none
	Scale     float64  // the unit of the weights
	Follow    []uint64 // K+1 sets: labels that may follow each label, and that may begin
	Final     uint64   // labels that may end
	Pairs     []int32  // Viterbi: (K+1)·K scores of the chain, the last row for the start
	Last      []int32  // Viterbi: K scores of the end
	Sets      []uint64 // label sets, numbered from FirstSet
}

// Table is the perfect hash table of a weight file, as the trainer builds it.
type Table struct {
	DenseStep uint32 // of dense rows, in units
	Slots     int
	Pilots    []uint16 // by bucket
	Bases     []uint32 // by block of slots
	SlotData  []byte
	Codes     []byte
}

// AppendFile appends a weight file.
func AppendFile(dst []byte, h *Head, t *Table) []byte {
	return append(dst, blob.Seal(Magic, appendBody(nil, h, t))...)
}

// appendBody appends what stands after the checksum.
func appendBody(dst []byte, h *Head, t *Table) []byte {
	le := binary.LittleEndian
	dst = le.AppendUint64(dst, h.Signature)
	dst = le.AppendUint64(dst, math.Float64bits(h.Scale))
	dst = le.AppendUint32(dst, t.DenseStep)
	dst = le.AppendUint32(dst, uint32(len(t.Pilots)))
	dst = le.AppendUint32(dst, uint32(t.Slots))
	dst = le.AppendUint32(dst, uint32(len(t.Codes)))
	dst = le.AppendUint16(dst, uint16(len(h.Sets)))
	dst = append(dst, byte(h.Decoding), byte(len(h.Labels)))
	for _, name := range h.Labels {
		dst = append(dst, byte(len(name)))
		dst = append(dst, name...)
	}
	for _, set := range h.Follow {
		dst = le.AppendUint64(dst, set)
	}
	dst = le.AppendUint64(dst, h.Final)
	if h.Decoding == Viterbi {
		for _, v := range h.Pairs {
			dst = le.AppendUint32(dst, uint32(v))
		}
		for _, v := range h.Last {
			dst = le.AppendUint32(dst, uint32(v))
		}
	}
	var members []byte
	for _, set := range h.Sets {
		members = appendMembers(members, set)
		dst = le.AppendUint16(dst, uint16(len(members)))
	}
	dst = append(dst, members...)
	for _, p := range t.Pilots {
		dst = le.AppendUint16(dst, p)
	}
	for _, b := range t.Bases {
		dst = le.AppendUint32(dst, b)
	}
	dst = append(dst, t.SlotData...)
	return append(dst, t.Codes...)
}
