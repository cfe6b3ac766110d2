package eval

import (
	"fmt"
	"strings"
	"unicode/utf8"

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
// is right and wrong of those found, claims by kind, and entities by label. What neither
// side has shows a dash.
func (r *Report) String() string {
	var b strings.Builder
	b.WriteString("claims                      P      R     F1  95% of F1        system     gold\n")
	low, high := r.FoundInterval()
	scoreRow(&b, "found", r.Found, low, high)
	low, high = r.NamedInterval()
	scoreRow(&b, "named", r.Named, low, high)
	for k := claims.Direct; k <= claims.Reported; k++ {
		scoreRow(&b, "  found, "+k.String(), r.Kinds[k], 0, 0)
	}
	b.WriteString("\nof those found              %                                  n       of\n")
	for _, row := range []struct {
		name  string
		share Share
	}{
		{"name wrong", r.Wrong}, {"name inexact", r.Inexact}, {"name missing", r.Nameless},
		{"kind right", r.Kind}, {"stance right", r.Stance}, {"medium right", r.Medium}, {"parent right", r.Parent},
	} {
		fmt.Fprintf(&b, "%s %s %32d %8d\n", label(row.name), percent(row.share.Value(), float64(row.share.Of)), row.share.N, row.share.Of)
	}
	b.WriteString("\nentities                    P      R     F1                   system     gold\n")
	scoreRow(&b, "found", r.Entities, 0, 0)
	scoreRow(&b, "labelled", r.Labelled, 0, 0)
	for l := entities.PER; l <= entities.MISC; l++ {
		scoreRow(&b, "  labelled, "+l.String(), r.Labels[l], 0, 0)
	}
	fmt.Fprintf(&b, "%s %48d\n", label("split"), r.Split)
	return b.String()
}

func scoreRow(b *strings.Builder, name string, s Score, low, high float64) {
	interval := ""
	if high > 0 {
		interval = fmt.Sprintf("%.1f to %.1f", 100*low, 100*high)
	}
	fmt.Fprintf(b, "%s %s %s %s  %-14s %8.0f %8.0f\n", label(name), percent(s.P(), s.System), percent(s.R(), s.Gold),
		percent(s.F1(), s.System+s.Gold), interval, s.System, s.Gold)
}

// label fills a name up to the width of its column.
func label(name string) string {
	return name + strings.Repeat(" ", max(0, 22-utf8.RuneCountInString(name)))
}

func percent(x, of float64) string {
	if of == 0 {
		return fmt.Sprintf("%6s", "-")
	}
	return fmt.Sprintf("%6.2f", 100*x)
}
