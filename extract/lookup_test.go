package extract_test

import (
	"fmt"
	"testing"

	"github.com/laut-nlp/laut/extract"
)

func TestText(t *testing.T) {
	d := extract.Parse("„Ja“, sagte sie, „nein.“")
	a, b := extract.Span{Start: 0, End: 8}, extract.Span{Start: 21, End: 32}
	for _, tt := range []struct {
		spans []extract.Span
		want  string
	}{{nil, ""}, {[]extract.Span{a}, "„Ja“"}, {[]extract.Span{a, b}, "„Ja“ … „nein.“"}} {
		if got := d.Text(tt.spans...); got != tt.want {
			t.Errorf("%v is %q, want %q", tt.spans, got, tt.want)
		}
	}
	if d.String() != d.Slice(extract.Span{End: len(d.String())}) {
		t.Error("String is not the text")
	}
}

// What has a byte at an offset is what a search from the start finds.
func TestAt(t *testing.T) {
	d := extract.Parse("  Ein Satz. Noch einer!\n\nUnd ein Absatz.\n")
	for at := -2; at < len(d.String())+2; at++ {
		token, sentence, paragraph := "", "", ""
		for i, x := range d.Tokens() {
			if x.Start <= at && at < x.End {
				token = fmt.Sprint(i)
			}
		}
		for i, x := range d.Sentences() {
			if x.Start <= at && at < x.End {
				sentence = fmt.Sprint(i)
			}
		}
		for i, x := range d.Paragraphs() {
			if x.Start <= at && at < x.End {
				paragraph = fmt.Sprint(i)
			}
		}
		got := func(i int, ok bool) string {
			if !ok {
				return ""
			}
			return fmt.Sprint(i)
		}
		if a, b, c := got(d.TokenAt(at)), got(d.SentenceAt(at)), got(d.ParagraphAt(at)); a != token || b != sentence || c != paragraph {
			t.Errorf("at %d: token %q, sentence %q and paragraph %q, want %q, %q and %q", at, a, b, c, token, sentence, paragraph)
		}
	}
	if first, last := d.SentencesIn(extract.Span{Start: 5, End: 14}); first != 0 || last != 2 {
		t.Errorf("sentences %d to %d, want the first two", first, last)
	}
	if first, last := d.SentencesIn(extract.Span{Start: 0, End: 1}); first != 0 || last != 0 {
		t.Errorf("sentences %d to %d in white space", first, last)
	}
}

func TestContext(t *testing.T) {
	d := extract.Parse("Der Bürgermeister lügt, sagt Öz.\n\nEin anderer Absatz.")
	at := extract.Span{Start: 19, End: 24} // lügt
	for _, tt := range []struct {
		characters int
		want       string
	}{
		{0, "lügt"}, {1, "lügt,"}, {13, "lügt, sagt Öz."}, {14, "Bürgermeister lügt, sagt Öz."}, {1000, "Der Bürgermeister lügt, sagt Öz."},
	} {
		if got := d.Slice(d.Context(at, tt.characters)); got != tt.want {
			t.Errorf("%d characters around: %q, want %q", tt.characters, got, tt.want)
		}
	}
	for _, s := range []extract.Span{{Start: -5, End: 900}, {Start: 900, End: 3}} {
		d.Slice(d.Context(s, 3)) // does not panic
	}
	if s := new(extract.Document).Context(at, 5); s.Len() != 0 {
		t.Errorf("nothing has the context %v", s)
	}
}

// What carries the meaning of a sentence, without a list of stop words.
func ExamplePOS_Content() {
	d := extract.Parse("Die Stadt baut dem Verein bald ein neues Haus.")
	for i, tag := range d.Tags() {
		if tag.POS.Content() {
			fmt.Print(d.Lemma(i), " ")
		}
	}
	// Output: Stadt bauen Verein bald neu Haus
}

// A name with what stands around it, for a list of results.
func ExampleDocument_Context() {
	d := extract.Parse("Am Montag hat Bürgermeisterin Anna Meier in Bern den neuen Plan vorgestellt.")
	name := extract.Span{Start: 31, End: 41}
	fmt.Println(d.Slice(d.Context(name, 18)))
	// Output: Bürgermeisterin Anna Meier in Bern den neuen
}

func ExampleDocument_Text() {
	d := extract.Parse("„Das reicht“, sagte sie, „nicht.“")
	var spans []extract.Span
	for _, q := range d.Quotations() {
		spans = append(spans, q.Span)
	}
	fmt.Println(d.Text(spans...))
	// Output: „Das reicht“ … „nicht.“
}

// Kinds and tags can be flags, keys of maps and values of JSON.
func ExampleMood_UnmarshalText() {
	var m extract.Mood
	fmt.Println(m.UnmarshalText([]byte("sub")), m == extract.Subjunctive)
	fmt.Println(m.UnmarshalText([]byte("opt")))
	// Output:
	// <nil> true
	// unknown mood "opt": want ind, sub or imp
}
