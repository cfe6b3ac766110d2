package testkit

import (
	"strings"
	"testing"
)

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
