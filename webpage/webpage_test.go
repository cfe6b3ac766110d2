package webpage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/testkit"

	"golang.org/x/net/html/charset"
)

func page(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name+".html"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Golden texts, all read at once, as [Read] allows.
func TestGolden(t *testing.T) {
	for _, name := range []string{"nachricht", "ticker", "kurz"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := Read(strings.NewReader(page(t, name)), "")
			if err != nil {
				t.Fatal(err)
			}
			testkit.Golden(t, filepath.Join("testdata", name+".txt"), got.Text)
		})
	}
}

func TestTitleAndLanguage(t *testing.T) {
	const long = "<p>Das ist ein Absatz, der lang genug ist, um für einen Artikel gehalten zu werden, und nichts weiter sagt."
	tests := []struct{ html, title, language, reason string }{
		{page(t, "nachricht"), "Streit um Seebrücke: „Das Holz ist morsch“", "de", "without the site's name"},
		{"<html lang=' de-CH '><title>Zwei\n Zeilen</title>" + long, "Zwei Zeilen", "de-CH", "white space is none of theirs"},
		{long, "", "", "a page that says neither"},
	}
	for _, tt := range tests {
		got, err := Read(strings.NewReader(tt.html), "")
		if err != nil || got.Title != tt.title || got.Language != tt.language {
			t.Errorf("%s: %v, title %q, language %q, want %q, %q", tt.reason, err, got.Title, got.Language, tt.title, tt.language)
		}
	}
}

