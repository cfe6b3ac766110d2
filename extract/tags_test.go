package extract_test

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/cputime"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestTagsFitTokens checks that each token has a tag with a part of speech and a
// lemma, on all golden texts.
func TestTagsFitTokens(t *testing.T) {
	for _, text := range append(goldenTexts(t), samples...) {
		checkTags(t, extract.Parse(text))
	}
	if d := extract.Parse(""); len(d.Tags()) != 0 {
		t.Errorf("the empty text has tags: %v", d.Tags())
	}
}

// checkTags holds what is true of the tags of any text.
func checkTags(t *testing.T, d *extract.Document) {
	t.Helper()
	tags := d.Tags()
	if len(tags) != len(d.Tokens()) {
		t.Fatalf("%d tags of %d tokens", len(tags), len(d.Tokens()))
	}
	for i, tag := range tags {
		form := d.Slice(d.Tokens()[i].Span)
		if tag.POS == 0 || tag.STTS() == "" {
			t.Errorf("%q has no part of speech", form)
		}
		if d.Lemma(i) == "" || d.WordLemma(i) == "" || !strings.HasSuffix(d.Lemma(i), d.WordLemma(i)) {
			t.Errorf("%q has lemma %q, by itself %q", form, d.Lemma(i), d.WordLemma(i))
		}
		if (tag.VerbForm == extract.Finite) != (tag.Mood != 0) {
			t.Errorf("%q is %v and has mood %v", form, tag.VerbForm, tag.Mood)
		}
		if (tag.Konjunktiv != 0) != (tag.Mood == extract.Subjunctive) {
			t.Errorf("%q has Konjunktiv %d and mood %v", form, tag.Konjunktiv, tag.Mood)
		}
		if p := i + int(tag.Partner); p != i && (p < 0 || p >= len(tags) || tags[p].Partner != -tag.Partner) {
			t.Errorf("%q has partner %d, which does not have it", form, p)
		}
	}
}

// TestWordLemma holds the two lemmas of a separated verb.
func TestWordLemma(t *testing.T) {
	d := extract.Parse("Sie warf ihm nichts vor.")
	if got := d.Lemma(1) + " " + d.WordLemma(1) + " " + d.Lemma(4); got != "vorwerfen werfen vor" {
		t.Errorf("got %q", got)
	}
}

// TestTagsFromTokens checks that tags depend on tokens and sentences, not on who
// found them.
func TestTagsFromTokens(t *testing.T) {
	text := strings.Join(samples, "\n")
	d := extract.Parse(text)
	own, err := extract.FromTokens(text, spansOf(d), startsOf(d))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(own.Tags(), d.Tags()) {
		t.Error("the tags differ")
	}
}

// TestTagsShared tags documents from many goroutines at once, some of them the
// same. The race detector watches.
func TestTagsShared(t *testing.T) {
	text := strings.Join(samples, "\n")
	want := renderTags(extract.Parse(text))
	shared := extract.Parse(text)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, d := range []*extract.Document{shared, extract.Parse(text)} {
				if got := renderTags(d); got != want {
					t.Errorf("got\n%s", got)
				}
			}
		})
	}
	wg.Wait()
}

// TestTagsAllocateByDocument checks that tagging allocates for a document and for forms
// that are not remembered, few where all were seen before, and not for a token.
func TestTagsAllocateByDocument(t *testing.T) {
	if testkit.Race() {
		t.Skip("the race detector empties the pool")
	}
	text := strings.Join(goldenTexts(t), "\n\n")
	count := func(text string) float64 {
		extract.Parse(text).Tags() // the pool has what it needs
		parse := testing.AllocsPerRun(5, func() { extract.Parse(text) })
		return testing.AllocsPerRun(5, func() { extract.Parse(text).Tags() }) - parse
	}
	for _, n := range []int{1, 2} {
		text := strings.Repeat(text+"\n\n", n)
		few := 12 + float64(len(extract.Parse(text).Tokens()))/20 // tags, lemmas and what growing them takes
		if got := count(text); got > few {
			t.Errorf("the golden texts %d times: %v allocations", n, got)
		}
	}
}

