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
// data as has together about limit bytes each: every second article of a set that is
// larger says nothing new and costs time. The error says which corpora are missing; the
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

// Own returns the articles of testdata/articles, the news items of bench and the short
// articles among the golden cases of claims, a text each.
func Own(root string) ([]string, error) {
	var texts []string
	for _, pattern := range []string{"testdata/articles/*.txt", "bench/testdata/text.txt", "testdata/claims/learned/*.txt"} {
		paths, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil || len(paths) == 0 {
			return nil, fmt.Errorf("no articles %s: %v", pattern, err)
		}
		for _, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				return nil, err
			}
			if strings.Contains(pattern, "claims") {
				texts = append(texts, cases(string(b))...)
			} else {
				texts = append(texts, string(b))
			}
		}
	}
	return texts, nil
}

// cases returns the texts of a file of golden cases, whose lines begin with "> ".
func cases(file string) (texts []string) {
	var b strings.Builder
	for line := range strings.Lines(file + "\n==") {
		switch {
		case strings.HasPrefix(line, "> "):
			b.WriteString(line[2:])
		case strings.HasPrefix(line, ">"):
			b.WriteString(line[1:])
		case strings.HasPrefix(line, "==") && b.Len() > 0:
			texts = append(texts, b.String())
			b.Reset()
		}
	}
	return texts
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
