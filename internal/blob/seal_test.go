package blob_test

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/blob"
)

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

// TestOpenBroken holds that no part of a file, no other file and no flipped bit pass.
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
