// Package enum gives names to small numbered types: what String, MarshalText and
// UnmarshalText of kinds, labels and parts of speech have in common.
package enum

import (
	"fmt"
	"slices"
	"strings"
)

// Names are the names of the values of T, by their numbers. The zero value has an empty
// name where it stands for none.
type Names[T ~uint8] struct {
	What  string // what a value is, for errors: "stance"
	Names []string
}

// String returns the name of a value, "invalid" for a number beyond the last.
func (n *Names[T]) String(v T) string { return String(n.Names, v) }

// String returns the name of a value by its number, "invalid" for one beyond the last.
func String[T ~uint8](names []string, v T) string {
	if int(v) < len(names) {
		return names[v]
	}
	return "invalid"
}

// MarshalText returns the name of a value. A number beyond the last is an error.
func (n *Names[T]) MarshalText(v T) ([]byte, error) {
	if int(v) >= len(n.Names) {
		return nil, fmt.Errorf("%s %d has no name", n.What, v)
	}
	return []byte(n.Names[v]), nil
}

// UnmarshalText sets v to the value of a name. The error of an unknown one tells which
// there are, and v stays as it is.
func (n *Names[T]) UnmarshalText(v *T, name []byte) error {
	i := slices.Index(n.Names, string(name))
	if i < 0 {
		known := slices.DeleteFunc(slices.Clone(n.Names), func(name string) bool { return name == "" })
		last := len(known) - 1
		return fmt.Errorf("unknown %s %q: want %s or %s", n.What, name, strings.Join(known[:last], ", "), known[last])
	}
	*v = T(i)
	return nil
}

// Values returns the values that have a name, in order.
func (n *Names[T]) Values() []T {
	all := make([]T, 0, len(n.Names))
	for i, name := range n.Names {
		if name != "" {
			all = append(all, T(i))
		}
	}
	return all
}
