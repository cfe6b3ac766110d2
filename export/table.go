package export

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/offsets"
)

// Table writes an article for a person to read: who and what is named, then
// who says what, each claim with its line and column (both from 1, columns in
// runes). A claim longer than a line is shortened. The layout may change; a
// program should read [JSONLines].
type Table struct {
	Width int  // columns of the terminal; 0 means 80, and less than 40 is taken for 40
	Title bool // begin with the id, to tell several articles apart
	Color bool // colour labels, speakers and kinds with the control sequences that terminals know (SGR)
}

// Write writes the article in one call of w.Write. The error is the writer's, or names the id of
// an article that is not valid ([laut.Article.Validate]).
func (f Table) Write(w io.Writer, id ID, a *laut.Article) error {
	if err := validate(id, a); err != nil {
		return err
	}
	width := max(cmp.Or(f.Width, 80), 40)
	var b bytes.Buffer
	if f.Title {
		title := oneLine(width, id.String())
		fmt.Fprintf(&b, "%s\n%s\n", title, strings.Repeat("─", columns(title)))
	}
	c := colors(f.Color)
	writeEntities(&b, a.Entities, width, c)
	b.WriteByte('\n')
	writeClaims(&b, a, width, c)
	_, err := w.Write(b.Bytes())
	return err
}

// writeEntities lists the entities by label, the most often named first.
func writeEntities(b *bytes.Buffer, es []entities.Entity, width int, c colors) {
	if len(es) == 0 {
		b.WriteString("No names found.\n")
		return
	}
	es = slices.Clone(es)
	slices.SortStableFunc(es, func(a, b entities.Entity) int {
		return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(len(b.Mentions), len(a.Mentions)))
	})
	digits := 0
	for _, e := range es {
		digits = max(digits, len(strconv.Itoa(len(e.Mentions))))
	}
	for _, e := range es {
		label := fmt.Sprintf("%-4s", e.Label)
		count := fmt.Sprintf("  %*d  ", digits, len(e.Mentions))
		fmt.Fprintf(b, "%s%s%s\n", c.paint(labelColor, label), count, oneLine(width-len(label+count), e.Name))
	}
}

// writeClaims gives each claim two lines, who and what; a claim inside another
// is indented below it.
func writeClaims(b *bytes.Buffer, a *laut.Article, width int, co colors) {
	if len(a.Claims) == 0 {
		b.WriteString("No claims found.\n")
		return
	}
	positions := make([]string, len(a.Claims))
	margin := 0
	lines := newLines(a.Document.String())
	for i, c := range a.Claims {
		if len(c.Content) > 0 {
			positions[i] = lines.position(c.Content[0].Start)
		}
		margin = max(margin, len(positions[i]))
	}
	for i, c := range a.Claims {
		indent := strings.Repeat("  ", depth(a.Claims, i))
		room := width - margin - len("  ") - len(indent)
		how := manner(c)
		who := oneLine(max(room-columns(" — "+how), 12), speakerName(c)) // a name needs some room, however narrow the terminal
		fmt.Fprintf(b, "%*s  %s%s — %s\n", margin, positions[i], indent, co.paint(speakerColor, who), co.paint(kindColor, how))
		fmt.Fprintf(b, "%*s  %s%s\n", margin, "", indent, oneLine(room, a.Document.Text(c.Content...)))
	}
}

// speakerName returns who makes a claim, in words.
func speakerName(c claims.Claim) string { return cmp.Or(c.Speaker.Name, "(nobody found)") }

// manner returns kind and stance.
func manner(c claims.Claim) string {
	if stance := c.Stance.String(); stance != "" {
		return c.Kind.String() + ", " + stance
	}
	return c.Kind.String()
}

// depth returns how many claims enclose claim i. It stops at three, which
// leaves room for the text whatever the nesting.
func depth(cs []claims.Claim, i int) int {
	n := 0
	for p := cs[i].Parent; n < 3 && p != 0; p = cs[p.Index()].Parent {
		n++
	}
	return n
}

