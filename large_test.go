package laut_test

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestOneParagraph reads a text that is a single paragraph: time per byte stays within
// two and a half times that of an eighth of it. LAUT_LARGE gives another size in MB: at
// 0.8 MB/s, 50 take a minute or more, and 4.8 GB of memory.
func TestOneParagraph(t *testing.T) {
	if testing.Short() || testkit.Race() {
		t.Skip("measures time")
	}
	size := 1
	if n, err := strconv.Atoi(os.Getenv("LAUT_LARGE")); err == nil && n > 0 {
		size = n
	}
	sentences := strings.Join(strings.Fields(pages(t)["hafen.txt"]), " ") + " "
	read := func(bytes int) time.Duration {
		text := strings.Repeat(sentences, bytes/len(sentences)+1)
		start := time.Now()
		a := laut.Read(text)
		took := time.Since(start)
		if n := len(a.Document.Paragraphs()); n != 1 || len(a.Claims) == 0 {
			t.Fatalf("%d paragraphs, %d claims", n, len(a.Claims))
		}
		runtime.GC()
		return took
	}
	const tries = 4 // another process may hold up one
	var small, large time.Duration
	for range tries {
		small, large = read(size<<20/8), read(size<<20)
		if large <= 20*small {
			mib, _ := peak(t)
			t.Logf("%d MB in %v, an eighth in %v, at most %d MiB of memory", size, large, small, mib)
			return
		}
	}
	t.Errorf("%d MB in %v, an eighth of it in %v", size, large, small)
}

// TestNestedMarks reads a hundred thousand marks that nest or never close.
func TestNestedMarks(t *testing.T) {
	if testkit.Race() {
		t.Skip("slow")
	}
	n := 100_000
	if testing.Short() {
		n = 2000
	}
	for _, c := range []struct{ why, text string }{
		{"never closed", strings.Repeat("„", n)},
		{"never opened", strings.Repeat("“", n)},
		{"Swiss marks", strings.Repeat("«", n)},
		{"French marks, German way", strings.Repeat("»", n)},
		{"brackets", strings.Repeat("(", n)},
		{"brackets, closed", strings.Repeat("(", n/2) + "Ja" + strings.Repeat(")", n/2)},
		{"closed", strings.Repeat("„", n/2) + "Ja" + strings.Repeat("“", n/2)},
		{"two levels", strings.Repeat("„‚", n/4) + "Ja" + strings.Repeat("‘“", n/4)},
		{"all sorts", strings.Repeat("„«(‚»[\"'", n/8)},
		{"all sorts with a speaker", strings.Repeat("„«(‚»", n/5) + " sagte Anna Meier."},
	} {
		start := time.Now()
		read(t, c.text)
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s: %v", c.why, took)
		}
	}
}
