// Package offsets turns bytes of a text into the units that other programs count in, and
// back.
package offsets

import (
	"unicode/utf16"
	"unicode/utf8"
)

// Unit is what offsets count.
type Unit uint8

// The units.
const (
	Bytes Unit = iota // bytes of UTF-8
	Runes             // Unicode code points
	UTF16             // UTF-16 code units
)

// Names are the names of the units, by their numbers.
var Names = []string{"bytes", "runes", "utf16"}

// String returns the unit's name.
func (u Unit) String() string { return Names[u] }

// Len returns how many units a rune takes. An invalid byte decodes to U+FFFD, which is
// what JSON holds in its place.
func (u Unit) Len(r rune) int {
	switch u {
	case Runes:
		return 1
	case UTF16:
		return utf16.RuneLen(r)
	}
	return utf8.RuneLen(r)
}

// Range is a half-open range of offsets into a text.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}
