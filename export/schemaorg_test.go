package export

import (
	"encoding/json"
	"strings"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"

	"github.com/google/go-cmp/cmp"
)

const schemaOrgSchema = "schema/schemaorg.schema.json"

func readSchemaOrg(t testing.TB, f SchemaOrg, a *laut.Article) newsArticle {
	t.Helper()
	line := write(t, f, StringID("x"), a)
	checkSchema(t, schemaOrgSchema, line)
	var n newsArticle
	if err := json.Unmarshal([]byte(line), &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestSchemaOrgGolden(t *testing.T) {
	a := handmade(t)
	line := write(t, SchemaOrg{Base: "https://example.org/artikel/", Body: true}, StringID("fähre <1>"), a)
	checkSchema(t, schemaOrgSchema, line)
	if strings.Count(line, "\n") != 1 {
		t.Errorf("%d line ends, want one", strings.Count(line, "\n"))
	}
	testkit.Golden(t, "testdata/schemaorg.txt", indented(t, line)+
		"-- without address and text --\n"+indented(t, write(t, SchemaOrg{}, StringID("fähre <1>"), a)))
}

func TestSchemaOrgOfNothing(t *testing.T) {
	line := write(t, SchemaOrg{Body: true}, ID{}, &laut.Article{Document: extract.Parse("")})
	checkSchema(t, schemaOrgSchema, line)
	want := `{"@context":"https://schema.org","@type":"NewsArticle","@id":"urn:laut:article:","inLanguage":"de"}` + "\n"
	if diff := cmp.Diff(want, line); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSchemaOrgOfArticle(t *testing.T) {
	const text = "„Wir zahlen nicht“, sagte Anna Meier am Montag in Wien. Man habe „nie“ gezahlt. Sie bestritt, gelogen zu haben."
	n := readSchemaOrg(t, SchemaOrg{Body: true}, laut.Read(text))
	if n.Body != text || len(n.Mentions) < 2 || len(n.Parts) < 2 {
		t.Errorf("%d mentions and %d parts of %q, want two or more of each", len(n.Mentions), len(n.Parts), n.Body)
	}
}

// What could end a script element, or keep a browser from seeing its end, is not there.
func TestSchemaOrgInScript(t *testing.T) {
	const text = "„</script><!-- & ]]>“, sagte <Anna>.\u2028"
	quote := extract.Span{End: strings.Index(text, ", sagte")}
	name := extract.Span{Start: strings.Index(text, "<Anna>"), End: strings.Index(text, ".")}
	a := &laut.Article{
		Document: extract.Parse(text),
		Entities: []entities.Entity{{ID: 1, Name: "<Anna>", Label: entities.PER, Mentions: []entities.Mention{{Span: name}}}},
		Claims:   []claims.Claim{{Kind: claims.Direct, Content: []extract.Span{quote}, Speaker: claims.Speaker{Entity: 1}}},
	}
	for _, id := range []string{"x", "</script>", "https://example.org/?a=1&b=2"} {
		line := write(t, SchemaOrg{Body: true}, StringID(id), a)
		if at := strings.IndexAny(line, "<>&\u2028"); at >= 0 {
			t.Errorf("%q stands in %s", line[at], line)
		}
	}
	if n := readSchemaOrg(t, SchemaOrg{Body: true}, a); n.Body != text || n.Parts[0].Text != "</script><!-- & ]]>" {
		t.Errorf("read back as %q and %q", n.Body, n.Parts[0].Text)
	}
}

// What a speaker does not claim must not be published as the speaker's claim.
func TestSchemaOrgStatements(t *testing.T) {
	d := extract.Parse("Eins.")
	claim := func(k claims.Kind, s claims.Stance, parent claims.ID) claims.Claim {
		return claims.Claim{Kind: k, Stance: s, Content: []extract.Span{{End: 4}}, Parent: parent}
	}
	tests := []struct {
		claims []claims.Claim
		want   string
		reason string
	}{
		{[]claims.Claim{claim(claims.Indirect, claims.Asserts, 0)}, "Claim 0", "indirect speech"},
		{[]claims.Claim{claim(claims.Continued, 0, 0)}, "Claim 0", "a stance that is not known"},
		{[]claims.Claim{claim(claims.FreeIndirect, claims.Believes, 0)}, "Claim 0", "a belief"},
		{[]claims.Claim{claim(claims.Reported, claims.Asserts, 0)}, "", "the article's own words"},
		{[]claims.Claim{claim(claims.Indirect, claims.Denies, 0)}, "", "the speaker claims the opposite"},
		{[]claims.Claim{claim(claims.Indirect, claims.Doubts, 0)}, "", "nor what is doubted"},
		{[]claims.Claim{claim(claims.Indirect, claims.Demands, 0)}, "", "nor what is demanded"},
		{[]claims.Claim{claim(claims.Indirect, claims.Asks, 0)}, "", "nor what is asked"},
		{[]claims.Claim{claim(claims.Indirect, claims.Withholds, 0)}, "", "nor what is neither confirmed nor denied"},
		{[]claims.Claim{claim(claims.Direct, claims.Denies, 0)}, "Quotation 0", "who denies something in words of his own said these words"},
		{[]claims.Claim{claim(claims.Direct, claims.Asserts, 0), claim(claims.Indirect, claims.Asserts, 1)}, "Quotation 0, Claim 1 in 0", "a claim in a quotation"},
		{[]claims.Claim{claim(claims.Indirect, claims.Denies, 0), claim(claims.Direct, claims.Asserts, 1)}, "", "he denies that this was said"},
		{[]claims.Claim{claim(claims.Indirect, claims.Denies, 0), claim(claims.Reported, claims.Asserts, 1), claim(claims.Direct, claims.Asserts, 2)}, "", "also further inside"},
		{[]claims.Claim{claim(claims.Direct, claims.Asks, 0), claim(claims.Indirect, claims.Asserts, 1)}, "Quotation 0", "he asks whether this was said"},
		{[]claims.Claim{claim(claims.Reported, claims.Criticises, 0), claim(claims.Direct, claims.Asserts, 1)}, "Quotation 1", "verbatim within the article's words, which are no part"},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range statements("", &laut.Article{Document: d, Claims: tt.claims}) {
			out := s.Type + " " + strings.TrimPrefix(s.ID, "#claim-")
			if s.PartOf != nil {
				out += " in " + strings.TrimPrefix(s.PartOf.ID, "#claim-")
			}
			got = append(got, out)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

// An author is a person or an organisation by schema.org's own rules.
func TestSchemaOrgAuthors(t *testing.T) {
	es := []entities.Entity{{ID: 1, Label: entities.PER}, {ID: 2, Label: entities.ORG}, {ID: 3, Label: entities.LOC}, {ID: 4, Label: entities.MISC}}
	tests := []struct {
		speaker claims.Speaker
		want    any
		reason  string
	}{
		{claims.Speaker{Entity: 1, Name: "Lea Brunner"}, link{"x#entity-0"}, "a person"},
		{claims.Speaker{Entity: 2, Name: "Zoll & Söhne"}, link{"x#entity-1"}, "an organisation"},
		{claims.Speaker{Entity: 3, Name: "Bern"}, "Bern", "a place that speaks is a government"},
		{claims.Speaker{Entity: 4, Name: "Pisa-Studie"}, "Pisa-Studie", "a thing"},
		{claims.Speaker{Name: "die\nPräfektin"}, "die Präfektin", "words in one line"},
		{claims.Speaker{}, nil, "nobody"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, author("x", &laut.Article{Entities: es}, claims.Claim{Speaker: tt.speaker})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func TestUnquoted(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"„Wir zahlen.“", "Wir zahlen.", "German marks"},
		{"«Wir zahlen»", "Wir zahlen", "Swiss marks"},
		{"»Wir zahlen«", "Wir zahlen", "marks of books"},
		{`"Wir zahlen"`, "Wir zahlen", "straight marks"},
		{"„Das ist der ‚Zoll‘“", "Das ist der ‚Zoll‘", "marks inside stay"},
		{"„Wir zahlen.", "Wir zahlen.", "a quotation that is closed in another paragraph"},
		{"Wir zahlen", "Wir zahlen", "no marks"},
		{"„“", "", "nothing"},
		{"„", "", "a lone mark that opens"},
		{"Wir zahlen“", "Wir zahlen", "a quotation that was opened in another paragraph"},
		{"", "", "no text"},
	}
	for _, tt := range tests {
		d := extract.Parse(tt.text)
		got := unquoted(d, []extract.Span{{End: len(tt.text)}})
		if d.Slice(got[0]) != tt.want {
			t.Errorf("%s: %q is %q, want %q", tt.reason, tt.text, d.Slice(got[0]), tt.want)
		}
	}
}

func BenchmarkSchemaOrg(b *testing.B) {
	a := handmade(b)
	b.SetBytes(int64(len(a.Document.String())))
	b.ReportAllocs()
	for b.Loop() {
		write(b, SchemaOrg{}, StringID("x"), a)
	}
}
