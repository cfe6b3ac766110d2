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
