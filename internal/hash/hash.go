// Package hash makes numbers of strings and of other numbers: the features of linear
// models, and keys of tables.
package hash

import (
	"math/bits"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/letters"
)

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

// Text returns the value of a string: its hash, never 0. Time is linear in s.
func Text(s string) uint64 {
	var h uint64
	n := len(s)
	for len(s) > 8 {
		h = Mix(h ^ blob.Uint64(s))
		s = s[8:]
	}
	var tail uint64
	switch k := len(s); {
	case k >= 4:
		tail = uint64(blob.Uint32(s)) | uint64(blob.Uint32(s[k-4:]))>>(8*(8-k))<<32
	case k > 0:
		tail = uint64(s[0])
		if k > 1 {
			tail |= uint64(s[1]) << 8
		}
		if k > 2 {
			tail |= uint64(s[2]) << 16
		}
	}
	return finish(h, tail, n)
}

// finish ends the hash of a string of n bytes. tail holds the last one to
// eight, the first of them lowest.
func finish(h, tail uint64, n int) uint64 { return max(Mix(h^tail^uint64(n)<<56), 1) }

// Folded returns Text of s in lower case, without building it. Letters that
// are not ASCII are lowered by Unicode's simple mapping; bytes that are not
// UTF-8 are kept.
func Folded(s string) uint64 {
	var f folder
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			f.add(c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if lower := letters.Lower(r); lower != r {
			var buf [utf8.UTFMax]byte
			for _, c := range buf[:utf8.EncodeRune(buf[:], lower)] {
				f.add(c)
			}
		} else {
			for _, c := range []byte(s[i : i+size]) {
				f.add(c)
			}
		}
		i += size
	}
	return finish(f.h, f.tail, f.n)
}

// folder hashes bytes as Text does, one at a time.
type folder struct {
	h, tail uint64
	n       int
}

func (f *folder) add(c byte) {
	if f.n%8 == 0 && f.n > 0 {
		f.h = Mix(f.h ^ f.tail)
		f.tail = 0
	}
	f.tail |= uint64(c) << (f.n % 8 * 8)
	f.n++
}
