// The attribution command trains the embedded model of internal/model/attribution on the
// quotations, and validates it. Run it by
//
//	go generate ./internal/model/attribution              # trains on the training part
//	go run ./internal/train/attribution -data ../shared -validate cv      # five folds of the training part
//	go run ./internal/train/attribution -data ../shared -validate dev     # trained on the training part
//
// The same input gives the same bytes on machines of one architecture.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	model "github.com/laut-nlp/laut/internal/model/attribution"
)

func main() {
	var o settings
	flag.StringVar(&o.data, "data", "../shared", "`folder` with the data")
	flag.StringVar(&o.out, "out", "", "`file` to write the model to")
	flag.StringVar(&o.validate, "validate", "", "validate on cv (the folds) or dev")
	flag.Float64Var(&o.least, "least", .35, "`value` that the filter must give a claim")
	flag.BoolVar(&o.gold, "gold", false, "validate roles and mediums on the annotated contents")
	flag.StringVar(&o.errors, "errors", "", "`file` to write errors of the folds to")
	flag.Parse()
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "attribution:", err)
		os.Exit(1)
	}
}

type settings struct {
	data, out, validate, errors string
	least                       float64
	gold                        bool
	begin                       time.Time
}

func (o *settings) say(format string, args ...any) {
	fmt.Printf("%6.1fs  %s\n", time.Since(o.begin).Seconds(), fmt.Sprintf(format, args...))
}

func (o *settings) run() error {
	o.begin = time.Now()
	train, err := read(filepath.Join(o.data, "data/quotes/train.jsonl.gz"))
	if err != nil {
		return err
	}
	o.say("%d articles", len(train))
	t := &trainer{articles: train, least: float32(o.least), say: o.say}
	if err := t.train(); err != nil {
		return err
	}
	switch o.validate {
	case "cv":
		return o.measure(train, t.ofFold)
	case "dev":
		dev, err := read(filepath.Join(o.data, "data/quotes/dev.jsonl.gz"))
		if err != nil {
			return err
		}
		return o.measure(dev, func(int) *models { return t.models[folds] })
	case "":
	default:
		return fmt.Errorf("-validate %s is neither cv nor dev", o.validate)
	}
	if o.out == "" {
		return fmt.Errorf("neither -out nor -validate is given")
	}
	m := t.models[folds]
	m.files.Slope, m.files.Offset = t.calibration.Slope, t.calibration.Offset
	file := model.Append(note, m.files)
	o.say("%s: %d bytes", o.out, len(file))
	return os.WriteFile(o.out, file, 0o644)
}

// note is the head of the model file.
const note = `Source: learned by laut's internal/train/attribution from the German Wikinews quotations
of Petersen-Frey and Biemann (2024), training part
Licence: CC BY-NC-SA 4.0
Date: 2026-11-24
`
