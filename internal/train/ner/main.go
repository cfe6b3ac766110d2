// The ner command trains the embedded model of internal/model/ner, and validates
// it. Run it by
//
//	go generate ./internal/model/ner                      # trains on all corpora
//	go run ./internal/train/ner -validate germeval        # six folds of the training part
//	go run ./internal/train/ner -validate germeval-dev    # trained on the training part
//	go run ./internal/train/ner -validate bundestag       # each sitting by a model of the others
//
// The same input gives the same bytes on machines of one architecture.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/laut-nlp/laut/internal/ner"
)

func main() {
	var o settings
	flag.StringVar(&o.data, "data", "../shared", "`folder` with the data")
	flag.StringVar(&o.out, "out", "", "`file` to write the model to")
	flag.StringVar(&o.validate, "validate", "", "validate on germeval, germeval-dev or bundestag")
	flag.StringVar(&o.without, "without", "", "leave out families of features, separated by commas")
	flag.StringVar(&o.errors, "errors", "", "`file` to write errors to")
	flag.StringVar(&o.tables, "tables", "", "keep what was seen in raw text in this `folder`, and take it from there: for experiments")
	flag.IntVar(&o.orders, "orders", orders, "train this `number` of perceptrons: fewer for experiments")
	flag.StringVar(&o.hold, "hold", "", "leave out a part of the newsroom corpus: `K/N`, counted from 0")
	flag.BoolVar(&o.quiet, "quiet", false, "print results only")
	flag.Parse()
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "ner:", err)
		os.Exit(1)
	}
}

type settings struct {
	data, out, validate, without, errors, tables, hold string
	orders                                             int
	quiet                                              bool
}

// orders is how many perceptrons are averaged.
const orders = 4

// note is the head of the model file.
const note = `Sources:
laut newsroom corpus, training part:           CC BY 4.0 (its Wikinews texts: CC BY 2.5)
GermEval 2014 NER, training part:              CC BY 4.0
SmartData corpus, news:                        CC BY 4.0
Deutscher Bundestag, three annotated sittings: Apache License 2.0
Wikipedia (German), long articles:             CC BY-SA 4.0
Deutscher Bundestag, speeches:                 official works, section 5 UrhG
Features from: german-pos-dict, LanguageTool;  CC BY-SA 4.0
Retrieved: 2026-11-23
Changed:   annotations brought to one guideline; weights and clusters learned from them
Licence:   CC BY-SA 4.0
Built by:  go generate ./internal/model/ner
`

func (o *settings) run() error {
	data := filepath.Join(o.data, "data")
	u, err := readUsage(data)
	if err != nil {
		return err
	}
	news, err := o.newsroom(data)
	if err != nil {
		return err
	}
	corpora := map[string][]*document{}
	with := news
	for _, s := range sources() {
		if s.measure && s.name != o.validate {
			continue
		}
		if err := s.read(data, u); err != nil {
			return err
		}
		corpora[s.name] = s.docs
		switch {
		case s.name == "germeval":
			for i, d := range s.docs {
				d.half = 1 + i%2
			}
		case !s.measure:
			with = append(with, s.docs...)
		}
	}
	t := &trainer{report: progress(o.quiet), tables: o.tables, orders: o.orders}
	t.raw = []string{filepath.Join(data, "raw/wikipedia.txt.gz"), filepath.Join(data, "raw/bundestag.txt.gz")}
	var drop []string
	if o.without != "" {
		drop = strings.Split(o.without, ",")
	}
	t.templates = ner.Templates(drop...)
	if o.validate != "" {
		return o.measure(t, corpora, with)
	}
	if o.out == "" {
		return fmt.Errorf("neither -out nor -validate is given")
	}
	file, err := t.train(note, append(corpora["germeval"], with...))
	if err != nil {
		return err
	}
	t.report("%s: %d bytes", o.out, len(file))
	return os.WriteFile(o.out, []byte(file), 0o644)
}

// measure prints the figures.
func (o *settings) measure(t *trainer, corpora map[string][]*document, with []*document) error {
	var errs io.Writer
	if o.errors != "" {
		f, err := os.Create(o.errors)
		if err != nil {
			return err
		}
		defer f.Close()
		errs = f
	}
	begin := time.Now()
	f, err := o.figures(t, corpora, with, errs)
	if err != nil {
		return err
	}
	report, err := f.report()
	if err != nil {
		return err
	}
	fmt.Printf("%v%.0f tokens/s; %v\n", report, float64(f.tokens)/f.time.Seconds(), time.Since(begin).Round(time.Second))
	return nil
}

func (o *settings) figures(t *trainer, corpora map[string][]*document, with []*document, errs io.Writer) (*figures, error) {
	switch o.validate {
	case "germeval":
		return t.crossValidate(corpora["germeval"], with, errs)
	case "germeval-dev":
		f := &figures{}
		return f, t.validate(f, append(with, corpora["germeval"]...), corpora["germeval-dev"], errs)
	case "bundestag":
		return t.leaveOut(corpora, with, errs)
	}
	return nil, fmt.Errorf("%q is none of germeval, germeval-dev, bundestag", o.validate)
}

// leaveOut measures on each sitting of the Bundestag, by a model of the others.
func (t *trainer) leaveOut(corpora map[string][]*document, with []*document, errs io.Writer) (*figures, error) {
	f := &figures{}
	for _, name := range []string{"bundestag-01143", "bundestag-09036", "bundestag-18181"} {
		training := slices.Clone(corpora["germeval"])
		for _, d := range with {
			if !slices.Contains(corpora[name], d) {
				training = append(training, d)
			}
		}
		alone := &figures{}
		if err := t.validate(alone, training, corpora[name], errs); err != nil {
			return nil, err
		}
		report, err := alone.report()
		if err != nil {
			return nil, err
		}
		t.report("%s\n%v", name, report)
		f.gold, f.system = append(f.gold, alone.gold...), append(f.system, alone.system...)
		f.tokens, f.time = f.tokens+alone.tokens, f.time+alone.time
	}
	return f, nil
}

// progress prints lines, or nothing.
func progress(quiet bool) func(string, ...any) {
	return func(format string, args ...any) {
		if !quiet {
			fmt.Printf(format+"\n", args...)
		}
	}
}
