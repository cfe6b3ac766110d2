package extract_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
)

// samples are the seeds of the fuzz tests: what German news are made of, and
// what breaks scanners.
var samples = []string{
	"",
	"Am 2. März 2025 kam Dr. h. c. Meier mit 25 000 Leuten nach St. Gallen.",
	"„Wie geht's?“, fragte er. «Gut», sagte sie, ‹wirklich›. »Na also«, 'so' ‚eben‘.",
	"„Der erste Absatz.\n\n„Der zweite, re-opened.\n\n„Der dritte“, sagt sie.",
	"Das regelt § 5 Abs. 3 S. 1 BGB (§§ 211 ff. StGB, Az. 3 StR 52/23).",
	"Ludwig XIV. regierte. Unter Karl XVI. Gustav z. B. galt 1.–3. Mai, 14.--, 3,5 % u. a. m.",
	"Bürger*innen, Wähler:innen, Student(inn)en, Lehrer/innen, CDU/CSU-Fraktion, Ein- und Ausfuhr",
	"Mu\u0308ller\u00ADhaus\u200D \uFEFF\u2029 B\xFCrger \xE2\x80 \x80\xFF B\uFFFDrger",
	"👨‍👩‍👧🇨🇭❤️ :-) <3 https://a.example/Ä(b), a.b+c@d.example.de @x_y #Z &amp; ver.di",
	"BERLIN (dpa) – Ein Satz; zwei: Der dritte ... … ?! (Quelle) Danach.\r\n\r\n1. Liste\n• Punkt\fEnde",
	"Die Gemeinde will im nächsten Jahr sparen und das Bad, das seit\nvierzig Jahren steht, schliessen. Es ist\nalt.\n\nNeuer Absatz",
	"''''``''‘’“”\"\"„„««»»‹›,,x''",
	"a.a.a.b 1.1.1. 1-1/1:1'1 --- ... ' ’n 'n' '89 ’68er C&A km/h Nr.5 SAT.1",
}

// check reports what of a document breaks the promises of the package. Tokens
// that somebody else has cut may lie anywhere.
func check(t *testing.T, d *extract.Document, ownTokens bool) {
	t.Helper()
	checkTokens(t, d, ownTokens)
	tokens, sentences, paragraphs := d.Tokens(), d.Sentences(), d.Paragraphs()
	next := 0
	for i, s := range sentences {
		if s.First != next || s.Last <= s.First || s.Last > len(tokens) {
			t.Fatalf("sentence %d has tokens [%d, %d), want the first to be %d", i, s.First, s.Last, next)
		}
		if want := (extract.Span{Start: tokens[s.First].Start, End: tokens[s.Last-1].End}); s.Span != want {
			t.Fatalf("sentence %d is %v, its tokens are %v", i, s.Span, want)
		}
		next = s.Last
	}
	if next != len(tokens) {
		t.Fatalf("%d of %d tokens are in sentences", next, len(tokens))
	}
	next = 0
	for i, p := range paragraphs {
		if p.First != next || p.Last <= p.First || p.Last > len(sentences) {
			t.Fatalf("paragraph %d has sentences [%d, %d), want the first to be %d", i, p.First, p.Last, next)
		}
		if want := (extract.Span{Start: sentences[p.First].Start, End: sentences[p.Last-1].End}); p.Span != want {
			t.Fatalf("paragraph %d is %v, its sentences are %v", i, p.Span, want)
		}
		if p.Kind.String() == "invalid" {
			t.Fatalf("paragraph %d has kind %d", i, p.Kind)
		}
		next = p.Last
	}
	if next != len(sentences) {
		t.Fatalf("%d of %d sentences are in paragraphs", next, len(sentences))
	}
	checkQuotations(t, d)
}

func checkTokens(t *testing.T, d *extract.Document, own bool) {
	t.Helper()
	text := d.String()
	inside := insideCharacters(text)
	end := 0
	for i, tok := range d.Tokens() {
		if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
			t.Fatalf("token %d is %v in a text of %d bytes, the last ended at %d", i, tok.Span, len(text), end)
		}
		if tok.Kind.String() == "invalid" {
			t.Fatalf("token %d %q has kind %d", i, d.Slice(tok.Span), tok.Kind)
		}
		if own {
			if inside[tok.Start] || inside[tok.End] {
				t.Fatalf("token %d %q cuts a character", i, d.Slice(tok.Span))
			}
			checkGap(t, text[end:tok.Start])
		}
		end = tok.End
	}
	if own {
		checkGap(t, text[end:])
	}
}

// insideCharacters says of each offset whether it lies inside a valid character.
func insideCharacters(text string) []bool {
	inside := make([]bool, len(text)+1)
	for i := range text {
		_, n := utf8.DecodeRuneInString(text[i:])
		for k := 1; k < n; k++ {
			inside[i+k] = true
		}
	}
	return inside
}

// unseen are tags of HTML and its entities for what cannot be seen.
var unseen = regexp.MustCompile(`<[!/a-zA-Z][^>]*>|&#?[0-9A-Za-z]+;`)

// checkGap reports what can be seen in a text between two tokens.
func checkGap(t *testing.T, gap string) {
	t.Helper()
	gap = unseen.ReplaceAllString(gap, "")
	for i, r := range gap {
		_, n := utf8.DecodeRuneInString(gap[i:])
		if r == utf8.RuneError && n == 1 || r != ' ' && unicode.IsPrint(r) {
			t.Fatalf("%q is part of no token", gap)
		}
	}
}

