package syntax

import (
	"math/bits"
	"testing"
)

// TestFunctions checks that words/functions.txt has no mistakes and gives no word two
// functions.
func TestFunctions(t *testing.T) {
	words, err := readFunctions(functionsText)
	if err != nil {
		t.Error(err)
	}
	for w, l := range words {
		if functions := l & (neverVerb - 1); bits.OnesCount16(uint16(functions)) > 1 {
			t.Errorf("%s: %s has two functions", functionsFile, w)
		}
	}
	for w, want := range map[string]Function{"dass": Subordinator, "Wie": Interrogative, "der": Relative, "wer": Pronoun, "zuletzt": Adverb, "Minister": NoFunction} {
		if got := FunctionOf(w); got != want {
			t.Errorf("%s has the function %d, want %d", w, got, want)
		}
	}
}
