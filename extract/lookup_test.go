package extract_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

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

func TestLocate(t *testing.T) {
	const text = "Über\r\nä\xFFb\n\nEnde"
	tests := []struct {
		why    string
		offset int
		want   string
	}{
		{"the start is line 1, column 1", 0, "1:1"},
		{"inside Ü: a cut character counts as one for each of its bytes", 1, "1:2"},
		{"columns count characters, not bytes", 2, "1:2"},
		{"\\r is a character of its line", 6, "1:6"},
		{"behind the line break", 7, "2:1"},
		{"an invalid byte counts as one", 10, "2:3"},
		{"the line break is the last character of its line", 11, "2:4"},
		{"an empty line", 12, "3:1"},
		{"the end of the text", 17, "4:5"},
		{"beyond the end is the end", 99, "4:5"},
		{"before the start is the start", -1, "1:1"},
	}
	for _, tt := range tests {
		if got := extract.Locate(text, tt.offset).String(); got != tt.want {
			t.Errorf("Locate(%d) = %s, want %s: %s", tt.offset, got, tt.want, tt.why)
		}
	}
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("wörter ", 30)
	tests := []struct {
		why        string
		text, mark string
		want       string
	}{
		{"the whole line, carets under the mark", "Der Rat tagt.", "Rat",
			"Der Rat tagt.\n    ^^^"},
		{"umlauts are one column each", "Größe Maß Öl", "Maß",
			"Größe Maß Öl\n      ^^^"},
		{"only the line of the span", "Eins\nDer Rat tagt.\nDrei", "tagt",
			"Der Rat tagt.\n        ^^^^"},
		{"tabs stay, so that the carets stand right", "a\tb\tRat", "Rat",
			"a\tb\tRat\n \t \t^^^"},
		{"of a span over lines the part on the first", "Der Rat\ntagt heute", "Rat\ntagt",
			"Der Rat\n    ^^^"},
		{"\\r at the end of the line is not shown", "Der Rat\r\ntagt", "Rat",
			"Der Rat\n    ^^^"},
		{"a long line is cut behind the span", "Rat " + long, "Rat",
			"Rat " + string([]rune(long)[:72]) + "…\n^^^"},
		{"a long line is cut before the span", long + "Rat", "Rat",
			"…" + string([]rune(long + "Rat")[210+3-76:]) + "\n" + strings.Repeat(" ", 74) + "^^^"},
		{"a long line is cut on both sides", long + "Rat " + long, "Rat",
			"…" + string([]rune(long + "Rat " + long)[191:267]) + "…\n" + strings.Repeat(" ", 20) + "^^^"},
		{"a span longer than what is shown", long, long,
			string([]rune(long)[:76]) + "…\n" + strings.Repeat("^", 76)},
	}
	for _, tt := range tests {
		start := strings.Index(tt.text, tt.mark)
		s := extract.Span{Start: start, End: start + len(tt.mark)}
		if got := extract.Excerpt(tt.text, s); got != tt.want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", tt.why, got, tt.want)
		}
	}
	for _, s := range []extract.Span{{3, 3}, {9, 2}, {-5, -2}, {13, 13}, {99, 200}, {math.MinInt, math.MaxInt}, {math.MaxInt, math.MinInt}} {
		if got := extract.Excerpt("Der Rat tagt.", s); !strings.HasPrefix(got, "Der Rat tagt.\n") || !strings.HasSuffix(got, "^") {
			t.Errorf("Excerpt(%v) = %q", s, got)
		}
	}
}

func FuzzExcerpt(f *testing.F) {
	for _, s := range samples {
		f.Add(s, 3, 9)
		f.Add(strings.Repeat(s, 5), 50, 60)
	}
	f.Add("", -1, math.MaxInt)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		p := extract.Locate(text, start)
		before := text[:max(0, min(start, len(text)))]
		if p.Line != 1+strings.Count(before, "\n") || p.Column < 1 {
			t.Fatalf("Locate(%d) = %v", start, p)
		}
		got := extract.Excerpt(text, extract.Span{Start: start, End: end})
		i := strings.LastIndexByte(got, '\n')
		if i < 0 || !strings.HasSuffix(got, "^") || strings.Trim(got[i+1:], " \t^") != "" {
			t.Fatalf("Excerpt(%d, %d) = %q", start, end, got)
		}
		if start < 0 || start >= end || end > len(text) || !utf8.ValidString(text) || !utf8.ValidString(text[start:end]) || strings.ContainsAny(text, "\r\n") {
			return
		}
		// In a line of valid characters the carets stand under the span.
		line, carets := []rune(got[:i]), got[i+1:]
		from := strings.IndexByte(carets, '^')
		marked := string(line[from:min(len(carets), len(line))])
		if !strings.HasPrefix(text[start:end], marked) || marked == "" {
			t.Fatalf("Excerpt(%d, %d) marks %q, not %q:\n%s", start, end, marked, text[start:end], got)
		}
	})
}
