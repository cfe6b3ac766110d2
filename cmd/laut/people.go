package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"slices"
	"strconv"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/inorder"
	"github.com/laut-nlp/laut/people"
)

// counting is the command line of people.
type counting struct {
	options
	labels     oneOf[entities.Label, *entities.Label]
	statements bool
	most       int // how many to print; 0: all
}

// peopleFormats are the values of its flag -format.
var peopleFormats = map[string]func(io.Writer, people.Report, layout) error{
	"table": peopleTable, "csv": peopleCSV, "json": peopleJSON,
}

func (p *counting) flags() *flag.FlagSet {
	flags := newFlags()
	flags.Func("label", "`"+alternatives(entities.Labels())+"` whom to print: persons, organisations, places that speak, others; several with commas; default all", p.labels.add)
	flags.Func("n", "`N` print only the N who are quoted most, from 1; default all", func(s string) (err error) {
		if p.most, err = strconv.Atoi(s); err != nil || p.most < 1 {
			return errors.New("want a number from 1")
		}
		return nil
	})
	flags.BoolVar(&p.statements, "statements", false, "print what each says too, with file, line and column")
	enum(flags, &p.format, "format", "table", []string{"table", "csv", "json"}, "how to write it: a table for people; a row for each who is quoted, "+
		"or with -statements for each statement; one JSON object with all that was counted")
	p.addInput(flags)
	flags.BoolVar(&p.quiet, "quiet", false, "show no progress, and with -format csv nothing of claims that are left out")
	addWorkers(flags, &p.workers, "how many documents to read at once")
	return flags
}

func runPeople(args []string, std streams) int {
	var p counting
	flags := p.flags()
	if status, stop := parse(flags, args, "people", &std); stop {
		return status
	}
	if err := straying(flags); err != nil {
		return std.misused("%v", err)
	}
	r, status := p.count(flags.Args(), &std)
	if r == nil {
		return status
	}
	r.Voices = slices.DeleteFunc(r.Voices, func(v people.Voice) bool { return !p.labels.has(v.Label) })
	if p.most > 0 && p.most < len(r.Voices) {
		r.Voices = r.Voices[:p.most]
	}
	l := layout{statements: p.statements, width: columnsOf(std.out)}
	if !p.quiet {
		l.notes = std.err
	}
	return max(status, printed(peopleFormats[p.format](std.out, *r, l), std.err))
}

// count reads the articles. The report is nil if nothing was done.
func (p *counting) count(args []string, std *streams) (r *people.Report, status int) {
	t := target{info: infoOf(std.out)}
	in, reader, status := p.prepare(args, t, std)
	if reader == nil {
		return nil, status
	}
	bar := p.progress(in, t, *std)
	c := people.Counter{Statements: p.statements}
	docs := sources{files: in.files, stdin: std.in, records: true}.documents()
	for d := range inorder.Map(context.Background(), docs, p.workers, func(_ context.Context, d document) document { return p.read(d, reader) }) {
		if d.note != "" {
			bar.clear()
			report(std.err, d.note)
		}
		if d.err != nil {
			status = failed
			bar.clear()
			report(std.err, d.err)
		} else {
			c.Add(d.id.String(), d.article)
		}
		bar.step(false)
	}
	bar.clear()
	counted := c.Report()
	return &counted, status
}

// read returns a document with its article. Of what laut wrote the claims are taken as they
// stand, but as the flags for scores ask.
func (p *counting) read(d document, reader *laut.Reader) document {
	switch {
	case d.err != nil:
	case d.article == nil:
		d.article = reader.Read(d.text)
	default:
		d.article = p.claims.of(d.article)
	}
	d.text = "" // the article has it
	return d
}
