package main

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

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
