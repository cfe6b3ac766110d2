package bleve

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

func analyzer(t testing.TB, name string) analysis.Analyzer {
	t.Helper()
	a, err := registry.NewCache().AnalyzerNamed(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// stream writes tokens as term:start-end@position.
func stream(tokens analysis.TokenStream) string {
	var got []string
	for _, k := range tokens {
		got = append(got, fmt.Sprintf("%s:%d-%d@%d", k.Term, k.Start, k.End, k.Position))
	}
	return strings.Join(got, " ")
}

func TestAnalyzers(t *testing.T) {
	for _, c := range []struct{ why, analyzer, text, want string }{
		{"a stop word leaves its position; the full stop has none", Analyzer, "Die Häuser brennen.", "haus:4-11@2 brenn:12-19@3"},
		{"NFD has its own offsets and the same stem", Analyzer, "Ha\u0308user", "haus:0-8@1"},
		{"a soft hyphen is no letter", Analyzer, "Häu\u00adser", "haus:0-9@1"},
		{"stop words too, in whatever spelling", Analyzer, "fu\u0308r u\u00adnd dass DASS daß Brot", "brot:27-31@6"},
		{"numbers are not stemmed", Analyzer, "25 000 Euro am 2. März", "25 000:0-6@1 euro:7-11@2 2:15-17@4 marz:18-23@5"},
		{"an abbreviation is found without its full stop", Analyzer, "3,5 Mrd. teuer", "3,5:0-3@1 mrd:4-8@2 teu:9-14@3"},
		{"parts stand where their word stands", Analyzer, "die CDU/CSU-Fraktion tagt",
			"cdu/csu-fraktion:4-20@2 cdu:4-7@2 csu:8-11@2 fraktion:12-20@2 tagt:21-25@3"},
		{"a stop word is no part", Analyzer, "Vor-Ort-Termin", "vor-ort-termin:0-14@1 ort:4-7@1 termin:8-14@1"},
		{"a word of one part is that part", Analyzer, "Ein- und Ausfuhr", "ausfuhr:9-16@3"},
		{"the noun of a gender form", Analyzer, "Bürger*innen-Rat", "burgerinnen-rat:0-17@1 burg:0-7@1 rat:14-17@1"},
		{"an address is one term and not stemmed", Analyzer, "bei Tagesschau.de", "tagesschau.de:4-17@2"},
		{"for phrases there are no parts", PhraseAnalyzer, "die CDU/CSU-Fraktion", "cdu/csu-fraktion:4-20@2"},
		{"names are not stemmed", NameAnalyzer, "Jürgen Müller-Groß", "jürgen:0-7@1 müller:8-15@2 gross:16-21@3"},
		{"no text, no token", Analyzer, "", ""},
		{"no word, no token", Analyzer, "… – !", ""},
	} {
		if got := stream(analyzer(t, c.analyzer).Analyze([]byte(c.text))); got != c.want {
			t.Errorf("%s: %q:\n got %q,\nwant %q", c.why, c.text, got, c.want)
		}
	}
}

// Whatever the bytes, the tokens lie in the text and positions never fall.
func FuzzAnalyzer(f *testing.F) {
	for _, s := range []string{"H\xffäu\xc3", "\xe2\x80-a/\xcc\x88", "Die İ-Ⱥ-Fraktion (CDU/CSU) am 2. 3.", "(innen)*in-/:in", "a\u0308-\u00ad-u\u0308"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{Analyzer, PhraseAnalyzer, NameAnalyzer} {
			last := 1
			for _, k := range analyzer(t, name).Analyze([]byte(text)) {
				if k.Start < 0 || k.Start >= k.End || k.End > len(text) || k.Position < last || len(k.Term) == 0 {
					t.Errorf("%s of %q: %v after position %d", name, text, k, last)
				}
				last = k.Position
			}
		}
	})
}

// fieldIndex returns an index whose only field is analysed by an analyzer named in a
// mapping that was written as JSON.
func fieldIndex(t testing.TB, path, analyzer string, texts ...string) bleve.Index {
	t.Helper()
	m := bleve.NewIndexMapping()
	if err := m.UnmarshalJSON([]byte(`{"default_analyzer": "` + analyzer + `"}`)); err != nil {
		t.Fatal(err)
	}
	ix, err := bleve.New(path, m)
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range texts {
		if err := ix.Index(fmt.Sprint(i), map[string]string{"text": text}); err != nil {
			t.Fatal(err)
		}
	}
	return ix
}

// TestReopened searches an index on disk that another process could have written.
func TestReopened(t *testing.T) {
	path := t.TempDir() + "/index"
	ix := fieldIndex(t, path, Analyzer, "Die Häuser am Fluss brennen.", "Das Haus steht.", "Am Fluß steht nichts & niemand.")
	if err := ix.Close(); err != nil {
		t.Fatal(err)
	}
	ix, err := bleve.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for _, c := range []struct {
		why, query string
		phrase     bool
		want       string
	}{
		{"singular and plural", "Häusern", false, "0: Die <mark>Häuser</mark> am Fluss brennen. 1: Das <mark>Haus</mark> steht."},
		{"ss and ß", "Fluss", false, "0: Die Häuser am <mark>Fluss</mark> brennen. 2: Am <mark>Fluß</mark> steht nichts &amp; niemand."},
		{"a phrase over a stop word", "Haus am Fluss", true, "0: Die <mark>Häuser</mark> am <mark>Fluss</mark> brennen."},
		{"but not over another distance", "Haus Fluss", true, ""},
	} {
		r := bleve.NewSearchRequest(bleve.NewMatchQuery(c.query))
		if c.phrase {
			r = bleve.NewSearchRequest(bleve.NewMatchPhraseQuery(c.query))
		}
		r.Highlight = bleve.NewHighlightWithStyle("html")
		r.SortBy([]string{"_id"})
		result, err := ix.Search(r)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, hit := range result.Hits {
			got = append(got, hit.ID+": "+strings.Join(hit.Fragments["text"], "|"))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: %q:\n got %q,\nwant %q", c.why, c.query, g, c.want)
		}
	}
}

func TestConcurrent(t *testing.T) {
	a := analyzer(t, Analyzer)
	const text = "Die CDU/CSU-Fraktion will 2 Mrd. für Häuser, sagt Bürger*innen-Rätin Meier."
	want := stream(a.Analyze([]byte(text)))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				if got := stream(a.Analyze([]byte(text))); got != want {
					t.Errorf("got %q, want %q", got, want)
				}
			}
		})
	}
	wg.Wait()
}
