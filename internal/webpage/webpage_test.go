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

func TestTextGolden(t *testing.T) {
	for _, name := range []string{"nachricht", "ticker", "kurz"} {
		got, err := Text(strings.NewReader(page(t, name)), "")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		testkit.Golden(t, filepath.Join("testdata", name+".txt"), got)
	}
}

// The same page reads the same in whatever encoding it was saved.
func TestEncodings(t *testing.T) {
	utf := page(t, "nachricht")
	want, err := Text(strings.NewReader(utf), "")
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
		if got, err := Text(strings.NewReader(tt.page), tt.contentType); err != nil || got != want {
			t.Errorf("%s: %v, got\n%s", tt.reason, err, got)
		}
	}
}

func TestTextOf(t *testing.T) {
	const long = "Das ist ein Absatz, der lang genug ist, um für einen Artikel gehalten zu werden, und nichts weiter sagt."
	tests := []struct{ html, want, reason string }{
		{"<p>" + long, long, "no title, no end tags"},
		{"<title>Titel</title><p>" + long, "Titel\n\n" + long, "the title is the first paragraph"},
		{"<title>Der Titel</title><h1>Der  Titel</h1><p>" + long, "Der Titel\n\n" + long, "but not twice"},
		{"<p>" + long + "<br>neue Zeile<br><br>neuer Absatz", long + "\nneue Zeile\n\nneuer Absatz", "one break is a line, two are a paragraph"},
		{"<p>a<b>b</b>c \n\t<i> d</i>,</p><p>" + long, "abc d,\n\n" + long, "elements inside a line add no space, and space is one"},
		{"<p>&lt;b&gt; &amp;amp; 5&nbsp;&euro;</p><p>" + long, "<b> &amp; 5\u00a0€\n\n" + long, "entities are decoded once"},
		{"<p>" + long + "<script>alert(1)</script><style>p{}</style><!-- Kommentar --></p>", long, "code and comments are no text"},
		{"<pre>eins\n  zwei</pre><p>" + long, "eins\nzwei\n\n" + long, "<pre> keeps its lines"},
	}
	for _, tt := range tests {
		got, err := Text(strings.NewReader(tt.html), "")
		if err != nil || got != tt.want+"\n" {
			t.Errorf("%s: %v\ngot  %q\nwant %q", tt.reason, err, got, tt.want+"\n")
		}
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
		if got, err := Text(strings.NewReader(html), ""); !errors.Is(err, ErrNoArticle) {
			t.Errorf("%s: got %q, %v, want ErrNoArticle", reason, got, err)
		}
	}
}

func TestTextErrors(t *testing.T) {
	broken := errors.New("cable cut")
	if _, err := Text(iotest.ErrReader(broken), ""); err != broken {
		t.Errorf("error %v, want the reader's", err)
	}
	if _, err := Text(strings.NewReader(strings.Repeat("<div>", 10000)+"Text"), ""); err == nil {
		t.Error("no error for a page that is nested ten thousand times")
	}
}

func FuzzText(f *testing.F) {
	f.Add("<p>Es regnet.<br><li>ja<pre>\n\xff</pre><table><td>x", "")
	f.Add("<title>a</title><div><div><p>b</div>c<a href=x>d</a>", "text/html; charset=utf-16")
	f.Fuzz(func(t *testing.T, page, contentType string) {
		got, err := Text(strings.NewReader(page), contentType)
		if err != nil {
			return
		}
		if !utf8.ValidString(got) || strings.Contains(got, "\n\n\n") || !strings.HasSuffix(got, "\n") {
			t.Errorf("%q became %q", page, got)
		}
	})
}
