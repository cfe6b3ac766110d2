package stages

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

var texts = []string{
	"„Die Brücke wird im Mai gesperrt“, sagte Verkehrsminister Jonas Hartmann am Dienstag in Rotach.",
	"Der Stadtrat tagt. Bürgermeisterin Henrike Vossbeck kündigte an, dass sie nicht mehr antrete.",
}

// TestRound makes sure that each stage does its work on every text: what takes no time
// or allocates nothing has not been run.
func TestRound(t *testing.T) {
	if len(work) != len(Names) || Names[Parts] != Read {
		t.Fatalf("%d names, %d functions, %s is behind the parts", len(Names), len(work), Names[Parts])
	}
	for i, r := range Round(texts, 20_000) {
		if r.CPU <= 0 || r.Wall <= 0 {
			t.Errorf("%s took %v, by the clock on the wall %v", Names[i], r.CPU, r.Wall)
		}
	}
	once, twice := Allocations(texts), Allocations(append(texts, texts...))
	for i, name := range Names {
		if once[i].Allocs == 0 || once[i].Bytes == 0 || twice[i].Allocs <= once[i].Allocs {
			t.Errorf("%s allocates %+v, for twice the texts %+v", name, once[i], twice[i])
		}
	}
}

func TestBytes(t *testing.T) {
	ten := []string{"0123", "456789"}
	for _, c := range []struct{ size, want int }{
		{0, 10},  // once at least
		{10, 10}, // once is enough
		{11, 20}, // whole passes only
	} {
		if got := Bytes(ten, c.size); got != c.want {
			t.Errorf("a round of %d bytes reads %d, want %d", c.size, got, c.want)
		}
	}
}

// TestBatches holds that no text is lost or read twice, whatever the texts' lengths.
func TestBatches(t *testing.T) {
	long := strings.Repeat("x", batch)
	for _, c := range []struct {
		texts []string
		want  string // the texts of each batch
	}{
		{nil, ""},
		{[]string{"a"}, "1"},
		{[]string{"a", "b", long, "c"}, "3 1"}, // full only with the third
		{[]string{long, long}, "1 1"},
	} {
		var got []string
		var read []string
		for some := range batches(c.texts) {
			got = append(got, fmt.Sprint(len(some)))
			for _, a := range some {
				read = append(read, a.text)
			}
		}
		if strings.Join(got, " ") != c.want || strings.Join(read, "|") != strings.Join(c.texts, "|") {
			t.Errorf("%d texts come in batches of %q, want %q", len(c.texts), got, c.want)
		}
	}
}

func TestMedian(t *testing.T) {
	if m := Median([]float64{9, 1, 4, 2}); m != 3 { // even: between the two
		t.Errorf("median is %v, want 3", m)
	}
	if m := Median([]float64{9, 1, 4}); m != 4 { // odd: the one in the middle
		t.Errorf("median is %v, want 4", m)
	}
}

// TestServe asks everything once. The same text must have the same result, and another
// text another.
func TestServe(t *testing.T) {
	job, err := json.Marshal(Job{Texts: []string{texts[0], texts[1], texts[0]}, Size: 1})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := Serve(strings.NewReader(string(job)+`"round" "allocations" "results"`), &out); err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(strings.NewReader(out.String()))
	var times []Time
	var memory []Memory
	var results []string
	for _, answer := range []any{&times, &memory, &results} {
		if err := dec.Decode(answer); err != nil {
			t.Fatal(err)
		}
	}
	if len(times) != len(Names) || len(memory) != len(Names) {
		t.Errorf("%d times and %d figures of memory, want %d", len(times), len(memory), len(Names))
	}
	if len(results) != 3 || results[0] != results[2] || results[0] == results[1] {
		t.Errorf("results %q", results)
	}
	for _, c := range []struct{ in, want string }{
		{"", "the job: EOF"},
		{`{} "dance"`, `unknown question "dance"`},
		{`{} 7`, "a question: "},
	} {
		if err := Serve(strings.NewReader(c.in), &out); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.in, err, c.want)
		}
	}
}
