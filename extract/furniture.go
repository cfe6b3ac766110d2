package extract

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
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

// notice is a short paragraph as the search for furniture sees it.
type notice struct {
	list      *furnitureList
	words     []string // words in lower case, hyphens split; # for a number
	demands   int      // how strongly it asks the reader to do something, at most 3
	readers   int      // how often it names the reader, at most 2
	publisher int      // 1 if it names those who run the page
	points    bool     // it says "this": a page speaks of itself so
	colon     int      // how many words stand before the first colon; 0 if there is none
	rights    bool     // it begins with ©
	final     bool     // it ends with a full stop or the like
	question  bool     // it ends with a question mark
}

// read makes a notice of a paragraph. What stands in quotation marks addresses
// somebody else than the reader.
func (n *notice) read(d *Document, p Paragraph) {
	*n = notice{list: n.list, words: n.words[:0]}
	lower := lowered(d.Slice(p.Span))
	depth := 0
	for _, s := range d.sentences[p.First:p.Last] {
		for i := s.First; i < s.Last; i++ {
			t := d.tokens[i]
			w, small := d.Slice(t.Span), lower[t.Start-p.Start:t.End-p.Start]
			n.final, n.question = false, false
			switch t.Kind {
			case Word:
				n.addWord(small)
				if depth > 0 {
					continue
				}
				if i == s.First {
					n.demands = min(n.demands+demand(d, s), 3)
					continue
				}
				switch w {
				case "Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres", "du", "dich", "dir", "dein", "deine", "deinen", "deinem", "deiner":
					n.readers = min(n.readers+1, 2)
				case "wir", "uns", "unser", "unsere", "unseren", "unserem", "unserer", "unseres": // who runs the page
					n.publisher = 1
				}
			case Numeral, Ordinal:
				n.words = append(n.words, "#")
			case Abbreviation:
				n.words = append(n.words, strings.TrimSuffix(small, "."))
			case Symbol:
				switch {
				case w == "©" && i == s.First:
					n.rights = true
				case w == "€":
					n.words = append(n.words, w)
				}
			case OpenQuote:
				depth++
			case CloseQuote:
				depth = max(0, depth-1)
			case Punctuation:
				switch w {
				case ".", "!":
					n.final = true
				case "?":
					n.final, n.question = true, true
				case ":":
					if n.colon == 0 {
						n.colon = len(n.words)
					}
				}
			}
		}
	}
}

// lowered returns s in lower case and as long as before, so that spans hold: in
// the rare case that it would not be, and where it is not UTF-8, s itself.
func lowered(s string) string {
	lower := letters.AppendLower(make([]byte, 0, len(s)), s)
	if len(lower) != len(s) || !utf8.ValidString(s) {
		return s
	}
	return string(lower)
}

// addWord adds a word, given in lower case.
func (n *notice) addWord(w string) {
	n.points = n.points || strings.HasPrefix(w, "dies")
	if strings.Contains(w, "-") && len(w) < 40 && !n.list.bar.has(w) {
		for part := range strings.SplitSeq(w, "-") {
			if part != "" {
				n.words = append(n.words, part)
			}
		}
		return
	}
	n.words = append(n.words, w)
}

// demand says how strongly the beginning of a sentence asks the reader to do
// something: Bitte beachten Sie …, Abonnieren Sie …, Hol dir ….
func demand(d *Document, s Sentence) int {
	first := d.Slice(d.tokens[s.First].Span)
	if first == "Bitte" {
		return 3
	}
	if s.Last-s.First < 3 || d.Slice(d.tokens[s.Last-1].Span) == "?" {
		return 0
	}
	switch d.Slice(d.tokens[s.First+1].Span) {
	case "Sie":
		if strings.HasSuffix(first, "n") && !starters[first] {
			return 1 // and one for Sie
		}
	case "dich", "dir":
		if letters.IsUpper(first) && !starters[first] {
			return 1
		}
	}
	return 0
}
