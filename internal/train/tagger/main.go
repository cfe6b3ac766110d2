// The tagger command trains the embedded model of internal/model/tagger, and
// cross-validates it. Run it by
//
//	go generate ./internal/model/tagger                         # trains on all free corpora
//	go run ./internal/train/tagger -validate gsd                # ten folds
//	go run ./internal/train/tagger -validate gsd -ablation
//	go run ./internal/train/tagger -validate gsd -with pcc      # more data, under a non-commercial licence
//	go run ./internal/train/tagger -validate pcc                # STTS by hand
//	go run ./internal/train/tagger -validate pcc -folds 1       # by a model that has seen nothing of it
//
// The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/internal/tagger"
)

// note is the head of the model file.
const note = `Sources:
Universal Dependencies German GSD (dev, test): CC BY-SA 4.0
EmpiriST 2015 corpus, VRT edition:             CC BY-SA 4.0
KONVENS 2019 genres (without ted):             CC BY-SA 3.0
Clusters of word forms: GermaNER, Technische Universitaet Darmstadt; Apache License 2.0
Features from: german-pos-dict, LanguageTool;  CC BY-SA 4.0
Retrieved: 2026-11-23
Changed:   tags brought to one set; weights learned from them
Licence:   CC BY-SA 4.0
Built by:  go generate ./internal/model/tagger
`

func main() {
	data := flag.String("data", "../shared", "`folder` with the data")
	out := flag.String("out", "", "`file` to write the model to")
	maxBytes := flag.Int("max", 0, "largest size in bytes of the weights of labels, 0 for any")
	validate := flag.String("validate", "", "cross-validate on a `corpus`: gsd or pcc")
	folds := flag.Int("folds", 10, "`number` of parts to cross-validate with")
	with := flag.String("with", "", "train also with this `corpus`: pcc, whose licence is non-commercial")
	ablation := flag.Bool("ablation", false, "cross-validate without each family of features")
	without := flag.String("without", "", "leave out families of features, separated by commas")
	errs := flag.String("errors", "", "`file` to write errors of the cross-validation to")
	quiet := flag.Bool("quiet", false, "print results only")
	flag.Parse()
	if err := run(*data, *out, *validate, *with, *errs, *without, *folds, *maxBytes, *ablation, *quiet); err != nil {
		fmt.Fprintln(os.Stderr, "tagger:", err)
		os.Exit(1)
	}
}

func run(data, out, validate, with, errors, without string, folds, maxBytes int, ablation, quiet bool) error {
	data = filepath.Join(data, "data")
	var corpora []*source
	for _, s := range sources() {
		if s.free || s.name == with || s.name == validate {
			if err := s.read(data); err != nil {
				return err
			}
			corpora = append(corpora, s)
		}
	}
	clusters, err := readClusters(data)
	if err != nil {
		return err
	}
	t := &trainer{clusters: clusters, maxBytes: maxBytes, report: progress(quiet)}
	if validate != "" {
		if !slices.ContainsFunc(corpora, func(s *source) bool { return s.name == validate }) {
			return fmt.Errorf("there is no corpus %q", validate)
		}
		return crossValidate(t, corpora, validate, errors, without, folds, ablation)
	}
	if out == "" {
		return fmt.Errorf("neither -out nor -validate is given")
	}
	t.templates = tagger.Templates()
	var all []*sentence
	for _, s := range corpora {
		all = append(all, s.sentences...)
	}
	file, err := t.train(note, all)
	if err != nil {
		return err
	}
	t.report("%d sentences; %s: %d bytes", len(all), out, len(file))
	return os.WriteFile(out, []byte(file), 0o644)
}

// crossValidate prints the figures, with an ablation those without each family.
func crossValidate(t *trainer, corpora []*source, on, errors, without string, folds int, ablation bool) error {
	var errs io.Writer
	if errors != "" {
		f, err := os.Create(errors)
		if err != nil {
			return err
		}
		defer f.Close()
		errs = f
	}
	runs := [][]string{nil}
	if without != "" {
		runs[0] = strings.Split(without, ",")
	}
	if ablation {
		for _, family := range tagger.Templates().Families() {
			runs = append(runs, []string{family})
		}
	}
	for _, drop := range runs {
		t.templates = tagger.Templates(drop...)
		f, err := t.validate(corpora, on, folds, errs)
		if err != nil {
			return err
		}
		if len(drop) > 0 {
			fmt.Printf("without %s: ", strings.Join(drop, ", "))
		}
		fmt.Println(f)
		if !ablation {
			for _, e := range f.commonErrors(20) {
				fmt.Println("  " + e)
			}
		}
	}
	return nil
}
