package entities

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/wordlist"
)

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
	names := func(list string, l Label) Option { return WithNamesFrom(strings.NewReader(list), l) }
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
entities: names: line 5: "Dr Oetker" already stands for "Dr. Oetker" (ORG)`},
		{"across lists", []Option{names("Essen", LOC), names("# Firmen\nEssen", ORG)},
			`entities: names: line 2: "Essen" already stands for "Essen" (LOC)`},
		{"keys", []Option{names("Gut\tref=1\tref=2\nRot\tref=\nBlau\tref=3\nBlau\tref=4\nBlau\tBläue\n", ORG)},
			`entities: names: line 1: two keys, "1" and "2"
entities: names: line 2: no key after "ref="
entities: names: line 4: "Blau" already stands for "Blau" (ORG, key "3")`},
		{"values, told by their place and name", []Option{
			WithNames(Listed{Name: "Gut", Label: ORG}, Listed{Name: "Schlecht"}, Listed{Label: ORG}, Listed{Name: "B\xFCrger", Label: PER}),
			WithNames(Listed{Name: "Rot", Aliases: []string{"", "gut", "Gut", "--"}, Label: LOC}, Listed{Ref: "\xFF", Name: "Blau", Label: LOC}),
		}, `entities: names: entry 1, "Schlecht": unknown label 0
