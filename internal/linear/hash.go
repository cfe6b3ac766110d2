package linear

import "math/bits"

// Hash is a feature in the making: the values of a feature are added to a seed
// one after another, in a fixed order. [Template] does this from a list; by hand
// it reads
//
//	linear.Seed(7).Add(word).Add(shape)
//
// Hashes are the same on all machines and in all versions of the format. They
// are not made to withstand an adversary: whoever chooses the text may make two
// features collide, which costs a wrong label and nothing else.
type Hash uint64

// Odd constants without structure: digits of the golden ratio, and of π.
const (
	hashFactor = 0x9E3779B97F4A7C15
	hashOffset = 0x243F6A8885A308D3
)

// mix folds the 128-bit product of x with a constant (Wang Yi's wyhash does the
// same): one multiplication, and every bit of x reaches every bit of the result.
func mix(x uint64) uint64 {
	hi, lo := bits.Mul64(x^hashOffset, hashFactor)
	return hi ^ lo
}

// Seed returns the hash that the features of one kind start from.
func Seed(kind uint64) Hash { return Hash(mix(mix(kind))) }

// Add appends a value to the feature.
func (h Hash) Add(v uint64) Hash { return Hash(mix(bits.RotateLeft64(uint64(h), 23) ^ v)) }
