// Package eval measures what laut finds against annotated text. The measures
// are those of the field where it has one, and each function says how it counts.
//
// All functions take the gold documents and, for each, what the system found,
// in byte spans of the document's text; they return an error when the two do not
// fit together. They do not change their arguments, are deterministic and safe
// for concurrent use.
package eval

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	compare "github.com/laut-nlp/laut/eval"
	"github.com/laut-nlp/laut/extract"
)

// Score is what precision and recall are made of, as in the package for users.
type Score compare.Score

func (s *Score) add(t Score) { (*compare.Score)(s).Add(compare.Score(t)) }

// P returns the precision, 0 when the system has nothing.
func (s Score) P() float64 { return compare.Score(s).P() }

// R returns the recall, 0 when the gold has nothing.
func (s Score) R() float64 { return compare.Score(s).R() }

// F1 returns the harmonic mean of precision and recall.
func (s Score) F1() float64 { return compare.Score(s).F1() }

// Row is a line of a report.
type Row struct {
	Name string
	Score
}

// Report is a table of scores.
type Report struct {
	Rows []Row
}

// sheet has the scores of a document by the name of their row.
type sheet map[string]Score

func (s sheet) add(row string, t Score) {
	sum := s[row]
	sum.add(t)
	s[row] = sum
}

// right is the score of an item that both sides have.
var right = Score{Precise: 1, Recalled: 1}

// measure reports the rows of that name. score fills the sheet of the i-th document; what it
// has besides those rows does not count.
func measure(names []string, gold, system int, score func(i int, s sheet) error) (*Report, error) {
	if gold != system {
		return nil, fmt.Errorf("%d gold documents, but %d of the system", gold, system)
	}
	r := new(Report)
	for _, name := range names {
		r.Rows = append(r.Rows, Row{Name: name})
	}
	for i := range gold {
		s := make(sheet)
		if err := score(i, s); err != nil {
			return nil, err
		}
		for k := range r.Rows {
			r.Rows[k].add(s[r.Rows[k].Name])
		}
	}
	return r, nil
}

// outside returns an error for a span that does not lie in a text.
func outside(s extract.Span, text string) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		return fmt.Errorf("[%d,%d) lies outside the text of %d bytes", s.Start, s.End, len(text))
	}
	return nil
}

// Row returns the row of a name.
func (r *Report) Row(name string) (Row, bool) {
	i := slices.IndexFunc(r.Rows, func(row Row) bool { return row.Name == name })
	if i < 0 {
		return Row{}, false
	}
	return r.Rows[i], true
}

// String prints the table: precision, recall and F1 in percent, and how many items P and R
// are means over. A row that neither side has anything for shows dashes.
func (r *Report) String() string {
	width := 0
	for _, row := range r.Rows {
		width = max(width, utf8.RuneCountInString(row.Name))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-*s %6s %6s %6s %8s %8s\n", width, "", "P", "R", "F1", "system", "gold")
	for _, row := range r.Rows {
		percent := func(x, of float64) string {
			if of == 0 {
				return "-"
			}
			return fmt.Sprintf("%.2f", 100*x)
		}
		fmt.Fprintf(&b, "%-*s %6s %6s %6s %8.0f %8.0f\n", width, row.Name, percent(row.P(), row.System), percent(row.R(), row.Gold),
			percent(row.F1(), row.System+row.Gold), row.System, row.Gold)
	}
	return b.String()
}
