package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/ner"
)

// marked reads a text with names in brackets: "[Meier]PER sagt".
func marked(t *testing.T, s string) *corpus.Document {
	t.Helper()
	g := &corpus.Document{ID: "test"}
	var b strings.Builder
	for s != "" {
		before, rest, ok := strings.Cut(s, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		name, rest, ok := strings.Cut(rest, "]")
		if !ok {
			t.Fatalf("no end of the name in %q", rest)
		}
		e := corpus.Entity{Span: extract.Span{Start: b.Len(), End: b.Len() + len(name)}}
		for _, l := range corpus.Labels {
			if r, ok := strings.CutPrefix(rest, l); ok {
				e.Label, rest = l, r
			}
		}
		for f := corpus.Part; f <= corpus.Derived; f++ {
			if r, ok := strings.CutPrefix(rest, "."+f.String()); ok {
				e.Form, rest = f, r
			}
		}
		b.WriteString(name)
		g.Entities = append(g.Entities, e)
		s = rest
	}
	g.Text = b.String()
	return g
}

// unmarked writes a document as marked reads it, tokens set apart by spaces, an
// unknown one after a question mark.
func unmarked(d *document) string {
	var out []string
	next := 0
	for i := 0; i < len(d.doc.Tokens()); i++ {
		if next < len(d.mentions) && d.mentions[next].First == i {
			m := d.mentions[next]
			w := "[" + d.text(m.First, m.Last) + "]" + m.Class.String()
			if m.Form != ner.Name {
				w += "." + corpus.Form(m.Form).String()
			}
			out = append(out, w)
			i, next = m.Last-1, next+1
			continue
		}
		w := d.text(i, i+1)
		if d.unknown != nil && d.unknown[i] {
			w = "?" + w
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// guidelines stand for GermEval's training part.
func guidelines(t *testing.T) *usage {
	u := &usage{words: map[string]*word{}, names: map[string]map[class]int{}, heads: map[string]*[3]int{}}
	s := &source{name: "test"}
	for _, text := range []string{
		"Die [deutschen]LOC.derived Züge der [EU]ORG fahren mit der [SPD-Fraktion]ORG.part nach [Schleswig-Holstein]LOC .",
		"Kanzlerin [Merkel]PER kostet die [EU]ORG einen [Euro]MISC .",
		"Das Kabinett und die Polizei im Landkreis [Celle]LOC loben die [SPD]ORG .",
	} {
		d, err := s.document(marked(t, text), nil)
		if err != nil {
			t.Fatal(err)
		}
		for range 10 {
			u.count(d)
		}
	}
	return u
}

func TestConvert(t *testing.T) {
	u := guidelines(t)
	bundestag, smart := &source{foreign: true}, &source{foreign: true, partial: true}
	for _, c := range []struct {
		source     *source
		text, want string
	}{
		// Adjectives and inhabitants are MISC in one corpus and LOC in the other.
		{bundestag, "die [deutschen]MISC und [ukrainischen]MISC Bauern", "die [deutschen]LOC.derived und [ukrainischen]LOC.derived Bauern"},
		{smart, "zwei [Kölner]LOC bei [Hannover]LOC", "zwei [Kölner]LOC.derived bei [Hannover]LOC"},
		// Common nouns are no names, or doubtful where GermEval does not have them.
		{bundestag, "das [Kabinett]ORG tagt", "das Kabinett tagt"},
		{bundestag, "das [Verkehrsministerium]ORG und die [Bundesregierung]ORG", "das Verkehrsministerium und die [Bundesregierung]ORG"},
		{smart, "der [Konzern]ORG wächst", "der ?Konzern wächst"},
		{bundestag, "der Abgeordnete [Kabinett]PER spricht", "der Abgeordnete [Kabinett]PER spricht"},
		// Titles, articles and nouns before a name are no part of it.
		{smart, "[Kanzlerin Merkel]PER im [Landkreis Celle]LOC", "Kanzlerin [Merkel]PER im Landkreis [Celle]LOC"},
		{smart, "Frau [von Wogau]PER kommt", "Frau [von Wogau]PER kommt"},
		{bundestag, "die [hessische Landesregierung]ORG", "die [hessische]LOC.derived Landesregierung"},
		// Parts are whole compounds, marked in part, as a whole, or not at all.
		{smart, "der [EU]ORG-Gipfel", "der [EU-Gipfel]ORG.part"},
		{bundestag, "die [SPD-Fraktion]ORG in [Schleswig-Holstein]LOC", "die [SPD-Fraktion]ORG.part in [Schleswig-Holstein]LOC"},
		{bundestag, "der SPD-Antrag", "der [SPD-Antrag]ORG.part"},
		{smart, "Merkels Reise, [Merkel]PERs Reise", "?Merkels Reise , [Merkels]PER Reise"},
		// What a partial corpus leaves out.
		{smart, "Sabine Kowalczyk zahlt 3 Euro an @bahn", "?Sabine ?Kowalczyk zahlt 3 [Euro]MISC an ?@bahn"},
		{smart, "Er sah „Krieg der Sterne“.", "Er sah „ ?Krieg ?der ?Sterne “ ."},
		{bundestag, "Sabine Kowalczyk zahlt", "Sabine Kowalczyk zahlt"},
		// A name that begins inside a token, and one that takes a mark along.
		{smart, "die CDU/[CSU]ORG", "die ?CDU/CSU"},
		{smart, "der „[Wattlöper“]ORG", "der „ [Wattlöper]ORG “"},
	} {
		d, err := c.source.document(marked(t, c.text), u)
		if err != nil {
			t.Fatal(err)
		}
		if got := unmarked(d); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestFingerprint(t *testing.T) {
	const text = "Stau auf der Elbbrücke, bitte meiden"
	if same := text + "! https://example.org/3"; fingerprint(same) != fingerprint(text) {
		t.Errorf("%q is another text than %q", same, text)
	}
	if fingerprint("Stau auf der Rheinbrücke, bitte meiden") == fingerprint(text) {
		t.Error("another bridge is the same text")
	}
}

// TestSources reads all corpora and holds what became of them.
func TestSources(t *testing.T) {
	const data = "../../../../shared/data"
	if _, err := os.Stat(data); err != nil {
		t.Skipf("needs the corpora in %s: %v", data, err)
	}
	u, err := readUsage(data)
	if err != nil {
		t.Fatal(err)
	}
	type counts struct{ Documents, Gold, Names, Others, Unknown int }
	got := map[string]counts{}
	for _, s := range sources() {
		if err := s.read(data, u); err != nil {
			t.Fatal(err)
		}
		c := counts{Documents: len(s.docs)}
		for _, d := range s.docs {
			for _, e := range d.gold.Entities {
				if !e.Nested {
					c.Gold++
				}
			}
			end := 0
			for _, m := range d.mentions {
				if m.First < end || m.Last <= m.First || m.Last > len(d.doc.Tokens()) || m.Class == 0 {
					t.Fatalf("%s: %s: mention %v behind token %d", s.name, d.id, m, end)
				}
				end = m.Last
				if m.Form == ner.Name {
					c.Names++
				} else {
					c.Others++
				}
			}
			for _, unknown := range d.unknown {
				if unknown {
					c.Unknown++
				}
			}
		}
		got[s.name] = c
	}
	want := map[string]counts{
		"germeval":        {Documents: 24000, Gold: 29078, Names: 24239, Others: 4839},
		"germeval-dev":    {Documents: 2200, Gold: 2674, Names: 2239, Others: 435},
		"smartdata-news":  {Documents: 762, Gold: 7643, Names: 6619, Others: 960, Unknown: 4000},
		"bundestag-01143": {Documents: 1, Gold: 659, Names: 579, Others: 28, Unknown: 37},
		"bundestag-09036": {Documents: 1, Gold: 1212, Names: 1134, Others: 76, Unknown: 5},
		"bundestag-18181": {Documents: 1, Gold: 1157, Names: 1021, Others: 143, Unknown: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
