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
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
)

// Score is what precision and recall are made of: P = Precise/System, R =
// Recalled/Gold. Where items are counted, Precise = Recalled = the right ones;
// where they are graded, each is a sum of grades. Scores add up.
type Score struct {
	Precise, System float64
	Recalled, Gold  float64
}

func (s *Score) add(t Score) {
	s.Precise += t.Precise
	s.System += t.System
	s.Recalled += t.Recalled
	s.Gold += t.Gold
}

// P returns the precision, 0 when the system has nothing.
func (s Score) P() float64 { return ratio(s.Precise, s.System) }

// R returns the recall, 0 when the gold has nothing.
func (s Score) R() float64 { return ratio(s.Recalled, s.Gold) }

// F1 returns the harmonic mean of precision and recall.
func (s Score) F1() float64 { return ratio(2*s.P()*s.R(), s.P()+s.R()) }

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// Row is a line of a report.
type Row struct {
	Name string
	Score
	Low, High float64 // the 95% interval of F1, both 0 unless Report.Bootstrap was called
}

// Report is a table of scores.
type Report struct {
	Rows []Row
	docs [][]Score // of each document, by row
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
	docs := make([][]Score, gold)
	for i := range docs {
		s := make(sheet)
		if err := score(i, s); err != nil {
			return nil, err
		}
		for _, name := range names {
			docs[i] = append(docs[i], s[name])
		}
	}
	return newReport(names, docs), nil
}

// outside returns an error for a span that does not lie in a text.
func outside(s extract.Span, text string) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		return fmt.Errorf("[%d,%d) lies outside the text of %d bytes", s.Start, s.End, len(text))
	}
	return nil
}

// newReport sums up the scores of documents.
func newReport(names []string, docs [][]Score) *Report {
	r := &Report{docs: docs}
	for i, name := range names {
		row := Row{Name: name}
		for _, d := range docs {
			row.add(d[i])
		}
		r.Rows = append(r.Rows, row)
	}
	return r
}

// Row returns the row of a name.
func (r *Report) Row(name string) (Row, bool) {
	i := slices.IndexFunc(r.Rows, func(row Row) bool { return row.Name == name })
	if i < 0 {
		return Row{}, false
	}
	return r.Rows[i], true
}

// Bootstrap fills in the intervals: documents are drawn anew with replacement,
// as many as there are, and the middle 95% of the F1 values of all samples taken.
// Documents and not items are drawn because the items of an article depend on
// each other. The same seed gives the same intervals. Time grows with samples x
// documents x rows.
func (r *Report) Bootstrap(samples int, seed uint64) {
	if samples < 1 || len(r.docs) == 0 {
		return
	}
	rng := rand.New(rand.NewPCG(seed, 0))
	f1 := make([][]float64, len(r.Rows))
	for range samples {
		sums := make([]Score, len(r.Rows))
		for range r.docs {
			for i, s := range r.docs[rng.IntN(len(r.docs))] {
				sums[i].add(s)
			}
		}
		for i, s := range sums {
			f1[i] = append(f1[i], s.F1())
		}
	}
	for i, values := range f1 {
		slices.Sort(values)
		tail := int(0.025 * float64(samples))
		r.Rows[i].Low, r.Rows[i].High = values[tail], values[samples-1-tail]
	}
}

// String prints the table: precision, recall and F1 in percent, the interval of
// F1 where it is known, and how many items P and R are means over. A row that
// neither side has anything for shows dashes.
func (r *Report) String() string {
	width, intervals := 0, false
	for _, row := range r.Rows {
		width = max(width, utf8.RuneCountInString(row.Name))
		intervals = intervals || row.High > 0
	}
	var b strings.Builder
	line := func(cells ...string) {
		fmt.Fprintf(&b, "%-*s %6s %6s %6s", width, cells[0], cells[1], cells[2], cells[3])
		if intervals {
			fmt.Fprintf(&b, "  %-14s", cells[4])
		}
		fmt.Fprintf(&b, " %8s %8s\n", cells[5], cells[6])
	}
	line("", "P", "R", "F1", "95% of F1", "system", "gold")
	for _, row := range r.Rows {
		percent := func(x, of float64) string {
			if of == 0 {
				return "-"
			}
			return fmt.Sprintf("%.2f", 100*x)
		}
		interval := ""
		if row.High > 0 {
			interval = fmt.Sprintf("%.1f to %.1f", 100*row.Low, 100*row.High)
		}
		line(row.Name, percent(row.P(), row.System), percent(row.R(), row.Gold), percent(row.F1(), row.System+row.Gold),
			interval, fmt.Sprintf("%.0f", row.System), fmt.Sprintf("%.0f", row.Gold))
	}
	return b.String()
}
