package news

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"

	german "github.com/laut-nlp/laut/compat/bleve"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/testkit"
)

// stream writes tokens as lines: term, bytes, position.
func stream(t testing.TB, text string) string {
	t.Helper()
	a, err := registry.NewCache().AnalyzerNamed(Analyzer)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, k := range a.Analyze([]byte(text)) {
		fmt.Fprintf(&b, "%3d  %3d-%-3d  %-24s %s\n", k.Position, k.Start, k.End, k.Term, text[k.Start:k.End])
		if want := k.Type == Entity; want != strings.HasPrefix(string(k.Term), "entity:") {
			t.Errorf("%s has type %d", k.Term, k.Type)
		}
	}
	return b.String()
}

const article = `Die Bürgermeisterin Nora Hasenkamp (SPD) hat den Bau der Brücke in Lübeck verteidigt. „Wir brauchen sie“, sagte Hasenkamp am Montag.

Kritik kam von Jens Ohlendorf. Ohlendorf warf der Lübecker SPD vor, Hasenkamps Pläne nie geprüft zu haben.`

func TestStream(t *testing.T) { testkit.Golden(t, "testdata/stream.golden", stream(t, article)) }

// FuzzTokenizer checks that the words are those of laut_de, and that what is added lies
// in the text at the position of the word before it.
func FuzzTokenizer(f *testing.F) {
	for _, s := range []string{article, "Open-AI-Gründer Sam Altman", "Mu\u0308ller\xff-\xc3Meier", "Angela Mer\u00adkel, Merkels"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := german.WordTokenizer{}.Tokenize([]byte(text))
		n := 0
		for _, k := range (Tokenizer{}).Tokenize([]byte(text)) {
			if k.Type == Entity {
				if n == 0 || k.Position != words[n-1].Position || k.Start >= words[n-1].End || k.End <= words[n-1].Start || k.End > len(text) {
					t.Errorf("%q: %v stands behind word %d", text, k, n)
				}
				continue
			}
			if n == len(words) || k.String() != words[n].String() {
				t.Fatalf("%q: %v is not word %d", text, k, n)
			}
			n++
		}
		if n < len(words) {
			t.Errorf("%q: %d words of %d", text, n, len(words))
		}
	})
}

func TestQueries(t *testing.T) {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = Analyzer
	ix, err := bleve.New(t.TempDir()+"/index", m)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	texts := map[string]string{
		"hasenkamp": article,
		"other":     "Der Verein hat einen neuen Trainer. Karl Hasenkamp kommt aus Kiel. Nora Brandt bleibt Vorsitzende.",
		"compound":  "Am Baden-Platz haben Nora und Karl demonstriert.",
	}
	for id, text := range texts {
		if err := ix.Index(id, map[string]string{"text": text}); err != nil {
			t.Fatal(err)
		}
	}
	phrase := func(s string) query.Query {
		q := bleve.NewMatchPhraseQuery(s)
		q.SetField("text")
		return q
	}
	for _, c := range []struct {
		why   string
		query query.Query
		want  string // what is marked, by article
	}{
		{"each mention, the surname alone too; no other bearer of either name", EntityQuery("Nora Hasenkamp", "text"),
			"hasenkamp: Nora Hasenkamp, Hasenkamp, Hasenkamps"},
		{"case and hyphens make no difference", EntityQuery("nora-hasenkamp", "text"), "hasenkamp: Nora Hasenkamp, Hasenkamp, Hasenkamps"},
		{"another person of the surname", EntityQuery("Karl Hasenkamp", "text"), "other: Karl Hasenkamp"},
		{"a name is no part of another word", EntityQuery("Baden-Baden", "text"), ""},
		{"no name", EntityQuery(" ", "text"), ""},
		{"a word finds what it would without entities", bleve.NewMatchQuery("Vorsitzender"), "other: Vorsitzende"},
		{"a phrase with a name in it", phrase("Bürgermeisterin Nora Hasenkamp"), "hasenkamp: Bürgermeisterin, Nora Hasenkamp"},
		{"a phrase that begins with a name", phrase("Hasenkamp am Montag"), "hasenkamp: Hasenkamp, Montag"},
	} {
		r := bleve.NewSearchRequest(c.query)
		r.IncludeLocations = true
		r.SortBy([]string{"_id"})
		result, err := ix.Search(r)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, hit := range result.Hits {
			got = append(got, hit.ID+": "+strings.Join(marked(texts[hit.ID], hit.Locations["text"]), ", "))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s:\n got %q,\nwant %q", c.why, g, c.want)
		}
	}
}

// marked returns what is found of a text. Of places that overlap it takes the first and
// longest.
func marked(text string, locations search.TermLocationMap) (out []string) {
	ls := slices.Concat(slices.Collect(maps.Values(locations))...)
	slices.SortFunc(ls, func(a, b *search.Location) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	end := uint64(0)
	for _, l := range ls {
		if l.Start >= end {
			out = append(out, text[l.Start:l.End])
			end = l.End
		}
	}
	return out
}

func TestConcurrent(t *testing.T) {
	want := stream(t, article)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 5 {
				if got := stream(t, article); got != want {
					t.Errorf("got %s", got)
				}
			}
		})
	}
	wg.Wait()
}

// TestOwnNames analyses with a extractor that knows a name which the model cannot know.
func TestOwnNames(t *testing.T) {
	extractor, err := entities.New(entities.WithNamesFrom(strings.NewReader("Blauwal\n"), entities.ORG))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		why  string
		t    Tokenizer
		want bool
	}{{"the extractor's list has it", Tokenizer{extractor.Extract}, true}, {"nobody has told", Tokenizer{}, false}} {
		got := false
		for _, k := range c.t.Tokenize([]byte("Der Blauwal ist groß.")) {
			got = got || string(k.Term) == "entity:blauwal"
		}
		if got != c.want {
			t.Errorf("%s: found %v", c.why, got)
		}
	}
}
