package laut_test

import (
	"bytes"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// written returns all that was found in a text, scores too, as JSON.
func written(t testing.TB, text string) string { return jsonOf(t, laut.Read(text)) }

// jsonOf returns an article as JSON.
func jsonOf(t testing.TB, a *laut.Article) string {
	var out bytes.Buffer
	if err := (export.JSONLines{Tokens: true}).Write(&out, export.StringID("a"), a); err != nil {
		t.Error(err)
	}
	return out.String()
}

// TestThousandTimes reads one text a thousand times, with one processor and with
// sixteen. Maps are walked in another order each time, and the memory that readings
// hand on to each other has held other texts in between.
func TestThousandTimes(t *testing.T) {
	texts := slices.Sorted(maps.Values(pages(t)))
	const short = "Ministerin Anna Meier (SPD) lehnt das ab. „Wir zahlen nicht“, sagte sie in Bern. Der Bund habe sein Wort gebrochen, so Meier."
	want := written(t, short)
	if !strings.Contains(want, `"Anna Meier"`) {
		t.Fatalf("nothing is found in the text:\n%s", want)
	}
	times := 500
	if testing.Short() {
		times = 20
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, processors := range []int{1, 16} {
		runtime.GOMAXPROCS(processors)
		var group sync.WaitGroup
		for worker := range 4 {
			group.Go(func() {
				for n := range times / 4 {
					if n%25 == 0 {
						laut.Read(texts[(n/25+worker)%len(texts)])
					}
					if got := written(t, short); got != want {
						t.Errorf("%d processors, reading %d:\n%s\nwant\n%s", processors, n, got, want)
						return
					}
				}
			})
		}
		group.Wait()
	}
}

// TestShortAfterLong holds that nothing of a long text is left in the next one, and
// that an article is read alike by a process that has seen others.
func TestShortAfterLong(t *testing.T) {
	texts := pages(t)
	before := make(map[string]string)
	for name, text := range texts {
		before[name] = written(t, text)
	}
	laut.Read(strings.Repeat(texts["ausschuss.txt"]+"\n\n", 60))
	laut.Read(strings.Repeat("„Meier", 5000))
	for name, text := range texts {
		if got := written(t, text); got != before[name] {
			t.Errorf("%s is read otherwise after a long text", name)
		}
	}
}

// TestKept keeps an article while others are read beside it and after it: nothing in it
// lies in memory that readings hand on.
func TestKept(t *testing.T) {
	texts := slices.Sorted(maps.Values(pages(t)))
	var kept []*laut.Article
	var before []string
	for _, text := range texts {
		a := laut.Read(text)
		kept = append(kept, a)
		before = append(before, jsonOf(t, a))
	}
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for n := range 13 {
				laut.Read(strings.ToUpper(texts[(n+worker)%len(texts)])) // other words at the same places
				laut.Read(texts[(n+worker)%len(texts)][n:])
			}
		})
	}
	group.Wait()
	for i, a := range kept {
		if got := jsonOf(t, a); got != before[i] {
			t.Errorf("an article has changed:\n%s\nwas\n%s", got, before[i])
		}
	}
}

// TestFreshProcess reads an article in a process of its own with one processor: what a
// process remembers of forms does not show.
func TestFreshProcess(t *testing.T) {
	text := pages(t)["stausee.txt"]
	if os.Getenv("LAUT_FRESH") != "" {
		os.Stdout.WriteString("\n" + written(t, text))
		return
	}
	for _, other := range pages(t) {
		laut.Read(other)
	}
	out := child(t, "TestFreshProcess", "LAUT_FRESH=1", "GOMAXPROCS=1")
	if !strings.Contains(out, "\n"+written(t, text)) {
		t.Errorf("another process reads otherwise:\n%s", out)
	}
}
