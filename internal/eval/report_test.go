package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReportString(t *testing.T) {
	r := &Report{Rows: []Row{{"all", Score{2, 4, 2, 3}}, {"Überschrift", Score{1, 2, 1, 3}}, {Name: "none"}}}
	const want = `` +
		"                 P      R     F1   system     gold\n" +
		"all          50.00  66.67  57.14        4        3\n" + // 2/4, 2/3, 4/7
		"Überschrift  50.00  33.33  40.00        2        3\n" + // 1/2, 1/3; the name is 11 letters, 12 bytes
		"none             -      -      -        0        0\n"
	if diff := cmp.Diff(want, r.String()); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
