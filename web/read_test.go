package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"slices"
	"strings"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// What comes back is what export writes, to the byte.
func TestRead(t *testing.T) {
	object := func(id string) string { return fmt.Sprintf(`{"id":%s,"text":%q,"more":[]}`, id, said) }
	number := func(s string) (id export.ID) {
		if err := id.UnmarshalJSON([]byte(s)); err != nil {
			t.Fatal(err)
		}
		return id
	}
	article := readSaid(said)
	sure := *article
	sure.Claims = article.Claims[:1]
	nobody := *article
	nobody.Claims = slices.Clone(article.Claims)
	for i := range nobody.Claims {
		nobody.Claims[i].Speaker = nobody.Claims[i].Speaker.Sure(1)
	}
	tests := []struct {
		query   string
		headers []string
		body    string
		format  export.Format
		id      export.ID
		article *laut.Article
		reason  string
	}{
		{"", []string{plain}, said, export.JSONLines{}, export.ID{}, article, "the default"},
		{"", []string{"Content-Type: text/plain; charset=UTF-8"}, said, export.JSONLines{}, export.ID{}, article, "UTF-8 named"},
		{"", []string{plain}, "\uFEFF" + said, export.JSONLines{}, export.ID{}, article, "a byte order mark is no text"},
		{"", []string{plain}, "Jä, jö\xff", export.JSONLines{}, export.ID{}, readSaid("Jä, jö\xff"), "a broken byte fails nothing"},
		{"", []string{jsonBody}, object(`"a1"`), export.JSONLines{}, export.StringID("a1"), article, "an id"},
		{"", []string{jsonBody}, object("9007199254740993"), export.JSONLines{}, number("9007199254740993"), article, "a number keeps its digits"},
		{"", []string{jsonBody}, object("null"), export.JSONLines{}, export.ID{}, article, "null is none"},
		{"?format=json&offsets=runes", []string{plain}, said, export.JSONLines{Offsets: export.Runes}, export.ID{}, article, ""},
		{"?offsets=utf16&tokens=true", []string{plain}, said, export.JSONLines{Offsets: export.UTF16, Tokens: true}, export.ID{}, article, ""},
		{"?tokens=false", []string{plain}, said, export.JSONLines{}, export.ID{}, article, ""},
		{"?min_score=0.5", []string{plain}, said, export.JSONLines{}, export.ID{}, article, "a score at the edge stays"},
		{"?min_score=0.9", []string{plain}, said, export.JSONLines{}, export.ID{}, &sure, "so it does if float32 has not the number"},
		{"?min_score=0.51", []string{plain}, said, export.JSONLines{}, export.ID{}, &sure, "the unsure claim goes"},
		{"?min_speaker_score=1", []string{plain}, said, export.JSONLines{}, export.ID{}, &nobody, "no name is sure"},
		{"?format=json", []string{plain, "Accept: text/html"}, said, export.JSONLines{}, export.ID{}, article, "the parameter wins"},
		{"", []string{plain, "Accept: application/json"}, said, export.JSONLines{}, export.ID{}, article, ""},
		{"", []string{plain, "Accept: */*"}, said, export.JSONLines{}, export.ID{}, article, "whatever there is"},
		{"", []string{plain, "Accept: text/html;q=0.5, application/json"}, said, export.JSONLines{}, export.ID{}, article, "what is liked best"},
		{"", []string{plain, "Accept: ,,x;=,application/json"}, said, export.JSONLines{}, export.ID{}, article, "what cannot be read is passed over"},
	}
	for _, tt := range tests {
		var want bytes.Buffer
		if err := tt.format.Write(&want, tt.id, tt.article); err != nil {
			t.Fatal(err)
		}
		r := request{"POST", "/v1/read" + tt.query, tt.headers, tt.body}.send(newHandler(t))
		if got := content(t, r); got != want.String() || r.StatusCode != http.StatusOK {
			t.Errorf("%s %s: status %d\n%swant\n%s", tt.query, tt.reason, r.StatusCode, got, &want)
		}
		if ct := r.Header.Get("Content-Type"); ct != "application/json" {
			t.Errorf("%s: Content-Type %s", tt.query, ct)
		}
	}
}

