package claims_test

import (
	"os"
	"reflect"
	"sync"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// TestConcurrent shares an extractor, a document and its entities among
// goroutines; with -race it tells when one of them writes.
func TestConcurrent(t *testing.T) {
	text, err := os.ReadFile("../testdata/articles/hafen.txt")
	if err != nil {
		t.Fatal(err)
	}
	d := extract.Parse(string(text))
	es := entities.Tag(d)
	x := claims.Rules()
	want := x.Extract(d, es)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := x.Extract(d, es); !reflect.DeepEqual(got, want) {
				t.Error("found other claims in a goroutine")
			}
		})
	}
	group.Wait()
}