// TestTagsTakeLinearTime tags what has no sentences, or nothing but verbs.
func TestTagsTakeLinearTime(t *testing.T) {
	if testkit.Race() || testing.Short() {
		t.Skip("slow")
	}
	const n = 50_000 // times
	for _, word := range []string{"habe ", "vor ", "warf vor ", "„", "Donaudampfschiff-", "x"} {
		d := extract.Parse(strings.Repeat(word, n))
		begin := cputime.Now()
		checkTags(t, d)
		if took := cputime.Now() - begin; took > 5*time.Second {
			t.Errorf("%d times %q took %v", n, word, took)
		}
	}
}

func FuzzTags(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Add("Er warf\xff ihr \u00adBetrug vor ; habe")
	for _, s := range []string{"0%0%", "00.0.", "0.\r ", "a.a.a.b 1.1.1. 1-1/1:1'C&A k ... ' ’n 'n' '89 ’\x008er C&A km/h Nr.5 SAT.1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { checkTags(t, extract.Parse(text)) })
}

func ExampleDocument_Tags() {
	d := extract.Parse("Der Grund sei ein Datenklau, warf er der Firma vor.")
	for i, t := range d.Tags() {
		if t.VerbForm == extract.Finite {
			fmt.Println(d.Slice(d.Tokens()[i].Span), t.POS, t.Mood, t.Konjunktiv, d.Lemma(i))
		}
	}
	// Output:
	// sei AUX sub 1 sein
	// warf VERB ind 0 vorwerfen
}

// BenchmarkTags tags the golden texts. It reports tokens a second.
func BenchmarkTags(b *testing.B) {
	text := strings.Join(goldenTexts(b), "\n")
	n := len(extract.Parse(text).Tokens())
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	var docs []*extract.Document
	for b.Loop() {
		b.StopTimer()
		docs = append(docs[:0], extract.Parse(text))
		b.StartTimer()
		docs[0].Tags()
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// TestMarkedMoods measures mood=sub against 200 words marked by hand inside the
// quotations, where German reports by mood: testdata/tags/marked.tsv.
func TestMarkedMoods(t *testing.T) {
	texts := make(map[string]string)
	for _, part := range []string{"train", "dev"} {
		docs, err := corpus.Collect(corpus.File("../../shared/data/quotes/" + part + ".jsonl.gz"))
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip("the quotations lie in ../shared, which is not here")
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			id, _, _ := strings.Cut(d.ID, " ")
			texts[id] = d.Text
		}
	}
	f, err := os.Open("../testdata/tags/marked.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	parsed := make(map[string]*extract.Document)
	right, found, marked, rows := 0, 0, 0, 0
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		rows++
		col := strings.Split(lines.Text(), "\t")
		at, err := strconv.Atoi(col[1])
		if err != nil || len(col) != 4 {
			t.Fatalf("bad line %q", lines.Text())
		}
		d := parsed[col[0]]
		if d == nil {
			d = extract.Parse(texts[col[0]])
			parsed[col[0]] = d
		}
		got := false
		for i, k := range d.Tokens() {
			if k.Start == at {
				if d.Slice(k.Span) != col[2] {
					t.Fatalf("article %s has %q at %d, want %q", col[0], d.Slice(k.Span), at, col[2])
				}
				got = d.Tags()[i].Mood == extract.Subjunctive
			}
		}
		want := col[3] == "sub"
		if got {
			found++
		}
		if want {
			marked++
		}
		if got && want {
			right++
		} else if got != want {
			t.Logf("article %s, byte %d: %s is sub: %v, want %v", col[0], at, col[2], got, want)
		}
	}
	t.Logf("mood=sub of %d words: precision %d of %d, recall %d of %d", rows, right, found, right, marked)
	if rows != 200 || right*100 < found*95 || right*100 < marked*95 {
		t.Error("want 200 words, and precision and recall of at least 95 in a hundred")
	}
}
