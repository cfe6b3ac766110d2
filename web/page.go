package web

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"path"
	"strings"
	"sync"
	"testing/fstest" // the file system in memory, which is no test
	"time"

	"github.com/laut-nlp/laut/export"
)

//go:embed page
var embedded embed.FS

//go:embed openapi.json
var openAPI string

// Files returns the files of the page: index.html and all that it loads, by relative
// addresses. Together they work on a server for static files if backend.js is replaced by
// one that sets globalThis.lautBackend to a function that reads without laut's server, for
// instance laut as WebAssembly. The file backend.js says what the function must do.
func Files() fs.FS { return files() }

var files = sync.OnceValue(func() fstest.MapFS {
	m := make(fstest.MapFS)
	names, _ := fs.Glob(embedded, "page/*")
	for _, name := range names {
		data, _ := embedded.ReadFile(name) // it is in the binary
		m[path.Base(name)] = &fstest.MapFile{Data: data, Mode: 0o444}
	}
	m["view.css"] = &fstest.MapFile{Data: []byte(export.ViewStyle), Mode: 0o444}
	m["view.js"] = &fstest.MapFile{Data: []byte(export.ViewScript), Mode: 0o444}
	return m
})

// asset is a file that the handler serves.
type asset struct {
	name, mediaType string
	data            string
	tag             string // the ETag
	policy          string
}

// assets are the files that are served, by path.
var assets = sync.OnceValue(func() map[string]*asset {
	m := make(map[string]*asset)
	for name, file := range files() {
		m["/"+name] = newAsset(name, string(file.Data), pagePolicy)
	}
	m["/"] = m["/index.html"]
	m["/v1/openapi.json"] = newAsset("openapi.json", openAPI, answerPolicy)
	return m
})

// mediaTypes are fixed here, so that they don't depend on the machine.
var mediaTypes = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".json": "application/json",
	".svg":  "image/svg+xml",
	".txt":  "text/plain; charset=utf-8",
}

func newAsset(name, data, policy string) *asset {
	return &asset{
		name: name, data: data, policy: policy,
		mediaType: mediaTypes[path.Ext(name)],
		tag:       fmt.Sprintf(`"%x"`, sha256.Sum256([]byte(data)))[:18] + `"`,
	}
}

// serve sends the file, or 304 to who has it. Browsers keep it but ask each time, so that
// they never mix the files of two versions.
func (a *asset) serve(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Type", a.mediaType)
	header.Set("Content-Security-Policy", a.policy)
	header.Set("Cache-Control", "no-cache")
	header.Set("ETag", a.tag)
	http.ServeContent(w, r, a.name, time.Time{}, strings.NewReader(a.data))
}

// Nothing that is not of the page's own files is loaded or run.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// What the API answers is to be read by programs, and does nothing where a browser shows it.
const answerPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

// secure sets the headers that every answer has.
func (h *handler) secure(header http.Header, r *http.Request) {
	header.Set("Content-Security-Policy", answerPolicy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	header.Set("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()")
	header.Set("Cache-Control", "no-store")
	if len(h.origins) == 0 {
		return
	}
	header.Add("Vary", "Origin")
	if origin := r.Header.Get("Origin"); h.origins[origin] {
		header.Set("Access-Control-Allow-Origin", origin)
		header.Set("Access-Control-Expose-Headers", "Retry-After, "+CharsetHeader)
	}
}

// options answers OPTIONS: what the path takes, and whether a page of another origin may
// send it (a preflight).
func (h *handler) options(w http.ResponseWriter, r *http.Request, allow string) *problem {
	header := w.Header()
	header.Set("Allow", allow)
	if r.Header.Get("Access-Control-Request-Method") != "" {
		if origin := r.Header.Get("Origin"); !h.origins[origin] {
			return crossOrigin.with("The origin %q may not use this server.", origin)
		}
		header.Add("Vary", "Access-Control-Request-Method, Access-Control-Request-Headers")
		header.Set("Access-Control-Allow-Methods", allow)
		header.Set("Access-Control-Allow-Headers", "Accept, Content-Type")
		header.Set("Access-Control-Max-Age", "600")
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// hostname returns the host without its port, the brackets of IPv6 and a final full stop.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.ToLower(strings.TrimSuffix(host, "."))
}
