package browser

import (
	"bufio"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/web"
)

// TestServe looks at the page of laut serve.
func TestServe(t *testing.T) {
	browser := newBrowser(t)
	testPage(t, browser, site{url: startServe(t), html: true})
}

// TestStatic looks at the same page on a server for static files, with a backend of its own:
// here laut on another origin, which must let the page in.
func TestStatic(t *testing.T) {
	browser := newBrowser(t)
	folder := t.TempDir()
	if err := os.CopyFS(folder, web.Files()); err != nil {
		t.Fatal(err)
	}
	static := httptest.NewServer(http.FileServer(http.Dir(folder)))
	t.Cleanup(static.Close)
	handler, err := web.New(laut.ReadContext, web.WithOrigins(static.URL))
	if err != nil {
		t.Fatal(err)
	}
	api := httptest.NewServer(handler)
	t.Cleanup(api.Close)
	backend, err := fs.ReadFile(web.Files(), "backend.js")
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := strings.Replace(string(backend), "fetch(`v1/read", "fetch(`"+api.URL+"/v1/read", 1)
	path := filepath.Join(folder, "backend.js")
	if err := errors.Join(os.Remove(path), os.WriteFile(path, []byte(elsewhere), 0o644)); err != nil {
		t.Fatal(err)
	}
	testPage(t, browser, site{url: static.URL + "/", html: true})
}

// TestWasm looks at the page whose laut runs in the browser.
func TestWasm(t *testing.T) {
	browser := newBrowser(t)
	folder := filepath.Join(t.TempDir(), "site")
	if out, err := exec.Command("go", "run", "github.com/laut-nlp/laut/examples/wasm", "-o", folder).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	static := httptest.NewServer(http.FileServer(http.Dir(folder)))
	t.Cleanup(static.Close)
	testPage(t, browser, site{url: static.URL + "/"})
}

// startServe builds laut from the tree, starts it on a free port and returns its address.
func startServe(t *testing.T) string {
	t.Helper()
	laut := filepath.Join(t.TempDir(), "laut")
	build := exec.Command("go", "build", "-o", laut, "./cmd/laut")
	build.Dir = "../.." // what the command needs is in the other module's go.sum
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(laut, "serve", "-addr", "127.0.0.1:0")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Error(err)
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("laut serve: %v", err)
		}
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line)
}
