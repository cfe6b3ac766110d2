package web

import (
	"io/fs"
	"maps"
	"mime"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestAssets(t *testing.T) {
	h := newHandler(t)
	tests := []struct{ path, mediaType string }{
		{"/", "text/html; charset=utf-8"},
		{"/v1/openapi.json", "application/json"},
	}
	for name := range files() {
		tests = append(tests, struct{ path, mediaType string }{"/" + name, ""})
	}
	for _, tt := range tests {
		r := request{"GET", tt.path, nil, ""}.send(h)
		body := content(t, r)
		mediaType := r.Header.Get("Content-Type")
		if _, _, err := mime.ParseMediaType(mediaType); err != nil || tt.mediaType != "" && mediaType != tt.mediaType {
			t.Errorf("%s: Content-Type %q", tt.path, mediaType)
		}
		if r.StatusCode != http.StatusOK || body == "" {
			t.Errorf("%s: status %d, %d bytes", tt.path, r.StatusCode, len(body))
		}
		if r.Header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s: Cache-Control %q", tt.path, r.Header.Get("Cache-Control"))
		}
		again := request{"GET", tt.path, []string{"If-None-Match: " + r.Header.Get("ETag")}, ""}.send(h)
		if again.StatusCode != http.StatusNotModified || content(t, again) != "" {
			t.Errorf("%s: status %d to who has it", tt.path, again.StatusCode)
		}
		if other := (request{"GET", tt.path, []string{`If-None-Match: "x"`}, ""}).send(h); other.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d to who has another", tt.path, other.StatusCode)
		}
		if head := (request{"HEAD", tt.path, nil, ""}).send(h); head.StatusCode != http.StatusOK || content(t, head) != "" {
			t.Errorf("%s: HEAD has status %d", tt.path, head.StatusCode)
		}
	}
	tags := make(map[string]string)
	for path, a := range assets() {
		if other, ok := tags[a.tag]; ok && a != assets()[other] {
			t.Errorf("%s and %s have the tag %s", path, other, a.tag)
		}
		tags[a.tag] = path
	}
}

