// Package blob reads data files in place: it tells whether one is whole, takes it apart,
// and opens embedded ones on first use.
//
// A sealed file begins with lines of text, the first of which names its format, and a
// zero byte. After it stands the CRC-32 (Castagnoli) of the text and of the rest, the
// lowest byte first, then the rest.
package blob

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math"
	"strings"
	"sync"
	"sync/atomic"
)

// Uint16 reads a number at the beginning of s, the lowest byte first, as the others do.
func Uint16(s string) uint16 {
	_ = s[1]
	return uint16(s[0]) | uint16(s[1])<<8
}

// Uint32 reads a number of 32 bits.
func Uint32(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Uint64 reads a number of 64 bits.
func Uint64(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// ErrLengths says that a file is shorter or longer than its parts.
var ErrLengths = errors.New("the parts of the file do not have the lengths it says")

// Reader takes parts off data, the first ones first. Beyond the end all are empty or 0, and
// Short and End tell so.
type Reader struct {
	// Note is the text of a sealed file after its first line.
	Note  string
	rest  string
	short bool
}

// Read returns a reader of data.
func Read(data string) *Reader { return &Reader{rest: data} }

// Take returns the next n bytes, in place.
func (r *Reader) Take(n int64) (s string) {
	if n < 0 || n > int64(len(r.rest)) {
		r.rest, r.short = "", true
		return ""
	}
	s, r.rest = r.rest[:n], r.rest[n:]
	return s
}

// Part returns a part that stands after its length of 32 bits.
func (r *Reader) Part() string { return r.Take(int64(r.Uint32())) }

// Rest returns all that is left.
func (r *Reader) Rest() string { return r.Take(int64(len(r.rest))) }

// Uint8 returns the next byte.
func (r *Reader) Uint8() uint8 {
	if s := r.Take(1); s != "" {
		return s[0]
	}
	return 0
}

// Uint16 returns the next number of 16 bits.
func (r *Reader) Uint16() uint16 {
	if s := r.Take(2); s != "" {
		return Uint16(s)
	}
	return 0
}

// Uint32 returns the next number of 32 bits.
func (r *Reader) Uint32() uint32 {
	if s := r.Take(4); s != "" {
		return Uint32(s)
	}
	return 0
}

// Uint64 returns the next number of 64 bits.
func (r *Reader) Uint64() uint64 {
	if s := r.Take(8); s != "" {
		return Uint64(s)
	}
	return 0
}

// Float32 returns the next number of 32 bits as a floating point one.
func (r *Reader) Float32() float32 { return math.Float32frombits(r.Uint32()) }

// Float64 returns the next number of 64 bits as a floating point one.
func (r *Reader) Float64() float64 { return math.Float64frombits(r.Uint64()) }

// Short returns ErrLengths if something was taken from beyond the end.
func (r *Reader) Short() error {
	if r.short {
		return ErrLengths
	}
	return nil
}

// End returns ErrLengths if something was taken from beyond the end, or something is left.
func (r *Reader) End() error {
	if r.short || r.rest != "" {
		return ErrLengths
	}
	return nil
}

// File is an embedded file that is opened on first use. The zero File is ready for use.
// A variable of this type has no initial value: where only a function asks for it, a
// program that does not call the function does not link the file. It is safe for
// concurrent use.
type File[T any] struct {
	once   sync.Once
	opened atomic.Bool
	value  T
}

// Get returns what open makes of the data, by the first call. Later calls return the
// same and allocate nothing. It panics if the file is broken: that is a fault of the build,
// which the tests rule out.
func (f *File[T]) Get(open func(data string) (T, error), data func() string) T {
	if !f.opened.Load() {
		f.first(open, data)
	}
	return f.value
}

func (f *File[T]) first(open func(data string) (T, error), data func() string) {
	f.once.Do(func() {
		v, err := open(data())
		if err != nil {
			panic(err)
		}
		f.value = v
		f.opened.Store(true)
	})
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Seal returns a file of the lines of text and the rest. The text has no zero byte.
func Seal(text string, rest []byte) []byte {
	out := append([]byte(text), 0)
	out = binary.LittleEndian.AppendUint32(out, checksum(text+"\x00", string(rest)))
	return append(out, rest...)
}

// Open returns a reader of the rest of a file whose text begins with magic. It is an error
// if data is no such file, or is damaged or cut off. Nothing is copied. Time is linear in
// the file, about 0.1 ms a megabyte.
func Open(data, magic string) (*Reader, error) {
	text, rest, ok := strings.Cut(data, "\x00")
	if !ok || !strings.HasPrefix(text, magic) {
		return nil, errors.New("not a file of this format")
	}
	r := &Reader{Note: text[len(magic):], rest: rest}
	sum := r.Uint32()
	if r.short || checksum(data[:len(text)+1], r.rest) != sum {
		return nil, errors.New("the file is damaged or cut off")
	}
	return r, nil
}

// checksum works block by block, since crc32 takes no strings.
func checksum(parts ...string) uint32 {
	var buf [4096]byte
	sum := uint32(0)
	for _, s := range parts {
		for len(s) > 0 {
			n := copy(buf[:], s)
			sum = crc32.Update(sum, castagnoli, buf[:n])
			s = s[n:]
		}
	}
	return sum
}
