package entities

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

func TestNewWithoutOptions(t *testing.T) {
	d := extract.Parse("Angela Merkel war in Paris. Merkels Besuch war kurz.")
	extractor, err := New()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := extractor.Extract(d), Extract(d); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// Furniture of a page names no one.
func TestOwnFurniture(t *testing.T) {
	d := extract.Parse("Zorbax wächst.\n\nBitte aktivieren Sie JavaScript, damit Zorbax funktioniert.")
	es := newExtractor(t, map[Label]string{ORG: "Zorbax"}).Extract(d)
	if last := d.Paragraphs()[len(d.Paragraphs())-1]; last.Kind != extract.Furniture {
		t.Fatal("the text has no furniture")
	}
	if len(es) != 1 || len(es[0].Mentions) != 1 {
		t.Errorf("got %v", es)
	}
}

// checkOwn reports what of a extractor's entities breaks the promises of the package.
func checkOwn(t *testing.T, extractor *Extractor, d *extract.Document) {
	t.Helper()
	starts, ends := map[int]bool{}, map[int]bool{}
	for _, k := range d.Tokens() {
		starts[k.Start], ends[k.End] = true, true
	}
	first := 0
	covered := make([]extract.Span, len(d.String()))
	for i, e := range extractor.Extract(d) {
		if e.ID.Index() != i || e.Name == "" || e.Label < PER || e.Label > MISC || len(e.Mentions) == 0 || e.Mentions[0].Start < first {
			t.Fatalf("entity %d: %+v", i, e)
		}
		first = e.Mentions[0].Start
		last := -1
		for _, m := range e.Mentions {
			if m.Start < last || m.Start >= m.End || m.End > len(d.String()) {
				t.Fatalf("%+v: mentions out of order or of the text", e)
			}
			last = m.Start
			if m.Form == FormName && (!starts[m.Start] || !ends[m.End]) {
				t.Fatalf("%+v: %q does not begin and end with tokens", e, d.Slice(m.Span))
			}
			if utf8.ValidString(d.String()) && !utf8.ValidString(d.Slice(m.Span)) {
				t.Fatalf("%+v: %q cuts a character", e, d.Slice(m.Span))
			}
			for p := m.Start; p < m.End; p++ {
				if o := covered[p]; o.Len() > 0 && (o == m.Span || !o.Contains(m.Span) && !m.Contains(o)) {
					t.Fatalf("%q and %q overlap", d.Slice(m.Span), d.Slice(o))
				}
				covered[p] = m.Span
			}
		}
	}
}

var ownSeeds = [][2]string{
	{"Der Ex-Rheinmetall-Chef, Rheinmetalls Open-AI, OPENAI, CDU/CSU-Fraktion.", "Rheinmetall\nOpen AI\tOAI\nCDU\nCSU"},
	{"Sat.1 und Yahoo! Deutschland, H & M, A-, -A, A--B, Weißen Hauses", "Sat.1\nYahoo! Deutschland\nH&M\nA\nB\nWeißes Haus"},
	{"Mu\u0308ller Mer\u00ADkel B\xFCrger \xE2\x80 \x80\xFF - -- A‑B A/-B /A/", "Müller\nMerkel\nrger\nA/B\n/A"},
	{"-a und a", "-a"},
	{"Angela Merkel in Paris, Merkels Berliner Paris-Reise", "Merkel\nParis\n. .\nBerliner"},
}

func FuzzOwnNames(f *testing.F) {
	f.Add("Die Deutsche Bahn (DB), DB (Deutsche Bank), Siemens Energy, SoftBank, eBay.", "Deutsche Bank\tDB\nSiemens\nSoftbank\nEbay")
	f.Add("Anna Meier (AM), Meier, Paul Meier, AM (Achim Moor), Dublin (DB) -", "Paul Meier\tMeier\tAM\tPM\nDorothea Boll\tDB")
	for _, s := range ownSeeds {
		f.Add(s[0], s[1])
	}
	f.Add("Sat.1 und Yahoo! Deut\x84chland, H & M, A-, -A, A--B, Weißen Hauses", "Sat.1\nYahoo! Deutschland\nH*M\nA\nB\nWeißes Haus")
	f.Add("De\x98\x98\x98\x98\x98\x98\x98l-Chef, Rheinmetalls Open-AI, OPENAI, CDU/CSU-Fraktion.", "RheinmetAll")
	f.Add("Angris-Re kel in Paris,iMerkels Berr Paels Merse", "Me2kel\nqaris\n\nParrir\n\nPaBesliner")
	f.Fuzz(func(t *testing.T, text, list string) {
		extractor, err := New(WithNamesFrom(strings.NewReader(list), PER))
		if err != nil {
			return
		}
		checkOwn(t, extractor, extract.Parse(text))
	})
}

// A name is found in a text that is the name, if it begins with a letter or digit.
func FuzzFindSpelling(f *testing.F) {
	for _, s := range ownSeeds {
		for name := range strings.SplitSeq(s[1], "\n") {
			f.Add(name)
		}
	}
	f.Add("A0.\u05a7") // failed once: a mark after a dot begins no piece of a name
	f.Fuzz(func(t *testing.T, name string) {
		extractor, err := New(WithNamesFrom(strings.NewReader(name), MISC))
		if err != nil || len(extractor.own.entities) != 1 {
			return
		}
		name = extractor.own.entities[0].name
		d := extract.Parse(name)
		if len(d.Paragraphs()) == 1 && d.Paragraphs()[0].Kind != extract.Furniture && len(extractor.own.find(d, nil)) != 1 {
			t.Errorf("%q: found %v", name, extractor.own.find(d, nil))
		}
	})
}

// Names are found where somebody else has cut the tokens.
func TestOwnFromTokens(t *testing.T) {
	text := "Sam Altman von Open-AI-Chef"
	extractor := newExtractor(t, map[Label]string{PER: "Sam Altman", ORG: "Open AI"})
	for _, c := range []struct {
		tokens []extract.Span
		want   int
	}{
		{[]extract.Span{{Start: 0, End: 10}, {Start: 15, End: 27}}, 2},
		{[]extract.Span{{Start: 0, End: 3}, {Start: 4, End: 10}, {Start: 15, End: 19}, {Start: 19, End: 20}, {Start: 20, End: 27}}, 1},
		{[]extract.Span{{Start: 0, End: 27}}, 0},
	} {
		d, err := extract.FromTokens(text, c.tokens, nil)
		if err != nil {
			t.Fatal(err)
		}
		checkOwn(t, extractor, d)
		if got := extractor.own.find(d, nil); len(got) != c.want {
			t.Errorf("%v: got %v, want %d", c.tokens, got, c.want)
		}
	}
}

// One extractor serves many goroutines; the race detector looks on.
func TestOwnRace(t *testing.T) {
	var lists []string
	var texts []string
	for _, s := range ownSeeds[:3] {
		texts, lists = append(texts, s[0]), append(lists, s[1])
	}
	list := strings.ReplaceAll(strings.Join(lists, "\n"), "\nA/B\n/A", "")
	extractor := newExtractor(t, map[Label]string{ORG: list})
	d := extract.Parse(strings.Join(texts, "\n\n"))
	want := extractor.Extract(d)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got := extractor.Extract(d); !reflect.DeepEqual(want, got) {
				t.Error("two calls differ")
			}
		})
	}
	wg.Wait()
}