// The same page reads the same in whatever encoding it was saved.
func TestEncodings(t *testing.T) {
	utf := page(t, "nachricht")
	want, err := Read(strings.NewReader(utf), "")
	if err != nil {
		t.Fatal(err)
	}
	const meta = `<meta charset="utf-8">`
	encode := func(s, label string) string {
		t.Helper()
		e, _ := charset.Lookup(label)
		s, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	win := func(s string) string { return encode(s, "windows-1252") }
	tests := []struct{ page, contentType, reason string }{
		{win(strings.Replace(utf, meta, `<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">`, 1)), "",
			"<meta> names ISO-8859-1, which browsers read as Windows-1252"},
		{win(strings.Replace(utf, meta, "", 1)), "", "nothing is named: Windows-1252"},
		{strings.Replace(utf, meta, strings.Repeat("<!-- Vorspann -->", 100), 1), "",
			"nothing is named and the first letter with an accent stands far below: UTF-8 all the same"},
		{strings.Replace(utf, meta, `<meta charset="iso-8859-1">`, 1), "", "a page that was converted when it was saved, and its <meta> was not"},
		{"\uFEFF" + strings.Replace(utf, meta, `<meta charset="iso-8859-1">`, 1), "", "the byte order mark beats <meta>"},
		{encode("\uFEFF"+utf, "utf-16le"), "", "UTF-16 with a byte order mark"},
		{win(utf), "text/html; charset=windows-1252", "the header beats <meta>"},
	}
	for _, tt := range tests {
		if got, err := Read(strings.NewReader(tt.page), tt.contentType); err != nil || got != want {
			t.Errorf("%s: %v, got\n%s", tt.reason, err, got.Text)
		}
	}
}

func TestText(t *testing.T) {
	const long = "Das ist ein Absatz, der lang genug ist, um für einen Artikel gehalten zu werden, und nichts weiter sagt."
	tests := []struct{ html, want, reason string }{
		{"<p>" + long, long, "no title, no end tags"},
		{"<title>Titel</title><p>" + long, "Titel\n\n" + long, "the title is the first paragraph"},
		{"<title>Der Titel</title><h1>Der  Titel</h1><p>" + long, "Der Titel\n\n" + long, "but not twice"},
		{"<p>" + long + "<br>neue Zeile<br><br>neuer Absatz", long + "\nneue Zeile\n\nneuer Absatz", "one break is a line, two are a paragraph"},
		{"<p>a<b>b</b>c \n\t<i> d</i>,</p><p>" + long, "abc d,\n\n" + long, "elements inside a line add no space, and space is one"},
		{"<p>&lt;b&gt; &amp;amp; 5&nbsp;&euro;</p><p>" + long, "<b> &amp; 5\u00a0€\n\n" + long, "entities are decoded once"},
		{"<p>" + long + "<script>alert(1)</script><style>p{}</style><!-- Kommentar --></p>", long, "code and comments are no text"},
		{"<p>Er nannte es <q>gut, <q>sehr</q> gut</q>.</p><p>" + long, "Er nannte es „gut, ‚sehr‘ gut“.\n\n" + long, "<q> has the marks that a browser shows"},
		{"<html lang=de-CH><p>Er nannte es <q>gut</q>.</p><p>" + long, "Er nannte es «gut».\n\n" + long, "and in Switzerland those"},
		{"<p>Es sei <q>»gut«</q>, „<q>ja</q>“.</p><p>" + long, "Es sei »gut«, „ja“.\n\n" + long, "unless the page wrote some"},
		{"<p>" + long + "<blockquote>Ja.<p>Nein.<footer class=author>Anna Meier</footer></blockquote>", long + "\n\n„Ja.\n\n„Nein.“\n\nAnna Meier", "each paragraph of a quotation is opened, the last closed; the name stays"},
		{"<p>" + long + "<blockquote>Ja.<br>Anna Meier, Wirtin</blockquote>", long + "\n\n„Ja.“\nAnna Meier, Wirtin", "a line that is no sentence is a name"},
		{"<p>" + long + "<blockquote>»Ja«, sagt sie.</blockquote>", long + "\n\n»Ja«, sagt sie.", "marks that are there stay"},
		{"<p>" + long + "<div class=pull-quote><span>Ja.</span><span class=name>Anna</span><span class=name>Wirtin</span></div>", long + "\n\n„Ja.“\nAnna, Wirtin", "a quotation by its class"},
		{"<pre>eins\n  zwei</pre><p>" + long, "eins\nzwei\n\n" + long, "<pre> keeps its lines"},
		{"<h2>Eins<div>Zwei<h3>Drei</h3></div>Vier</h2><p>" + long, "Eins\n\nZwei\n\nDrei\n\nVier\n\n" + long, "a heading in a heading is a paragraph of its own"},
	}
	for _, tt := range tests {
		got, err := Read(strings.NewReader(tt.html), "")
		if err != nil || got.Text != tt.want+"\n" {
			t.Errorf("%s: %v\ngot  %q\nwant %q", tt.reason, err, got.Text, tt.want+"\n")
		}
	}
}

// What asks for consent goes, by its name or by what it says; what tells of consent stays.
func TestConsent(t *testing.T) {
	const asks = "Wir und unsere Partner speichern Cookies auf Ihrem Endgerät und verarbeiten personenbezogene Daten. Sie können Ihre Einwilligung " +
		"jederzeit widerrufen. "
	news := "<p>Die Fähre bleibt bis zum Sommer an Land. Das teilte die Reederei am Dienstag mit, und mehr ist dazu nicht zu sagen.</p>"
	ask := "<div><div><h2>Ihre Daten</h2><p>" + strings.Repeat(asks, 8) + "</p></div><div><button>Alle akzeptieren</button></div></div>"
	tests := []struct{ html, reason string }{
		{ask + "<div>" + news + "</div>", "a short page without a word of what is what"},
		{"<div>" + news + "</div>" + ask, "also behind the article"},
		{"<main><h1>Fähre</h1>" + ask + news + "</main>", "and in it"},
		{"<div class='cmp-root'><p>" + asks + asks + "</p></div>" + news, "the name is enough"},
		{ask + ask + news, "twice"},
	}
	for _, tt := range tests {
		got, err := Read(strings.NewReader(tt.html), "")
		if err != nil || strings.Contains(got.Text, "Partner") || !strings.Contains(got.Text, "Reederei") {
			t.Errorf("%s: %v, %s", tt.reason, err, got.Text)
		}
	}
	about := "<p>" + strings.Repeat(asks, 8) + "So steht es auf den Seiten, und niemand liest es.</p>"
	for _, html := range []string{about, "<article>" + about + "<button>Zustimmen</button></article>", "<div><h1>Cookies</h1>" + about + "<button>Ablehnen</button></div>"} {
		if got, err := Read(strings.NewReader(html), ""); err != nil || !strings.Contains(got.Text, "niemand liest es") {
			t.Errorf("an article about consent is lost: %v, %s", err, html[:20])
		}
	}
	if got, err := Read(strings.NewReader(ask), ""); !errors.Is(err, ErrNoArticle) {
		t.Errorf("a page that only asks became %q, %v", got.Text, err)
	}
}

func TestNoArticle(t *testing.T) {
	for html, reason := range map[string]string{
		"":                                   "nothing at all",
		"<title>Titel</title>":               "a title is no article",
		"<p> &nbsp; </p>":                    "space",
		"<script>var text = 'Text'</script>": "a page that is made in the browser",
		page(t, "startseite"):                "a list of links",
	} {
		if got, err := Read(strings.NewReader(html), ""); !errors.Is(err, ErrNoArticle) {
			t.Errorf("%s: got %q, %v, want ErrNoArticle", reason, got.Text, err)
		}
	}
}

func TestErrors(t *testing.T) {
	broken := errors.New("cable cut")
	if _, err := Read(iotest.ErrReader(broken), ""); err != broken {
		t.Errorf("error %v, want the reader's", err)
	}
	if _, err := Read(strings.NewReader(strings.Repeat("<div>", 10000)+"Text"), ""); err == nil || !strings.Contains(err.Error(), "512") {
		t.Error("no error that tells the limit for a page that is nested ten thousand times")
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<p>Es regnet.<br><li>ja<pre>\n\xff</pre><table><td>x", "")
	f.Add("<title>a</title><div><div><p>b</div>c<a href=x>d</a>", "text/html; charset=utf-16")
	f.Fuzz(func(t *testing.T, page, contentType string) {
		got, err := Read(strings.NewReader(page), contentType)
		if err != nil {
			return
		}
		if !utf8.ValidString(got.Text) || strings.Contains(got.Text, "\n\n\n") || !strings.HasSuffix(got.Text, "\n") {
			t.Errorf("%q became %q", page, got.Text)
		}
	})
}

// pages are pages of a length that cost time: plain text, and HTML as nobody writes it.
func pages(bytes int) map[string]string {
	const paragraph = "<p>Das ist ein Absatz, der lang genug ist, um für einen Artikel gehalten zu werden, und nichts weiter sagt.</p>"
	units := map[string]string{
		"paragraphs": paragraph, "text": "Das ist, ein Absatz. ", "links": "<a href=x>b c</a> ", "images": "<img src=a.jpg>", "items": "<li>a",
		"breaks": "a<br><br>", "commas": "<p>a,</p>", "headings": "<h1>a b</h1>", "signs": "<", "pictures of lazy pages": "<noscript><img src=x></noscript>",
		"deep": strings.Repeat("<div>", 400) + "a, b" + strings.Repeat("</div>", 400), "foreign": "<svg><p>", "attributes": "<p class=x style=y>a",
		"rows": "<table><tr><td>a</table>", "unclosed": "<p><b>a</p></b>", "broken lines": "<div>a<br>b</div>",
		"quotations": "<blockquote>a<q>b</q><cite>C</cite></blockquote>", "asks": "<div>Cookies <button>akzeptieren</button></div>", "boxes": "<article><div><ul><li><a href=x>b</a></ul></div></article>",
		"authors": strings.Repeat("<div>", 300) + strings.Repeat("<i class=author>a</i>", 30) + strings.Repeat("</div>", 300), "nested headings": strings.Repeat("<h1><div>", 100) + "a, b" + strings.Repeat("</div></h1>", 100), "deep quotations": strings.Repeat("<q>", 200) + "a" + strings.Repeat("</q>", 200),
	}
	for name, unit := range units {
		units[name] = "<title>Titel</title>" + strings.Repeat(unit, bytes/len(unit)) + paragraph
	}
	for name, c := range map[string]struct{ head, unit, end string }{ // all in one element
		"authors of one paragraph": {"<p>Von ", "<i class=author>a</i>", "</p>"}, "authors without a name": {"<p>", "<i class=author></i>", "</p>"},
		"one quotation": {"<blockquote>", "a<i></i>", "</blockquote>"}, "one kicker": {"<h1><i class=kicker>a</i>", "<i> </i>", "b</h1>"},
		"a long title": {"<title>" + strings.Repeat("a | ", bytes/8) + "b</title>", "<h1>a</h1>", ""},
	} {
		units[name] = c.head + strings.Repeat(c.unit, bytes/len(c.unit)) + c.end + paragraph
	}
	return units
}

func TestLinear(t *testing.T) {
	if testkit.Race() {
		t.Skip("measures time")
	}
	read := func(page string) func() {
		return func() {
			if _, err := Read(strings.NewReader(page), ""); err != nil && !errors.Is(err, ErrNoArticle) {
				t.Fatal(err)
			}
		}
	}
	long := pages(1 << 18)
	for name, short := range pages(1 << 16) {
		testkit.Linear(t, name, 4, read(short), read(long[name]))
	}
	nested := func(block, inner string) string {
		return strings.Repeat(strings.Repeat("<"+block+"><"+inner+">a b c d e f ", 200)+strings.Repeat("</"+inner+"></"+block+">", 200), 40)
	}
	for _, heading := range []string{"h1", "h2"} {
		testkit.Linear(t, "nested "+heading, 1, read(nested("section", "div")), read(nested(heading, "div")))
	}
}

func BenchmarkRead(b *testing.B) {
	for name, page := range pages(1 << 20) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				Read(strings.NewReader(page), "")
			}
		})
	}
}
