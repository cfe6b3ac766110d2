package stages

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// Job is what Serve is told once, before the questions.
type Job struct {
	Texts []string
	Size  int // bytes that a round reads at least
}

// The questions that Serve answers.
const (
	AskRound       = "round"       // []Time
	AskAllocations = "allocations" // []Memory
	AskResults     = "results"     // []string: a hash of what is found in each text
)

// Serve reads a Job and then questions from in, all of it JSON, and answers each on
// out, until in ends. It runs on one core.
func Serve(in io.Reader, out io.Writer) error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	dec, enc := json.NewDecoder(in), json.NewEncoder(out)
	var job Job
	if err := dec.Decode(&job); err != nil {
		return fmt.Errorf("stages: the job: %w", err)
	}
	for {
		var question string
		if err := dec.Decode(&question); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("stages: a question: %w", err)
		}
		var answer any
		switch question {
		case AskRound:
			answer = Round(job.Texts, job.Size)
		case AskAllocations:
			answer = Allocations(job.Texts)
		case AskResults:
			answer = results(job.Texts)
		default:
			return fmt.Errorf("stages: unknown question %q", question)
		}
		if err := enc.Encode(answer); err != nil {
			return fmt.Errorf("stages: the answer: %w", err)
		}
	}
}

func results(texts []string) []string {
	var hashes []string
	for _, t := range texts {
		h := sha256.New()
		_ = export.JSONLines{}.Write(h, export.ID{}, laut.Read(t)) // a hash takes all
		hashes = append(hashes, fmt.Sprintf("%x", h.Sum(nil)))
	}
	return hashes
}
