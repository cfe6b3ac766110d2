package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// options are the flags that say how to read and how to write.
type options struct {
	input   string
	names   nameLists
	claims  claimFlags
	format  string
	set     export.Settings
	out     string
	workers int
	resume  bool
	color   string
	quiet   bool
	records bool // what laut wrote is taken as it is
}

// addInput adds what says how to read.
func (o *options) addInput(flags *flag.FlagSet) {
	enum(flags, &o.input, "input", autoInput, []string{autoInput, textInput, linesInput, pageInput},
		`what the files hold: one text each, one JSON object a line with the keys "id" and "text" (others are ignored), `+
			`or one web page each. auto tells it by the name: .jsonl and .ndjson, .html and .htm, each also with .gz, else text, `+
			`and JSON Lines on standard input by how they begin. `+
			`Of a folder, a kind other than auto reads only the files with its extensions`)
	addNames(flags, &o.names)
	o.claims.add(flags)
}

// addOutput adds what says how to write.
func (o *options) addOutput(flags *flag.FlagSet, format string) {
	names := each(formats, func(f outputFormat) string { return f.Name })
	enum(flags, &o.format, "format", format, names, "how to write what was found: see FORMATS")
	flags.BoolVar(&o.set.Tokens, "tokens", false, "write the tokens too"+only("tokens"))
	flags.TextVar(&o.set.Offsets, "offsets", export.Bytes, "`bytes|runes|utf16` what offsets count: bytes for Go and Rust, runes "+
		"for Python, utf16 for JavaScript and Java; default bytes"+only("offsets"))
	flags.BoolVar(&o.set.Excel, "excel", false, "write what a German Excel opens as it should: semicolons, decimal commas and a byte order mark"+only("excel"))
	flags.Var((*address)(&o.set.Base), "base", "`URL` the address that the id of a document is appended to; without it the address is a URN"+only("base"))
	flags.StringVar(&o.out, "o", "", "`FILE|FOLDER/` write there and not to standard output. What the file holds is replaced. "+
		"In a folder that is there, or ends in a slash, each document becomes a file named after its id, which of a text is its "+
		"path as given: whether you name archive or archive/a.txt, the latter becomes FOLDER/archive/a.jsonl. A slash at the start and .. "+
		"are left out, so that nothing lies elsewhere. Nothing is overwritten in a run: of two documents with the same file the second is an error")
	enum(flags, &o.color, "color", "auto", []string{"auto", "always", "never"}, "colour the output of the formats for people; auto: if it is a terminal")
	flags.BoolVar(&o.quiet, "quiet", false, "show no progress. It is shown on a terminal, as long as the output goes elsewhere")
	addWorkers(flags, &o.workers, "how many documents to read at once")
}

func addNames(flags *flag.FlagSet, names *nameLists) {
	flags.Func("names", "`LABEL=FILE` names to find wherever they stand, LABEL being PER, ORG, LOC or MISC: one a line, "+
		"further spellings and ref=KEY after tabs, # begins a comment; may be repeated", names.set)
}

func addWorkers(flags *flag.FlagSet, workers *int, usage string) {
	*workers = runtime.GOMAXPROCS(0)
	flags.Func("workers", "`N` "+usage+", from 1; default: as many as there are cores", func(s string) (err error) {
		if *workers, err = strconv.Atoi(s); err != nil || *workers < 1 || *workers > maxWorkers {
			return fmt.Errorf("want a number from 1 to %d", maxWorkers)
		}
		return nil
	})
}

// maxWorkers keeps a slip of the finger from filling the memory.
const maxWorkers = 1024

// only says which formats take a flag.
func only(flag string) string { return " (only -format " + strings.Join(takersOf(flag), ", ") + ")" }

// address is the value of a flag that takes the beginning of web addresses.
type address string

func (a *address) String() string { return string(*a) }

func (a *address) Set(s string) error {
	u, err := url.Parse(s)
	if err != nil || !u.IsAbs() || strings.Contains(s, "#") {
		return errors.New("want an address such as https://example.org/artikel/")
	}
	*a = address(s)
	return nil
}

// enum adds a flag that takes one of some words.
func enum(flags *flag.FlagSet, value *string, name, standard string, words []string, usage string) {
	*value = standard
	flags.Func(name, "`"+strings.Join(words, "|")+"` "+usage+"; default "+standard, func(s string) error {
		if !slices.Contains(words, s) {
			return errors.New("want " + list(words))
		}
		*value = s
		return nil
	})
}

