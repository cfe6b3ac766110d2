package linear

import (
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// Text returns the value of a string: its hash, never 0. Time is linear in s.
func Text(s string) uint64 {
	var h uint64
	n := len(s)
	for len(s) > 8 {
		h = mix(h ^ le64(s))
		s = s[8:]
	}
	var tail uint64
	switch k := len(s); {
	case k >= 4:
		tail = uint64(le32(s)) | uint64(le32(s[k-4:]))>>(8*(8-k))<<32
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
func finish(h, tail uint64, n int) uint64 { return max(mix(h^tail^uint64(n)<<56), 1) }

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
		f.h = mix(f.h ^ f.tail)
		f.tail = 0
	}
	f.tail |= uint64(c) << (f.n % 8 * 8)
	f.n++
}

// Suffix returns the last n characters of s, or s if it has fewer.
func Suffix(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		i--
		for i > 0 && !utf8.RuneStart(s[i]) {
			i--
		}
	}
	return s[i:]
}

// Prefix returns the first n characters of s, or s if it has fewer.
func Prefix(s string, n int) string {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		i++
		for i < len(s) && !utf8.RuneStart(s[i]) {
			i++
		}
	}
	return s[:i]
}

// Shape returns the sequence of character classes in s, runs of the same class
// cut to two, as one number: "Berlin" and "Bonn" are equal, "BERLIN" and
// "Open-AI" are others. Classes beyond the twentieth are left out. The shape of
// the empty string is 0.
func Shape(s string) uint64 {
	const width, most = 3, 20
	var shape uint64
	last, run, n := uint64(0), 0, 0
	for _, r := range s {
		c := charClass(r)
		if c == last {
			run++
		} else {
			last, run = c, 1
		}
		if run > 2 {
			continue
		}
		shape = shape<<width | c
		if n++; n == most {
			break
		}
	}
	return shape
}

// charClass returns a class from 1 to 7.
func charClass(r rune) uint64 {
	switch {
	case 'a' <= r && r <= 'z':
		return 1
	case 'A' <= r && r <= 'Z':
		return 2
	case '0' <= r && r <= '9':
		return 3
	case r == '-' || r == '\u2010' || r == '\u2011':
		return 4
	case r == '.' || r == ',' || r == '\'' || r == '\u2019':
		return 5
	case r < utf8.RuneSelf:
		return 6
	case unicode.IsLower(r):
		return 1
	case unicode.IsUpper(r):
		return 2
	case unicode.IsDigit(r):
		return 3
	case unicode.IsLetter(r):
		return 7
	}
	return 6
}
