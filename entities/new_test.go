package entities

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
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

func TestWithNamesLines(t *testing.T) {
	list := "\uFEFF# Firmen\r\n\r\nZorbax AG\tZorbax\t\tZX\r\n  Nordlicht  Reederei \n   # auch das\nZorbax AG\tZorbax-Gruppe\nZorbax AG"
	d := extract.Parse("Zorbax, ZX, Zorbax AG, Zorbax-Gruppe, Nordlicht Reederei")
	got := ""
	for _, e := range newExtractor(t, map[Label]string{ORG: list}).Extract(d) {
		got += fmt.Sprintf("%s %v %d\n", e.Name, e.Label, len(e.Mentions))
	}
	if want := "Zorbax AG ORG 4\nNordlicht Reederei ORG 1\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestWithNamesErrors(t *testing.T) {
	names := func(list string, l Label) Option { return WithNames(strings.NewReader(list), l) }
	long := strings.Repeat("lang", 60)
	for _, c := range []struct {
		why     string
		options []Option
		want    string
	}{
		{"all faults of a list, with the lines that they are in", []Option{names("Gut\n\n--\nB\xFCrger\nGut\tBesser\n\tLeer\n"+long+"\nRot\tGut\tBlau\n", ORG)},
			`entities: names: line 3: "--" has neither letter nor digit
entities: names: line 4: invalid UTF-8
entities: names: line 6: no name before the first tab
entities: names: line 7: "langlanglanglanglang"… is longer than 200 bytes
entities: names: line 8: "Gut" already stands for "Gut" (ORG)`},
		{"two faults of one line", []Option{names("Gut\t...\t!\n", ORG)},
			`entities: names: line 1: "..." has neither letter nor digit
entities: names: line 1: "!" has neither letter nor digit`},
		{"a fault of the first column does not hide those behind it", []Option{names("?\t"+long+"\n", ORG)},
			`entities: names: line 1: "?" has neither letter nor digit
entities: names: line 1: "langlanglanglanglang"… is longer than 200 bytes`},
		{"spellings that no text tells apart", []Option{names("Open AI\nX\tOpen-AI\nY\tOpenAI\nDr. Oetker\nDr Oetker\nMüller\nMu\u0308ller\n", ORG)},
			`entities: names: line 2: "Open-AI" already stands for "Open AI" (ORG)
entities: names: line 3: "OpenAI" already stands for "Open AI" (ORG)
entities: names: line 5: "Dr Oetker" already stands for "Dr. Oetker" (ORG)
entities: names: line 7: "` + "Mu\u0308ller" + `" already stands for "Müller" (ORG)`},
		{"across lists", []Option{names("Essen", LOC), names("# Firmen\nEssen", ORG)},
			`entities: names: line 2: "Essen" already stands for "Essen" (LOC)`},
		{"several lists", []Option{names("--", LOC), names("\n--", ORG)},
			`entities: names: line 1: "--" has neither letter nor digit
entities: names: line 2: "--" has neither letter nor digit`},
		{"no label", []Option{names("A", 0)}, `entities: names: unknown label 0`},
		{"unknown label", []Option{names("A", 9)}, `entities: names: unknown label 9`},
		{"a line that is no line", []Option{names("Gut\n"+strings.Repeat("x\t", 1<<16)+"\n--\n", ORG)},
			`entities: names: line 2: longer than 65536 bytes
entities: names: line 3: "--" has neither letter nor digit`},
		{"UTF-16", []Option{names("\xFF\xFEA\x00\n", ORG)}, `entities: names: line 1: invalid UTF-8`},
		{"capitals make another name", []Option{names("SAP\nSap\nMeta\nMETA\nUnion/FDP\nUnion FDP", ORG)}, ""},
		{"an empty list", []Option{names("", ORG), names("# nichts", PER)}, ""},
	} {
		extractor, err := New(c.options...)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want || (extractor == nil) != (err != nil) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.why, got, c.want)
		}
	}
}

// A program can find the line of a fault without reading the message.
func TestListError(t *testing.T) {
	_, err := New(WithNames(strings.NewReader("Gut\n--"), ORG))
	if e, ok := errors.AsType[*ListError](err); !ok || e.Line != 2 || e.Err == nil {
		t.Errorf("got %#v", err)
	}
}

// A list that is a file is named.
func TestListErrorFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "firmen.txt")
	if err := os.WriteFile(name, []byte("Gut\n--\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := "entities: names: " + name + `:2: "--" has neither letter nor digit`
	if _, err := New(WithNames(f, ORG)); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestWithNamesBrokenReader(t *testing.T) {
	broken := errors.New("cable cut")
	r := io.MultiReader(strings.NewReader("--\nHal"), iotest.ErrReader(broken))
	_, err := New(WithNames(r, ORG))
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "names: line 2: cable cut") || !strings.Contains(err.Error(), "line 1: ") {
		t.Errorf("got %v", err)
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
	for _, s := range ownSeeds {
		f.Add(s[0], s[1])
	}
	f.Add("Sat.1 und Yahoo! Deut\x84chland, H & M, A-, -A, A--B, Weißen Hauses", "Sat.1\nYahoo! Deutschland\nH*M\nA\nB\nWeißes Haus")
	f.Add("De\x98\x98\x98\x98\x98\x98\x98l-Chef, Rheinmetalls Open-AI, OPENAI, CDU/CSU-Fraktion.", "RheinmetAll")
	f.Add("Angris-Re kel in Paris,iMerkels Berr Paels Merse", "Me2kel\nqaris\n\nParrir\n\nPaBesliner")
	f.Fuzz(func(t *testing.T, text, list string) {
		extractor, err := New(WithNames(strings.NewReader(list), PER))
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
		extractor, err := New(WithNames(strings.NewReader(name), MISC))
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
	list.WriteString("B C\n" + strings.Repeat("D-", 50) + "E\n")
	extractor := newExtractor(t, map[Label]string{ORG: list.String()})
	find := func(text string) func() {
		d := extract.Parse(text)
		return func() { extractor.own.find(d, nil) }
	}
	for _, unit := range []string{"A", "A ", "A-", "A/", "B ", "D-", "D ", "b", ". ", "A. "} {
		testkit.Linear(t, fmt.Sprintf("%q", unit), 4, find(strings.Repeat(unit, 1<<16/len(unit))), find(strings.Repeat(unit, 1<<18/len(unit))))
	}
}
