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
