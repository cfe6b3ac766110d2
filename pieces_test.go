package laut

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
)

// A long text says what its pieces say: each claim once, by the same speaker, who is one
// entity in all of them.
func TestPieces(t *testing.T) {
	page, err := os.ReadFile("testdata/articles/hafen.txt")
	if err != nil {
		t.Fatal(err)
	}
	const copies = 5
	one := Read(string(page))
	d := extract.Parse(strings.Repeat(string(page)+"\n", copies))
	all, err := new(Reader).readPieces(context.Background(), d, len(page)-10)
	if err != nil {
		t.Fatal(err)
	}
	if err := all.Validate(); err != nil {
		t.Error(err)
	}
	if len(all.Entities) != len(one.Entities) || len(all.Claims) != copies*len(one.Claims) {
		t.Fatalf("%d entities and %d claims, of one piece %d and %d", len(all.Entities), len(all.Claims), len(one.Entities), len(one.Claims))
	}
	for i, e := range all.Entities {
		want := one.Entities[i]
		if e.Name != want.Name || e.ID != want.ID || len(e.Mentions) != copies*len(want.Mentions) || len(e.Roles) != copies*len(want.Roles) {
			t.Errorf("entity %d: %s with %d mentions and %d roles, of one piece %s with %d and %d",
				i, e.Name, len(e.Mentions), len(e.Roles), want.Name, len(want.Mentions), len(want.Roles))
		}
		for k, m := range e.Mentions {
			first := want.Mentions[k%len(want.Mentions)]
			if d.Slice(m.Span) != one.Document.Slice(first.Span) || d.Tokens()[m.First].Start != m.Start {
				t.Errorf("mention %d of %s is %q from token %d", k, e.Name, d.Slice(m.Span), m.First)
			}
		}
		for k, role := range e.Roles {
			first := want.Roles[k%len(want.Roles)]
			if d.Slice(role.Span) != one.Document.Slice(first.Span) || d.Slice(role.Noun) != one.Document.Slice(first.Noun) || role.Of != first.Of {
				t.Errorf("role %d of %s is %q", k, e.Name, d.Slice(role.Span))
			}
		}
	}
	for i, c := range all.Claims {
		want := one.Claims[i%len(one.Claims)]
		parent := want.Parent
		if parent != 0 {
			parent += claims.ID(i / len(one.Claims) * len(one.Claims))
		}
		if all.Said(c) != one.Said(want) || c.Speaker.Name != want.Speaker.Name || c.Speaker.Entity != want.Speaker.Entity || c.Parent != parent ||
			d.Text(c.Cue...) != one.Document.Text(want.Cue...) {
			t.Errorf("claim %d by %s in %d: %s, want %s in %d: %s", i, c.Speaker.Name, c.Parent, all.Said(c), want.Speaker.Name, parent, one.Said(want))
		}
	}
}

// A piece ends at a paragraph, also at a sentence in a long one, and not inside a quotation
// that is shorter than a piece.
func TestPieceEnds(t *testing.T) {
	sentence := "Das ist ein Satz mit Wörtern. "
	long := strings.Repeat(sentence, 10)
	quoted := "„" + sentence + "\n\n„" + sentence + "“\n\n"
	tests := []struct {
		text, want string
		reason     string
	}{
		{"", "", "nothing is one piece"},
		{sentence, sentence, "so is a short text"},
		{sentence + "\n\n" + long, sentence + "\n\n" + sentence + "|" + strings.Repeat(sentence+sentence+"|", 4) + sentence, "sentences of a long paragraph"},
		{quoted + sentence, quoted + "|" + sentence, "a quotation stays whole"},
		{"„" + strings.Repeat("Satz.\n\n„", 30) + "“", "", "but not for ever"},
	}
	for _, tt := range tests {
		d := extract.Parse(tt.text)
		var got []string
		begin := 0
		for _, end := range pieces(d, 40) {
			got = append(got, tt.text[begin:end])
			begin = end
		}
		all := strings.Join(got, "|")
		if strings.Join(got, "") != tt.text || tt.want != "" && all != tt.want || tt.text != "" && tt.want == "" && len(got) < 3 {
			t.Errorf("%s: %q", tt.reason, all)
		}
	}
}

// Several speakers of a later piece are the entities of the whole text.
func TestPiecesSeveral(t *testing.T) {
	d := extract.Parse("Uwe Brandis traf Karin Stolz in Kiel.\n\n„Das war harte Arbeit“, betonten Nora Hagen und Lea Wirth am Montag.")
	a, err := new(Reader).readPieces(context.Background(), d, 40)
	if err != nil || a.Validate() != nil || len(a.Claims) == 0 {
		t.Fatal(err, a.Validate(), a.Claims)
	}
	var names []string
	for _, id := range a.Claims[0].Speaker.Entities() {
		names = append(names, a.Entities[id.Index()].Name)
	}
	if got := strings.Join(names, claims.Several); got != "Nora Hagen / Lea Wirth" || got != a.Claims[0].Speaker.Name {
		t.Errorf("the speakers are %s, and called %s", got, a.Claims[0].Speaker.Name)
	}
}
