package export

import (
	"fmt"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// Unit is what offsets count.
type Unit uint8

// The units.
const (
	Bytes Unit = iota // bytes of UTF-8, as Go and Rust count
	Runes             // Unicode code points, as Python and brat count
	UTF16             // UTF-16 code units, as JavaScript and Java count
)

var unitNames = [...]string{"bytes", "runes", "utf16"}

// String returns the unit's name, "bytes" for Bytes.
func (u Unit) String() string {
	if int(u) < len(unitNames) {
		return unitNames[u]
	}
	return "invalid"
}

// MarshalText returns the unit's name. With UnmarshalText it lets a Unit be a
// flag (flag.TextVar).
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText sets the unit by its name. The error lists the names.
func (u *Unit) UnmarshalText(name []byte) error {
	i := slices.Index(unitNames[:], string(name))
	if i < 0 {
		return fmt.Errorf("unknown unit %q: want bytes, runes or utf16", name)
	}
	*u = Unit(i)
	return nil
}

// len returns how many units a rune takes. An invalid byte decodes to U+FFFD,
// which is what JSON holds in its place.
func (u Unit) len(r rune) int {
	switch u {
	case Runes:
		return 1
	case UTF16:
		return utf16.RuneLen(r)
	}
	return utf8.RuneLen(r)
}
