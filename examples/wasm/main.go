// Wasm writes a web page that reads articles in the browser, without a server: the
// page of laut serve, and laut itself as WebAssembly. Any server for static files will do.
//
//	go run github.com/laut-nlp/laut/examples/wasm -o site
//	go run github.com/laut-nlp/laut/examples/wasm -o site -addr 127.0.0.1:8081   and serve it
package main

import (
	"bytes"
	"compress/gzip"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/laut-nlp/laut/web"
)

// page holds what takes the place of the server: a backend.js of its own, and the worker in
// which laut runs.
//
//go:embed page
var page embed.FS

func main() {
	log.SetFlags(0)
	out := flag.String("o", "site", "`folder` to write to")
	addr := flag.String("addr", "", "`address` to serve the folder on")
	flag.Parse()
	if flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	plain, packed, err := build(*out)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s: laut.wasm has %.1f MB, %.1f MB with gzip\n", *out, mb(plain), mb(packed))
	if *addr == "" {
		return
	}
	fmt.Printf("http://%s/\n", *addr)
	server := &http.Server{Addr: *addr, Handler: http.FileServer(http.Dir(*out)), ReadHeaderTimeout: 10 * time.Second}
	log.Fatal(server.ListenAndServe())
}

func mb(bytes int) float64 { return float64(bytes) / 1e6 }

// build writes the page into a folder. It returns the bytes of laut as WebAssembly, and
// those after compression, which are what a browser loads.
func build(folder string) (plain, packed int, err error) {
	files := make(map[string][]byte)
	for _, from := range []fs.FS{web.Files(), must(fs.Sub(page, "page"))} { // the second replaces
		for _, name := range must(fs.Glob(from, "*")) {
			files[name] = must(fs.ReadFile(from, name))
		}
	}
	if files["index.html"], err = allowWasm(files["index.html"]); err != nil {
		return 0, 0, err
	}
	// The glue between browser and program belongs to the Go that compiles.
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return 0, 0, err
	}
	files["wasm_exec.js"], err = os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return 0, 0, err
	}
	program, err := compile()
	if err != nil {
		return 0, 0, err
	}
	var b bytes.Buffer
	z := must(gzip.NewWriterLevel(&b, gzip.BestCompression))
	must(z.Write(program)) // into memory
	must(0, z.Close())
	files["laut.wasm.gz"] = b.Bytes()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return 0, 0, err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			return 0, 0, err
		}
	}
	return len(program), b.Len(), nil
}

// policy allows what the page needs, and WebAssembly. The server of laut sends one like it.
const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ` +
	`style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'">`

// allowWasm writes the policy into the page, after its charset, which must come first.
func allowWasm(html []byte) ([]byte, error) {
	const charset = `<meta charset="utf-8">` + "\n"
	before, after, ok := bytes.Cut(html, []byte(charset))
	if !ok {
		return nil, errors.New("index.html names no charset, after which the policy should stand")
	}
	return fmt.Appendf(nil, "%s%s%s\n%s", before, charset, policy, after), nil
}

// compile returns laut as WebAssembly.
func compile() ([]byte, error) {
	folder, err := os.MkdirTemp("", "laut-wasm")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "laut.wasm")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", path, "github.com/laut-nlp/laut/examples/wasm/reader")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	var messages bytes.Buffer
	build.Stderr = &messages
	if err := build.Run(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, &messages)
	}
	return os.ReadFile(path)
}

// must is for what only a fault of this program could make fail.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
