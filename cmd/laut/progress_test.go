package main

import (
	"strings"
	"testing"
	"time"
)

// clock is a time that only tests move.
type clock struct{ t time.Time }

func (c *clock) now() time.Time          { return c.t }
func (c *clock) advance(d time.Duration) { c.t = c.t.Add(d) }

func TestProgress(t *testing.T) {
	tests := []struct {
		width, total, skipped, done int
		want, reason                string
	}{
		{0, 40, 0, 10, "[#####...............] 10 of 40 documents, 10.0/s, 3s left", "a quarter in a second: three more"},
		{0, 0, 0, 10, "10 documents, 10.0/s", "nobody knows how many"},
		{0, 40, 20, 10, "[###############.....] 30 of 40 documents, 10.0/s, 1s left", "what was skipped took no time"},
		{0, 40, 40, 0, "[####################] 40 of 40 documents, 0.0/s", "nothing was read: no rate to go by"},
		{20, 40, 0, 10, "[#####.............", "a full line would scroll"},
	}
	for _, tt := range tests {
		var b strings.Builder
		c := clock{time.Unix(1e9, 0)}
		p := newProgress(&b, tt.width, tt.total, c.now)
		for range tt.skipped {
			p.step(true)
		}
		for range tt.done - 1 {
			p.step(false)
		}
		c.advance(time.Second)
		if tt.done > 0 {
			p.step(false)
		} else {
			p.done--
			p.step(true)
		}
		if got, want := b.String(), "\r"+tt.want+"\x1b[K"; got != want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, want)
		}
		b.Reset()
		p.clear()
		p.clear() // what is not there is not taken away
		if got := b.String(); got != "\r\x1b[K" {
			t.Errorf("cleared with %q", got)
		}
	}
}

// The bar does not slow down a run of many short documents, and a short run has none.
func TestProgressSeldom(t *testing.T) {
	var b strings.Builder
	c := clock{time.Unix(1e9, 0)}
	p := newProgress(&b, 80, 0, c.now)
	for range 1000 {
		c.advance(time.Millisecond)
		p.step(false)
	}
	if n := strings.Count(b.String(), "\r"); n != 10 {
		t.Errorf("drawn %d times in a second, want 10", n)
	}
	b.Reset()
	p = newProgress(&b, 80, 0, c.now)
	p.step(false)
	p.clear()
	if b.Len() > 0 {
		t.Errorf("a short run wrote %q", b.String())
	}
	var none *progress
	none.step(false)
	none.clear()
}
