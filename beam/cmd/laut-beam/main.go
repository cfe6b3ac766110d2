// Laut-beam reads German news articles with Apache Beam, on any runner of Beam: files of
// JSON Lines in, for each a file of records out, as the command laut writes them with
// -format jsonl, and a file of dead letters if it has any.
//
//	laut-beam --input 'corpus/*.jsonl.gz' --output read/ --dead-letters dead/
//
// Without --runner it runs on this machine, on Beam's runner Prism. With --resume it leaves
// out the files whose output is there. README.md of the module tells how to run it on
// Flink, Spark and Dataflow.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/laut-nlp/laut/beam"
)

func main() {
	var o lautbeam.Options
	var p lautbeam.Paths
	flag.StringVar(&p.Input, "input", "", "`PATTERN` of files of JSON Lines, also with gzip: objects with the keys \"id\" and \"text\"")
	flag.StringVar(&p.Output, "output", "", "`FOLDER` for the records, a file for each input")
	flag.StringVar(&p.DeadLetters, "dead-letters", "", "`FOLDER` for what cannot be read")
	flag.BoolVar(&p.Resume, "resume", false, "leave out inputs whose output is there")
	flag.BoolVar(&o.Tokens, "tokens", false, "write the tokens too")
	flag.TextVar(&o.Offsets, "offsets", o.Offsets, "`bytes|runes|utf16` what offsets count")
	flag.Float64Var(&o.MinSpeakerScore, "min-speaker-score", 0, "`S` make speakers with a score below S nobody, from 0 to 1")
	flag.Parse()
	beam.Init() // a worker does not come back from here
	if err := run(context.Background(), o, p); err != nil {
		fmt.Fprintln(os.Stderr, "laut-beam:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o lautbeam.Options, p lautbeam.Paths) error {
	if err := p.Check(); err != nil {
		return err
	}
	pipeline, s := beam.NewPipelineWithRoot()
	lautbeam.Files(s, o, p)
	result, err := beamx.RunWithMetrics(ctx, pipeline)
	if err != nil {
		return err
	}
	if result != nil { // else the job goes on without us (--async)
		fmt.Fprintln(os.Stderr, "laut-beam:", counted(result.Metrics()))
	}
	return nil
}

// counted returns the counters of laut as "articles 10, claims 31".
func counted(m metrics.Results) string {
	var parts []string
	for _, c := range m.AllMetrics().Counters() {
		if c.Key.Namespace == lautbeam.Namespace {
			parts = append(parts, fmt.Sprintf("%s %d", strings.ReplaceAll(c.Key.Name, "_", " "), c.Result()))
		}
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}
