package extract_test

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

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