// checkQuotations checks that quotations are in order, nest and never cross, and
// that each knows the one around it.
func checkQuotations(t *testing.T, d *extract.Document) {
	t.Helper()
	tokens, qs := d.Tokens(), d.Quotations()
	for i, q := range qs {
		if q.Open >= q.Close || i > 0 && q.Open <= qs[i-1].Open {
			t.Fatalf("quotation %d has tokens %d and %d", i, q.Open, q.Close)
		}
		if tokens[q.Open].Kind != extract.OpenQuote || tokens[q.Close].Kind != extract.CloseQuote {
			t.Fatalf("quotation %d is made of %v and %v", i, tokens[q.Open], tokens[q.Close])
		}
		if want := (extract.Span{Start: tokens[q.Open].Start, End: tokens[q.Close].End}); q.Span != want {
			t.Fatalf("quotation %d is %v, its marks are %v", i, q.Span, want)
		}
	}
	var around []int // the quotations that are open at the start of q
	for i, q := range qs {
		for len(around) > 0 && qs[around[len(around)-1]].End <= q.Start {
			around = around[:len(around)-1]
		}
		parent := 0
		if n := len(around); n > 0 {
			parent = around[n-1] + 1
			if around := qs[parent-1]; !around.Contains(q.Span) {
				t.Fatalf("quotations %d and %d cross: %v, %v", parent-1, i, around.Span, q.Span)
			}
		}
		if q.Parent != parent {
			t.Fatalf("quotation %d lies in %d, its Parent is %d", i, parent, q.Parent)
		}
		around = append(around, i)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range append(goldenTexts(f), samples...) {
		f.Add(s)
	}
	f.Add("!\"#!(!(!(!(      0")
	f.Add("&amp0; &#00A;")      // no entities, or several characters
	f.Add("\xe2\u200d\x80\xa9") // what is left out would join bytes to a character
	f.Fuzz(func(t *testing.T, text string) {
		d := extract.Parse(text)
		if d.String() != text {
			t.Fatal("the text was changed")
		}
		check(t, d, true)
		if got := slices.Collect(extract.Tokens(text)); !slices.Equal(got, d.Tokens()) {
			t.Fatalf("Tokens yields %v, Parse has %v", got, d.Tokens())
		}
		if got := slices.Collect(extract.Sentences(text)); !slices.Equal(got, d.Sentences()) {
			t.Fatalf("Sentences yields %v, Parse has %v", got, d.Sentences())
		}
		for range extract.Tokens(text) { // a loop may stop early
			break
		}
		for range extract.Sentences(text) {
			break
		}
	})
}

func FuzzFromTokens(f *testing.F) {
	for _, s := range samples {
		f.Add(s, []byte{0, 3, 1, 2, 0, 5, 200}, []byte{2, 1})
	}
	f.Add(strings.Repeat("0", 70)+". A000", []byte{0, 35, 35, 2, 0, 5}, []byte{48})
	f.Add("0000A000👧\"\"\"$🝤", []byte{0, 3, 1, 16}, []byte{48})
	f.Add(" ,00", []byte{48}, []byte{48})
	f.Fuzz(func(t *testing.T, text string, cuts, lengths []byte) {
		own := extract.Parse(text)
		spans, starts := spansOf(own), startsOf(own)
		d, err := extract.FromTokens(text, spans, starts)
		if err != nil {
			t.Fatalf("Parse's own tokens: %v", err)
		}
		check(t, d, true)
		if len(text) <= 200 { // beyond, a kind may hang on what FromTokens does not look at
			if !slices.Equal(d.Tokens(), own.Tokens()) {
				t.Fatalf("FromTokens makes %v of %v", d.Tokens(), own.Tokens())
			}
		}
		if !slices.Equal(d.Sentences(), own.Sentences()) {
			t.Fatalf("FromTokens makes sentences %v of %v", d.Sentences(), own.Sentences())
		}

		spans, starts = spans[:0], starts[:0]
		end := 0
		for i := 0; i+1 < len(cuts); i += 2 {
			start := end + int(int8(cuts[i]))
			end = start + int(int8(cuts[i+1]))
			spans = append(spans, extract.Span{Start: start, End: end})
		}
		first := 0
		for _, n := range lengths {
			starts = append(starts, first)
			first += int(int8(n))
		}
		d, err = extract.FromTokens(text, spans, starts)
		if err != nil {
			return
		}
		check(t, d, false)
		if got := spansOf(d); !slices.Equal(got, spans) {
			t.Fatalf("the spans %v became %v", spans, got)
		}
		if got := startsOf(d); len(starts) > 0 && !slices.Equal(got, starts) {
			t.Fatalf("the sentences %v became %v", starts, got)
		}
	})
}

func spansOf(d *extract.Document) []extract.Span {
	var spans []extract.Span
	for _, t := range d.Tokens() {
		spans = append(spans, t.Span)
	}
	return spans
}

func startsOf(d *extract.Document) []int {
	var starts []int
	for _, s := range d.Sentences() {
		starts = append(starts, s.First)
	}
	return starts
}
