package bench

import (
	"bufio"
	"fmt"
	"path/filepath"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/german"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// Stemmer is one German stemmer. Stem serves the comparison with the official
// stems; Run stems many words in the stemmer's cheapest way and returns the
// bytes of all stems.
type Stemmer struct {
	Name string
	Stem func(word string) string
	Run  func(words []string) int
}

// Stemmers returns laut's two entry points and snowballstem, whose environment
// is kept from word to word: the cheapest way to call it.
func Stemmers() []Stemmer {
	var dst []byte
	env := snowballstem.NewEnv("")
	snowball := func(word string) string {
		env.SetCurrent(word)
		german.Stem(env)
		return env.Current()
	}
	return []Stemmer{
		{
			"laut extract.AppendStem",
			func(word string) string { return string(extract.AppendStem(nil, word)) },
			func(words []string) (n int) {
				for _, w := range words {
					dst = extract.AppendStem(dst[:0], w)
					n += len(dst)
				}
				return n
			},
		},
		{"laut extract.Stem", extract.Stem, each(extract.Stem)},
		{"snowballstem", snowball, each(snowball)},
	}
}

func each(stem func(string) string) func([]string) int {
	return func(words []string) (n int) {
		for _, w := range words {
			n += len(stem(w))
		}
		return n
	}
}

// Vocabulary reads Snowball's official German vocabulary and its stems from
// voc.txt.gz and output.txt.gz in dir.
func Vocabulary(dir string) (words, stems []string, err error) {
	if words, err = readLines(filepath.Join(dir, "voc.txt.gz")); err != nil {
		return nil, nil, err
	}
	if stems, err = readLines(filepath.Join(dir, "output.txt.gz")); err != nil {
		return nil, nil, err
	}
	if len(words) != len(stems) {
		return nil, nil, fmt.Errorf("%s: %d words but %d stems", dir, len(words), len(stems))
	}
	return words, stems, nil
}

// Differences counts the words whose stem is not the official one.
func (s Stemmer) Differences(words, stems []string) (n int) {
	for i, w := range words {
		if s.Stem(w) != stems[i] {
			n++
		}
	}
	return n
}

func readLines(name string) (lines []string, err error) {
	f, err := corpus.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		lines = append(lines, sc.Text())
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, len(lines)+1, err)
	}
	return lines, nil
}
