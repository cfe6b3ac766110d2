package hash

import (
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/letters"
)

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
