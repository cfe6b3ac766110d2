package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReportString(t *testing.T) {
	r := newReport([]string{"all", "Überschrift", "none"}, [][]Score{
		{{1, 2, 1, 1}, {1, 1, 1, 2}, {}},
		{{1, 2, 1, 2}, {0, 1, 0, 1}, {}},
	})
	const want = `` +
		"                 P      R     F1   system     gold\n" +
		"all          50.00  66.67  57.14        4        3\n" + // 2/4, 2/3, 4/7
		"Überschrift  50.00  33.33  40.00        2        3\n" + // 1/2, 1/3; the name is 11 letters, 12 bytes
		"none             -      -      -        0        0\n"
	if diff := cmp.Diff(want, r.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestBootstrap(t *testing.T) {
	// Half of the documents are all right, half all wrong: F1 is the share of
	// right ones among 100 draws of a fair coin, of which 95% lie within 1.96
	// standard deviations of 5 points: 40 to 60.
	var docs [][]Score
	for i := range 100 {
		docs = append(docs, []Score{{float64(i % 2), 1, float64(i % 2), 1}})
	}
	r, again, other := newReport([]string{"row"}, docs), newReport([]string{"row"}, docs), newReport([]string{"row"}, docs)
	r.Bootstrap(2000, 7)
	again.Bootstrap(2000, 7)
	other.Bootstrap(2000, 8)
	row := r.Rows[0]
	if row.Low < .38 || row.Low > .42 || row.High < .58 || row.High > .62 {
		t.Errorf("interval %.3f to %.3f, want about .40 to .60", row.Low, row.High)
	}
	if diff := cmp.Diff(r.Rows, again.Rows); diff != "" {
		t.Errorf("the same seed gives another interval: %s", diff)
	}
	if row.F1() != .5 || other.Rows[0].F1() != .5 {
		t.Errorf("F1 %v, want .5 whatever the samples", row.F1())
	}
	const want = "" +
		"         P      R     F1  95% of F1        system     gold\n"
	if got := r.String(); got[:len(want)] != want {
		t.Errorf("head %q, want %q", got[:len(want)], want)
	}
	empty := newReport([]string{"row"}, nil)
	empty.Bootstrap(10, 1)
	if empty.Rows[0].High != 0 {
		t.Error("an interval without documents")
	}
}
