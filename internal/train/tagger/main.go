// The tagger command trains the embedded model of internal/model/tagger, and
// cross-validates it. Run it by
//
//	go generate ./internal/model/tagger                         # trains on all free corpora
//	go run ./internal/train/tagger -validate gsd                # ten folds
//	go run ./internal/train/tagger -validate gsd -with pcc      # more data, under a non-commercial licence
//	go run ./internal/train/tagger -validate pcc                # STTS by hand
//	go run ./internal/train/tagger -validate pcc -folds 1       # by a model that has seen nothing of it
//
// The same input gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
	validate := flag.String("validate", "", "cross-validate on a `corpus`: gsd or pcc")
	folds := flag.Int("folds", 10, "`number` of parts to cross-validate with")
	with := flag.String("with", "", "train also with this `corpus`: pcc, whose licence is non-commercial")
	quiet := flag.Bool("quiet", false, "print results only")
	flag.Parse()
	if err := run(*data, *out, *validate, *with, *folds, *quiet); err != nil {
		fmt.Fprintln(os.Stderr, "tagger:", err)
		os.Exit(1)
	}
}

func run(data, out, validate, with string, folds int, quiet bool) error {
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
	t := &trainer{clusters: clusters, report: progress(quiet)}
	if validate != "" {
		if !slices.ContainsFunc(corpora, func(s *source) bool { return s.name == validate }) {
			return fmt.Errorf("there is no corpus %q", validate)
		}
		f, err := t.validate(corpora, validate, folds)
		if err != nil {
			return err
		}
		fmt.Println(f)
		return nil
	}
	if out == "" {
		return fmt.Errorf("neither -out nor -validate is given")
	}
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
