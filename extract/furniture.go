package extract

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed words/furniture.txt
var furnitureText string

// furniture is the word list, indexed by first words.
var furniture = readFurniture()

type furnitureList struct {
	phrases  map[string][][]string // by first word: the words behind it
	openings map[string][][]string // the same for phrases that must begin the paragraph
	words    map[string]struct{}
	prefixes []string
	labels   map[string]struct{}
}

func readFurniture() *furnitureList {
	f := &furnitureList{
		phrases:  make(map[string][][]string),
		openings: make(map[string][][]string),
		words:    make(map[string]struct{}),
		labels:   wordSet(section(furnitureText, "labels")),
	}
	for _, line := range sectionLines(furnitureText, "phrases") {
		index := f.phrases
		if opening, ok := strings.CutPrefix(line, "^"); ok {
			index, line = f.openings, opening
		}
		w := strings.Fields(line)
		index[w[0]] = append(index[w[0]], w[1:])
	}
	for _, w := range section(furnitureText, "words") {
		if stem, ok := strings.CutSuffix(w, "*"); ok {
			f.prefixes = append(f.prefixes, stem)
		} else {
			f.words[w] = struct{}{}
		}
	}
	return f
}

// Furniture is short. A longer paragraph is text, whatever words it uses.
const (
	furnitureWords = 90 // words in a paragraph of furniture, at most
	shortWords     = 14 // up to here a phrase or two words are enough
	labelWords     = 12 // words in a bar of labels, at most
)

// weigh judges one paragraph: 2 and more is furniture, 1 is furniture beside
// furniture. A phrase weighs 2 in a short paragraph and 1 in a longer one, a
// word 1 where the reader is spoken to or the paragraph is short; a bar of
// labels weighs 2.
func (f *furnitureList) weigh(words []string, address bool) int {
	n := len(words)
	if n == 0 || n > furnitureWords {
		return 0
	}
	weight, labels := 0, 0
	phrase := 1
	if n <= shortWords {
		phrase = 2
	}
	if hasAny(words, f.openings[words[0]]) {
		weight += phrase
	}
	for i, w := range words {
		if hasAny(words[i:], f.phrases[w]) {
			weight += phrase
		}
		if address || n <= 4 {
			if f.isWord(w) {
				weight++
			}
		}
		if _, ok := f.labels[w]; ok || w[0] <= '9' {
			labels++
		}
	}
	if labels == n && n <= labelWords && words[0][0] > '9' {
		weight += 2
	}
	if n > shortWords && weight*20 < n { // a few words in a long paragraph
		weight = min(weight, 1)
	}
	return weight
}

func (f *furnitureList) isWord(w string) bool {
	if _, ok := f.words[w]; ok {
		return true
	}
	for _, p := range f.prefixes {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// hasAny reports whether one of the phrases, given without their first words,
// goes on behind words[0].
func hasAny(words []string, phrases [][]string) bool {
	for _, rest := range phrases {
		if len(rest) < len(words) && slices.Equal(words[1:1+len(rest)], rest) {
			return true
		}
	}
	return false
}
