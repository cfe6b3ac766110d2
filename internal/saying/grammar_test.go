package saying

import "testing"

// TestGrammar checks that words/grammar.txt has no mistakes.
func TestGrammar(t *testing.T) {
	if _, err := readGrammar(grammarText); err != nil {
		t.Error(err)
	}
	for _, tt := range []struct {
		form, small string
		want        grammar
	}{
		{"Kein", "kein", isNegation},
		{"nach", "nach", isPrefix | beforeSource},
		{"Nach", "nach", beforeSource},
		{"Durch", "durch", 0},
		{"sein", "sein", 0}, // a lemma
	} {
		if got := grammarOf(tt.form, tt.small); got != tt.want {
			t.Errorf("%s is %b, want %b", tt.form, got, tt.want)
		}
	}
}
