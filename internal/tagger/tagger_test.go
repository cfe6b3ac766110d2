package tagger_test

import (
	"strings"
	"testing"
	"time"

	"github.com/laut-nlp/laut/internal/blob"
	model "github.com/laut-nlp/laut/internal/model/tagger"
	"github.com/laut-nlp/laut/internal/tagger"
	"github.com/laut-nlp/laut/internal/testkit"
)

func open(t testing.TB) *tagger.Tagger {
	t.Helper()
	m, err := tagger.New(model.File())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestDamaged checks that no damage to the file passes.
func TestDamaged(t *testing.T) {
	testkit.RefusesDamage(t, model.File(), func(file string) error { _, err := tagger.New(file); return err })
}

// TestNewErrors looks at files whose checksum is right.
func TestNewErrors(t *testing.T) {
	r, err := blob.Open(model.File(), tagger.Magic)
	if err != nil {
		t.Fatal(err)
	}
	rest := r.Rest()
	zeros := strings.Repeat("\x00", 16)
	for _, c := range []struct{ why, rest, want string }{
		{"nothing", "", "lengths"},
		{"cut off", rest[:len(rest)-1], "lengths"},
		{"a byte more", rest + "x", "lengths"},
		{"a part that is too long", "\xff\xff\xff\xff" + rest[4:], "lengths"},
		{"no parts", zeros, "labels: linear: not a file of this format"},
	} {
		_, err := tagger.New(string(blob.Seal(tagger.Magic, []byte(c.rest))))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.why, err, c.want)
		}
	}
}

// TestOpensFast holds the start: the model is read in place.
func TestOpensFast(t *testing.T) {
	best := time.Hour
	for range 5 {
		begin := time.Now()
		open(t)
		best = min(best, time.Since(begin))
	}
	if best > 10*time.Millisecond {
		t.Errorf("opening takes %v", best)
	}
}

// TestModelIsSmall holds what a program pays for tags beside the lexicon.
func TestModelIsSmall(t *testing.T) {
	if n := len(model.File()); n > 3<<20 {
		t.Errorf("the model has %d bytes", n)
	}
}

// TestTagAllocatesNothing checks that a scratch that has seen a sentence tags it
// again without new memory.
func TestTagAllocatesNothing(t *testing.T) {
	m := open(t)
	var s tagger.Scratch
	words := strings.Fields("Die Anwältin warf der KI-Firma vor , sie habe Berlins Datenzentren verskaliert und überwarf sich , abzuzwurren .")
	m.Tag(&s, words)
	if n := testing.AllocsPerRun(20, func() { m.Tag(&s, words) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
