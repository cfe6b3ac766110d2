package export

import (
	"fmt"
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
	for i, s := range unitNames {
		if s == string(name) {
			*u = Unit(i)
			return nil
		}
	}
	return fmt.Errorf("unknown unit %q: want bytes, runes or utf16", name)
}

// markEvery is the distance between two marks of an index: wide enough to cost
// little memory, narrow enough that a look-up decodes only a few runes.
const markEvery = 64

// mark is the start of a rune: its byte in the text and its offset in the unit.
type mark struct{ at, offset int }

// index turns byte offsets of a text into offsets of a unit. It is built in one
// pass over the text; a look-up takes constant time, and starts where the last
// one ended if that is nearer. A nil index changes nothing.
type index struct {
	text  string
	unit  Unit
	marks []mark // marks[i] is the last rune that starts at or before byte i*markEvery
	last  mark
}

// newIndex returns nil where the unit's offsets are the byte offsets themselves.
func newIndex(text string, unit Unit) *index {
	if unit == Bytes && utf8.ValidString(text) {
		return nil
	}
	x := &index{text: text, unit: unit, marks: make([]mark, 0, len(text)/markEvery+1)}
	m := mark{}
	for m.at < len(text) {
		r, size := utf8.DecodeRuneInString(text[m.at:])
		if m.at+size > len(x.marks)*markEvery {
			x.marks = append(x.marks, m)
		}
		m.at += size
		m.offset += unit.len(r)
	}
	if len(x.marks) <= len(text)/markEvery {
		x.marks = append(x.marks, m)
	}
	return x
}

// len returns how many units a rune takes. An invalid byte decodes to U+FFFD,
// which is what JSON holds in its place.
func (u Unit) len(r rune) int {
	switch u {
	case Runes:
		return 1
	case UTF16:
		if r > 0xFFFF {
			return 2
		}
		return 1
	}
	return utf8.RuneLen(r)
}

// offset converts a byte offset. One inside a rune becomes that of the rune's start.
func (x *index) offset(at int) int {
	if x == nil {
		return at
	}
	m := x.marks[at/markEvery]
	if x.last.at > m.at && x.last.at <= at {
		m = x.last
	}
	for m.at < at {
		r, size := utf8.DecodeRuneInString(x.text[m.at:])
		if m.at+size > at {
			break
		}
		m.at += size
		m.offset += x.unit.len(r)
	}
	x.last = m
	return m.offset
}
