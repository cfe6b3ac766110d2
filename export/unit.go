package export

import (
	"github.com/laut-nlp/laut/internal/enum"
	"github.com/laut-nlp/laut/internal/offsets"
)

// Unit is what offsets count.
type Unit uint8

// The units.
const (
	Bytes Unit = iota // bytes of UTF-8, as Go and Rust count
	Runes             // Unicode code points, as Python and brat count
	UTF16             // UTF-16 code units, as JavaScript and Java count
)

var unitNames = enum.Names[Unit]{What: "unit", Names: offsets.Names}

// String returns the name, "bytes" for Bytes.
func (u Unit) String() string { return unitNames.String(u) }

// MarshalText returns the name; a number without one is an error.
func (u Unit) MarshalText() ([]byte, error) { return unitNames.MarshalText(u) }

// UnmarshalText sets the unit by its name. The error of an unknown one tells which there are.
func (u *Unit) UnmarshalText(name []byte) error { return unitNames.UnmarshalText(u, name) }

// Units returns all units.
func Units() []Unit { return unitNames.Values() }

// index turns bytes of a text into the unit.
func (u Unit) index(text string) offsets.Index { return offsets.NewIndex(text, offsets.Unit(u)) }
