package export

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/cputime"
	"github.com/laut-nlp/laut/internal/testkit"

	"github.com/google/go-cmp/cmp"
)

// writePage writes a page of articles and checks that it is one.
func writePage(t testing.TB, f HTML, as ...*laut.Article) (string, *page) {
	t.Helper()
	var b strings.Builder
	w := NewWriter(&b, f)
	for _, a := range as {
		if err := w.Write(StringID("<a> & b"), a); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := checkHTML(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), p
}

// The golden file holds the article's element: the contract with style sheets and
// scrapers.
func TestHTMLGolden(t *testing.T) {
	testkit.Golden(t, "testdata/html.txt", write(t, HTML{}, StringID("fähre <1>"), handmade(t))+
		"-- of nothing --\n"+write(t, HTML{Lang: "en"}, ID{}, &laut.Article{Document: extract.Parse("")})+
		"-- of a web page --\n"+write(t, HTML{Lang: "en"}, ID{}, &laut.Article{Document: extract.Parse(
		"Zum Hauptinhalt springen\n\nSturm über dem Ried\n\nVon Anna Kuhn, Aarau\n\nDas Dach ist weg. Niemand wurde verletzt.\n\u00a0\nMan sieht:\n\n• Ziegel auf der Strasse\n\nNewsletter abonnieren\n")}))
}

func TestHTMLPage(t *testing.T) {
	title := "Wer & was </title><script>alert(1)</script>"
	s, p := writePage(t, HTML{Title: title}, handmade(t), handmade(t))
	if p.count["article"] != 2 || p.count["script"] != 1 || p.count["style"] != 1 || p.count["title"] != 1 {
		t.Errorf("elements: %v", p.count)
	}
	for _, want := range []string{
		"<!DOCTYPE html>\n<html lang=\"de\">\n",
		"<title>Wer &amp; was &lt;/title&gt;&lt;script&gt;",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`,
		"default-src 'none'; style-src " + hashSource(ViewStyle) + "; script-src " + hashSource(ViewScript) + ";",
		"<style>" + ViewStyle + "</style>",
		"<script>" + ViewScript + "</script>",
	} {
		if !strings.Contains(s, want) {
			t.Errorf("no %.80q in the page", want)
		}
	}
	s, _ = writePage(t, HTML{Lang: "en"})
	if !strings.Contains(s, "<html lang=\"en\">") || !strings.Contains(s, "<title>Who says what</title>") {
		t.Error("an English page does not say so")
	}
}

// The page loads nothing, and what is inline does nothing that its policy forbids. A
// less-than sign and a slash would end the element.
func TestHTMLInline(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)</|<!--|https?:|url\(|@import|\beval\b|new Function|innerHTML|\.style\b|setAttribute\("(on|style)|\ssrc\b`)
	for name, s := range map[string]string{"view.css": ViewStyle, "view.js": ViewScript} {
		if s == "" || forbidden.MatchString(s) {
			t.Errorf("%s has %q", name, forbidden.FindString(s))
		}
	}
	if hashSource("alert(1)") != "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='" {
		t.Errorf("the hash of alert(1) is %s", hashSource("alert(1)"))
	}
}

func TestHTMLErrors(t *testing.T) {
	a := handmade(t)
	for name, write := range map[string]func(HTML, *failing) error{
		"Begin": func(f HTML, w *failing) error { return f.Begin(w) },
		"Write": func(f HTML, w *failing) error { return f.Write(w, ID{}, a) },
	} {
		var w failing
		if err := write(HTML{Lang: "fr"}, &w); err == nil || w.calls > 0 || !strings.Contains(err.Error(), `"fr": want de or en`) {
			t.Errorf("%s in French: error %v after %d calls", name, err, w.calls)
		}
		if err := write(HTML{}, &w); !errors.Is(err, errFull) || w.calls != 1 {
			t.Errorf("%s: error %v after %d calls, want the writer's after one", name, err, w.calls)
		}
	}
	var w failing
	if err := (HTML{}).End(&w); !errors.Is(err, errFull) || w.calls != 1 {
		t.Errorf("End: error %v after %d calls, want the writer's after one", err, w.calls)
	}
}

// What a stage can say the page has a word for, in each language.
func TestViewWords(t *testing.T) {
	var keys []string
	for k := claims.Direct; k.String() != "invalid"; k++ {
		keys = append(keys, k.String())
	}
	for s := claims.Asserts; s.String() != "invalid"; s++ {
		keys = append(keys, s.String())
	}
	for l := entities.PER; l.String() != "invalid"; l++ {
		keys = append(keys, l.String())
	}
	for _, k := range keys {
		if _, ok := viewWords()[k]; !ok {
			t.Errorf("no words for %s", k)
		}
	}
	for k, words := range viewWords() {
		for i, w := range words {
			if w == "" || w != escape(w) {
				t.Errorf("%s in %s is %q", k, language(i), w)
			}
		}
	}
}

func TestEscape(t *testing.T) {
	tests := []struct{ in, want, reason string }{
		{`<script>alert("&amp;")</script>'`, "&lt;script&gt;alert(&#34;&amp;amp;&#34;)&lt;/script&gt;&#39;", "text stays text"},
		{"a|b\tc\nd\fe ]]>", "a|b\tc\nd\fe ]]&gt;", "white space is no mark-up"},
		{"a\r\nb\r", "a&#13;\nb&#13;", "a parser makes one line feed of carriage return and line feed"},
		{"\x00\x1b[31m\x7f\u0085", "\uFFFD\uFFFD[31m\uFFFD\uFFFD", "HTML has no control characters"},
		{"a\xff\xe2\x80b", "a\uFFFD\uFFFD\uFFFDb", "each invalid byte becomes one character"},
		{"\u202eא\u2066🚢\u00ad\u00a0", "\u202eא\u2066🚢\u00ad\u00a0", "what is invisible is text too"},
	}
	for _, tt := range tests {
		if got := escape(tt.in); got != tt.want {
			t.Errorf("%s: %q is %q, want %q", tt.reason, tt.in, got, tt.want)
		}
	}
}

// The marks in the text, as in "[0 ab[1 cd]]^": claim 1 in claim 0, then who made them.
func TestHTMLMarks(t *testing.T) {
	type spans = []int // start, end, start, end
	tests := []struct {
		text     string
		contents []spans
		want     string
		reason   string
	}{
		{"abcdef", []spans{{0, 4}, {1, 3}}, "[0 a[1 bc]^d]^ef", "nested"},
		{"abcdef", []spans{{0, 4}, {2, 4}}, "[0 ab[1 cd]^]ef", "both end here, and one sign for their speaker is enough"},
		{"abcdef", []spans{{0, 4}, {2, 6}}, "[0 ab[1 cd]]^[1 ef]^", "crossing: the inner one is cut"},
		{"abcdef", []spans{{1, 3}, {1, 3}, {1, 5}}, "a[2 [0 [1 bc]^]de]^f", "the longest is outside"},
		{"abcdef", []spans{{0, 2, 4, 6}}, "[0 ab]cd[0 ef]^", "one claim in two places"},
		{"Eins.\n\nZwei.\n", []spans{{2, 9}}, "Ei[0 ns.]\n\n[0 Zw]^ei.\n", "over a paragraph's end"},
		{"Eins.\n\nZwei.\n", []spans{{2, 6}}, "Ei[0 ns.]^\n\nZwei.\n", "that ends between paragraphs"},
		{"Eins.\n\nZwei.\n", []spans{{5, 7}}, "Eins.\n\nZwei.\n", "all between paragraphs: nothing is there to mark"},
		{"Eins.\n\nZwei.\n", []spans{{6, 9}}, "Eins.\n\n[0 Zw]^ei.\n", "that begins between paragraphs"},
		{"Fähre", []spans{{2, 3}, {0, 2}}, "[1 F]^[0 ä]^hre", "what lies inside a rune is its start"},
		{"abc", []spans{{2, 99}, {-4, 1}, {2, 2}, {3, 1}, nil}, "[1 a]^b[0 c]^", "spans that are none are left out"},
		{"abc", []spans{{0, 3}, {0, 3}, {0, 3}, {0, 3}, {0, 3}, {0, 3}, {0, 3}, {0, 3}, {0, 2}},
			"[0 [1 [2 [3 [4 [5 [6 [7 abc]^]]]]]]]", "the ninth in one another is left out"},
	}
	claim := regexp.MustCompile(`<span class="laut-claim" data-claim="(\d+)"[^>]*>`)
	by := regexp.MustCompile(`<span class="laut-by"[^>]*></span>`)
	tags := regexp.MustCompile(`</?(p|h2|div)( [^>]*)?>`)
	for _, tt := range tests {
		a := &laut.Article{Document: extract.Parse(tt.text)}
		for _, content := range tt.contents {
			var spans []extract.Span
			for pair := range slices.Chunk(content, 2) {
				spans = append(spans, extract.Span{Start: pair[0], End: pair[1]})
			}
			a.Claims = append(a.Claims, claims.Claim{Content: spans})
		}
		v := newView(a, 0)
		v.writeText()
		got := by.ReplaceAllString(v.String(), "^")
		got = strings.ReplaceAll(claim.ReplaceAllString(got, "[$1 "), "</span>", "]")
		if diff := cmp.Diff(tt.want+"\n", tags.ReplaceAllString(got, "")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func TestInitials(t *testing.T) {
	tests := []struct{ name, want, reason string }{
		{"Uwe Petersen", "UP", "first and last name"},
		{"Karl-Theodor Maria zu Guttenberg", "KG", "the last, however many there are"},
		{"Verdi", "V", "one word"},
		{"die Reederei Nordlicht", "RN", "small words count for nothing"},
		{"Der Betriebsrat", "B", "nor does an article at the head"},
		{"«Bündner Umschau»", "BU", "marks are no letters"},
		{"er", "?", "no capital"},
		{"", "?", "nobody"},
		{"Ä\xff Öz", "ÄÖ", "broken bytes"},
	}
	for _, tt := range tests {
		if got := initials(tt.name); got != tt.want {
			t.Errorf("%s: initials of %q are %q, want %q", tt.reason, tt.name, got, tt.want)
		}
	}
}

// Speakers are those of handmade in order of their first claim; who was not found comes
// last, wherever the claim stands.
func TestSpeakers(t *testing.T) {
	a := handmade(t)
	a.Claims[0].Speaker = claims.Speaker{} // nobody
	a.Claims[3].Speaker = claims.Speaker{Name: "Leo Burri"}
	a.Claims[4].Speaker = claims.Speaker{Name: "Leo Burri"}
	var got []string
	for _, s := range newView(a, 0).speakers {
		got = append(got, s.initials+" "+s.name)
	}
	if diff := cmp.Diff([]string{"LB Lea Brunner", "LB2 Leo Burri", "? "}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Hostile names stay text.
func TestHTMLHostileNames(t *testing.T) {
	a := handmade(t)
	a.Entities[0].Name = `"><script>alert(1)</script>`
	for i := range a.Claims {
		a.Claims[i].Speaker.Name = "\u202e</bdi>\x00" + strings.Repeat("x", 1000)
	}
	s := write(t, HTML{}, ID{}, a)
	if p, err := checkHTML(s); err != nil || p.count["script"] > 0 {
		t.Error(err, p)
	}
	for _, bad := range []string{strings.Repeat("x", 100), "\u202e"} {
		if strings.Contains(s, bad) {
			t.Errorf("%q is in the page", bad)
		}
	}
}

// Claims by the thousand that overlap in each way take linear time and space.
func TestHTMLLinear(t *testing.T) {
	const n, size = 10_000, 1 << 20
	const step = size / (2 * n)
	words := strings.Repeat("Wort und", size/8)
	space := "Wort" + strings.Repeat(" ", size-8) + "Ende"
	for _, tt := range []struct {
		text   string
		span   func(i int) (start, end int)
		reason string
	}{
		{words, func(i int) (int, int) { return i * step, size - i*step }, "each in the one before"},
		{words, func(i int) (int, int) { return i * step, size/2 + i*step }, "each crosses all others"},
		{words, func(i int) (int, int) { return 0, size }, "all the same"},
		{words, func(i int) (int, int) { return i * step, (i + 12) * step }, "twelve deep"},
		{space, func(i int) (int, int) { return 0, size - i%4 }, "nothing to shorten at"},
	} {
		all := []extract.Span{{Start: 0, End: size}}
		a := &laut.Article{Document: extract.Parse(tt.text), Entities: []entities.Entity{{ID: 1, Name: tt.text}}}
		for i := range n {
			start, end := tt.span(i)
			s := extract.Span{Start: start, End: end}
			a.Claims = append(a.Claims, claims.Claim{Content: []extract.Span{s}, Cue: []extract.Span{s},
				Speaker: claims.Speaker{Spans: all, Name: tt.text}, Parent: claims.ID(i)})
			a.Entities[0].Mentions = append(a.Entities[0].Mentions, entities.Mention{Span: s})
		}
		start := cputime.Now()
		s := write(t, HTML{}, ID{}, a)
		if d, most := cputime.Now()-start, size+n*6_000; len(s) > most || d > 5*time.Second {
			t.Errorf("%s: %d bytes in %s, want at most %d in 5s", tt.reason, len(s), d, most)
		}
	}
}

func TestInPercent(t *testing.T) {
	for score, want := range map[float64]int{0: 0, 0.004: 0, 0.5: 50, 0.994: 99, 0.9999: 99, 1: 100} {
		if got := inPercent(score); got != want {
			t.Errorf("%v is %d %%, want %d %%", score, got, want)
		}
	}
}