// list joins words as a sentence does: a, b or c.
func list(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// check returns what makes no sense in the flags, given their format.
func (o *options) check(flags *flag.FlagSet, f *outputFormat, t target) error {
	switch {
	case o.resume && t.path == "":
		return errors.New("-resume needs -o FILE or -o FOLDER/")
	case o.resume && !t.folder && f.Name != "jsonl":
		return errors.New("-resume with -o FILE needs -format jsonl")
	case !t.folder && strings.HasSuffix(strings.ToLower(t.path), ".gz"):
		return errors.New("-o writes no gzip: leave it out, and send the output through gzip")
	case len(f.files) > 1 && !t.folder:
		return fmt.Errorf("-format %s needs -o FOLDER/", f.Name)
	}
	return cmp.Or(f.refuse(flags), straying(flags))
}

// streams are what a process begins with.
type streams struct {
	in       io.Reader
	out, err io.Writer
	command  string // with a space behind it, for messages
}

// process reads what the arguments name and writes it. Each article goes through pick,
// which may return another one or nil to leave it out. It returns how many documents were
// written and the status.
func (o *options) process(args []string, f *outputFormat, pick func(document, *laut.Reader) *laut.Article, std streams) (n, status int) {
	t := targetOf(o.out)
	if t.path == "" {
		t.info = infoOf(std.out) // a shell has sent it to a file
	}
	in, reader, status := o.prepare(args, t, &std)
	if reader == nil {
		return 0, status
	}
	bar := o.progress(in, t, std)
	complain := func(err error) {
		if _, harmless := err.(warning); !harmless {
			status = failed
		}
		bar.clear()
		report(std.err, err)
	}
	o.set.Title = "laut"
	o.set.Width = columnsOf(std.out)
	o.set.IDs = in.many && !t.folder // there may be several documents
	o.set.Color = o.color == "always" || o.color == "auto" && t.path == "" && os.Getenv("NO_COLOR") == "" && controllable(std.out)
	encoders := each(f.files, func(x export.FormatInfo) export.Format { return x.New(o.set) })
	out, mark, err := o.open(t, f, encoders, in.files, std.out, complain)
	if err != nil {
		return 0, printed(err, std.err)
	}
	if t.folder {
		for i, e := range encoders {
			if framed, ok := e.(export.Framed); ok {
				encoders[i] = whole{framed}
			}
		}
	}
	docs := marked(sources{files: in.files, stdin: std.in, records: o.records}.documents(), mark)
	n, err = read(docs, o.workers, worker(func(d document) *laut.Article { return pick(d, reader) }, encoders), out, bar, complain)
	bar.clear()
	if closing := out.close(); err == nil {
		err = closing
	}
	return n, max(status, printed(err, std.err))
}

// prepare finds what is to be read and makes the reader of articles. Without a reader it has
// told what is wrong, and the run ends with the status.
func (o *options) prepare(args []string, t target, std *streams) (in inputs, reader *laut.Reader, status int) {
	in = expand(args, o.input, t.info)
	if t.isInput(in.files, std.in) {
		return in, nil, std.misused("%s is also to be read", cmp.Or(t.path, "standard output"))
	}
	reader, err := newReader(o.names, &o.claims)
	if err != nil {
		report(std.err, err)
		return in, nil, failed
	}
	std.in = in.lookAhead(std.in)
	return in, reader, done
}

// open opens the output. mark says of each document what the output knows of it.
func (o *options) open(t target, f *outputFormat, encoders []export.Format, in []input, stdout io.Writer, complain func(error)) (out sink, mark func(*document) error, err error) {
	switch {
	case t.folder:
		folder, err := newFolder(t.path, f, encoders, in, complain)
		if err != nil {
			return nil, nil, err
		}
		return folder, func(d *document) error {
			err := folder.name(d)
			d.done = o.resume && err == nil && folder.has(*d)
			return err
		}, nil
	case t.path == "":
		out, err = newStream(stdout, f, encoders[0])
		return out, nil, err
	}
	var w *os.File
	if o.resume {
		var ids seen
		w, ids, err = reopen(t.path)
		mark = func(d *document) error {
			d.done = ids.take(d.id)
			return nil
		}
	} else if w, err = os.Create(t.path); err != nil {
		err = failure(t.path, err)
	}
	if err != nil {
		return nil, nil, err
	}
	s, err := newStream(w, f, encoders[0])
	s.file = w
	return s, mark, err
}

// marked applies mark to the documents that could be read.
func marked(docs iter.Seq[document], mark func(*document) error) iter.Seq[document] {
	if mark == nil {
		return docs
	}
	return func(yield func(document) bool) {
		for d := range docs {
			if d.err == nil {
				if err := mark(&d); err != nil {
					d = document{err: err}
				}
			}
			if !yield(d) {
				return
			}
		}
	}
}

// progress returns the bar of a run, or nil where it would be in the way.
func (o *options) progress(in inputs, t target, std streams) *progress {
	if _, ok := terminal(std.out); o.quiet || ok && t.path == "" || !controllable(std.err) {
		return nil
	}
	total := len(in.files)
	if slices.ContainsFunc(in.files, func(i input) bool { return i.kind == linesInput }) {
		total = 0
	}
	return newProgress(std.err, columnsOf(std.err), total, time.Now)
}