// oneLine puts a text on one line of at most width columns and shortens them at
// a space where one is near, never inside a rune or before a combining mark.
// White space becomes one space; control and format characters, which could
// change what the terminal shows, are left out.
func oneLine(width int, text string) string {
	var b strings.Builder
	used := 0          // columns in b
	word, hard := 0, 0 // bytes of b that leave room for " …" after a word, for "…" anywhere
	space := false     // white space waits to be written
	for _, r := range text {
		if unicode.IsSpace(r) {
			space = b.Len() > 0
			if used <= width-2 {
				word = b.Len()
			}
			continue
		}
		n := runeColumns(r)
		if n < 0 {
			continue
		}
		if space {
			n++
		}
		if used+n > width {
			if word > hard/2 {
				return b.String()[:word] + " …"
			}
			return b.String()[:hard] + "…"
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
		if used += n; used <= width-1 {
			hard = b.Len()
		}
	}
	return b.String()
}

// columns returns the columns that a line of oneLine takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += max(runeColumns(r), 0)
	}
	return n
}

// runeColumns returns the columns that a rune takes: none for a combining mark,
// two for emoji and East Asian scripts, and -1 for what is not to be shown.
func runeColumns(r rune) int {
	switch {
	case r >= ' ' && r < 0x7F:
		return 1
	case unicode.In(r, unicode.Cc, unicode.Cf):
		return -1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case r >= 0x1F300 && r <= 0x1FAFF, unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return 2
	}
	return 1
}

// lines finds the line and column of a byte offset in time that does not grow
// with the length of the line.
type lines struct {
	starts []int
	runes  offsets.Index
}

func newLines(text string) *lines {
	l := &lines{starts: []int{0}, runes: Runes.index(text)}
	for i := range len(text) {
		if text[i] == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

func (l *lines) position(at int) string {
	line, _ := slices.BinarySearch(l.starts, at+1)
	column := l.runes.Offset(at) - l.runes.Offset(l.starts[line-1])
	return fmt.Sprintf("%d:%d", line, column+1)
}

// Lines writes a claim a line, as grep and compilers write what they find, so that editors
// jump to it and sort and cut take it apart:
//
//	ID:LINE:COLUMN: Name (kind, stance): what is said
//
// Line and column count from 1, columns in runes. Parts of what is said that stand apart
// have " … " between them, white space is one space, and control characters are left out.
// An article without claims has no line.
type Lines struct {
	Color bool // colour the parts for a terminal
}

// Write writes the article in one call of w.Write, and makes none if there is no claim.
// The error is the writer's, or names the id of an article that is not valid
// ([laut.Article.Validate]).
func (f Lines) Write(w io.Writer, id ID, a *laut.Article) error {
	if err := validate(id, a); err != nil {
		return err
	}
	if len(a.Claims) == 0 {
		return nil
	}
	var b bytes.Buffer
	c := colors(f.Color)
	lines := newLines(a.Document.String())
	where := c.paint(idColor, oneLine(math.MaxInt, id.String()))
	for _, claim := range a.Claims {
		fmt.Fprintf(&b, "%s:%s: %s (%s): %s\n", where, c.paint(positionColor, lines.position(claim.Span().Start)),
			c.paint(speakerColor, oneLine(math.MaxInt, speakerName(claim))), c.paint(kindColor, manner(claim)), a.Said(claim))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// colors says whether to colour what a person reads at a terminal.
type colors bool

// The colours, as parameters of the control sequence SGR. Each goes with a light and a
// dark background.
const (
	labelColor    = "36" // cyan
	speakerColor  = "1"  // bold
	kindColor     = "32" // green
	idColor       = "35" // magenta
	positionColor = labelColor
)

// paint colours s, which holds no control characters of its own.
func (c colors) paint(color, s string) string {
	if !c || s == "" {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[m"
}
