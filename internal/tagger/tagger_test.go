package tagger_test

import (
	"strings"
	"testing"
	"time"

	model "github.com/laut-nlp/laut/internal/model/tagger"
	"github.com/laut-nlp/laut/internal/tagger"
)

func open(t testing.TB) *tagger.Tagger {
	t.Helper()
	m, err := tagger.New(model.File())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestNewRefusesDamage cuts the model off at many places and changes bytes of
// it. Each must be an error or a model that works, never a panic.
func TestNewRefusesDamage(t *testing.T) {
	file := model.File()
	for _, n := range []int{0, 1, len(tagger.Magic), 500, 1000, len(file) / 2, len(file) - 1} {
		if _, err := tagger.New(file[:n]); err == nil && n < len(file)/2 {
			t.Errorf("the first %d bytes are taken for a model", n)
		}
	}
	if _, err := tagger.New("laut lexicon 1\n\x00" + strings.Repeat("x", 100)); err == nil {
		t.Error("another file is taken for a model")
	}
	var s tagger.Scratch
	words := strings.Fields("Er warf der Firma vor , sie habe Berlins Datenzentren nicht bezahlt .")
	for at := strings.IndexByte(file, 0) + 1; at < len(file); at += len(file)/200 + 1 {
		b := []byte(file)
		b[at] ^= 0xA5
		if m, err := tagger.New(string(b)); err == nil {
			m.Tag(&s, words) // the tables of forms have no checksum: their words come out wrong
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

// TestTagAllocatesNothing holds that a scratch that has seen a sentence tags it
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