entities: names: entry 2, "": no name
entities: names: entry 3, "B\xfcrger": "B\xfcrger" is not UTF-8
entities: names: entry 0, "Rot": "Gut" already stands for "Gut" (ORG)
entities: names: entry 0, "Rot": "--" has neither letter nor digit
entities: names: entry 1, "Blau": key is not UTF-8`},
		{"values and lines", []Option{WithNames(Listed{Name: "Essen", Label: LOC, Ref: "9"}), names("Essen", ORG)},
			`entities: names: line 1: "Essen" already stands for "Essen" (LOC, key "9")`},
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

// Values and lines may be mixed; those of one entity are joined, and its key comes back.
func TestWithNamesMixed(t *testing.T) {
	extractor, err := New(
		WithNames(Listed{Name: " Zorbax\tAG ", Aliases: []string{"Zorbax", ""}, Label: ORG}),
		WithNamesFrom(strings.NewReader("Nordlicht Reederei\tref=Q 7\tNLR\n"), ORG),
		WithNames(Listed{Ref: "12", Name: "Zorbax AG", Aliases: []string{"ZX"}, Label: ORG}, Listed{Ref: "13", Name: "Ida Lohse", Label: PER}),
		WithNames(),
	)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, e := range extractor.Extract(extract.Parse("Zorbax, ZX, Zorbax AG; Nordlicht Reederei, NLR; Ida Lohse sprach in Kiel. Lohse ging.")) {
		got += fmt.Sprintf("%s %v %q %d\n", e.Name, e.Label, e.Ref, len(e.Mentions))
	}
	if want := "Zorbax AG ORG \"12\" 3\nNordlicht Reederei ORG \"Q 7\" 2\nIda Lohse PER \"13\" 2\nKiel LOC \"\" 1\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A program can find the line or entry of a fault without reading the message.
func TestListError(t *testing.T) {
	_, err := New(WithNames(Listed{Name: "Gut", Label: ORG}, Listed{Name: "--", Label: ORG}))
	if e, ok := errors.AsType[*ListError](err); !ok || e.Line != 0 || e.Index != 1 || e.Name != "--" || e.Err == nil {
		t.Errorf("got %#v", err)
	}
	_, err = New(WithNamesFrom(strings.NewReader("Gut\n--"), ORG))
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
	if _, err := New(WithNamesFrom(f, ORG)); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestWithNamesBrokenReader(t *testing.T) {
	broken := errors.New("cable cut")
	r := io.MultiReader(strings.NewReader("--\nHal"), iotest.ErrReader(broken))
	_, err := New(WithNamesFrom(r, ORG))
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "names: line 2: cable cut") || !strings.Contains(err.Error(), "line 1: ") {
		t.Errorf("got %v", err)
	}
}

// TestListedNames checks that nearly all names of the lists are found with their
// label in a short sentence, which says little about them, by a model that is free to
// think otherwise.
func TestListedNames(t *testing.T) {
	n, found := 0, 0
	var missed []string
	for _, variants := range wordlist.Load().Names {
		for _, name := range variants {
			if name.When != 0 {
				continue // an ordinary word too
			}
			n++
			d := extract.Parse("Das hat " + name.Exact + " gestern in einer Mitteilung gesagt.")
			right := false
			for _, e := range Extract(d) {
				for _, m := range e.Mentions {
					right = right || d.Slice(m.Span) == name.Exact && m.Form == FormName && e.Label.String() == name.Label
				}
			}
			if right {
				found++
			} else {
				missed = append(missed, name.Exact)
			}
		}
	}
	t.Logf("%d of %d; missed: %s", found, n, strings.Join(missed, ", "))
	if n < 500 || found*100 < 85*n {
		t.Errorf("%d of %d names of the lists", found, n)
	}
}

// TestAliases checks that the names of each line of words/aliases.txt are one entity
// of a text that has two of them, that no name is in two lines, and that the short
// forms of first names are one person's.
func TestAliases(t *testing.T) {
	of := map[string]string{} // the first name of the line, by key
	lines := 0
	wordlist.Sections("aliases", func(section, line string) error {
		lines++
		switch section {
		case "names":
			names := strings.Split(line, " = ")
			for _, name := range names {
				key := wordlist.KeyOf(name)
				if other, ok := of[key]; ok && other != names[0] || key == "" {
					t.Errorf("%s is in the lines of %s and %s", name, other, names[0])
				}
				of[key] = names[0]
			}
			for _, name := range names[1:] {
				if es := together(names[0], name, ORG); len(es) != 1 {
					t.Errorf("%s and %s are %d entities", names[0], name, len(es))
				}
			}
			if len(names) < 2 {
				t.Errorf("%s is alone in its line", line)
			}
		case "plurals":
			if es := together(line, "Xandrik", ORG); es[0].Number != extract.Plural {
				t.Errorf("%s is no plural", line)
			}
		case "first names":
			long, short, _ := strings.Cut(line, ": ")
			for name := range strings.FieldsSeq(short) {
				if es := together(long+" Quentel", name+" Quentel", PER); len(es) != 1 && otherNames().nicknames[wordlist.Folded(name)] == wordlist.Folded(long) {
					t.Errorf("%s and %s are two persons", long, name)
				}
			}
		}
		return nil
	})
	if lines < 200 {
		t.Errorf("%d lines", lines)
	}
}

// together groups two names.
func together(a, b string, l Label) []Entity {
	text := a + " und " + b + "."
	first := extract.Span{End: len(a)}
	second := extract.Span{Start: len(a) + len(" und "), End: len(text) - 1}
	return Group(extract.Parse(text), []Named{{Span: first, Label: l}, {Span: second, Label: l}})
}

func TestNameIn(t *testing.T) {
	for _, c := range []struct{ why, word, want string }{
		{"up to the head", "Open-AI-Gründer", "Open-AI"},
		{"a noun in between", "SPD-Fraktions-Chef", "SPD"},
		{"behind a prefix", "Ex-SPD-Chef", "SPD"},
		{"the prefix alone", "Ex-DDR", "DDR"},
		{"the name is the head", "Bundes-SPD", "SPD"},
		{"a name with a hyphen", "Baden-Württemberg-Wahl", "Baden-Württemberg"},
		{"an unknown name", "Xandrika-Affäre", "Xandrika"},
		{"in one word", "Merkelregierung", "Merkel"},
		{"with a linking s", "Deutschlandstart", "Deutschland"},
		{"nothing to cut", "Xqz", "Xqz"},
	} {
		from, to := nameIn(c.word)
		if got := c.word[from:to]; got != c.want {
			t.Errorf("%s: %s: %q, want %q", c.why, c.word, got, c.want)
		}
	}
}
