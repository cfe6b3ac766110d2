package browser

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestServe looks at the page of laut serve.
func TestServe(t *testing.T) {
	browser := newBrowser(t)
	testPage(t, browser, site{url: startServe(t)})
}

// startServe builds laut from the tree, starts it on a free port and returns its address.
func startServe(t *testing.T) string {
	t.Helper()
	laut := filepath.Join(t.TempDir(), "laut")
	if out, err := exec.Command("go", "build", "-o", laut, "github.com/laut-nlp/laut/cmd/laut").CombinedOutput(); err != nil {
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
