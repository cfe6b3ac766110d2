package claims_test

import (
	"testing"

	"github.com/laut-nlp/laut/claims"
)

// TestNames holds the constants to the names that the command prints: they are
// numbered alike here and where claims are found.
func TestNames(t *testing.T) {
	type named interface{ String() string }
	for _, tt := range []struct {
		got  named
		want string
	}{
		{claims.Direct, "direct"}, {claims.Indirect, "indirect"}, {claims.Continued, "continued"},
		{claims.FreeIndirect, "free_indirect"}, {claims.Reported, "reported"},
		{claims.Speech, "speech"}, {claims.Writing, "writing"}, {claims.Thought, "thought"},
		{claims.SpeechOrWriting, "speech/writing"}, {claims.SpeechOrThought, "speech/thought"}, {claims.ThoughtOrWriting, "thought/writing"},
		{claims.Asserts, "asserts"}, {claims.Denies, "denies"}, {claims.Doubts, "doubts"}, {claims.Demands, "demands"},
		{claims.Asks, "asks"}, {claims.Promises, "promises"}, {claims.Warns, "warns"}, {claims.Admits, "admits"},
		{claims.Believes, "believes"}, {claims.Announces, "announces"}, {claims.Criticises, "criticises"}, {claims.Praises, "praises"}, {claims.Withholds, "withholds"},
		{claims.ViaNone, ""}, {claims.ViaName, "name"}, {claims.ViaNoun, "noun"}, {claims.ViaPronoun, "pronoun"}, {claims.ViaCarried, "carried"},
		{claims.Kind(99), "invalid"},
	} {
		if got := tt.got.String(); got != tt.want {
			t.Errorf("%T %v prints as %q, want %q", tt.got, tt.got, got, tt.want)
		}
	}
}
