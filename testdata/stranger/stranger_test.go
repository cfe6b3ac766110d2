// Package stranger_test uses laut from another module, with what a user has: the
// exported names and the documentation. What breaks here breaks for users.
package stranger_test

import (
	"fmt"
	"testing"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
)

const text = `Der Stadtrat von Bern tagte am 2. März.

„Wir zahlen“, sagte Anna Meier. Das Geld sei da.`

func TestWhoSaysWhat(t *testing.T) {
	article := laut.Read(text)
	if len(article.Claims) == 0 {
		t.Fatal("no claim")
	}
	c := article.Claims[0]
	if got := article.Said(c); got != "„Wir zahlen“" {
		t.Errorf("the claim is %q", got)
	}
	if c.Kind != claims.Direct || c.Speaker.Name != "Anna Meier" || c.Speaker.Via != claims.ViaName {
		t.Errorf("%s claim by %q, found by %s", c.Kind, c.Speaker.Name, c.Speaker.Via)
	}
	if who, ok := article.Speaker(c); !ok || who.Label != entities.PER {
		t.Errorf("the speaker is entity %d, which is no person", c.Speaker.Entity)
	}
}

// Values print as words, so that a user's log says "direct" and not 1.
func TestNames(t *testing.T) {
	got := fmt.Sprint(extract.Word, extract.Furniture, entities.PER, entities.FormDerived, claims.FreeIndirect,
		claims.SpeechOrWriting, claims.Denies, claims.ViaCarried, export.UTF16)
	if want := "word furniture PER derived free_indirect speech/writing denies carried utf16"; got != want {
		t.Errorf("names %q, want %q", got, want)
	}
	for _, v := range []fmt.Stringer{extract.Kind(200), extract.ParagraphKind(200), entities.Label(200), entities.Form(200),
		claims.Kind(200), claims.Medium(200), claims.Stance(200), claims.Via(200), export.Unit(200)} {
		if v.String() != "invalid" {
			t.Errorf("%T(200) is called %q", v, v)
		}
	}
}
