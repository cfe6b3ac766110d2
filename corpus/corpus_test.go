package corpus

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linewise"
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/testkit"
)

// newsroom has the corpus as JSON Lines and the texts of Wikinews. It is no part of the
// repository.
const newsroom = "../../shared/data/newsroom/"

// need skips a test without a file of newsroom.
func need(t *testing.T, name string) string {
	t.Helper()
	if _, err := os.Stat(newsroom + name); err != nil {
		t.Skipf("needs %s: %v", newsroom+name, err)
	}
	return newsroom + name
}

// TestForm checks that files have the form that Write gives articles, so that an edit
// changes the lines that it is about and no others. -update brings them into it.
func TestForm(t *testing.T) {
	paths, err := filepath.Glob("[td]*/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, path := range paths {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(file), "\n\n")
		out := bytes.NewBufferString(head + "\n")
		articles, err := Collect(Read(bytes.NewReader(file), path))
		for _, a := range articles {
			out.WriteByte('\n')
			err = errors.Join(err, Write(out, a))
		}
		if err != nil {
			t.Error(err)
			continue
		}
		testkit.Golden(t, path, out.String())
	}
}

// TestOwn checks what each article has, and that the splits have none in common.
func TestOwn(t *testing.T) {
	ids, texts := make(map[string]Split), make(map[string]string)
	for _, s := range []Split{Train, Dev} {
		articles, err := Collect(Own(s))
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range articles {
			if a.Split != s || a.Genre == "" || !slices.Contains(countries, a.Country) || len(a.Claims) == 0 || len(a.Entities) == 0 {
				t.Errorf("%s: genre %q, country %q, split %v, %d claims, %d entities", a.ID, a.Genre, a.Country, a.Split, len(a.Claims), len(a.Entities))
			}
			if old, ok := ids[a.ID]; ok {
				t.Errorf("%s is in %v and in %v", a.ID, old, s)
			}
			if old, ok := texts[a.Text]; ok {
				t.Errorf("%s and %s are the same text", old, a.ID)
			}
			ids[a.ID], texts[a.Text] = s, a.ID
			checkSpans(t, a, true)
		}
	}
}

// checkSpans checks that spans lie within the text, in order, and that claims have known
// values. Spans of own articles begin and end with words.
func checkSpans(t *testing.T, a Article, own bool) {
	page := newPage(a.Text, nil)
	for i := range a.Claims {
		c := &a.Claims[i]
		for _, name := range []string{c.Kind.String(), c.Medium.String(), c.Stance.String()} {
			if name == "" || name == "invalid" {
				t.Errorf("%s: claim %d has the values %v, %v and %v", a.ID, i, c.Kind, c.Medium, c.Stance)
			}
		}
		if len(c.Content) == 0 || strings.TrimSpace(c.Name) != c.Name {
			t.Errorf("%s: claim %d has the content %v and the name %q", a.ID, i, c.Content, c.Name)
		}
		for _, part := range partNames {
			end := 0
			for _, s := range *c.part(part) {
				if s.Start < end || s.End <= s.Start || s.End > len(a.Text) {
					t.Fatalf("%s: claim %d has the %s %v", a.ID, i, part, *c.part(part))
				}
				end = s.End
				if words := a.Text[s.Start:s.End]; own && (page.inWord(s.Start) || page.inWord(s.End) || strings.TrimSpace(words) != words) {
					t.Errorf("%s: the %s %q of claim %d begins or ends in a word or in a space", a.ID, part, words, i)
				}
			}
		}
	}
	for _, e := range a.Entities {
		if e.Label.String() == "invalid" || e.Name == "" || e.Name != e.Forms[0] || len(slices.Compact(slices.Sorted(slices.Values(e.Forms)))) != len(e.Forms) {
			t.Errorf("%s: entity %v", a.ID, e)
		}
	}
}

func TestLoad(t *testing.T) {
	var want []Article
	for _, s := range []Split{Dev, Train} {
		articles, err := Collect(Own(s))
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, articles...)
	}
	if got, err := Collect(Load(".")); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("the folder has %d articles, the package %d: %v", len(got), len(want), err)
	}
	got, err := Collect(Load("dev/court.txt"))
	if err != nil || len(got) == 0 || got[0].Genre != "court" || got[0].Split != Dev {
		t.Errorf("dev/court.txt: %d articles, %v", len(got), err)
	}
	for _, tt := range []struct{ name, want, reason string }{
		{"none", "no such file", "a file is missing"},
		{"jsonl", "load jsonl: no file of the corpus", "a folder without files of the corpus"},
		{"wikinews.txt", "wikinews.txt:8: its text stands elsewhere: read it by Wikinews", "articles without texts"},
	} {
		if got, err := Collect(Load(tt.name)); len(got) > 0 || err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %d articles, error %v", tt.reason, len(got), err)
		}
	}
}

