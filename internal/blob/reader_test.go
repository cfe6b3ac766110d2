package blob_test

import (
	"errors"
	"testing"

	"github.com/laut-nlp/laut/internal/blob"
)

// TestReader holds that parts are read in order, and that a reader stays at the end once
// it went beyond.
func TestReader(t *testing.T) {
	r := blob.Read("\x01\x02\x03\x04\x00\x00\x00\x05\x00\x00\x00\x00\x00\x00\x00\x00\x00\x80\x3f\x03\x00\x00\x00abcxyz")
	if a, b, c, d, e := r.Uint8(), r.Uint16(), r.Uint32(), r.Uint64(), r.Float32(); a != 1 || b != 0x302 || c != 4 || d != 5 || e != 1 {
		t.Errorf("%x %x %x %x %g", a, b, c, d, e)
	}
	if s := r.Part(); s != "abc" || r.Short() != nil {
		t.Errorf("%q, %v", s, r.Short())
	}
	if !errors.Is(r.End(), blob.ErrLengths) {
		t.Error("something is left, but this is the end")
	}
	if s := r.Take(4); s != "" || r.Uint8() != 0 || r.Float64() != 0 || r.Rest() != "" || r.Short() == nil || r.End() == nil {
		t.Errorf("%q, %v, %v", s, r.Short(), r.End())
	}
	if r := blob.Read("x"); r.Take(-1) != "" || r.Short() == nil {
		t.Error("fewer than no bytes can be taken")
	}
	if r := blob.Read("rest"); r.Rest() != "rest" || r.End() != nil {
		t.Error("something is left of the rest")
	}
}