func TestFiles(t *testing.T) {
	names := slices.Sorted(maps.Keys(files()))
	if err := fstest.TestFS(Files(), names...); err != nil {
		t.Error(err)
	}
	want := []string{"app.css", "app.js", "backend.js", "beispiel.txt", "icon.svg", "index.html", "view.css", "view.js"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

// The page loads its own files by relative addresses, so that it works below any path, and
// nothing in it needs a weaker policy.
func TestPageIsSelfContained(t *testing.T) {
	page := readFile(t, "index.html")
	for _, m := range regexp.MustCompile(`(?:href|src)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if _, err := fs.Stat(Files(), m[1]); err != nil {
			t.Errorf("index.html refers to %s: %v", m[1], err)
		}
	}
	for name, forbidden := range map[string]string{
		"index.html": `\son\w+=|\sstyle=|<style|<script>|javascript:|://`,
		"app.css":    `url\(|@import`,
		"app.js":     `\beval\(|new Function|localStorage|sessionStorage|indexedDB|cookie|://|['"\x60]/`,
		"backend.js": `\beval\(|new Function|://|['"\x60]/`,
	} {
		if found := regexp.MustCompile(forbidden).FindString(readFile(t, name)); found != "" {
			t.Errorf("%s has %q", name, found)
		}
	}
}

// The menu of the page has the formats that a person may want to keep, in their order: all
// but the view itself.
func TestMenu(t *testing.T) {
	page := readFile(t, "index.html")
	_, menu, _ := strings.Cut(page, `<select id="format">`)
	menu, _, _ = strings.Cut(menu, "</select>")
	type option struct {
		Name, MediaType string
		Offsets         bool
	}
	var got, want []option
	for _, m := range regexp.MustCompile(`<option value="(\w+)" data-type="([^"]+)" data-extension="\w+"( data-offsets)?>`).FindAllStringSubmatch(menu, -1) {
		got = append(got, option{m[1], m[2], m[3] != ""})
	}
	for _, f := range formats {
		if f.name != "html" {
			want = append(want, option{f.name, bareType(f), slices.Contains(f.Takes, "offsets")})
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("menu (-formats +page):\n%s", diff)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	b, err := fs.ReadFile(Files(), name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Every answer, whatever it says, forbids what the page does not need.
func TestSecurityHeaders(t *testing.T) {
	h := newHandler(t)
	for _, q := range []request{
		{"GET", "/", nil, ""},
		{"GET", "/app.js", nil, ""},
		{"GET", "/healthz", nil, ""},
		{"GET", "/v1/openapi.json", nil, ""},
		{"GET", "/nothing", nil, ""},
		{"PUT", "/", nil, ""},
		{"OPTIONS", "/v1/read", nil, ""},
		{"POST", "/v1/read", []string{plain}, said},
		{"POST", "/v1/read?format=html", []string{plain}, said},
		{"POST", "/v1/read", []string{plain, "Origin: https://evil.example"}, said},
	} {
		header := q.send(h).Header
		policy := header.Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none'; ") || !strings.Contains(policy, "frame-ancestors 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
			t.Errorf("%s %s: Content-Security-Policy %s", q.method, q.target, policy)
		}
		if page := q.method == "GET" && (q.target == "/" || q.target == "/app.js"); page != strings.Contains(policy, "script-src") {
			t.Errorf("%s %s: scripts in the policy %s", q.method, q.target, policy)
		}
		for name, want := range map[string]string{
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "no-referrer",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
		} {
			if got := header.Get(name); got != want {
				t.Errorf("%s %s: %s %q, want %q", q.method, q.target, name, got, want)
			}
		}
		if !strings.Contains(header.Get("Permissions-Policy"), "microphone=()") {
			t.Errorf("%s %s: Permissions-Policy %q", q.method, q.target, header.Get("Permissions-Policy"))
		}
		for name := range header {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s %s: %s, and no origin is allowed", q.method, q.target, name)
			}
		}
	}
}

func TestOrigins(t *testing.T) {
	const ours, other = "https://redaktion.example", "https://evil.example"
	h := newHandler(t, WithOrigins(ours))
	tests := []struct {
		request
		status int
		allows string
		reason string
	}{
		{request{"POST", "/v1/read", []string{plain, "Origin: " + ours, "Sec-Fetch-Site: cross-site"}, said}, 200, ours, "an origin that may"},
		{request{"POST", "/v1/read", []string{plain, "Origin: " + ours}, ""}, 422, ours, "it may read what went wrong too"},
		{request{"POST", "/v1/read", []string{plain, "Origin: " + other}, said}, 403, "", "one that may not"},
		{request{"POST", "/v1/read", []string{plain, "Origin: http://example.com"}, said}, 200, "", "the page's own origin needs no permission"},
		{request{"POST", "/v1/read", []string{plain}, said}, 200, "", "a program has no origin"},
		{request{"GET", "/healthz", []string{"Origin: " + other}, ""}, 200, "", "reading is safe, and the browser keeps the answer from the page"},
		{request{"OPTIONS", "/v1/read", []string{"Origin: " + ours, "Access-Control-Request-Method: POST"}, ""}, 204, ours, "a preflight"},
		{request{"OPTIONS", "/v1/read", nil, ""}, 204, "", "no preflight"},
	}
	for _, tt := range tests {
		r := tt.send(h)
		if got := r.Header.Get("Access-Control-Allow-Origin"); r.StatusCode != tt.status || got != tt.allows {
			t.Errorf("%s: status %d, allows %q, want %d and %q", tt.reason, r.StatusCode, got, tt.status, tt.allows)
		}
		if !strings.Contains(strings.Join(r.Header.Values("Vary"), ","), "Origin") {
			t.Errorf("%s: Vary %q", tt.reason, r.Header.Values("Vary"))
		}
		preflight := tt.method == http.MethodOptions && tt.allows != ""
		if got := r.Header.Get("Access-Control-Allow-Methods"); (got == "OPTIONS, POST" || got == "POST, OPTIONS") != preflight {
			t.Errorf("%s: allows the methods %q", tt.reason, got)
		}
		if got := r.Header.Get("Access-Control-Allow-Headers"); strings.Contains(got, "Content-Type") != preflight {
			t.Errorf("%s: allows the headers %q", tt.reason, got)
		}
		if r.Header.Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%s: allows credentials", tt.reason)
		}
	}
}

func TestHosts(t *testing.T) {
	h := newHandler(t, WithHosts("localhost", "127.0.0.1"), WithHosts("[::1]", "Laut.Example."))
	tests := []struct {
		host string
		ok   bool
	}{
		{"localhost", true},
		{"localhost:8080", true},
		{"LOCALHOST.", true},
		{"127.0.0.1:1", true},
		{"[::1]", true},
		{"[::1]:8080", true},
		{"laut.example", true},
		{"127.0.0.2", false},
		{"localhost.evil.example", false},
		{"evil.example:8080", false},
		{"", false},
	}
	for _, tt := range tests {
		r := request{"GET", "/healthz", []string{"Host: " + tt.host}, ""}.send(h)
		if (r.StatusCode == http.StatusOK) != tt.ok {
			t.Errorf("host %q: status %d", tt.host, r.StatusCode)
		}
	}
	if r := (request{"GET", "/healthz", []string{"Host: whoever.example"}, ""}).send(newHandler(t)); r.StatusCode != http.StatusOK {
		t.Errorf("without WithHosts: status %d", r.StatusCode)
	}
}