// The time that names take grows linearly with texts made to be slow.
func TestOwnTimeLimit(t *testing.T) {
	if testing.Short() {
		t.Skip("a quarter of a MB of text for each case")
	}
	var list strings.Builder
	for n := 1; n <= 100; n++ {
		fmt.Fprintln(&list, strings.Repeat("A ", n))
	}
	list.WriteString("Deutsche Bank\tDB\nSoftbank\nB C\n" + strings.Repeat("D-", 50) + "E\n")
	extractor := newExtractor(t, map[Label]string{ORG: list.String()})
	find := func(text string) func() {
		d := extract.Parse(text)
		return func() { extractor.own.find(d, nil) }
	}
	whole := func(text string) func() {
		d := extract.Parse(text)
		return func() { extractor.own.group(d, nil, nil) }
	}
	for _, unit := range []string{"DB (", "(DB) ", "Db (DB) ", "DB (B C) ", "A B C (DB) ", "SoftBank", "SoftBank ", "A SoftBank "} {
		testkit.Linear(t, fmt.Sprintf("%q", unit), 4, whole(strings.Repeat(unit, 1<<15/len(unit))), whole(strings.Repeat(unit, 1<<17/len(unit))))
	}
	for _, unit := range []string{"A", "A ", "A-", "A/", "B ", "D-", "D ", "b", ". ", "A. "} {
		testkit.Linear(t, fmt.Sprintf("%q", unit), 4, find(strings.Repeat(unit, 1<<16/len(unit))), find(strings.Repeat(unit, 1<<18/len(unit))))
	}
}

// The time that names in quotation marks take grows linearly, also if the model has found them.
func TestQuotedTimeLimit(t *testing.T) {
	add := func(n int) func() {
		d := extract.Parse(strings.Repeat("Das Portal „Klarblick“ ", n))
		var names []Named
		for _, q := range d.Quotations() {
			names = append(names, Named{d.Tokens()[q.Open+1].Span, ORG, FormName})
		}
		numbers := make([]int, len(d.Tokens()))
		for i := range numbers {
			numbers[i] = i
		}
		d.Tags()
		return func() { addQuoted(d, names, numbers, nil) }
	}
	testkit.Linear(t, "quoted names", 4, add(1<<13), add(1<<15))
}
