package main

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
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

func TestRecognise(t *testing.T) {
	for _, tt := range []struct{ text, want, reason string }{
		{`{"id":"a","text":"Ja."}`, linesInput, "an object"},
		{"\uFEFF \r\n\t{ \"id\" : 7", linesInput, "blanks, as JSON allows them"},
		{`{"id":"a","text":"Ja`, linesInput, "a line that is cut off is a broken one"},
		{`{"id" : wrong}`, textInput, "no value of JSON begins so"},
		{`{"\"":nul}`, linesInput, "a quotation mark in a key"},
		{"{}\n", linesInput, "an object without a text is an error, not a text"},
		{"{\n  \"id\": 1,\n", linesInput, "an object over several lines is not prose either"},
		{"{Dies ist eine Klammer.}", textInput, "a text that begins with a brace"},
		{`{"Die Fähre" bleibt an Land.}`, textInput, "nor does a quotation make it JSON"},
		{"{\"Die\nFähre\": 7", textInput, "a key has no end of line"},
		{`{"Die Fähre"`, textInput, "cut off before it can be told"},
		{`["id","text"]`, textInput, "no object"},
		{`„Ja“, sagte {"id":1}.`, textInput, "an object later on"},
		{"", textInput, "nothing"},
		{" \n", textInput, "blanks alone"},
		{strings.Repeat(" ", 1<<17) + `{"id":1}`, textInput, "nobody begins so"},
		{`{"` + strings.Repeat("x", 1<<17), textInput, "nor so"},
	} {
		for _, source := range []io.Reader{strings.NewReader(tt.text), iotest.OneByteReader(strings.NewReader(tt.text))} {
			r, kind := recognise(source)
			if text, err := io.ReadAll(r); kind != tt.want || err != nil || string(text) != tt.text {
				t.Errorf("%s: %.40q is %s, error %v, want %s and the whole text", tt.reason, tt.text, kind, err, tt.want)
			}
		}
	}
}

// A program that feeds laut line by line is not kept waiting for the second line.
func TestRecogniseAtOnce(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	go w.Write([]byte(`{"id":1,"text":"Ja."}` + "\n"))
	if _, kind := recognise(r); kind != linesInput {
		t.Errorf("kind %s", kind)
	}
}

func FuzzRecognise(f *testing.F) {
	f.Add(`{"id":1}`, 3)
	f.Fuzz(func(t *testing.T, text string, n int) {
		if n < 0 || n > len(text) {
			return
		}
		if is, sure := beginsAsObject([]byte(text[:n])); sure {
			if again, still := beginsAsObject([]byte(text)); again != is || !still {
				t.Errorf("%q is %v, and with more text %v, %v", text[:n], is, again, still)
			}
		}
	})
}
