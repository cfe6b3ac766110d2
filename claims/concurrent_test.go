package claims_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"sync"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

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
