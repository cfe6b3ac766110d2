package testkit

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/laut-nlp/laut/internal/cputime"
)

// Build builds a program, in a folder of its module, and returns its path. The program is the
// name of a package, or a text of its own that begins with "package".
func Build(t testing.TB, dir, program string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "program")
	if strings.HasPrefix(program, "package ") {
		text := path + ".go"
		if err := os.WriteFile(text, []byte(program), 0o644); err != nil {
			t.Fatal(err)
		}
		program = text
	}
	command := exec.Command("go", "build", "-o", path, program)
	command.Dir = dir
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// Links reports whether a program contains an embedded file: what it pays for, and under
// whose licences it is. These files begin with lines of their own, which are looked for.
func Links(t testing.TB, program, file string) bool {
	t.Helper()
	p, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Contains(p, f[:200])
}

// Linear checks that time grows with the work and no faster: large has so many times the
// work of small to do, and may take two and a half times as long as that, since caches and
// garbage collection have their say. It is processor time where the system tells it, so
// that others on the machine do not matter; and the best of several runs counts.
func Linear(t testing.TB, what string, times int, small, large func()) {
	t.Helper()
	took := func(work func()) time.Duration {
		start := cputime.Now()
		work()
		return cputime.Now() - start
	}
	const tries = 12
	fast, slow := took(small), took(large)
	for range tries {
		if slow <= fast*time.Duration(5*times)/2+10*time.Millisecond {
			return
		}
		fast, slow = min(fast, took(small)), min(slow, took(large))
	}
	t.Errorf("%s: %v, and %v for %d times as much", what, fast, slow, times)
}

// Race reports whether the test runs under the race detector, which makes everything slow
// and needs memory of its own.
func Race() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

// RefusesDamage checks that open takes the file, and returns an error for each that is cut
// off, doubled, longer, or has a wrong bit: at every place of the head, which is what
// stands before the binary part and the first hundred bytes of it, and at places all over
// the rest. Every bit is tried in the first line and in binary parts of the head. Where
// open panics, the test does.
func RefusesDamage(t *testing.T, file string, open func(file string) error) {
	t.Helper()
	if err := open(file); err != nil {
		t.Fatalf("the file is refused as it is: %v", err)
	}
	refused := func(damaged, why string, at int) {
		t.Helper()
		if open(damaged) == nil {
			t.Errorf("%s %d: opened", why, at)
		}
	}
	line, text := strings.IndexByte(file, '\n'), strings.IndexByte(file, 0)
	head := min(text+100, len(file))
	const more = 40 // places of the rest
	step := (len(file)-head)/more + 1
	for n := 0; n < len(file); n++ {
		refused(file[:n], "cut off at byte", n)
		if n >= head {
			n += step
		}
	}
	for n := 1; n <= min(16, len(file)); n++ {
		refused(file[:len(file)-n], "without the last bytes, as many as", n)
	}
	b := []byte(file)
	for i := 0; i < len(b); i++ {
		bits := []int{0, 1, 2, 3, 4, 5, 6, 7}
		if line < i && i < text || i >= head {
			bits = bits[i%8:][:1]
		}
		for _, bit := range bits {
			b[i] ^= 1 << bit
			refused(string(b), "another bit in byte", i)
			b[i] ^= 1 << bit
		}
		if i >= head {
			i += step
		}
	}
	refused(file+file, "twice the file of bytes", len(file))
	for n := range 9 {
		refused(file+strings.Repeat("\x00", n+1), "more zeros after the end than", n)
	}
	refused(file+"x", "a letter after byte", len(file))
}
