package extract

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed words/furniture.txt
var furnitureText string

// furniture returns the word list, indexed by first words. It is read on first
// use: programs that only cut tokens do not wait for it.
var furniture = sync.OnceValue(readFurniture)

type furnitureList struct {
	phrases  map[string][][]string // by first word: the words behind it
	openings map[string][][]string // the same for phrases that begin a label
	titles   map[string][][]string // the same for phrases before a colon
	labels   map[string][][]string // the same for phrases that are the whole paragraph
	strong   wordList
	weak     wordList
	things   wordList
	bar      wordList
	joints   wordList
	actions  wordList
	page     wordList
}

// wordList holds words and beginnings of words.
type wordList struct {
	words    map[string]bool
	prefixes []string
}

func (l *wordList) has(w string) bool {
	return l.words[w] || slices.ContainsFunc(l.prefixes, func(p string) bool { return strings.HasPrefix(w, p) })
}

func readFurniture() *furnitureList {
	f := &furnitureList{
		phrases:  make(map[string][][]string),
		openings: make(map[string][][]string),
		titles:   make(map[string][][]string),
		labels:   make(map[string][][]string),
		strong:   readWordList("strong"),
		weak:     readWordList("weak"),
		things:   readWordList("things"),
		bar:      readWordList("bar"),
		joints:   readWordList("joints"),
		actions:  readWordList("actions"),
		page:     readWordList("page"),
	}
	for _, line := range sectionLines(furnitureText, "phrases") {
		index := f.phrases
		switch line[0] {
		case '^':
			index, line = f.openings, line[1:]
			if title, ok := strings.CutSuffix(line, ":"); ok {
				index, line = f.titles, title
			}
		case '=':
			index, line = f.labels, line[1:]
		}
		w := strings.Fields(line)
		index[w[0]] = append(index[w[0]], w[1:])
	}
	return f
}

func readWordList(name string) wordList {
	l := wordList{words: make(map[string]bool)}
	for _, w := range section(furnitureText, name) {
		if stem, ok := strings.CutSuffix(w, "*"); ok {
			l.prefixes = append(l.prefixes, stem)
		} else {
			l.words[w] = true
		}
	}
	return l
}

// Furniture is short. A longer paragraph is text, whatever words it uses.
const (
	furnitureWords = 90 // words in a paragraph of furniture, at most
	shortWords     = 14 // up to here one phrase is enough
	barWords       = 12 // words in a bar of buttons, at most
	buttonWords    = 6  // words on one button, at most
)

// Weights of a paragraph.
const (
	notFurniture   = 0
	maybeFurniture = 1 // furniture beside furniture
	isFurniture    = 2
)

// weigh judges one paragraph by itself. It is furniture if it
//   - holds a phrase that articles do not use, or two if it is long,
//   - speaks to the reader about the page,
//   - claims the rights to a picture or the page,
//   - is a button, such as "Push-Nachrichten aktivieren", or a bar of them.
func (f *furnitureList) weigh(n *notice) int8 {
	size := len(n.words)
	switch {
	case size == 0, size > furnitureWords:
		return notFurniture
	case f.isBar(n), f.isButton(n), f.addresses(n), n.rights && !n.final && size <= shortWords:
		return isFurniture
	}
	phrases := 0
	if goesOn(n.words, f.labels[n.words[0]]) == size {
		return isFurniture
	}
	if k := goesOn(n.words, f.openings[n.words[0]]); k > 0 && (!n.final || n.colon == k) {
		phrases++
	}
	if k := goesOn(n.words, f.titles[n.words[0]]); k > 0 && n.colon == k {
		phrases++
	}
	for i, w := range n.words {
		if goesOn(n.words[i:], f.phrases[w]) > 0 {
			phrases++
		}
	}
	switch {
	case phrases == 0:
		return notFurniture
	case size <= shortWords, phrases >= 2 && phrases*20 >= size:
		return isFurniture
	}
	return maybeFurniture
}

// isBar reports whether the paragraph is nothing but names of buttons.
func (f *furnitureList) isBar(n *notice) bool {
	if len(n.words) > barWords || n.words[0] == "#" {
		return false
	}
	joined, acts := false, false
	for _, w := range n.words {
		switch {
		case f.bar.has(w):
			acts = acts || f.actions.has(w)
		case f.joints.has(w):
			joined = true
		case w != "#":
			return false
		}
	}
	return acts || !joined
}

// isButton reports whether the paragraph ends with what a button does, in the
// infinitive, and says with what.
func (f *furnitureList) isButton(n *notice) bool {
	last := len(n.words) - 1
	if n.final || last == 0 || last >= buttonWords || !f.actions.has(n.words[last]) {
		return false
	}
	about := n.words[0] == "jetzt" || n.words[0] == "hier"
	for _, w := range n.words[:last] {
		switch w {
		case "will", "wollen", "soll", "sollen", "muss", "müssen", "darf", "dürfen", "kann", "können", "lässt", "lassen", "zu":
			return false // a headline
		}
		about = about || f.strong.has(w) || f.weak.has(w) || f.things.has(w)
	}
	return about
}

// addresses reports whether the paragraph speaks to the reader about the page.
func (f *furnitureList) addresses(n *notice) bool {
	if n.demands+n.readers == 0 && !n.points || n.question {
		return false
	}
	strong, weak, page := 0, 0, 0
	for i, w := range n.words {
		switch {
		case slices.Contains(n.words[:i], w):
		case f.strong.has(w):
			strong++
		case f.weak.has(w):
			weak++
		}
		if i > 0 && strings.HasPrefix(n.words[i-1], "dies") && f.page.has(w) {
			page = 1
		}
	}
	address, topic := n.demands+n.readers, 2*strong+weak
	if address > 0 {
		address += n.publisher
	}
	address = max(address, page)
	switch {
	case address == 0, topic == 0:
		return false
	case address == 1 && strong == 0, topic == 1 && len(n.words) > 8:
		return false
	case n.demands+n.publisher+page == 0 && address+topic < 6: // advice: Das merken Sie, wenn Sie den Browser öffnen.
		return false
	}
	return address+topic >= 4 && (address+topic)*6 >= len(n.words)
}

// goesOn returns how many words the longest of the phrases has that words begin
// with; the phrases are given without their first words. 0 if there is none.
func goesOn(words []string, phrases [][]string) int {
	n := 0
	for _, rest := range phrases {
		if len(rest) < len(words) && len(rest) >= n && slices.Equal(words[1:1+len(rest)], rest) {
			n = 1 + len(rest)
		}
	}
	return n
}
