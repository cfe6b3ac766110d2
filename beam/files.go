package lautbeam

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/laut-nlp/laut/internal/linewise"
)

func init() {
	register.Function1x1(pathOf)
	register.DoFn3x1[context.Context, string, func(string), error](&filesFn{})
}

// Files reads files of JSON Lines, also with gzip, and writes a file of records for each:
// what JSONLines of package export writes, in the order of the input, under the input's
// name (below the part of the pattern that has no wildcard) and with gzip if that ends in
// .gz. A file with its dead letters lies under the same name in p.DeadLetters if there are
// any. It returns a PCollection of string, the paths of the outputs.
//
// An output is written under another name and renamed when it is whole, after its dead
// letters. So each article is in the outputs once, however often a runner tries a file
// again; what was killed can be started again, with Resume only for the files that have no
// output yet. There is no shuffle after the list of files: a file is the unit of work, and
// should hold some thousand articles.
//
// A gzip file that is damaged gives the articles before the damage and a dead letter without
// a line. Other errors of reading and writing are left to the runner, which tries again. A
// pattern that matches no file is an error of the job.
//
// Files panics if p makes no sense ([Paths.Check]).
func Files(s beam.Scope, o Options, p Paths) beam.PCollection {
	s = s.Scope("lautbeam.Files")
	if err := p.Check(); err != nil {
		panic(err)
	}
	filesystem.ValidateScheme(p.Input)
	filesystem.ValidateScheme(p.Output)
	filesystem.ValidateScheme(p.DeadLetters)
	found := fileio.MatchFiles(s, p.Input, fileio.MatchEmptyDisallow())
	paths := beam.Reshuffle(s, beam.ParDo(s, pathOf, found)) // to all workers
	return beam.ParDo(s, &filesFn{worker{Options: o}, p}, paths)
}

func pathOf(f fileio.FileMetadata) string { return f.Path }

type filesFn struct {
	worker
	Paths Paths
}

func (f *filesFn) ProcessElement(ctx context.Context, in string, emit func(string)) error {
	out, dead, err := f.Paths.of(in)
	if err != nil {
		return err
	}
	outFS, err := filesystem.New(ctx, out)
	if err != nil {
		return err
	}
	defer outFS.Close()
	if f.Paths.Resume && exists(ctx, outFS, out) {
		doneCount.Inc(ctx, 1)
		emit(out)
		return nil
	}
	deadFS, err := filesystem.New(ctx, dead)
	if err != nil {
		return err
	}
	defer deadFS.Close()
	if err := f.file(ctx, in, &whole{fs: outFS, path: out}, &whole{fs: deadFS, path: dead}); err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	emit(out)
	return nil
}

// file reads a file and writes its records and dead letters.
func (f *filesFn) file(ctx context.Context, in string, records, dead *whole) (err error) {
	defer func() { err = cmp.Or(err, errors.Join(records.discard(ctx), dead.discard(ctx))) }()
	if err := records.begin(ctx); err != nil {
		return err
	}
	if err := f.lines(ctx, in, records, dead); err != nil {
		return err
	}
	if err := dead.commit(ctx); err != nil {
		return err
	}
	return records.commit(ctx)
}

func (f *filesFn) lines(ctx context.Context, in string, records, dead *whole) error {
	fs, err := filesystem.New(ctx, in)
	if err != nil {
		return err
	}
	defer fs.Close()
	file, err := fs.OpenRead(ctx, in)
	if err != nil {
		return err
	}
	defer file.Close()
	bury := func(d DeadLetter) error {
		failureCount.Inc(ctx, 1)
		if err := dead.begin(ctx); err != nil {
			return err
		}
		b, err := marshal(d)
		if err == nil {
			_, err = dead.Write(b)
		}
		return err
	}
	r, err := linewise.Unpack(file, in)
	if damage, ok := errors.AsType[linewise.Damage](err); ok {
		return bury(DeadLetter{Where: in, Error: damage.Error()})
	} else if err != nil {
		return err
	}
	for l := range linewise.Of(r, in) {
		if damage, ok := errors.AsType[linewise.Damage](l.Err); ok {
			return bury(DeadLetter{Where: l.Where, Error: damage.Error()})
		} else if l.Err != nil {
			return l.Err
		}
		read, err := f.line(l.Where, l.Data)
		if err != nil {
			err = bury(DeadLetter{Where: l.Where, Error: err.Error(), Data: l.Data})
		} else {
			read.count(ctx)
			_, err = records.Write(read.record)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Paths say where [Files] reads and writes. They travel to the workers as JSON, and may be
// of any file system that the program has registered with Beam (gs://, s3://, local).
type Paths struct {
	Input       string // a file or a pattern of path.Match: corpus/*/part-*.jsonl.gz
	Output      string // a folder
	DeadLetters string // another folder
	Resume      bool   // leave out files whose output is there
}

// Check returns an error if a path is missing, or if an output would take the place of
// another file.
func (p Paths) Check() error {
	in, out, dead := cmp.Or(fixed(p.Input), "./"), folder(p.Output), folder(p.DeadLetters)
	switch {
	case p.Input == "" || p.Output == "" || p.DeadLetters == "":
		return errors.New("lautbeam: input, output and dead letters need a path each")
	case out == dead:
		return fmt.Errorf("lautbeam: output and dead letters are both in %s", p.Output)
	case out == in || dead == in:
		return fmt.Errorf("lautbeam: what is read from %s would be replaced", p.Input)
	}
	return nil
}

// of returns the outputs of an input.
func (p Paths) of(in string) (out, dead string, err error) {
	name, ok := strings.CutPrefix(clean(in), fixed(p.Input))
	if !ok {
		return "", "", fmt.Errorf("lautbeam: %s does not lie below %s", in, fixed(p.Input))
	}
	return folder(p.Output) + name, folder(p.DeadLetters) + name, nil
}

// wildcards are what makes a path a pattern.
const wildcards = `*?[\`

// fixed returns the folder of a pattern above its first wildcard, with a slash at its end, or nothing.
func fixed(pattern string) string {
	pattern = clean(pattern)
	if i := strings.IndexAny(pattern, wildcards); i >= 0 {
		pattern = pattern[:i]
	}
	return pattern[:strings.LastIndex(pattern, "/")+1]
}

// folder returns a folder's path with a slash at its end.
func folder(name string) string { return strings.TrimSuffix(clean(name), "/") + "/" }

// clean makes paths of the local file system comparable; other file systems take each
// character as it is.
func clean(name string) string {
	if strings.Contains(name, "://") {
		return name
	}
	return path.Clean(cmp.Or(filepath.ToSlash(name), "."))
}
