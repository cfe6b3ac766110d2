// Package news reads the articles that the stages are measured on: the repository's
// own, which everybody has, and real ones where the corpora are.
package news

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/laut-nlp/laut/internal/corpus"
)

// Set is a set of articles.
type Set struct {
	Name  string
	Texts []string
}

// Sets returns the repository's own articles and as much of the corpora in the folder
// data as has together about limit bytes each. The error says which corpora are missing; the
// other sets are there nevertheless.
func Sets(root, data string, limit int) ([]Set, error) {
	own, err := Own(root)
	if err != nil {
		return nil, err
	}
	sets := []Set{{"our articles", own}}
	var missing []error
	for _, c := range []struct {
		name, file string
		read       func(path string, limit int) ([]string, error)
	}{
		{"news of the quotation corpus", "quotes/train.jsonl.gz", quotations},
		{"Bundestag", "raw/bundestag.txt.gz", minutes},
	} {
		texts, err := c.read(filepath.Join(data, c.file), limit)
		if err != nil {
			missing = append(missing, fmt.Errorf("%s: %w", c.name, err))
			continue
		}
		sets = append(sets, Set{c.name, texts})
	}
	return sets, errors.Join(missing...)
}

// Own returns the articles of testdata/articles and the news items that all libraries
// are compared on, each item a text.
func Own(root string) ([]string, error) {
	pattern := filepath.Join(root, "testdata/articles/*.txt")
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no articles %s", pattern)
	}
	var texts []string
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		texts = append(texts, string(b))
	}
	b, err := os.ReadFile(filepath.Join(root, "bench/testdata/text.txt"))
	if err != nil {
		return nil, err
	}
	return append(texts, items(string(b))...), nil
}

// items cuts a text at its headlines: short paragraphs without a full stop or quotation
// mark at the end that follow a longer one.
func items(text string) (items []string) {
	var item []string
	body := false
	for p := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		headline := len(p) < 60 && !strings.HasSuffix(p, ".") && !strings.HasSuffix(p, "“")
		if headline && body {
			items = append(items, strings.Join(item, "\n\n")+"\n")
			item = nil
		}
		item, body = append(item, p), !headline
	}
	return append(items, strings.Join(item, "\n\n")+"\n")
}

func quotations(path string, limit int) (texts []string, err error) {
	f, err := corpus.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for d, err := range corpus.Quotes(f, path) {
		if err != nil {
			return nil, err
		}
		texts = append(texts, d.Text)
		if limit -= len(d.Text); limit <= 0 {
			break
		}
	}
	return texts, nil
}

// speech is the length of what is taken for one document of the minutes, whose file
// does not say where a speech ends: that of a longer article.
const speech = 5000

func minutes(path string, limit int) (texts []string, err error) {
	f, err := corpus.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var b strings.Builder
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for limit > 0 && sc.Scan() {
		b.WriteString(sc.Text() + "\n")
		if b.Len() >= speech {
			texts = append(texts, b.String())
			limit -= b.Len()
			b.Reset()
		}
	}
	if b.Len() > 0 {
		texts = append(texts, b.String())
	}
	return texts, sc.Err()
}
