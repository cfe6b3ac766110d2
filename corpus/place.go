package corpus

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
)

// What joins words in a place: spans of one part, and beginning and end of one span.
const (
	between = " | "
	upTo    = " … "
)

// page is a text in which places are looked up: line breaks are spaces, so that words may
// run over them.
type page struct {
	text  string
	lines []extract.Span
}

func newPage(text string, lines []extract.Span) page {
	return page{strings.ReplaceAll(text, "\n", " "), lines}
}

// places returns the spans that the words of a part name, below a line of the text.
func (p page) places(words string, line int) ([]extract.Span, error) {
	var spans []extract.Span
	for piece := range strings.SplitSeq(words, between) {
		s, err := p.place(piece, line)
		if err != nil {
			return nil, err
		}
		spans = append(spans, s)
	}
	return spans, nil
}

// place returns the span of words, "beginning … end" or either with a number behind the
// (first) words, "er #2".
func (p page) place(piece string, line int) (extract.Span, error) {
	begin, end, cut := strings.Cut(piece, upTo)
	if cut && len(p.find(piece, 0)) > 0 { // the text itself has these dots
		begin, cut = piece, false
	}
	words, number := begin, 0
	if i := strings.LastIndex(begin, " #"); i >= 0 {
		if n, err := strconv.Atoi(begin[i+2:]); err == nil && n != 0 {
			words, number = begin[:i], n
		}
	}
	start, err := p.choose(words, number, line)
	if err != nil {
		return extract.Span{}, err
	}
	span := extract.Span{Start: start, End: start + len(words)}
	if !cut {
		return span, nil
	}
	ends := p.find(end, span.End)
	if len(ends) == 0 {
		return span, fmt.Errorf("%q does not stand behind %q", end, words)
	}
	if last := p.lines[p.lineAt(ends[0])].End; len(ends) > 1 && ends[1] < last {
		return span, fmt.Errorf("%q stands more than once behind %q: begin the end with more words", end, words)
	}
	span.End = ends[0] + len(end)
	return span, nil
}

// choose returns where words begin. Without a number they stand once in the line, else as
// near before it as there are any, else behind it. 1 is the first from the beginning of the
// line on, -1 the nearest before it.
func (p page) choose(words string, number, line int) (int, error) {
	all := p.find(words, 0)
	var before, in, behind []int
	for _, at := range all {
		switch l := p.lines[line]; {
		case at < l.Start:
			before = append(before, at)
		case at < l.End:
			in = append(in, at)
		default:
			behind = append(behind, at)
		}
	}
	switch on := append(in, behind...); {
	case len(all) == 0:
		return 0, p.missing(words)
	case number > len(on) || -number > len(before):
		return 0, fmt.Errorf("%q has no #%d: from this line on it stands %s, before it %s", words, number, times(len(on)), times(len(before)))
	case number > 0:
		return on[number-1], nil
	case number < 0:
		return before[len(before)+number], nil
	case len(in) > 1:
		return 0, fmt.Errorf("%q stands %s in this line: write #1 to #%d behind it, or more words", words, times(len(in)), len(in))
	case len(in) == 0 && len(before) > 0:
		return before[len(before)-1], nil
	default:
		return on[0], nil
	}
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// missing says how much of some words does stand in the text.
func (p page) missing(words string) error {
	for short := words; ; {
		i := strings.LastIndexByte(short, ' ')
		if i < 0 {
			return fmt.Errorf("%q does not stand in the article", words)
		}
		if short = short[:i]; len(p.find(short, 0)) > 0 {
			return fmt.Errorf("%q does not stand in the article, only %q does", words, short)
		}
	}
}

// find returns where words stand as whole words, from a place in the text on.
func (p page) find(words string, from int) []int {
	if words == "" {
		return nil
	}
	var out []int
	for {
		i := strings.Index(p.text[from:], words)
		if i < 0 {
			return out
		}
		if at := from + i; !p.inWord(at) && !p.inWord(at+len(words)) {
			out = append(out, at)
		}
		_, n := utf8.DecodeRuneInString(p.text[from+i:])
		from += i + n
	}
}

// inWord reports whether a letter or digit stands on both sides of a place.
func (p page) inWord(at int) bool {
	l, _ := utf8.DecodeLastRuneInString(p.text[:at])
	r, _ := utf8.DecodeRuneInString(p.text[at:])
	return isLetter(l) && isLetter(r)
}

func isLetter(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

// lineAt returns the line that a place is in; the space behind a line belongs to it.
func (p page) lineAt(at int) int {
	line := 0
	for line+1 < len(p.lines) && p.lines[line+1].Start <= at {
		line++
	}
	return line
}

// foreign returns a spelling of an entity that does not stand in the text. Its name need
// not if another spelling does, as where the text has it in another case only.
func (p page) foreign(e Entity) (form string, ok bool) {
	for i, form := range slices.Backward(e.Forms) {
		if i == 0 && len(e.Forms) > 1 {
			break
		}
		// Each word may have the s of the genitive.
		words := strings.Fields(regexp.QuoteMeta(form))
		if len(words) == 0 || !regexp.MustCompile(strings.Join(words, `(e?s)? +`)).MatchString(p.text) {
			return form, true
		}
	}
	return "", false
}

// words returns how the files write the spans of a part below a line. An error tells of a
// span that cannot be written: one that begins or ends inside a word.
func (p page) words(spans []extract.Span, line int) (string, error) {
	var pieces []string
	for _, s := range spans {
		piece, ok := p.piece(s, line)
		if !ok {
			return "", fmt.Errorf("no words name the span from %d to %d", s.Start, s.End)
		}
		pieces = append(pieces, piece)
	}
	return strings.Join(pieces, between), nil
}

// Spans of up to so many words are written out.
const writtenOut = 6

// piece returns the first of several ways to write a span that place understands.
func (p page) piece(span extract.Span, line int) (string, bool) {
	whole := p.text[span.Start:span.End]
	words := strings.Split(whole, " ")
	n := len(words)
	try := func(begin, end string) (string, bool) {
		piece := begin
		if end != "" {
			piece += upTo + end
		}
		got, err := p.place(piece, line)
		return piece, err == nil && got == span && !strings.Contains(piece, between)
	}
	numbered := func(begin, end string) (string, bool) {
		return try(begin+p.number(begin, span.Start, line), end)
	}
	short := func(a, b int) (begin, end string) {
		return strings.Join(words[:a], " "), strings.Join(words[n-b:], " ")
	}
	if n > writtenOut {
		// Three words tell where it begins and two where it ends, unless that leaves a doubt.
		for more := range 4 {
			for b := 2; b <= 2+more; b++ {
				a := 3 + more - (b - 2)
				if a+b >= n {
					continue
				}
				if piece, ok := try(short(a, b)); ok {
					return piece, true
				}
			}
		}
		for b := 2; b+3 < n; b++ {
			if piece, ok := numbered(short(3, b)); ok {
				return piece, true
			}
		}
	}
	if piece, ok := try(whole, ""); ok {
		return piece, true
	}
	return numbered(whole, "")
}

// number tells which occurrence of words begins at a place, as choose counts.
func (p page) number(words string, start, line int) string {
	from := p.lines[line].Start
	before, on := 0, 0
	for _, at := range p.find(words, 0) {
		switch {
		case start < from && at >= start && at < from:
			before++
		case start >= from && at >= from && at <= start:
			on++
		}
	}
	return fmt.Sprintf(" #%d", on-before)
}
