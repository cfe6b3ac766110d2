package export

import (
	"encoding/json"
	"strings"
	"testing"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/testkit"
)

const annotationSchema = "schema/webannotation.schema.json"

// annotations is a page as a program reads it that knows the Model and nothing of laut.
type annotations struct {
	ID, Type string
	Items    []struct {
		ID     string
		Body   []struct{ Type any }
		Target targets
	}
}

// targets reads one target or several.
type targets []struct {
	Selector []struct {
		Type, Exact, Prefix, Suffix string
		Start, End                  int
	}
}

func (ts *targets) UnmarshalJSON(data []byte) error {
	if data[0] == '{' {
		data = []byte("[" + string(data) + "]")
	}
	type plain targets
	return json.Unmarshal(data, (*plain)(ts))
}

func readAnnotations(t testing.TB, a *laut.Article) annotations {
	t.Helper()
	line := write(t, WebAnnotation{}, StringID("x"), a)
	checkSchema(t, annotationSchema, line)
	var page annotations
	if err := json.Unmarshal([]byte(line), &page); err != nil {
		t.Fatal(err)
	}
	return page
}

func TestWebAnnotationGolden(t *testing.T) {
	line := write(t, WebAnnotation{Base: "https://example.org/artikel/"}, StringID("fähre <1>"), handmade(t))
	checkSchema(t, annotationSchema, line)
	if strings.Count(line, "\n") != 1 {
		t.Errorf("%d line ends, want one", strings.Count(line, "\n"))
	}
	nothing := write(t, WebAnnotation{}, StringID("leer"), &laut.Article{Document: extract.Parse("")})
	checkSchema(t, annotationSchema, nothing)
	testkit.Golden(t, "testdata/webannotation.txt", indented(t, line)+"-- of nothing --\n"+indented(t, nothing))
}

// A claim without content is said of the whole article, since an annotation must have a target.
func TestWebAnnotationWithoutContent(t *testing.T) {
	a := &laut.Article{Document: extract.Parse("Nichts."), Claims: []claims.Claim{{Kind: claims.Reported}}}
	line := write(t, WebAnnotation{}, StringID("x"), a)
	checkSchema(t, annotationSchema, line)
	if !strings.Contains(line, `"target":"urn:laut:article:x"`) {
		t.Errorf("no target that is the article in %s", line)
	}
}

// What the command reads in whole articles fits the schema too.
func TestWebAnnotationOfArticle(t *testing.T) {
	const text = "„Wir zahlen nicht“, sagte Anna Meier am Montag in Wien. Man habe „nie“ gezahlt. Sie warnte vor <Folgen>."
	page := readAnnotations(t, laut.Read(text))
	if len(page.Items) < 3 {
		t.Errorf("%d annotations, want claims and names", len(page.Items))
	}
}

// Ids are given once on a page, and each link to an annotation leads to one.
func TestWebAnnotationLinks(t *testing.T) {
	page := readAnnotations(t, handmade(t))
	seen := make(map[string]bool)
	for _, a := range page.Items {
		if seen[a.ID] {
			t.Errorf("id %s twice", a.ID)
		}
		seen[a.ID] = true
	}
	line := write(t, WebAnnotation{}, StringID("x"), handmade(t))
	links := 0
	for _, key := range []string{`"laut:parent":{"id":"`, `"laut:mention":{"id":"`} {
		for _, rest := range strings.Split(line, key)[1:] {
			links++
			if id, _, _ := strings.Cut(rest, `"`); !seen[id] {
				t.Errorf("%s leads to %s, which is not there", key, id)
			}
		}
	}
	if links != 5 {
		t.Errorf("%d links, want one to a parent and four to the names of speakers", links)
	}
}

// The name in the speaker's words is linked; a name elsewhere is not what they say.
func TestWebAnnotationNamed(t *testing.T) {
	const text = "Lea Brunner kam. Sie ging, sagte die Präfektin Lea Brunner, sagte sie."
	mentions := []entities.Mention{{Span: extract.Span{Start: 0, End: 11}}, {Span: extract.Span{Start: 48, End: 59}}}
	tests := []struct {
		start, end int
		want       bool
		reason     string
	}{
		{0, 11, true, "a name"},
		{33, 59, true, "a name after a title"},
		{17, 20, false, "a pronoun between two names"},
		{33, 47, false, "a noun right before a name"},
		{67, 70, false, "a pronoun after all names"},
		{48, 51, false, "half a name"},
	}
	for _, tt := range tests {
		a := &laut.Article{
			Document: extract.Parse(text),
			Entities: []entities.Entity{{ID: 1, Name: "Lea Brunner", Label: entities.PER, Mentions: mentions}},
			Claims: []claims.Claim{{Kind: claims.Indirect, Content: []extract.Span{{Start: 17, End: 25}}, Speaker: claims.Speaker{
				Spans: []extract.Span{{Start: tt.start, End: tt.end}}, Entity: 1, Name: "Lea Brunner", Via: claims.ViaName,
			}}},
		}
		if got := strings.Contains(write(t, WebAnnotation{}, ID{}, a), "laut:mention"); got != tt.want {
			t.Errorf("%s: %q is linked to a name: %v, want %v", tt.reason, text[tt.start:tt.end], got, tt.want)
		}
	}
}

