package roles

import (
	"slices"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
)

// TestWindow checks in which window the roles of a claim are looked for.
func TestWindow(t *testing.T) {
	for _, tt := range []struct{ reason, text, window string }{
		{"its unit", "Eva Lang sagte, der Plan sei gut.", "Eva Lang sagte, der Plan sei gut."},
		{"and the one before, but none earlier", "Es regnet. Er fror. Eva Lang sagte, der Plan sei gut.", "Er fror. Eva Lang sagte, der Plan sei gut."},
		{"not the next after indirect speech", "Eva Lang sagte, der Plan sei gut. Er fror.", "Eva Lang sagte, der Plan sei gut."},
		{"but after a quotation", "„Der Plan ist gut.“ So Eva Lang in Bonn. Er fror.", "„Der Plan ist gut.“ So Eva Lang in Bonn."},
		{"of the same paragraph", "„Der Plan ist gut.“\n\nEr fror.", "„Der Plan ist gut.“"},
	} {
		d := extract.Parse(tt.text)
		says := saying.Find(syntax.New(d, entities.Extract(d), saying.Cues()))
		found := rules.Find(says)
		if len(found) != 1 {
			t.Fatalf("%s: the rules find %d claims", tt.text, len(found))
		}
		f := New(&spans.Reading{View: spans.New(says)}, discourse.Read(says))
		target := f.newTarget(&found[0].Claim, nil)
		if got := d.Slice(says.Text().Span(target.first, target.end)); got != tt.window {
			t.Errorf("%s: the window is %q, want %q", tt.reason, got, tt.window)
		}
		if target.alike == nil || !slices.Equal(target.alike.Content, found[0].Content) {
			t.Errorf("%s: the claim of the rules is not most like itself", tt.reason)
		}
	}
}
