package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// A candidate is a span that may be a mention, with the evidence for each label.
type candidate struct {
	extract.Span
	first, last int // tokens [first, last)
	form        Form
	fixed       Label // what a list or a pattern says; else the score decides
	score       weights
	weak        bool   // no name unless the document has the name elsewhere
	base        string // the name as in the text, without genitive s
	key         string
	whole       string // of a part: the key of the whole word
	place       string // of a derived word: the place that it comes from
	inRow       bool   // has its label from the row that it stands in
	gender      Gender
	office      bool // behind a noun such as Chef, which stands for men if no first name tells
	entity      int
}

// tagger holds the work on one document.
type tagger struct {
	*lists
	d      *extract.Document
	words  []word // one for each token; only those of sentences that are read are filled in
	found  []candidate
	quotes map[int]int // the opening mark of a quotation to its closing mark
}

// read finds the candidates of the document.
func (t *tagger) read() {
	for _, q := range t.d.Quotations() {
		t.quotes[q.Open] = q.Close
	}
	sentences := t.d.Sentences()
	for _, p := range t.d.Paragraphs() {
		if p.Role == extract.Furniture {
			continue
		}
		for _, s := range sentences[p.First:p.Last] {
			t.readSentence(s)
		}
	}
}

func (t *tagger) readSentence(s extract.Sentence) {
	tokens := t.d.Tokens()
	shouting := t.shouting(tokens[s.First:s.Last])
	first := true
	for i := s.First; i < s.Last; i++ {
		w := &t.words[i]
		w.Token = tokens[i]
		w.text = t.d.Slice(w.Span)
		t.readWord(w, first, shouting)
		if i == s.First {
			w.is |= begins
		}
		switch w.Kind {
		case extract.OpenQuote, extract.Dash, extract.Symbol:
			first = first || w.Kind == extract.OpenQuote
		case extract.Punctuation:
			first = first || w.text == ":"
		default:
			first = false
		}
	}
	for i := s.First; i < s.Last; {
		i = max(i+1, t.at(i, s.Last))
	}
}

// shouting reports whether a sentence is printed in capitals.
func (t *tagger) shouting(tokens []extract.Token) bool {
	capitals, words := 0, 0
	for _, k := range tokens {
		if k.Kind != extract.Word || k.Len() < 2 {
			continue
		}
		words++
		if form(t.d.Slice(k.Span))&allCaps != 0 {
			capitals++
		}
	}
	return capitals >= 3 && capitals*4 > words*3
}

// at looks for a candidate that begins with token i and returns the token
// behind it, or i.
func (t *tagger) at(i, end int) int {
	w := &t.words[i]
	if len(w.text) > longestWord {
		return i
	}
	if w.Kind == extract.OpenQuote {
		return t.title(i, end)
	}
	if w.text == "Franken" && t.counted(i) { // the money, not the region
		return i
	}
	if w.is&(capital|camel) == 0 {
		if j := t.listed(i, end); j > i {
			return j
		}
		if w.Kind == extract.Ordinal || w.Kind == extract.Number {
			return t.club(i, end)
		}
		if w.Kind == extract.Word && !t.derived(i) && strings.ContainsRune(w.text, '-') {
			t.part(i)
		}
		return i
	}
	for _, try := range [...]func(int, int) int{t.listed, t.company, t.bracketed, t.road, t.club, t.townAndHead, t.adjectiveAndHead, t.joining} {
		if j := try(i, end); j > i {
			return j
		}
	}
	if (w.rank < sure || t.determined(i)) && t.derived(i) {
		return i + 1
	}
	if w.rank <= weak && w.is&(noun|compound|odd|unknown) != 0 || strings.ContainsRune(w.text, '-') {
		if j := t.building(i, end); j > i {
			return j
		}
		if t.part(i) {
			return i + 1
		}
	}
	return t.run(i, end)
}

// counted reports whether a number stands before token i.
func (t *tagger) counted(i int) bool {
	p := t.prev(i)
	switch p.Kind {
	case extract.Number:
		return true
	case extract.Abbreviation:
		return p.text == "Mio." || p.text == "Mrd."
	}
	switch p.text {
	case "Millionen", "Million", "Milliarden", "Milliarde", "tausend", "hundert", "Schweizer", "wenige", "paar":
		return true
	}
	return false
}

// add appends a candidate of the tokens [first, last).
func (t *tagger) add(first, last int, fixed Label) *candidate {
	t.found = append(t.found, candidate{
		Span:  extract.Span{Start: t.words[first].Start, End: t.words[last-1].End},
		first: first, last: last, fixed: fixed,
	})
	return &t.found[len(t.found)-1]
}
