package normal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// A text is cut to a width if the lines of its paragraphs are as long as the next word
// lets them be: the first word of the next line would have passed the longest line. That is
// true of a line in a hundred of other texts, and of every one of these but the last of a
// paragraph. Some typesetters count characters, others bytes.
const (
	minWidth = 24 // characters of the longest line: shorter ones are verse or a list
	maxWidth = 130
)

// line is a line of text between its blanks.
type line struct {
	start, end int
	first      int // end of its first word
	several    bool
}

// lineAt returns the line at text[at], and where the next one begins.
func lineAt(text string, at int) (l line, next int) {
	next = len(text)
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		next = at + n + 1
	}
	l.start, l.end = at, next
	for l.start < l.end && isMargin(text[l.start]) {
		l.start++
	}
	for l.end > l.start && isMargin(text[l.end-1]) {
		l.end--
	}
	l.first = l.end
	if n := strings.IndexByte(text[l.start:l.end], ' '); n >= 0 {
		l.first, l.several = l.start+n, true
	}
	return l, next
}

func isMargin(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// widths are the longest lines of a text, in characters and in bytes.
type widths struct{ characters, bytes int }

// fits reports whether the first word of the next line would have had a place in this one.
func (w widths) fits(text string, l, next line) bool {
	return l.end-l.start+1+next.first-next.start <= w.bytes &&
		utf8.RuneCountInString(text[l.start:l.end])+1+utf8.RuneCountInString(text[next.start:next.first]) <= w.characters
}

// breaksOff reports whether a line is nearly full and ends inside a sentence: who cuts lines
// by hand leaves some room.
func (w widths) breaksOff(text string, l line) bool {
	last, _ := utf8.DecodeLastRuneInString(text[l.start:l.end])
	return (letters.Is(last) || last == ',') && utf8.RuneCountInString(text[l.start:l.end])*10 >= w.characters*9
}

// breaks calls f with each two lines that stand one below the other, neither of them empty.
func breaks(text string, f func(l, next line)) {
	l, at := lineAt(text, 0)
	for at < len(text) {
		next, after := lineAt(text, at)
		if l.start < l.end && next.start < next.end {
			f(l, next)
		}
		l, at = next, after
	}
}

// wrapping returns the widths that a text is cut to, false if it is not cut.
func wrapping(text string) (w widths, ok bool) {
	measure := func(l line) {
		if l.end-l.start > utf8.UTFMax*maxWidth {
			return
		}
		if n := utf8.RuneCountInString(text[l.start:l.end]); n <= maxWidth && l.several {
			w.characters, w.bytes = max(w.characters, n), max(w.bytes, l.end-l.start)
		}
	}
	breaks(text, func(l, next line) {
		measure(l)
		measure(next)
	})
	if w.characters < minWidth {
		return w, false
	}
	all, full, goesOn := 0, 0, 0
	breaks(text, func(l, next line) {
		all++
		if l.end-l.start <= w.bytes && !w.fits(text, l, next) {
			full++
			if letters.IsLower(text[next.start:]) {
				goesOn++
			}
		}
	})
	return w, goesOn > 0 && goesOn*4 >= all && (w.characters >= narrow || full*4 >= all*3)
}

// narrow is the width from which on verse is rare.
const narrow = 40

// lines puts lines that were cut together again, and words that were cut at a hyphen. Only
// a token may be joined, if tokens are given.
func (b *builder) lines(tokens []Span) {
	if strings.IndexByte(b.text, '\n') < 0 {
		return
	}
	w, wrapped := wrapping(b.text)
	breaks(b.text, func(l, next line) {
		goesOn := letters.IsLower(b.text[next.start:])
		cut := wrapped && l.end-l.start <= w.bytes && (goesOn || !w.fits(b.text, l, next) || w.breaksOff(b.text, l)) && !isBullet(b.text[next.start:])
		soft := strings.HasSuffix(b.text[l.start:l.end], softHyphen)
		if !cut && !goesOn && !soft {
			return
		}
		switch h := hyphenAt(b.text, l, next); {
		case (h == kept || h == dropped) && (tokens == nil || inToken(tokens, l.end, next.start)):
			from := l.end
			switch {
			case soft:
				from -= len(softHyphen)
			case h == dropped:
				from--
			}
			b.replace(from, next.start, "")
		case cut || h == leftOut:
			b.replace(l.end, next.start, " ")
		}
	})
}

// inToken reports whether a token reaches over text[from:to].
func inToken(tokens []Span, from, to int) bool {
	i, _ := slices.BinarySearchFunc(tokens, from, func(t Span, at int) int { return t.End - at - 1 })
	return i < len(tokens) && tokens[i].Start < from && tokens[i].End > to
}

const softHyphen = string(letters.SoftHyphen)

// isBullet reports whether a line begins a point of a list.
func isBullet(s string) bool {
	return strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "• ") || strings.HasPrefix(s, "· ")
}

// hyphen says what a hyphen at the end of a line is.
type hyphen uint8

const (
	apart   hyphen = iota // no hyphen
	leftOut               // that of a part left out: Ein-, und Ausfuhr
	kept                  // the word has it: CDU-, Politiker
	dropped               // it is there for the end of the line only
)

// hyphenAt tells what the hyphen at the end of a line is, by what stands on both sides.
func hyphenAt(text string, l, next line) hyphen {
	if strings.HasSuffix(text[l.start:l.end], softHyphen) {
		return dropped
	}
	n := l.end - l.start
	if n < 2 || text[l.end-1] != '-' {
		return apart
	}
	left := text[l.start : l.end-1]
	left = left[strings.LastIndexByte(left, ' ')+1:]
	last, _ := utf8.DecodeLastRuneInString(left)
	right := text[next.start:next.first]
	first, _ := utf8.DecodeRuneInString(right)
	switch {
	case unicode.IsDigit(last): // 50-, jährig
		switch {
		case isJoin(right):
			return leftOut
		case !letters.Is(first):
			return apart
		}
		return kept
	case !letters.Is(last):
		return apart
	case isJoin(right):
		return leftOut
	case unicode.IsUpper(first) || unicode.IsDigit(first): // CDU-, Politiker
		return kept
	case !unicode.IsLower(first):
		return apart
	case unicode.IsUpper(last): // US-, amerikanisch
		return kept
	case strings.HasSuffix(left, "sch") && strings.Contains(right, "isch"): // deutsch-, französisch
		return kept
	}
	return dropped
}

// isJoin reports whether a word joins what has a part left out with what has it.
func isJoin(w string) bool {
	switch strings.TrimRight(w, ",.;:") {
	case "und", "oder", "bzw", "sowie", "als", "wie":
		return true
	}
	return false
}
