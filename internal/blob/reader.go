package blob

import (
	"errors"
	"math"
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
