package main

import (
	"errors"
	"fmt"
	"math"
	"runtime"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/bench/news"
	"github.com/laut-nlp/laut/bench/stages"
)

func TestRun(t *testing.T) {
	cores := runtime.GOMAXPROCS(0)
	set := news.Set{Name: "two articles", Texts: []string{
		"„Die Brücke wird gesperrt“, sagte Minister Jonas Hartmann.", "Der Stadtrat tagt, so Uta Öhler."}}
	var out strings.Builder
	if err := run(&out, []news.Set{set}, errors.New("the minutes"), 2, 10_000); err != nil {
		t.Fatal(err)
	}
	if runtime.GOMAXPROCS(0) != cores {
		t.Error("the other cores are not given back")
	}
	for _, want := range append([]string{"two articles: 2 texts, 0 KB, 20 tokens", "Left out: the minutes", "medians of 2 rounds", "for the first time"}, stages.Names...) {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
	// The shares of the stages are all there is to share.
	sum := 0.
	for line := range strings.Lines(out.String()) {
		var share float64
		if cells := strings.Split(line, "|"); len(cells) == 8 {
			if _, err := fmt.Sscanf(cells[4], "%f %%", &share); err == nil {
				sum += share
			}
		} else if len(cells) != 1 {
			t.Errorf("%d cells instead of 8 in %s", len(cells), line)
		}
	}
	if math.Abs(sum-100) > 1 { // medians need not be exact together
		t.Errorf("the shares are together %.1f %%:\n%s", sum, &out)
	}
}
