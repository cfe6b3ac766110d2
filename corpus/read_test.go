package corpus

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestPlaces checks which words of an article a part means.
func TestPlaces(t *testing.T) {
	const text = "Er kam. Sie sagte, er sehe, was er sehe. Er ging.\nEr – „so | so …“ – lachte, sagte sie."
	var lines []extract.Span
	for _, l := range []string{"Er kam.", "Sie sagte, er sehe, was er sehe.", "Er ging.", "Er – „so | so …“ – lachte, sagte sie."} {
		at := strings.Index(text, l)
		lines = append(lines, extract.Span{Start: at, End: at + len(l)})
	}
	p := newPage(text, lines)
	for _, tt := range []struct {
		words  string
		line   int
		want   string // the words before it, in brackets the span
		reason string
	}{
		{"Sie", 1, "[Sie]", "once in the line"},
		{"er #1", 1, "Sie sagte, [er]", "the first in the line"},
		{"er #2", 1, "was [er]", "the second in the line"},
		{"Er", 1, "[Er] kam", "not in the line: the nearest before"},
		{"Er #-1", 3, "sehe. [Er] ging", "before the line, though it stands in it"},
		{"Er #-2", 3, "[Er] kam", "the one before that"},
		{"Er #1", 1, "sehe. [Er] ging", "behind the line, though it stands before"},
		{"ging", 1, "Er [ging]", "not in the line nor before: the first behind"},
		{"er … sehe", 1, "", "an end that stands twice behind the beginning"},
		{"er #1 … was er sehe", 1, "Sie sagte, [er sehe, was er sehe]", "from … to, with a number of the beginning"},
		{"Sie … Er", 1, "[Sie sagte, er sehe, was er sehe. Er] ging", "an end in the next line"},
		{"ging. Er", 2, "Er [ging.\nEr] –", "a line break of the article is a space"},
		{"so …“", 3, "| [so …“]", "dots of the article"},
		{"Sie | was", 1, "[Sie] sagte, er sehe, [was]", "two spans"},
		{"er", 1, "", "twice in the line, and no number"},
		{"er #3", 1, "", "a number too great"},
		{"er #-1", 1, "", "a number too small"},
		{"agte", 1, "", "part of a word"},
		{"was … Sie", 1, "", "an end before the beginning"},
		{"", 1, "", "no words"},
	} {
		spans, err := p.places(tt.words, tt.line)
		var got strings.Builder
		end := 0
		for _, s := range spans {
			got.WriteString(text[end:s.Start] + "[" + text[s.Start:s.End] + "]")
			end = s.End
		}
		if (err != nil) != (tt.want == "") || err == nil && !strings.Contains(got.String()+text[end:], tt.want) {
			t.Errorf("%s: %q below %q means %s, error %v", tt.reason, tt.words, text[lines[tt.line].Start:lines[tt.line].End], got.String(), err)
		}
	}
}

const good = `# A comment.

== a DE

> Eins.
>
> Zwei sagt, drei sei vier.
  indirect speech asserts: Zwei
    content    drei sei vier
    speaker    Zwei

entities
  PER  Zwei
`

