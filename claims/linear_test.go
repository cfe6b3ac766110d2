package claims_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestLinear checks that time grows with the length of the text and no faster,
// on texts that invite a rule to look at everything for everything.
func TestLinear(t *testing.T) {
	if testing.Short() || testkit.Race() {
		t.Skip("measures time")
	}
	for _, c := range []struct{ name, text string }{
		{"one word", "Haus "},
		{"one verb", "sagte "},
		{"verbs and commas", "sagte, "},
		{"frames without end", "Er sagte, er komme, "},
		{"frames in brackets", "(sagte er) "},
		{"opening marks", "„"},
		{"opening and closing marks", "„“"},
		{"words in marks", "„Ja“ "},
		{"quotations in one sentence", "„Das geht so“, sagte er, "},
		{"quotations with und", "„Das geht so“ und "},
		{"quotations by themselves", "„Das geht so.“ "},
		{"laut", "laut "},
		{"sources", "nach Angaben von Müller "},
		{"sources in asides", ", so Müller, "},
		{"zufolge", "Berichten zufolge "},
		{"commas", ","},
		{"stops", "."},
		{"und", "und sagte "},
		{"adjectives", "große, "},
		{"genitives", "der Sprecher des Sprechers "},
		{"dass", "dass er sagte, "},
		{"wie", "wie er, "},
		{"relative clauses", "der Mann, der sagte, "},
		{"sentences", "Er sagte, dass er komme. "},
		{"Konjunktiv", "Er habe nichts gesagt. "},
		{"pronouns", "Er sagt, er komme. Sie sagt, sie gehe. "},
		{"sentences in one quotation", "Er sagte: „Das ist so. "},
		{"names", "Anna Beck sagte Karl Roth, Anna Beck komme. "},
		{"paragraphs", "Man müsse gehen.\n\n"},
		{"long sentences", strings.Repeat("sagte, und laut Müller, ", 300) + ".\n\n"},
	} {
		linear(t, c.name, "", c.text)
	}
	linear(t, "a long frame", "„Das geht so“, sagte ", "wie er, sagte, ")
}

// linear compares the time for head and many pieces with that for four times as many.
func linear(t *testing.T, name, head, piece string) {
	for which, short := range map[string]int{"rules": 64 << 10, "all": 16 << 10} {
		text := func(n int) string { return head + strings.Repeat(piece, max(1, n/len(piece))) }
		find := finders[which]
		testkit.Linear(t, which+", "+name, 4, finds(find, text(short)), finds(find, text(4*short)))
	}
}

// finds returns a function that finds the claims of a text.
func finds(find finder, text string) func() {
	d := extract.Parse(text)
	es := entities.Extract(d)
	return func() { find(d, es) }
}

// TestLarge reads texts of 100,000 tokens that are nothing but one thing.
func TestLarge(t *testing.T) {
	if testing.Short() || testkit.Race() {
		t.Skip("measures time")
	}
	for _, c := range []struct {
		name string
		n    int
		text func(n int) string
	}{
		{"one sentence", 100_000, func(n int) string { return strings.Repeat("sagte Meier ", n/2) }},
		{"one sentence with clauses", 100_000, func(n int) string { return strings.Repeat("der sagte, ", n/3) }},
		{"quotation marks", 100_000, func(n int) string { return strings.Repeat("„“", n/2) }},
		{"straight quotation marks", 100_000, func(n int) string { return strings.Repeat("\"", n) }},
		{"short Konjunktiv sentences in one paragraph", 50_000, func(n int) string { return strings.Repeat("Er sei da. ", n) }},
		{"nested marks", 50_000, func(n int) string { return strings.Repeat("„‚", n/2) + "Ja" + strings.Repeat("‘“", n/2) }},
		{"nested marks around sentences", 50_000, func(n int) string {
			return strings.Repeat("„Er sagte: ‚Ja. ", n/8) + strings.Repeat("So ist es.‘“ ", n/8)
		}},
		{"one quotation of many sentences", 50_000, func(n int) string {
			return "Er sagte: „" + strings.Repeat("Sie sei da. ", n/4) + "“"
		}},
	} {
		for which, find := range finders {
			testkit.Linear(t, which+", "+c.name, 4, finds(find, c.text(c.n/4)), finds(find, c.text(c.n)))
		}
	}
}

// finder finds claims.
type finder = func(*extract.Document, []entities.Entity) []claims.Claim

// finders are what the tests try: the stage of the rules, and all of them.
var finders = map[string]finder{"rules": claims.ByRules, "all": claims.Extract}

// TestConcurrent shares an extractor, a document and its entities among
// goroutines; with -race it tells when one of them writes.
func TestConcurrent(t *testing.T) {
	text, err := os.ReadFile("../testdata/articles/hafen.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := extract.Parse(string(text))
	es := entities.Extract(d)
	for name, find := range finders {
		want := find(d, es)
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				if got := find(d, es); !reflect.DeepEqual(got, want) {
					t.Errorf("%s: found other claims in a goroutine", name)
				}
			})
		}
		group.Wait()
	}
}

// TestProcessors reads articles with one processor and with many: what is found does
// not depend on it.
func TestProcessors(t *testing.T) {
	paths, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for name, find := range finders {
		var want []string
		for _, processors := range []int{1, 16} {
			runtime.GOMAXPROCS(processors)
			got := make([]string, 4*len(paths))
			var group sync.WaitGroup
			for i := range got {
				group.Go(func() {
					text, err := os.ReadFile(paths[i%len(paths)])
					if err != nil {
						t.Error(err)
					}
					d := extract.Parse(string(text))
					got[i] = fmt.Sprintf("%+v", find(d, entities.Extract(d)))
				})
			}
			group.Wait()
			for i := range got {
				if i >= len(paths) && got[i] != got[i%len(paths)] || want != nil && got[i] != want[i] {
					t.Errorf("%s: other claims in %s with %d processors", name, paths[i%len(paths)], processors)
				}
			}
			want = got
		}
	}
}
