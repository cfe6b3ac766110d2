package entities_test

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/cputime"
)

// samples are the seeds of the fuzz tests.
var samples = []string{
	"",
	"Der KI-Unternehmer Sam Altman klagt. Altmans Firma Open AI, der Open-AI-Gründer, OpenAI.",
	"Claus Schenk Graf von Stauffenberg, Omar al-Baschir, J. W. Goethe, Ludwig XIV. und Karl der Große.",
	"Die deutsch-französische US-amerikanische Berlinerin, EU-Staaten, CDU/CSU-Fraktion, Ex-SPD-Chef.",
	"1. FC Köln, Schalke 04, A 23, Straße des 17. Juni, GmbH & Co. KG, S & P 500, Yahoo!, Sat.1.",
	"Das Bundesamt für Wirtschaft, Arbeit und Technik (BWAT) «Wall Street Journal» „Das Leben der Anderen“.",
	"MERKEL TRIFFT MACRON IN PARIS\n\nNZZ.ch benötigt JavaScript für wichtige Funktionen.",
	"Mu\u0308ller Mer\u00ADkel B\xFCrger \xE2\x80 \x80\xFF - -- A- -A A-B- -sch deutsch- S. . .",
	"Peter von der, van, al-, Graf von, Dr. Prof. Herr, in der Firma, Ex-, GmbH AG SE Inc.",
}

// checkEntity reports what is wrong with entity i of a document by itself. It
// returns where its first mention begins, which is not before first, that of the
// entity before it.
func checkEntity(t *testing.T, i int, e entities.Entity, first int) int {
	t.Helper()
	if e.ID.Index() != i || e.Name == "" || e.Label < entities.PER || e.Label > entities.MISC || len(e.Mentions) == 0 || e.Number == 0 {
		t.Fatalf("entity %d: %+v", i, e)
	}
	if e.Gender != entities.GenderUnknown && e.Label != entities.PER {
		t.Fatalf("gender of no person: %+v", e)
	}
	if e.Mentions[0].Start < first {
		t.Fatalf("entity %d is not in order of the first mention", i)
	}
	return e.Mentions[0].Start
}

// check reports what of a document's entities breaks the promises of the
// package.
func check(t *testing.T, d *extract.Document) {
	t.Helper()
	es := entities.Extract(d)
	starts, ends := map[int]bool{}, map[int]bool{}
	for _, k := range d.Tokens() {
		starts[k.Start], ends[k.End] = true, true
	}
	furniture := func(s extract.Span) bool {
		for _, p := range d.Paragraphs() {
			if p.Kind == extract.Furniture && p.Overlaps(s) {
				return true
			}
		}
		return false
	}
	first := -1
	var names []extract.Span
	for i, e := range es {
		first = checkEntity(t, i, e, first)
		last := -1
		for _, m := range e.Mentions {
			if m.Start < 0 || m.End > len(d.String()) || m.Start >= m.End {
				t.Fatalf("%+v: mention outside of the text", e)
			}
			if m.Start < last {
				t.Fatalf("%+v: mentions out of order", e)
			}
			last = m.Start
			if furniture(m.Span) {
				t.Fatalf("%+v: mention in furniture", e)
			}
			if m.Form == entities.FormName && (!starts[m.Start] || !ends[m.End]) {
				t.Fatalf("%+v: %q does not begin and end with tokens", e, d.Slice(m.Span))
			}
			if utf8.ValidString(d.String()) && !utf8.ValidString(d.Slice(m.Span)) {
				t.Fatalf("%+v: %q cuts a character", e, d.Slice(m.Span))
			}
			names = append(names, m.Span)
		}
	}
	overlapping(t, d, names)
}

// overlapping fails if two mentions overlap without one lying in the other.
func overlapping(t *testing.T, d *extract.Document, spans []extract.Span) {
	t.Helper()
	covered := make([]int, len(d.String())+1) // index of a span + 1
	for i, s := range spans {
		for p := s.Start; p < s.End; p++ {
			if j := covered[p] - 1; j >= 0 && !s.Contains(spans[j]) && !spans[j].Contains(s) {
				t.Fatalf("%q and %q overlap", d.Slice(s), d.Slice(spans[j]))
			}
			covered[p] = i + 1
		}
	}
}

func TestInvariants(t *testing.T) {
	for _, s := range samples {
		check(t, extract.Parse(s))
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Add("Die deutsch-fraU-Frnzösische US-amerikanische Berl\xdfnerin\x10\xd0E5\xc5\x1f, EU-Staaen, CDU/CSU-Fraktion, \x80\x00-SPD-Chef.")
	f.Add("Das Bundesamt für Wirts(dert, Arbeit und Technik chWAT) «WallJ\xb6urnal» „Das Leben Baf Anderen“.")
	f.Fuzz(func(t *testing.T, text string) {
		d := extract.Parse(text)
		check(t, d)
		if a, b := entities.Extract(d), entities.Extract(d); !reflect.DeepEqual(a, b) {
			t.Fatal("two calls differ")
		}
	})
}

// TestFromTokens holds the promises where somebody else has cut the tokens.
func TestFromTokens(t *testing.T) {
	text := "Open-AI-Chef Sam Altman, GmbH"
	for _, tokens := range [][]extract.Span{
		{{Start: 0, End: 12}, {Start: 13, End: 23}, {Start: 25, End: 29}},
		{{Start: 0, End: 4}, {Start: 4, End: 7}, {Start: 7, End: 12}, {Start: 13, End: 16}, {Start: 17, End: 23}, {Start: 23, End: 24}},
		{{Start: 3, End: 6}, {Start: 14, End: 18}},
		nil,
	} {
		d, err := extract.FromTokens(text, tokens, nil)
		if err != nil {
			t.Fatal(err)
		}
		check(t, d)
	}
}

// TestTimeLimit checks that time grows linearly on input made to be slow.
func TestTimeLimit(t *testing.T) {
	if testing.Short() {
		t.Skip("half a MB of text for each case")
	}
	for _, c := range []struct{ why, unit string }{
		{"one word", "Altman"},
		{"hyphens", "A-"},
		{"first names", "Hans "},
		{"one listed word", "Vereinigte "},
		{"initials", "W. "},
		{"particles", "von der "},
		{"names with commas", "Peter Meier, "},
		{"opening marks", "„"},
		{"quotations", "Film „Das Leben“ "},
		{"aims", "Amt für Arbeit, Arbeit und "},
		{"legal forms", "GmbH & Co. KG "},
		{"persons of one surname", "Anna Meier. Herr Meier. Ben Meier. "},
		{"adjectives", "deutsch-"},
		{"clubs", "1. FC "},
		{"brackets", "Nordpakt (NP) "},
	} {
		text := strings.Repeat(c.unit, 1<<19/len(c.unit))
		d := extract.Parse(text)
		start := cputime.Now()
		entities.Extract(d)
		if took := cputime.Now() - start; took > 20*time.Second {
			t.Errorf("%s: %v for half a MB", c.why, took)
		}
	}
}

// TestRace tags one document from several goroutines; the race detector looks on.
func TestRace(t *testing.T) {
	d := extract.Parse(strings.Join(samples, "\n\n"))
	want := entities.Extract(d)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got := entities.Extract(d); !reflect.DeepEqual(want, got) {
				t.Error("two calls differ")
			}
		})
	}
	wg.Wait()
}

func TestEmpty(t *testing.T) {
	d := extract.Parse(" \n")
	if es := entities.Extract(d); es != nil {
		t.Errorf("got %v", es)
	}
	if n := testing.AllocsPerRun(10, func() { entities.Extract(d) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