func TestOneCharacter(t *testing.T) {
	tests := []struct {
		a, b   rune
		want   bool
		reason string
	}{
		{'e', '\u0301', true, "a letter and its accent"},
		{'☀', '\uFE0F', true, "a sign and the selector of its look"},
		{'👩', '\u200D', true, "an emoji that another is joined to"},
		{'\u200D', '👧', true, "and the other"},
		{'👍', '🏽', true, "a tone of skin"},
		{'🇨', '🇭', true, "a flag"},
		{'\r', '\n', true, "one line end"},
		{'\n', '\r', false, "two line ends"},
		{'a', 'b', false, "two letters"},
		{'👍', '👍', false, "two emoji"},
		{'🇨', 'a', false, "a flag's letter alone"},
		{'\u0301', 'e', false, "a letter after an accent"},
	}
	for _, tt := range tests {
		if got := oneCharacter(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: oneCharacter(%q, %q) = %v", tt.reason, tt.a, tt.b, got)
		}
	}
}

// Positions count code points of the text as JSON holds it, and quotes are what is there,
// whatever the bytes.
func TestWebAnnotationSelectors(t *testing.T) {
	for _, text := range []string{
		"„Schön“, sagte Özge 🎉. Ja.",
		"kaputt \xff\xfe und \xc3 halb, sagte sie. \xe2\x80",
		"Ne\u0301e, sagte Zoe\u0308 👩\u200d👩\u200d👧 und 👍🏽 in 🇨🇭🇦🇹 am\r\nMontag.",
		strings.Repeat("e\u0301", 60) + " x " + strings.Repeat("🇨🇭", 40),
		"a" + strings.Repeat("\u0301", 80) + " x " + strings.Repeat("\u0301", 80),
		"\u202eumgekehrt\u202c <script> ]]> | \t \"x\" \x00 y",
	} {
		a := &laut.Article{Document: extract.Parse(text)}
		for i, r := range text {
			if r == ' ' {
				a.Claims = append(a.Claims, claims.Claim{Content: []extract.Span{{Start: i, End: i + 1}}})
			}
		}
		runes := []rune(text)
		for i, item := range readAnnotations(t, a).Items {
			quote, position := item.Target[0].Selector[0], item.Target[0].Selector[1]
			content := a.Claims[i].Content[0]
			start := len([]rune(text[:content.Start]))
			if position.Start != start || string(runes[position.Start:position.End]) != quote.Exact {
				t.Errorf("%q: %d to %d is not %q at %d", text, position.Start, position.End, quote.Exact, start)
			}
			if !strings.HasSuffix(string(runes[:position.Start]), quote.Prefix) || !strings.HasPrefix(string(runes[position.End:]), quote.Suffix) {
				t.Errorf("%q: %q is not between %q and %q", text, quote.Exact, quote.Prefix, quote.Suffix)
			}
			if n := len([]rune(quote.Prefix)); 0 < n && n < position.Start && oneCharacter(runes[position.Start-n-1], runes[position.Start-n]) {
				t.Errorf("%q: prefix %q begins inside a character", text, quote.Prefix)
			}
			if n := len([]rune(quote.Suffix)); 0 < n && position.End+n < len(runes) && oneCharacter(runes[position.End+n-1], runes[position.End+n]) {
				t.Errorf("%q: suffix %q ends inside a character", text, quote.Suffix)
			}
		}
	}
}

// The context is as long as it can be: a wrong bound would shorten all.
func TestQuoteContext(t *testing.T) {
	text := strings.Repeat("ä", 50) + "x" + strings.Repeat("ö", 50)
	tests := []struct {
		from, to int
		reason   string
	}{
		{18, 83, "32 units on either side"},
		{19, 83, "not from the middle of a letter with its mark"},
		{18, 82, "not to the middle of one"},
		{18, 81, "nor of two marks"},
		{19, 82, "an emoji on either side is two units"},
		{19, 82, "and has no half of one at the edge"},
	}
	marks := [][]int{nil, {18}, {83}, {82, 83}, {30, 70}, {18, 82}}
	for i, tt := range tests {
		runes := []rune(text)
		for _, at := range marks[i] {
			runes[at] = '\u0301'
			if i > 3 {
				runes[at] = '🎉'
			}
		}
		a := annotator{text: runes}
		if from, to := a.around(offsets.Range{Start: 50, End: 51}); from != tt.from || to != tt.to {
			t.Errorf("%s: from %d to %d, want %d to %d", tt.reason, from, to, tt.from, tt.to)
		}
	}
}

