// Package hash makes numbers of strings and of other numbers: the features of linear
// models, and keys of tables.
package hash

import "math/bits"

// Sum is a feature in the making: the values of a feature are added to a seed
// one after another, in a fixed order. linear.Template does this from a list; by hand
// it reads
//
//	hash.Seed(7).Add(word).Add(shape)
//
// Hashes are the same on all machines and in all versions of the format. They
// are not made to withstand an adversary: whoever chooses the text may make two
// features collide, which costs a wrong label and nothing else.
type Sum uint64

// Factor is an odd number without structure: digits of the golden ratio. The offset has
// those of π.
const (
	Factor = 0x9E3779B97F4A7C15
	offset = 0x243F6A8885A308D3
)

// Mix folds the 128-bit product of x with a constant (Wang Yi's wyhash does the
// same): one multiplication, and every bit of x reaches every bit of the result.
func Mix(x uint64) uint64 {
	hi, lo := bits.Mul64(x^offset, Factor)
	return hi ^ lo
}

// Seed returns the hash that the features of one kind start from.
func Seed(kind uint64) Sum { return Sum(Mix(Mix(kind))) }

// Add appends a value to the feature.
func (s Sum) Add(v uint64) Sum { return Sum(Mix(bits.RotateLeft64(uint64(s), 23) ^ v)) }
