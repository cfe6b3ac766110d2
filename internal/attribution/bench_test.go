package attribution

import (
	"testing"

	model "github.com/laut-nlp/laut/internal/model/attribution"
)

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := Open(model.File()); err != nil {
			b.Fatal(err)
		}
	}
}
