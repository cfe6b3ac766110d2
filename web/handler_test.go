package web

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
)

// said is what the articles of these tests hold: a claim that is sure and one that is not.
const said = "„Ja“, sagte Lea Brunner. Es schneie 🚢."

// readSaid reads as the tests need it, so that they don't depend on how well laut reads.
func readSaid(text string) *laut.Article {
	a := &laut.Article{Document: extract.Parse(text)}
	if text == said {
		a.Claims = []claims.Claim{
			{Kind: claims.Direct, Content: []extract.Span{{Start: 0, End: len("„Ja“")}}, Speaker: claims.Speaker{Name: "Lea Brunner"}, Score: .9},
			{Kind: claims.Continued, Content: []extract.Span{{Start: strings.Index(said, "Es"), End: len(said)}}, Score: .5},
		}
	}
	return a
}

// always makes what New takes of a function that nothing ends.
func always(read func(string) *laut.Article) func(context.Context, string) (*laut.Article, error) {
	return func(_ context.Context, text string) (*laut.Article, error) { return read(text), nil }
}

func newHandler(t testing.TB, options ...Option) http.Handler {
	t.Helper()
	h, err := New(always(readSaid), options...)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// request is a request of a test. Headers are "Name: value".
type request struct {
	method, target string
	headers        []string
	body           string
}

func (q request) send(h http.Handler) *http.Response {
	r := httptest.NewRequest(q.method, q.target, strings.NewReader(q.body))
	for _, line := range q.headers {
		name, value, _ := strings.Cut(line, ": ")
		if name == "Host" {
			r.Host = value
		}
		r.Header.Add(name, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func content(t testing.TB, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

const (
	plain    = "Content-Type: text/plain"
	jsonBody = "Content-Type: application/json"
	htmlBody = "Content-Type: text/html"
)

func TestProblems(t *testing.T) {
	h := newHandler(t, WithBodyLimit(100), WithHosts("example.com"), WithOrigins("https://redaktion.example"))
	post := func(target string, body string, headers ...string) request {
		return request{http.MethodPost, target, headers, body}
	}
	tests := []struct {
		request
		problem *problem
		detail  string // a part of it
		reason  string
	}{
		{post("/v1/read", "", plain), noText, "empty", "nothing"},
		{post("/v1/read", " \n\t", plain), noText, "empty", "nothing but white space"},
		{post("/v1/read", "\uFEFF", plain), noText, "empty", "nothing but a byte order mark"},
		{post("/v1/read", `{"id":"a"}`, jsonBody), noText, `no "text"`, "no key text"},
		{post("/v1/read", `{"text":null}`, jsonBody), noText, `no "text"`, "null is no text"},
		{post("/v1/read", `{"Text":"Ja."}`, jsonBody), noText, `no "text"`, "keys match exactly"},
		{post("/v1/read", `{"text":""}`, jsonBody), noText, "empty", "an empty text"},
		{post("/v1/read", `{"text":7}`, jsonBody), malformedJSON, "not a string", "a text is a string"},
		{post("/v1/read", `{"text":"Ja.","id":true}`, jsonBody), malformedJSON, `"id"`, "an id is a string or a number"},
		{post("/v1/read", `["Ja."]`, jsonBody), malformedJSON, "not a JSON object", "an array"},
		{post("/v1/read", `null`, jsonBody), malformedJSON, "not a JSON object", "null is no object"},
		{post("/v1/read", `{"text":"Ja."`, jsonBody), malformedJSON, "byte 13", "the end is missing"},
		{post("/v1/read", `{"text":"Ja."} {}`, jsonBody), malformedJSON, "byte 16", "more than one object"},
		{post("/v1/read", "", jsonBody), malformedJSON, "byte 0", "no JSON at all"},
		{post("/v1/read", strings.Repeat("a", 101), plain), tooLarge, "100 bytes", "a byte too many"},
		{post("/v1/read", "Ja."), unsupportedMedia, "text/plain, application/json, text/html", "no media type"},
		{post("/v1/read", "Ja.", "Content-Type: text/"), unsupportedMedia, `"text/"`, "a broken media type"},
		{post("/v1/read", "Ja.", "Content-Type: application/pdf"), unsupportedMedia, "application/pdf", "another media type"},
		{post("/v1/read", "Ja.", "Content-Type: application/x-www-form-urlencoded"), unsupportedMedia, "", "what a form sends without asking"},
		{post("/v1/read", "<p>Ja.", htmlBody), noText, "no article", "a page without an article"},
		{post("/v1/read", "Ja.", "Content-Type: text/plain; charset=iso-8859-99"), unsupportedMedia, "iso-8859-99", "a charset that nobody knows"},
		{post("/v1/read", "%PDF-1.7", plain), unsupportedMedia, "application/pdf", "no text at all"},
		{post("/v1/read", "Ja\xff", plain), unsupportedMedia, "neither UTF-8", "no encoding that can be told"},
		{post("/v1/read", "Ja.", plain, "Content-Encoding: gzip"), unsupportedMedia, "gzip", "a compressed body"},
		{post("/v1/read?formt=json", "Ja.", plain), unknownParameter, `"formt"`, "a slip"},
		{post("/v1/read?Format=json", "Ja.", plain), unknownParameter, `"Format"`, "names match exactly"},
		{post("/v1/read?format=xml", "Ja.", plain), invalidParameter, "want json, html", "no such format"},
		{post("/v1/read?format=", "Ja.", plain), invalidParameter, "want json", "no format"},
		{post("/v1/read?format=json&format=json", "Ja.", plain), invalidParameter, "2 times", "twice"},
		{post("/v1/read?offsets=chars", "Ja.", plain), invalidParameter, "want bytes, runes or utf16", "no such unit"},
		{post("/v1/read?tokens=1", "Ja.", plain), invalidParameter, "want true, false", "one spelling each"},
		{post("/v1/read?min_score=1.5", "Ja.", plain), invalidParameter, "from 0 to 1", "more than certain"},
		{post("/v1/read?min_speaker_score=-1", "Ja.", plain), invalidParameter, "from 0 to 1", "less than never"},
		{post("/v1/read?min_score=NaN", "Ja.", plain), invalidParameter, "from 0 to 1", "not a number"},
		{post("/v1/read?format=html&offsets=runes", "Ja.", plain), invalidParameter, "html has no offsets", "better told than left out"},
		{post("/v1/read?format=html&tokens=true", "Ja.", plain), invalidParameter, "html has no tokens", "better told than left out"},
		{post("/v1/read?format=json;tokens=true", "Ja.", plain), invalidParameter, "semicolon", "no parameter is lost"},
		{post("/v1/read", "Ja.", plain, "Accept: image/png"), notAcceptable, "json, html", "no such format"},
		{post("/v1/read", "Ja.", plain, "Accept: application/json;q=0"), notAcceptable, "", "anything but JSON"},
		{post("/v1/read", "Ja.", plain, "Origin: https://evil.example"), crossOrigin, "evil.example", "a foreign page"},
		{post("/v1/read", "Ja.", plain, "Sec-Fetch-Site: cross-site"), crossOrigin, "", "a foreign page that hides its name"},
		{post("/v1/read", "Ja.", plain, "Origin: null"), crossOrigin, "null", "a page in a sandbox"},
		{post("/v1/read", "Ja.", plain, "Origin: http://redaktion.example"), crossOrigin, "http:", "the scheme counts"},
		{request{"OPTIONS", "/v1/read", []string{"Origin: https://evil.example", "Access-Control-Request-Method: POST"}, ""}, crossOrigin, "", "the preflight of a foreign page"},
		{request{"GET", "/", []string{"Host: evil.example"}, ""}, unknownHost, "evil.example", "a foreign name that resolves to this server"},
		{request{"GET", "/healthz", []string{"Host: "}, ""}, unknownHost, "", "no host, as HTTP/1.0 allows"},
		{request{"GET", "/v1/read", nil, ""}, methodNotAllowed, "POST", "reading is POST"},
		{request{"PUT", "/healthz", nil, ""}, methodNotAllowed, "GET, HEAD", "health is GET"},
		{request{"POST", "/", nil, ""}, methodNotAllowed, "GET, HEAD", "the page is GET"},
		{request{"GET", "/v2/read", nil, ""}, notFound, "/v2/read", "nothing there"},
		{request{"GET", "/page/index.html", nil, ""}, notFound, "", "the folder is not seen"},
		{request{"GET", "/../web.go", nil, ""}, notFound, "", "nothing beside the page"},
		{request{"GET", "/v1/read/", nil, ""}, notFound, "", "paths match exactly"},
	}
	for _, tt := range tests {
		r := tt.send(h)
		var got problem
		if err := json.Unmarshal([]byte(content(t, r)), &got); err != nil {
			t.Errorf("%s: %s %s: %v", tt.reason, tt.method, tt.target, err)
			continue
		}
		if got.Type != tt.problem.Type || got.Title != tt.problem.Title || got.Status != tt.problem.Status || r.StatusCode != got.Status {
			t.Errorf("%s: %s %s %v: status %d, %+v, want %+v", tt.reason, tt.method, tt.target, tt.headers, r.StatusCode, got, tt.problem)
		}
		if !strings.Contains(got.Detail, tt.detail) {
			t.Errorf("%s: the detail %q lacks %q", tt.reason, got.Detail, tt.detail)
		}
		if ct := r.Header.Get("Content-Type"); ct != "application/problem+json" {
			t.Errorf("%s: a problem as %s", tt.reason, ct)
		}
		if got.Status == http.StatusMethodNotAllowed && r.Header.Get("Allow") == "" {
			t.Errorf("%s: no header Allow", tt.reason)
		}
		if got.Status == http.StatusUnsupportedMediaType && r.Header.Get("Accept-Post") != "text/plain, application/json, text/html" {
			t.Errorf("%s: Accept-Post %q", tt.reason, r.Header.Get("Accept-Post"))
		}
	}
}

// A broken body is told with the place, for programs too.
func TestMalformedJSONByte(t *testing.T) {
	r := request{"POST", "/v1/read", []string{jsonBody}, `{"text":,}`}.send(newHandler(t))
	var got problem
	if err := json.Unmarshal([]byte(content(t, r)), &got); err != nil || got.Byte != 9 {
		t.Errorf("byte %d, %v; want 9", got.Byte, err)
	}
}

// A body whose length is not told is cut off all the same.
func TestTooLargeChunked(t *testing.T) {
	s := httptest.NewServer(newHandler(t, WithBodyLimit(100)))
	defer s.Close()
	for size, want := range map[int]int{100: http.StatusOK, 101: http.StatusRequestEntityTooLarge, 1 << 20: http.StatusRequestEntityTooLarge} {
		body := io.MultiReader(strings.NewReader(strings.Repeat("a", size))) // hides the length
		r, err := http.Post(s.URL+"/v1/read", "text/plain", body)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode != want {
			t.Errorf("%d bytes: status %d, want %d", size, r.StatusCode, want)
		}
	}
}

// brokenBody ends too early.
type brokenBody struct{}

func (brokenBody) Read([]byte) (int, error) { return 0, errors.New("cable cut") }

func TestIncompleteBody(t *testing.T) {
	r := httptest.NewRequest("POST", "/v1/read", io.MultiReader(strings.NewReader("Ja"), brokenBody{}))
	r.Header.Set("Content-Type", "text/plain")
	w := httptest.NewRecorder()
	newHandler(t).ServeHTTP(w, r)
	if got := w.Body.String(); w.Code != http.StatusBadRequest || !strings.Contains(got, "incomplete-body") || !strings.Contains(got, "after 2 bytes") {
		t.Errorf("status %d, %s", w.Code, got)
	}
}

// Who is too slow is told so, and not between which addresses it was.
func TestIncompleteBodyAddresses(t *testing.T) {
	s := httptest.NewUnstartedServer(newHandler(t))
	s.Config.ReadTimeout = 100 * time.Millisecond
	s.Start()
	defer s.Close()
	c, err := net.Dial("tcp", s.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	io.WriteString(c, "POST /v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nJa")
	answer, err := io.ReadAll(c)
	if got := string(answer); err != nil || !strings.Contains(got, "The body ended after 2 bytes: i/o timeout.") || strings.Contains(got, "127.0.0.1") {
		t.Errorf("%v, %s", err, got)
	}
}

// A panic is answered and logged, without what it may hold of the text.
func TestPanic(t *testing.T) {
	tests := []struct {
		read        func(string) *laut.Article
		logs, hides string
		reason      string
	}{
		{func(text string) *laut.Article { panic("cannot read " + text) }, "string", "geheim", "a value may hold the text"},
		{func(text string) *laut.Article { var none []int; _ = none[len(text)]; return nil }, "index out of range", "geheim", "the runtime's do not"},
	}
	for _, tt := range tests {
		var log strings.Builder
		h, err := New(always(tt.read), WithWorkers(1), WithLogger(slog.New(slog.NewTextHandler(&log, nil))))
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // the turn comes back
			r := request{"POST", "/v1/read", []string{plain}, "Ein geheimer Text."}.send(h)
			if got := content(t, r); r.StatusCode != http.StatusInternalServerError || !strings.Contains(got, "urn:laut:problem:internal") || strings.Contains(got, "geheim") {
				t.Errorf("%s: status %d, %s", tt.reason, r.StatusCode, got)
			}
		}
		if got := log.String(); !strings.Contains(got, tt.logs) || strings.Contains(got, tt.hides) || !strings.Contains(got, "/v1/read") {
			t.Errorf("%s: logged %s", tt.reason, got)
		}
	}
	// net/http's own way to break off stays as it is.
	h, err := New(always(func(string) *laut.Article { panic(http.ErrAbortHandler) }))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if v := recover(); v != http.ErrAbortHandler {
			t.Errorf("recovered %v, want http.ErrAbortHandler", v)
		}
	}()
	request{"POST", "/v1/read", []string{plain}, "Ja."}.send(h)
}

func TestOptions(t *testing.T) {
	tests := []struct {
		option Option
		ok     bool
		reason string
	}{
		{WithBodyLimit(1), true, ""},
		{WithBodyLimit(0), false, "no article fits"},
		{WithWorkers(1), true, ""},
		{WithWorkers(0), false, "nobody reads"},
		{WithWait(1), true, ""},
		{WithWait(0), false, "nobody gets a turn"},
		{WithOrigins(), true, "none is the default"},
		{WithOrigins("https://redaktion.example", "http://localhost:3000"), true, ""},
		{WithOrigins("redaktion.example"), false, "no scheme"},
		{WithOrigins("https://redaktion.example/"), false, "a path, which no browser sends"},
		{WithOrigins("https://Redaktion.example"), false, "browsers send lower case"},
		{WithOrigins("*"), false, "everybody is nobody in particular"},
		{WithOrigins("null"), false, "any page can be in a sandbox"},
		{WithHosts("localhost", "127.0.0.1", "::1", "[::1]", "laut.example:8080"), true, ""},
		{WithHosts(""), false, "no name"},
		{WithHosts("http://localhost"), false, "an origin"},
		{WithLogger(slog.Default()), true, ""},
		{WithLogger(nil), false, "no logger"},
	}
	for i, tt := range tests {
		if _, err := New(always(readSaid), tt.option); (err == nil) != tt.ok {
			t.Errorf("option %d: error %v (%s)", i, err, tt.reason)
		}
	}
	_, err := New(nil, WithWorkers(-1), WithBodyLimit(-1))
	if err == nil || strings.Count(err.Error(), "\n") != 2 || strings.Count(err.Error(), "web: ") != 3 {
		t.Errorf("error %v, want all three", err)
	}
}