func TestHolds(t *testing.T) {
	for name, want := range map[string]bool{".": true, "dev": true, "dev/court.txt": true, "GUIDE.md": false, "LICENSE": false, "none": false, "jsonl": false} {
		if Holds(name) != want {
			t.Errorf("%s holds articles: %v", name, !want)
		}
	}
}

func TestWikinews(t *testing.T) {
	articles, err := Collect(Wikinews(need(t, "wikinews.jsonl.gz")))
	if err != nil || len(articles) != 300 {
		t.Fatalf("%d articles, error %v", len(articles), err)
	}
	for _, a := range articles {
		checkSpans(t, a, false)
	}
}

func TestWikinewsErrors(t *testing.T) {
	for _, tt := range []struct{ file, want, reason string }{
		{`{"id":"x","text":"y"}`, `wikinews.txt:8: texts.jsonl lacks the text of "58800 - Windows 7`, "a text is missing"},
		{`{"id":"58800 - Windows 7 kommt am 22. Oktober in den Handel (2009-09-17)","text":"y"}`, "is not the one that was annotated: its checksum is a1fce", "a text is another"},
		{"{}\n{", "texts.jsonl:2: broken JSON at byte 1", "a line is broken"},
	} {
		t.Chdir(t.TempDir())
		if err := os.WriteFile("texts.jsonl", []byte(tt.file), 0o644); err != nil {
			t.Fatal(err)
		}
		articles, err := Collect(Wikinews("texts.jsonl"))
		if len(articles) > 0 || err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %d articles, error %.300v", tt.reason, len(articles), err)
		}
	}
	if _, err := Collect(Wikinews(filepath.Join(t.TempDir(), "none"))); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file of texts: %v", err)
	}
}

// TestSame checks that the corpus says what the JSON Lines say that it was made from.
func TestSame(t *testing.T) {
	compare := func(name string, got []Article, err error) {
		if err != nil {
			t.Fatal(err)
		}
		byID := make(map[string]Article)
		for _, a := range got {
			byID[a.ID] = a
		}
		lines := readLines(t, need(t, name))
		if len(lines) != len(got) {
			t.Errorf("%s has %d articles, want %d", name, len(got), len(lines))
		}
		for _, want := range lines {
			a := byID[want.ID]
			a.Claims = slices.Clone(a.Claims)
			var got jsonArticle
			if data, err := json.Marshal(a); err != nil || json.Unmarshal(data, &got) != nil {
				t.Fatalf("%s: %s, %v", want.ID, data, err)
			}
			got.Genre, got.Split, got.Country = "", "", ""
			slices.SortStableFunc(want.Claims, func(a, b jsonClaim) int {
				return byContent(Claim{Content: spansOf(a.Content)}, Claim{Content: spansOf(b.Content)})
			})
			mended(&want)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s differs:\ngot  %+v\nwant %+v", want.ID, got, want)
			}
		}
	}
	train, err := Collect(Own(Train))
	compare("train.jsonl.gz", train, err)
	dev, err := Collect(Own(Dev))
	compare("dev.jsonl.gz", dev, err)
	wikinews, err := Collect(Wikinews(need(t, "wikinews.jsonl.gz")))
	compare("wikinews.jsonl.gz", wikinews, err)
}

// mended mends what was wrong in the JSON Lines: a pronoun that was marked inside another
// word, "er" in "versichert er im Gespräch".
func mended(a *jsonArticle) {
	if a.ID != "w107" {
		return
	}
	for i := range a.Claims {
		for k, s := range a.Claims[i].Speaker {
			const word, pronoun = len("versich"), len("versichert ")
			if strings.HasPrefix(a.Text[s.Start-word:], "versichert er im") {
				a.Claims[i].Speaker[k] = offsets.Range{Start: s.Start - word + pronoun, End: s.End - word + pronoun}
			}
		}
	}
}

func spansOf(spans []offsets.Range) []extract.Span {
	var out []extract.Span
	for _, s := range spans {
		out = append(out, extract.Span(s))
	}
	return out
}

func readLines(t *testing.T, name string) []jsonArticle {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := linewise.Unpack(f, name)
	if err != nil {
		t.Fatal(err)
	}
	var out []jsonArticle
	for d := json.NewDecoder(bufio.NewReader(r)); d.More(); {
		var a jsonArticle
		if err := d.Decode(&a); err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}
