package export

import (
	"bytes"
	"fmt"
	"io"
	"math"

	laut "github.com/laut-nlp/laut"
)

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