// frames are how formats begin and end.
var frames = map[string][2]string{
	"html":  {"<article ", "</article>\n"},
	"page":  {"<!DOCTYPE html>", "</html>\n"},
	"csv":   {"article,", "\n"},
	"excel": {"\uFEFFarticle;", "\r\n"},
}

// Every format is written under its name and its media type.
func TestFormats(t *testing.T) {
	for i, f := range formats {
		for _, q := range []request{
			{"POST", "/v1/read?format=" + f.name, []string{plain}, said},
			{"POST", "/v1/read", []string{plain, "Accept: " + f.MediaType}, said},
		} {
			shared := false // an earlier format has the media type
			for _, earlier := range formats[:i] {
				shared = shared || bareType(earlier) == bareType(f)
			}
			if shared && strings.HasSuffix(q.target, "read") {
				continue
			}
			r := q.send(newHandler(t))
			body := content(t, r)
			if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != f.MediaType || body == "" {
				t.Errorf("%s: status %d, %s, %d bytes", f.name, r.StatusCode, r.Header.Get("Content-Type"), len(body))
			}
			frame := frames[f.name]
			if !strings.HasPrefix(body, frame[0]) || !strings.HasSuffix(body, frame[1]) {
				t.Errorf("%s begins or ends in another way:\n%s", f.name, body)
			}
		}
	}
}

// What the stages of laut find comes back whole.
func TestReadLaut(t *testing.T) {
	const text = "„Wir zahlen“, sagte Anna Meier. Das Geld sei da."
	h, err := New(laut.ReadContext)
	if err != nil {
		t.Fatal(err)
	}
	r := request{"POST", "/v1/read", []string{plain}, text}.send(h)
	var a laut.Article
	if err := json.Unmarshal([]byte(content(t, r)), &a); err != nil {
		t.Fatal(err)
	}
	if len(a.Claims) == 0 || a.Claims[0].Speaker.Name != "Anna Meier" {
		t.Errorf("claims %+v", a.Claims)
	}
}

// Of a page the article is read, whatever the charset.
func TestHTML(t *testing.T) {
	const page = "<title>München</title><p>Ein Absatz, der lang genug ist, um für einen Artikel zu gelten."
	const text = `"text":"München\n\nEin Absatz, der lang genug ist, um für einen Artikel zu gelten.\n"`
	latin := strings.ReplaceAll(page, "ü", "\xfc")
	h := newHandler(t, WithBodyLimit(120))
	tests := []struct {
		contentType, body string
		status            int
		want, reason      string
	}{
		{"text/html", page, 200, text, "no charset: UTF-8, since it is valid"},
		{"text/html; charset=iso-8859-1", latin, 200, text, "the header names another"},
		{"text/html", "<p>Ja.", 422, "no article found in the web page", "what is wrong is told"},
		{"text/html", "<p>" + strings.Repeat("a", 118), 413, "too-large", "the limit is that of the page"},
		{"text/pdf", "", 415, "text/plain, application/json, text/html", "HTML is among what can be sent"},
	}
	for _, tt := range tests {
		r := request{"POST", "/v1/read", []string{"Content-Type: " + tt.contentType}, tt.body}.send(h)
		if got := content(t, r); r.StatusCode != tt.status || !strings.Contains(got, tt.want) {
			t.Errorf("%s: status %d, %s", tt.reason, r.StatusCode, got)
		}
	}
}

// What a format has no form for is a problem and no broken answer.
func TestUnwritable(t *testing.T) {
	h, err := New(always(func(text string) *laut.Article {
		a := readSaid(said)
		a.Claims[0].Score = math.NaN()
		return a
	}))
	if err != nil {
		t.Fatal(err)
	}
	r := request{"POST", "/v1/read", []string{plain}, "Ja."}.send(h)
	if got := content(t, r); r.StatusCode != http.StatusInternalServerError || !strings.Contains(got, "urn:laut:problem:internal") {
		t.Errorf("status %d, %s", r.StatusCode, got)
	}
}

