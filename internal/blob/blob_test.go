package blob_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/blob"
)

// TestReader checks that parts are read in order, and that a reader stays at the end once
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

const magic = "laut test 1\n"

// TestSeal holds the bytes, on any machine, and that they can be read back.
func TestSeal(t *testing.T) {
	file := string(blob.Seal(magic+"note\n", []byte("rest\x00")))
	if want := magic + "note\n\x00" + "\xda\xdf\x0f\xe7" + "rest\x00"; file != want {
		t.Errorf("%q\nwant %q", file, want)
	}
	r, err := blob.Open(file, magic)
	if err != nil {
		t.Fatal(err)
	}
	if rest := r.Rest(); r.Note != "note\n" || rest != "rest\x00" {
		t.Errorf("read back %q and %q", r.Note, rest)
	}
}

// TestOpenBroken checks that no part of a file, no other file and no flipped bit pass.
func TestOpenBroken(t *testing.T) {
	file := blob.Seal(magic, []byte("some text"))
	for n := range file {
		if _, err := blob.Open(string(file[:n]), magic); err == nil {
			t.Errorf("opened %d of %d bytes", n, len(file))
		}
	}
	for i := range file {
		for bit := range 8 {
			file[i] ^= 1 << bit
			if _, err := blob.Open(string(file), magic); err == nil {
				t.Errorf("byte %d, bit %d is wrong and the file is opened", i, bit)
			}
			file[i] ^= 1 << bit
		}
	}
	for _, c := range []struct{ why, data string }{
		{"a file twice", strings.Repeat(string(file), 2)},
		{"another format", string(blob.Seal("laut other 1\n", []byte("some text")))},
		{"bytes behind the end", string(file) + "\x00"},
	} {
		if _, err := blob.Open(c.data, magic); err == nil {
			t.Errorf("%s: no error", c.why)
		}
	}
}
