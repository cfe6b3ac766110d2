// Package browser holds tests of laut's page in a real browser, Chromium, which is looked
// for in the path. They are a module of their own, so that only they need its driver.
//
//	go test ./...
//
// With LAUT_SCREENSHOTS=FOLDER they leave pictures of the page there.
package browser

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience is how long a test waits for what must happen soon.
const patience = 20 * time.Second

// newBrowser starts Chromium with an empty profile. Without one the test is skipped, but
// not in CI, where it has to be there.
func newBrowser(t *testing.T) context.Context {
	t.Helper()
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("no Chromium in the path")
		}
		t.Skip("no Chromium in the path: this test has seen nothing")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path),
		chromedp.UserDataDir(t.TempDir()),
		chromedp.NoSandbox, // as root it has none
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
	)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("%s does not start: %v", path, err)
	}
	return ctx
}

// tab is a page in the browser.
type tab struct {
	*testing.T
	ctx     context.Context
	console chan chromedp.ConsoleMessage
	errors  []string // of the console, among them violations of the policy
}

// open opens a page in a new tab, after what prepare does. At the end of the test the
// console must hold no error.
func open(t *testing.T, browser context.Context, url string, prepare ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil { // makes the tab, which lives as long as ctx
		t.Fatal(err)
	}
	b := &tab{T: t, ctx: ctx, console: make(chan chromedp.ConsoleMessage, 1000)}
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				break // the tab is closed
			}
			b.console <- m
		}
	}()
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: `addEventListener('securitypolicyviolation', (e) => console.error('policy', e.violatedDirective, e.blockedURI))`,
	})
	b.do(prepare...)
	b.do(chromedp.Navigate(url))
	call(b, page.BringToFront, cdp.Empty{}) // only the tab in front has the cursor
	b.wait(`typeof lautView === 'function' && document.readyState === 'complete' && document.activeElement.id === 'text'`)
	t.Cleanup(func() {
		b.settle()
		for _, e := range b.errors {
			t.Errorf("the page complains: %s", e)
		}
	})
	return b
}

// settle takes what stands in the console until now.
func (b *tab) settle() {
	b.Helper()
	const end = "that is all"
	eval[bool](b, `console.debug('`+end+`'), true`)
	for {
		select {
		case m := <-b.console:
			if m.Text == end {
				return
			}
			switch m.Type {
			case chromedp.ConsoleError, chromedp.ConsoleWarning, chromedp.ConsoleException:
				b.errors = append(b.errors, m.Text+" "+m.URL)
			}
		case <-time.After(patience):
			b.Fatal("the console does not answer")
		}
	}
}

// do runs actions; the test ends when they fail or take too long.
func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// call sends a command to the tab.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) {
	b.Helper()
	if _, err := chromedp.Call(b.ctx, command, params); err != nil {
		b.Fatal(err)
	}
}

// callBrowser sends a command to the browser.
func callBrowser[P, R any](b *tab, command cdp.Command[P, R], params P) {
	b.Helper()
	if _, err := chromedp.CallBrowser(b.ctx, command, params); err != nil {
		b.Fatal(err)
	}
}

// eval returns the value of an expression of JavaScript; a promise is waited for.
func eval[T any](b *tab, expression string) T {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return value
}

// wait waits until an expression is true.
func (b *tab) wait(expression string) {
	b.Helper()
	for deadline := time.Now().Add(patience); !eval[bool](b, "Boolean("+expression+")"); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			b.screenshot("timeout")
			b.Fatalf("not in time: %s\n%s", expression, eval[string](b, "document.body.innerText"))
		}
	}
}

// hold reports an error if an expression is not true.
func (b *tab) hold(expression, reason string) {
	b.Helper()
	if !eval[bool](b, "Boolean("+expression+")") {
		b.Errorf("%s: not %s", reason, expression)
	}
}

func (b *tab) click(selector chromedp.CSS) {
	b.Helper()
	b.do(chromedp.Click(selector, chromedp.NodeVisible))
}

// paste puts text where the cursor is, as a paste does.
func (b *tab) paste(text string) {
	b.Helper()
	call(b, input.InsertText, input.InsertTextParams{Text: text})
}

// drop drags a file over the page and drops it.
func (b *tab) drop(path string) {
	b.Helper()
	data := &input.DragData{Files: []string{path}, Items: []*input.DragDataItem{}, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{"dragEnter", "dragOver", "drop"} {
		call(b, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 200, Y: 200, Data: data})
	}
}

// screenshot leaves a picture of the whole page where LAUT_SCREENSHOTS says.
func (b *tab) screenshot(name string) {
	b.Helper()
	folder := os.Getenv("LAUT_SCREENSHOTS")
	if folder == "" {
		folder = b.TempDir()
	}
	picture, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		b.Fatal(err)
	}
	name = strings.NewReplacer("/", "-", " ", "-").Replace(b.Name()+"-"+name) + ".png"
	if err := os.WriteFile(filepath.Join(folder, name), picture, 0o644); err != nil {
		b.Error(err)
	}
}

// desktop, phone and dark are what the page is looked at with.
func desktop() chromedp.Action[chromedp.Void] { return chromedp.EmulateViewport(1280, 900) }

func phone() chromedp.Action[chromedp.Void] {
	return chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulateScale(2))
}

func dark() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}},
		})
		return err
	})
}