func TestReadErrors(t *testing.T) {
	for _, tt := range []struct{ old, new, want, reason string }{
		{"", "", "", "the article as it is"},
		{"# A", "A", `f:1: only comments`, "no article has begun"},
		{"a DE", "a", `f:3: an article has`, "no country"},
		{"indirect", "indirekt", `f:8: unknown kind "indirekt": want direct, indirect, continued, free_indirect or reported`, "a kind that is none"},
		{"speech", "Speech", `f:8: unknown medium "Speech": want speech, writing, thought, speech/writing, speech/thought or thought/writing`, "a medium that is none"},
		{"asserts", "says", `f:8: unknown stance "says": want asserts, denies, doubts, demands, asks, promises, warns, admits, believes, announces, criticises, praises or withholds`, "a stance that is none"},
		{"PER  ", "PERS ", `f:13: unknown label "PERS": want PER, ORG, LOC or MISC`, "a label that is none"},
		{"PER  Zwei", "PER  Drei", `f:13: "Drei" does not stand in the article`, "a name that is not in the text: letters differ"},
		{"PER  Zwei", "PER  Zwei = ", `f:13: `, "an empty spelling"},
		{": Zwei", "", `f:8: "indirect speech asserts" is neither`, "no name"},
		{"    content    drei sei vier\n", "", `f:8: the claim has no content`, "no content"},
		{"    speaker ", "    spaeker ", `f:10: "spaeker    Zwei" is neither`, "a part that is none"},
		{"content    drei", "content    fünf", `f:9: content: "fünf sei vier" does not stand in the article`, "words that are not in the text"},
		{"content    drei sei vier", "content    Eins", `f:8: the content does not begin in the line above`, "a claim below another line"},
		{"content    drei sei vier", "content    vier | drei", `f:9: content: its spans overlap`, "spans out of order"},
		{"speaker    Zwei", "speaker    Zwei\n    speaker    Zwei", `f:11: the claim has a speaker already`, "a part twice"},
		{"indirect speech", "reported speech", "", "no cue, no frame"},
		{"indirect speech asserts: Zwei", "reported speech asserts: Zwei\n    cue  sagt", `f:9: a claim that is reported has no cue`, "a cue where the guide has none"},
		{"> Eins.\n>\n> Zwei sagt, drei sei vier.\n", "", `f:5: a claim stands below the line`, "a claim without text"},
		{"> Eins.", ">", `f:5: a line of the text is`, "an empty line first"},
		{"> Eins.", ">Eins.", `f:5: a line of the text is`, "no space behind the mark"},
		{"  PER  Zwei", "> Zwei", `f:13: the text stands before the entities`, "text behind the entities"},
		{"entities", "== a DE\n> Zwei\nentities", `f:12: there is another article "a"`, "an id twice"},
	} {
		articles, err := Collect(Read(strings.NewReader(strings.Replace(good, tt.old, tt.new, 1)), "f"))
		if tt.want == "" {
			if err != nil || len(articles) != 1 || articles[0].Text != "Eins.\n\nZwei sagt, drei sei vier.\n" {
				t.Errorf("%s: %v, %v", tt.reason, articles, err)
			}
		} else if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %s", tt.reason, err, tt.want)
		}
	}
	// All that is wrong is told, and the article after it is read.
	bad := strings.NewReplacer("speech", "Rede", "content    drei", "content    fünf").Replace(good)
	articles, err := Collect(Read(strings.NewReader(bad+strings.Replace(good[len("# A comment.\n"):], "a DE", "b DE", 1)), "f"))
	if err == nil || strings.Count(err.Error(), "\n") != 1 || len(articles) != 1 || articles[0].ID != "b" {
		t.Errorf("%d articles, errors\n%v", len(articles), err)
	}
}

func TestWriteErrors(t *testing.T) {
	a := Article{ID: "a", Country: "DE", Text: "Eins  zwei.\n"}
	if err := Write(&bytes.Buffer{}, a); err != nil {
		t.Errorf("two spaces in a line: %v", err)
	}
	for reason, a := range map[string]Article{
		"no line break at the end": {ID: "a", Country: "DE", Text: "Eins."},
		"two empty lines":          {ID: "a", Country: "DE", Text: "Eins.\n\n\nZwei.\n"},
		"no country":               {ID: "a", Text: "Eins.\n"},
		"a span inside a word": {ID: "a", Country: "DE", Text: "Eins.\n", Claims: []Claim{
			{Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Asserts, Content: []extract.Span{{Start: 1, End: 4}}}}},
	} {
		if err := Write(&bytes.Buffer{}, a); err == nil {
			t.Errorf("%s is written", reason)
		}
	}
}

// FuzzRead checks that what is read can be written and read again.
func FuzzRead(f *testing.F) {
	f.Add(good)
	f.Add("== a DE\n> Eins.␠\n>> Zwei, zwei zwei zwei zwei zwei zwei zwei.\n direct writing asks: nobody\ncontent Zwei … zwei | zwei #-2\n")
	f.Add("==\nentities\n0 \xb0") // no UTF-8
	f.Add("== a DE\nsha256 0\n> A\ndirect speech asks: a\ncontent 0-1 cue\n")
	f.Fuzz(func(t *testing.T, file string) {
		for a, err := range Read(strings.NewReader(file), "f") {
			var b bytes.Buffer
			if err != nil || Write(&b, a) != nil {
				continue
			}
			for again, err := range Read(&b, "f") {
				if err != nil || !reflect.DeepEqual(again.Claims, a.Claims) || again.Text != a.Text {
					t.Errorf("%+v became %+v, %v", a, again, err)
				}
			}
		}
	})
}

