package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

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