// anchor finds a quote in a text: where the words stand whose neighbours are most alike.
// It returns -1 when they are nowhere, or at several places equally well.
func anchor(text, exact, prefix, suffix string) int {
	best, most, tied := -1, -1, false
	for at := 0; ; at++ {
		i := strings.Index(text[at:], exact)
		if i < 0 {
			break
		}
		at += i
		alike := 0
		for n := range len(prefix) {
			if at-n <= 0 || text[at-n-1] != prefix[len(prefix)-n-1] {
				break
			}
			alike++
		}
		for n := range len(suffix) {
			if at+len(exact)+n >= len(text) || text[at+len(exact)+n] != suffix[n] {
				break
			}
			alike++
		}
		if tied = alike == most || tied && alike < most; alike > most {
			best, most, tied = at, alike, false
		}
	}
	if tied {
		return -1
	}
	return best
}

// An annotation is found again after the article was edited before and around its words.
func TestWebAnnotationReanchors(t *testing.T) {
	const text = "Vorspann.\n\n„Ja“, sagte Anna Meier. „Ja“, sagte auch Bert Kunz. „Ja“, rief 🎉 Cem Öz.\n\nEnde."
	a := &laut.Article{Document: extract.Parse(text)}
	for i := range text {
		if strings.HasPrefix(text[i:], "„Ja“") {
			a.Claims = append(a.Claims, claims.Claim{Kind: claims.Direct, Content: []extract.Span{{Start: i, End: i + len("„Ja“")}}})
		}
	}
	edits := []struct{ old, new, reason string }{
		{"", "", "the text as it was"},
		{"Vorspann.\n\n", "", "what stood before is gone"},
		{"Vorspann.", "Neuer Vorspann 🎉 mit e\u0301inem „Ja“ mehr.", "words and the same quotation come before"},
		{"sagte Anna Meier. ", "sagte Anna Meier am Montag. ", "inserted between two of them"},
		{" auch Bert", " Bert", "deleted after one"},
		{"\n\n„Ja“", "\n\nEinleitung: „Ja“", "inserted right before one"},
		{"Ende.", "Anderes Ende, und „Ja“.", "changed at the end"},
	}
	page := readAnnotations(t, a)
	for _, tt := range edits {
		edited := strings.Replace(text, tt.old, tt.new, 1)
		for i, speaker := range []string{"Anna", "Bert", "Cem"} {
			q := page.Items[i].Target[0].Selector[0]
			want := strings.LastIndex(edited[:strings.Index(edited, speaker)], "„Ja“")
			if got := anchor(edited, q.Exact, q.Prefix, q.Suffix); got != want {
				t.Errorf("%s: what %s says is found at byte %d, want %d", tt.reason, speaker, got, want)
			}
			if anchor(edited, q.Exact, "", "") != -1 {
				t.Errorf("%s: found without its context, so this test shows nothing", tt.reason)
			}
		}
	}
}

func FuzzWebAnnotation(f *testing.F) {
	f.Add("„Ä“ 🎉\xff\xe2\x80", 0, 3, "a/ü")
	f.Add("e\u0301e\u0301\r\n🇨🇭🇨🇭", 1, 4, "https://example.org/")
	f.Add("\xe2a\x95~\x12\xac\u0640\x9e\u0335\x8ey:o\xc0Ä\x9c 🎉\xff\xe2\x80", 0, 3, "a\xbc\xc3/")
	f.Fuzz(func(t *testing.T, text string, start, end int, id string) {
		text = text[:min(len(text), 400)]
		if start < 0 || start > end || end > len(text) {
			t.Skip()
		}
		s := extract.Span{Start: start, End: end}
		a := &laut.Article{
			Document: extract.Parse(text),
			Entities: []entities.Entity{{ID: 1, Name: text[start:end], Label: entities.LOC, Mentions: []entities.Mention{{Span: s}}}},
			Claims: []claims.Claim{{Kind: claims.Direct, Content: []extract.Span{s},
				Speaker: claims.Speaker{Spans: []extract.Span{s}, Entity: 1, Name: "x", Via: claims.ViaName}}},
		}
		if a.Validate() != nil {
			t.Skip("it cuts a character")
		}
		for _, format := range []struct {
			Format
			schema string
		}{{WebAnnotation{}, annotationSchema}, {SchemaOrg{Body: true}, schemaOrgSchema}} {
			line := write(t, format, StringID(id), a)
			checkSchema(t, format.schema, line)
			if strings.Count(line, "\n") != 1 {
				t.Errorf("not one line: %q", line)
			}
		}
	})
}

func BenchmarkWebAnnotation(b *testing.B) {
	a := handmade(b)
	b.SetBytes(int64(len(a.Document.String())))
	b.ReportAllocs()
	for b.Loop() {
		write(b, WebAnnotation{}, StringID("x"), a)
	}
}
