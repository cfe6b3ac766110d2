package browser

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
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

// formats say what each format of the menu must hold.
var formats = map[string]func(t *testing.T, output string){
	"json": func(t *testing.T, output string) {
		var want strings.Builder
		if err := (export.JSONLines{Offsets: export.UTF16}).Write(&want, export.StringID(""), laut.Read(article)); err != nil {
			t.Fatal(err)
		}
		if output != want.String() {
			t.Errorf("the JSON is\n%s\nwant\n%s", output, &want)
		}
		item, err := export.JSONLines{Offsets: export.UTF16}.Parse([]byte(output))
		if err != nil || len(item.Article.Claims) < 2 {
			t.Errorf("%+v, %v", item, err)
		}
	},
	"csv": func(t *testing.T, output string) {
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(output, "\uFEFF"))).ReadAll()
		if err != nil || len(rows) != 1+len(laut.Read(article).Claims) || !strings.Contains(output, "Katharina Brandt") {
			t.Errorf("%d rows, %v:\n%s", len(rows), err, output)
		}
	},
}

// choose chooses a format in the menu as a person does.
func (b *tab) choose(format, offsets string) {
	b.Helper()
	b.do(chromedp.SetValue(chromedp.CSS("#format"), format))
	eval[bool](b, `document.querySelector('#format').dispatchEvent(new Event('change'))`)
	b.do(chromedp.SetValue(chromedp.CSS("#offsets"), offsets))
}

// checkFormats checks what the page gives for each format of its menu.
func checkFormats(b *tab, get func(format string) string) {
	b.Helper()
	for _, name := range eval[[]string](b, `[...document.querySelector('#format').options].map(o => o.value)`) {
		b.choose(name, "utf16")
		b.hold(`(document.querySelector('#offsets').checkVisibility()) === ('offsets' in document.querySelector('#format').selectedOptions[0].dataset)`, name+" has offsets if it can")
		output := get(name)
		if check, ok := formats[name]; ok {
			check(b.T, output)
		} else if !strings.Contains(output, "Brandt") {
			b.Errorf("%s lacks a speaker:\n%s", name, output)
		}
	}
}

func testDownload(t *testing.T, ctx context.Context, s site) {
	folder := t.TempDir()
	b := read(t, ctx, s, article)
	callBrowser(b, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: folder})
	checkFormats(b, func(format string) string {
		b.click("#download")
		b.wait(`document.querySelector('#status').textContent.includes('heruntergeladen')`)
		name, _, _ := strings.Cut(eval[string](b, `document.querySelector('#status').textContent`), " ")
		path := filepath.Join(folder, name)
		for deadline := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
			if out, err := os.ReadFile(path); err == nil && len(out) > 0 {
				return string(out)
			}
			if time.Now().After(deadline) {
				t.Fatalf("%s did not come", name)
			}
		}
	})
}

func testCopy(t *testing.T, ctx context.Context, s site) {
	b := read(t, ctx, s, article)
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		callBrowser(b, browser.SetPermission, browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: "granted"})
	}
	checkFormats(b, func(string) string {
		b.click("#copy")
		b.wait(`document.querySelector('#status').textContent === 'Kopiert.'`)
		return eval[string](b, `navigator.clipboard.readText()`)
	})
}