// Whatever is sent, the answer is an article or a problem, and an article is whole.
func FuzzRead(f *testing.F) {
	f.Add("", "text/plain", said)
	f.Add("format=html", "text/plain", "<script>alert(1)</script>")
	f.Add("offsets=utf16&tokens=true", "application/json", `{"text":"Ja. 🚢","id":7}`)
	f.Add("min_score=0.6", "application/json", `{"text":"\ud800`)
	h := newHandler(f)
	f.Add("", "A", "0")
	f.Add("min_score=A", "0", "0")
	f.Fuzz(func(t *testing.T, query, contentType, body string) {
		r, err := http.NewRequest("POST", "/v1/read", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.URL.RawQuery = query
		r.Header.Set("Content-Type", contentType)
		w := &recorder{header: make(http.Header)}
		h.ServeHTTP(w, r)
		switch ct := w.header.Get("Content-Type"); {
		case w.status == http.StatusInternalServerError:
			t.Errorf("%s", w.Bytes())
		case w.status != http.StatusOK && ct != "application/problem+json":
			t.Errorf("status %d as %s", w.status, ct)
		case strings.HasSuffix(ct, "json") && !json.Valid(w.Bytes()):
			t.Errorf("%s is not JSON", w.Bytes())
		}
	})
}

// recorder is a ResponseWriter without the checks of httptest's, which takes no request
// with a broken query.
type recorder struct {
	bytes.Buffer
	header http.Header
	status int
}

func (r *recorder) Header() http.Header    { return r.header }
func (r *recorder) WriteHeader(status int) { r.status = status }
func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	return r.Buffer.Write(b)
}

func TestAccepted(t *testing.T) {
	tests := []struct{ header, want, reason string }{
		{"text/html", "html", "the first of two with one media type"},
		{"application/ld+json", "schemaorg", "the first, if no profile is named"},
		{`application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"`, "webannotation", "a profile"},
		{`application/ld+json;profile="http://example.org/other"`, "", "a profile that no format has"},
		{`application/ld+json;profile="http://www.w3.org/ns/anno.jsonld";q=0.4, text/csv;q=0.6`, "csv", "a quality beside a profile"},
		{"text/*", "", "no ranges but the whole"},
	}
	for _, tt := range tests {
		got := ""
		if f := accepted([]string{tt.header}); f != nil {
			got = f.name
		}
		if got != tt.want {
			t.Errorf("%s: %s gives the format %q, want %q", tt.reason, tt.header, got, tt.want)
		}
	}
}

// A text in another encoding is read all the same, and the answer says which it was.
func TestCharsets(t *testing.T) {
	const text = "„Früh“, sagte sie."
	windows := "\x84Fr\xfch\x93, sagte sie."
	tests := []struct{ contentType, body, charset, reason string }{
		{plain, text, "", "UTF-8"},
		{plain, windows, "Windows-1252", "what is no UTF-8"},
		{"Content-Type: text/plain; charset=utf-8", windows, "Windows-1252", "whatever the client says"},
		{"Content-Type: text/plain; charset=ISO-8859-1", windows, "windows-1252", "the charset that it names"},
		{"Content-Type: text/plain; charset=macintosh", "\xe3Fr\x9fh\xd2, sagte sie.", "macintosh", "which may be any"},
		{plain, "\xff\xfeJ\x00a\x00", "UTF-16", "a byte order mark"},
		{jsonBody, `{"text":"` + windows + `"}`, "Windows-1252", "JSON"},
	}
	for _, tt := range tests {
		want := text
		if tt.charset == "UTF-16" {
			want = "Ja"
		}
		r := request{"POST", "/v1/read", []string{tt.contentType}, tt.body}.send(newHandler(t))
		if got := content(t, r); !strings.Contains(got, `"text":"`+want+`"`) || r.Header.Get(CharsetHeader) != tt.charset {
			t.Errorf("%s: %s %q: %s", tt.reason, CharsetHeader, r.Header.Get(CharsetHeader), got)
		}
	}
}
