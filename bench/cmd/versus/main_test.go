package main

import (
	"io"
	"os/exec"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/bench/news"
	"github.com/laut-nlp/laut/bench/stages"
)

var set = news.Set{Name: "one article", Texts: []string{"„Die Brücke wird gesperrt“, sagte Minister Jonas Hartmann."}}

// TestRun compares the last commit with itself, so that nothing may differ.
func TestRun(t *testing.T) {
	if testing.Short() {
		t.Skip("builds two programs")
	}
	t.Chdir("../..")
	var out strings.Builder
	if err := run(&out, "HEAD", "HEAD", []news.Set{set}, 2, 100_000); err != nil {
		t.Fatal(err)
	}
	for _, want := range append([]string{"Old: HEAD, new: HEAD", "one article, 1 texts, 0 KB; results differ in 0."}, stages.Names...) {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
}

// TestRunErrors has what a person may do wrong: the message must say what it was.
func TestRunErrors(t *testing.T) {
	if err := run(io.Discard, "HEAD", "HEAD", nil, 1, 1); err == nil || !strings.Contains(err.Error(), "should be bench") {
		t.Errorf("in a wrong folder: error %v", err)
	}
	t.Chdir("../..")
	if err := run(io.Discard, "no-such-revision", ".", nil, 1, 1); err == nil || !strings.Contains(err.Error(), "no-such-revision") {
		t.Errorf("an unknown revision: error %v", err)
	}
}

// TestSideEnds makes sure that a program which ends before it answers is an error and
// nothing that is waited for.
func TestSideEnds(t *testing.T) {
	path, err := exec.LookPath("true")
	if err != nil {
		t.Skip("no program that does nothing:", err)
	}
	s, err := start(path, stages.Job{})
	if err == nil { // it may have ended before it was told the job
		var answer []string
		err = s.ask(stages.AskResults, &answer)
		if err := s.end(); err != nil {
			t.Error(err)
		}
	}
	if err == nil {
		t.Error("no error of a program that has ended")
	}
}
