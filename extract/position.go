package extract

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Position is a place in a text as people count: lines and characters from 1.
type Position struct {
	Line   int // lines end with \n
	Column int // in characters (Unicode code points; an invalid byte counts as one)
}

// String returns "line:column".
func (p Position) String() string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }

// Locate returns the position of a byte offset, which is held to the text. Its
// time is linear in offset.
func Locate(text string, offset int) Position {
	before := text[:max(0, min(offset, len(text)))]
	line := strings.LastIndexByte(before, '\n') + 1
	return Position{
		Line:   1 + strings.Count(before, "\n"),
		Column: 1 + utf8.RuneCountInString(before[line:]),
	}
}

// excerptWidth is how many characters of a line Excerpt shows at most.
const excerptWidth = 76

// Excerpt returns the line in which s begins and under it a line of carets that
// mark s, for messages to people. Long lines are cut around s and marked with …;
// of a span over several lines the part on the first is marked.
func Excerpt(text string, s Span) string {
	start := max(0, min(s.Start, len(text)))
	end := max(start, min(s.End, len(text)))
	from := strings.LastIndexByte(text[:start], '\n') + 1
	to := len(text)
	if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
		to = start + n
	}
	line := []rune(strings.TrimRight(text[from:to], "\r"))
	a := utf8.RuneCountInString(text[from:start])
	b := min(a+max(1, utf8.RuneCountInString(text[start:min(end, to)])), max(len(line), a+1))
	left, right := 0, len(line)
	head, tail := "", ""
	if right-left > excerptWidth {
		left = max(0, min(a-excerptWidth/4, right-excerptWidth))
		right = min(right, left+excerptWidth)
		b = min(b, right)
		if left > 0 {
			head = "…"
		}
		if right < len(line) {
			tail = "…"
		}
	}
	var out strings.Builder
	out.WriteString(head)
	out.WriteString(string(line[left:right]))
	out.WriteString(tail)
	out.WriteByte('\n')
	out.WriteString(strings.Repeat(" ", utf8.RuneCountInString(head)))
	for _, r := range line[left:min(a, len(line))] {
		if r != '\t' { // keep tabs, so that the carets stand right
			r = ' '
		}
		out.WriteRune(r)
	}
	out.WriteString(strings.Repeat("^", max(1, b-a)))
	return out.String()
}
