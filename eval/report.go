package eval

import (
	"fmt"
	"strings"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
)

// Report adds up the counts of articles. The zero value has none.
type Report struct {
	Counts
	found, named []Score // of each article
}

// Add adds the counts of one article.
func (r *Report) Add(c Counts) {
	r.Counts.Add(c)
	r.found = append(r.found, c.Found)
	r.named = append(r.named, c.Named)
}

// FoundInterval returns the bounds of the 95% interval of Found.F1, as [Interval] does.
func (r *Report) FoundInterval() (low, high float64) { return Interval(r.found) }

// NamedInterval returns the bounds of the 95% interval of Named.F1, as [Interval] does.
func (r *Report) NamedInterval() (low, high float64) { return Interval(r.named) }

// String returns a table of all counts, in percent: claims by precision, recall and F1, what
// is right and wrong of those found, claims by kind (precision and recall alone, since they
// are of different claims), and entities by label. What neither side has shows a dash, and
// there are intervals from two articles on.
func (r *Report) String() string {
	t := new(table)
	t.head("claims", "95% of F1")
	t.score("found", r.Found, true, r.found)
	t.score("named", r.Named, true, r.named)
	for _, k := range claims.Kinds() {
		t.score("  found, "+k.String(), r.Kinds[k], false, nil)
	}
	fmt.Fprintf(t, "\n%-22s %6s %38s %8s\n", "of those found", "%", "n", "of")
	for _, row := range []struct {
		name  string
		share Share
	}{
		{"name wrong", r.Wrong}, {"name inexact", r.Inexact}, {"name missing", r.Nameless},
		{"name given", r.Given}, {"  of these, right", r.GivenRight},
		{"kind right", r.Kind}, {"stance right", r.Stance}, {"medium right", r.Medium}, {"parent right", r.Parent},
	} {
		fmt.Fprintf(t, "%-22s %6s %38d %8d\n", row.name, percent(row.share.Value(), float64(row.share.Of)), row.share.N, row.share.Of)
	}
	t.WriteString("\n")
	t.head("entities", "")
	t.score("found", r.Entities, true, nil)
	t.score("labelled", r.Labelled, true, nil)
	for _, l := range entities.Labels() {
		t.score("  labelled, "+l.String(), r.Labels[l], true, nil)
	}
	fmt.Fprintf(t, "%-22s %45d\n", "split", r.Split)
	return t.String()
}

// table is what String writes, row by row.
type table struct{ strings.Builder }

const columns = "%-22s %6s %6s %6s  %-14s %8s %8s\n"

func (t *table) head(name, interval string) {
	fmt.Fprintf(t, columns, name, "P", "R", "F1", interval, "system", "gold")
}

// score writes a row, with the interval over articles if there are some.
func (t *table) score(name string, s Score, f1 bool, articles []Score) {
	interval, f := "", ""
	if len(articles) > 1 {
		low, high := Interval(articles)
		interval = fmt.Sprintf("%.1f to %.1f", 100*low, 100*high)
	}
	if f1 {
		f = percent(s.F1(), s.System+s.Gold)
	}
	fmt.Fprintf(t, columns, name, percent(s.P(), s.System), percent(s.R(), s.Gold), f, interval, fmt.Sprint(s.System), fmt.Sprint(s.Gold))
}

func percent(x, of float64) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.2f", 100*x)
}
