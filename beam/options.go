// Package lautbeam reads German news articles with Apache Beam: who is named and who says
// what, in corpora that are too large for one machine. The same program runs on Flink,
// Spark, Dataflow and, on one machine, on Prism. It is a module of its own, so that nobody
// who uses laut downloads Beam; the package has another name than its path, since programs
// with pipelines have Beam's package beam already.
//
//	beam.Init()
//	p, s := beam.NewPipelineWithRoot()
//	lines := textio.ReadWithFilename(s, "corpus/*.jsonl")
//	r := lautbeam.JSONLines(s, lautbeam.Options{}, beam.Reshuffle(s, lines))
//	textio.Write(s, "records.jsonl", r.Records)
//	err := beamx.Run(ctx, p)
//
// # Transforms
//
//	JSONLines  lines of JSON Lines, objects with the keys "id" and "text"
//	Texts      KV<string,string> of ids and texts
//	Files      files of JSON Lines to files of records, the job of the command laut-beam
//
// Records are what export.JSONLines writes, an object an article, byte by byte. Besides
// records, the first two give claims with their words ([Claim]) and dead letters
// ([DeadLetter]); each article is read once for all three.
//
// Files is for corpora: it needs no shuffle, keeps names and order, reads gzip, and can be
// killed and resumed. The others are for pipelines with other sources and sinks.
//
// # Errors
//
// Reading an article cannot fail. What is no article (broken JSON, no text, no UTF-8)
// becomes a dead letter, which holds its bytes, its place and the error; all others are
// read. What may be better next time (a disk, a network) is an error of the bundle, which
// runners try again. A line that is not valid UTF-8 is a dead letter, while the command
// laut puts U+FFFD for the wrong bytes: there a person looks on, here a file in another
// encoding would lose all its umlauts unseen.
//
// # Counters
//
// In the namespace [Namespace]: articles, claims and failures (dead letters), and of Files
// files_done_before, which were left out with Resume. As all counters of Beam they count
// work: Dataflow and Prism report the bundles that succeeded, a runner that reports
// attempts counts an article again when its bundle is tried again. A job that was killed
// and resumed counts what the second run read.
//
// # Exactly once
//
// Runners try bundles again, and some try one twice at the same time. The transforms are
// functions of their input alone, so records are the same each time, and runners pass on
// the output of one attempt. Writing to files is a side effect, which no runner takes back:
// Files therefore writes each file under another name and renames it when it is whole, to
// a name that depends on the input alone. It does not matter to it how many attempts there
// were. Rename is atomic on local disks; on GCS and S3 a file appears when it is complete.
// textio.Write gives no such promise: a job that is killed can leave half a file.
//
// # Gzip
//
// textio.Read of Beam 2.77 loses the end of gzip files: it takes the size of the packed
// file for that of the text (of a file with 1,000 lines of 300 characters it read 12).
// Files does not use it.
//
// # Performance
//
// The cost is that of laut and what Beam adds; README.md has figures. A worker
// process makes one reader, which its goroutines share, and holds one article for each
// of them. An input file of Files is read by one goroutine from its first line to its last.
//
// # Data and licences
//
// The code is MIT. What it links of laut is under MIT, CC BY and CC BY-SA.
package lautbeam

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// Options say how articles are read and how they are written. They travel to the workers
// as JSON. The zero value reads as laut.Read does and writes what export.JSONLines{} writes.
type Options struct {
	Reader  string      // the name of a registered reader; empty: "default", which reads as laut.Read does
	Tokens  bool        // write the tokens too
	Offsets export.Unit // what offsets count

	MinSpeakerScore float64 // speakers with a smaller score are nobody, as claims.WithMinSpeakerScore makes them
}

// standard is the name of the reader that is always registered.
const standard = "default"

var (
	readersMu sync.Mutex
	readers   = map[string]func() (*laut.Reader, error){
		standard: func() (*laut.Reader, error) { return new(laut.Reader), nil },
	}
)

// RegisterReader gives a name to a way of making a reader, such as one that knows names of
// the user's own. A reader cannot travel to the workers, a name can: call RegisterReader in
// an init function of the program, which the workers run too. Each worker process calls
// newReader once, when it meets the name, and shares the reader. RegisterReader panics if
// the name is taken, as "default" is.
func RegisterReader(name string, newReader func() (*laut.Reader, error)) {
	readersMu.Lock()
	defer readersMu.Unlock()
	if _, taken := readers[name]; taken {
		panic(fmt.Sprintf("lautbeam: two readers are registered as %q", name))
	}
	readers[name] = sync.OnceValues(newReader)
}

// reader returns the process's reader of a name.
func reader(name string) (*laut.Reader, error) {
	name = cmp.Or(name, standard)
	readersMu.Lock()
	newReader, ok := readers[name]
	known := strings.Join(slices.Sorted(maps.Keys(readers)), ", ")
	readersMu.Unlock()
	if !ok {
		return nil, fmt.Errorf("lautbeam: no reader is registered as %q, only %s", name, known)
	}
	return newReader()
}