// TestReadme checks the counts of README.md, between its two comments, and that its example
// is none of our own making. -update counts anew.
func TestReadme(t *testing.T) {
	page, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	const begin, end = "<!-- counted by go test ./corpus -update -->\n", "<!-- end of counts -->"
	head, rest, ok := strings.Cut(string(page), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatal("README.md has no place for counts")
	}
	_, example, _ := strings.Cut(string(page), "```text\n")
	example, _, _ = strings.Cut(example, "```")
	if file, err := files.ReadFile("train/sport.txt"); err != nil || example == "" || !strings.Contains(string(file), example) {
		t.Errorf("the example is not in train/sport.txt: %v", err)
	}
	testkit.Golden(t, "README.md", head+begin+counts(t)+end+tail)
}

// tally counts articles, by country, and what is annotated in them.
type tally struct {
	articles int
	country  map[string]int
	count    map[string]int
}

func newTally() *tally { return &tally{0, make(map[string]int), make(map[string]int)} }

// values are the names of all values of a type, which count from 1.
func values[V interface {
	~uint8
	fmt.Stringer
}]() (names []string) {
	for v := V(1); v.String() != "invalid"; v++ {
		names = append(names, v.String())
	}
	return names
}

func counts(t *testing.T) string {
	rows := make(map[string]*tally)
	row := func(name string) *tally {
		if rows[name] == nil {
			rows[name] = newTally()
		}
		return rows[name]
	}
	var genres []string
	for _, s := range []Split{Train, Dev} {
		for a, err := range Own(s) {
			if err != nil {
				t.Fatal(err)
			}
			genres = append(genres, a.Genre)
			for _, r := range []*tally{row(a.Genre), row(s.String())} {
				r.articles++
				r.country[a.Country]++
				for _, c := range a.Claims {
					r.count["claims"]++
					for _, value := range []string{c.Kind.String(), c.Medium.String(), c.Stance.String()} {
						r.count[value]++
					}
				}
				for _, e := range a.Entities {
					r.count["entities"]++
					r.count[e.Label.String()]++
				}
			}
			row("dev of " + a.Genre).articles += int(s - Train)
		}
	}
	// Of Wikinews the file is counted, since the texts are not here.
	file, err := files.ReadFile(wikinews)
	if err != nil {
		t.Fatal(err)
	}
	w, listing := row(wikinews), false
	for line := range strings.Lines(string(file)) {
		head, _, named := strings.Cut(line, ": ")
		f := strings.Fields(head)
		switch {
		case strings.HasPrefix(line, "== "):
			w.articles++
			listing = false
		case line == "entities\n":
			listing = true
		case listing && len(f) > 0:
			w.count["entities"]++
			w.count[f[0]]++
		case named && len(f) == 3 && !strings.HasPrefix(line, "#"):
			for _, value := range append(f, "claims") {
				w.count[value]++
			}
		}
	}

	var b strings.Builder
	kinds := values[claims.Kind]()
	fmt.Fprintf(&b, "\n| file | articles (of them dev) | AT, CH | claims | %s |\n|---|---|---|---|%s\n", strings.Join(kinds, " | "), strings.Repeat("---|", len(kinds)))
	line := func(name, articles string, r *tally) {
		fmt.Fprintf(&b, "| %s | %s | %d, %d | %d |", name, articles, r.country["AT"], r.country["CH"], r.count["claims"])
		for _, k := range kinds {
			fmt.Fprintf(&b, " %d |", r.count[k])
		}
		b.WriteByte('\n')
	}
	slices.Sort(genres)
	for _, g := range slices.Compact(genres) {
		r := row(g)
		line("`"+g+".txt`", fmt.Sprintf("%d (%d)", r.articles, row("dev of "+g).articles), r)
	}
	for _, name := range []string{"train", "dev"} {
		line("**all of "+name+"**", fmt.Sprint(row(name).articles), row(name))
	}
	line("`wikinews.txt`", fmt.Sprint(w.articles), w)

	b.WriteString("\n| | train | dev | Wikinews |\n|---|---|---|---|\n")
	for _, names := range [][]string{values[claims.Stance](), values[claims.Medium](), {"PER", "ORG", "LOC", "MISC"}} {
		for _, name := range names {
			fmt.Fprintf(&b, "| %s | %d | %d | %d |\n", name, row("train").count[name], row("dev").count[name], w.count[name])
		}
	}
	return b.String() + "\n"
}
