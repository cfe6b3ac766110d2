package lautbeam

import (
	"bytes"
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/typex"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/laut-nlp/laut/export"
)

func init() {
	register.DoFn6x0[context.Context, string, string, func(string), func(Claim), func(DeadLetter)](&linesFn{})
	register.DoFn6x0[context.Context, string, string, func(string), func(Claim), func(DeadLetter)](&textsFn{})
	register.Function1x2(nowhere)
	register.Emitter1[string]()
	register.Emitter1[Claim]()
	register.Emitter1[DeadLetter]()
}

// Result is what the transforms give. What is not used costs little.
type Result struct {
	Records     beam.PCollection // of string: an article as export.JSONLines writes it, without the line's end
	Claims      beam.PCollection // of Claim
	DeadLetters beam.PCollection // of DeadLetter
}

// JSONLines reads a PCollection of lines of JSON Lines: objects with the keys "id" and
// "text", of which others are ignored. They are strings, or KV<string,string> of the place
// that a line is from and the line, as textio.ReadWithFilename gives them; the place is for
// dead letters, and names articles without an id. Blank lines are skipped. What is broken,
// has no text or neither id nor place, or is not valid UTF-8 becomes a dead letter.
//
// JSONLines panics if the elements are of another type.
func JSONLines(s beam.Scope, o Options, lines beam.PCollection) Result {
	s = s.Scope("lautbeam.JSONLines")
	if !typex.IsKV(lines.Type()) {
		lines = beam.ParDo(s, nowhere, lines)
	}
	return resultOf(beam.ParDo3(s, &linesFn{worker{Options: o}}, lines))
}

// Texts reads a PCollection of KV<string,string>, of ids and texts. A text that is not
// valid UTF-8 becomes a dead letter.
func Texts(s beam.Scope, o Options, texts beam.PCollection) Result {
	s = s.Scope("lautbeam.Texts")
	return resultOf(beam.ParDo3(s, &textsFn{worker{Options: o}}, texts))
}

func resultOf(records, claims, dead beam.PCollection) Result {
	return Result{records, claims, dead}
}

func nowhere(line string) (where, same string) { return "", line }

type linesFn struct{ worker }

func (f *linesFn) ProcessElement(ctx context.Context, where, line string, record func(string), claim func(Claim), dead func(DeadLetter)) {
	data := bytes.TrimSpace([]byte(line))
	if len(data) == 0 {
		return
	}
	r, err := f.line(where, data)
	r.emit(ctx, err, record, claim, dead, where, line)
}

type textsFn struct{ worker }

func (f *textsFn) ProcessElement(ctx context.Context, id, text string, record func(string), claim func(Claim), dead func(DeadLetter)) {
	r, err := f.text(export.StringID(id), text)
	r.emit(ctx, err, record, claim, dead, id, text)
}

// emit counts an article and passes it on, or what came in if there was an error.
func (r result) emit(ctx context.Context, err error, record func(string), claim func(Claim), dead func(DeadLetter), where, in string) {
	if err != nil {
		failureCount.Inc(ctx, 1)
		dead(DeadLetter{Where: where, Error: err.Error(), Data: []byte(in)})
		return
	}
	r.count(ctx)
	record(string(bytes.TrimSuffix(r.record, []byte("\n"))))
	for _, c := range claimsOf(r.id, r.article) {
		claim(c)
	}
}
