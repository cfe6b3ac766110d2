// The who command trains the embedded model of internal/model/who on the names of speakers
// in the newsroom corpus, and validates it. Run it by
//
//	go generate ./internal/model/who                             # trains on all training articles
//	go run ./internal/train/attribution -data ../shared -found found.gob  # what the next ones need
//	go run ./internal/train/who -data ../shared -validate cv              # five folds of the articles
//	go run ./internal/train/who -data ../shared -validate dev
//
// The same input gives the same bytes on machines of one architecture.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	newsroom "github.com/laut-nlp/laut/corpus"
	model "github.com/laut-nlp/laut/internal/model/who"
)

func main() {
	var o settings
	flag.StringVar(&o.data, "data", "../shared", "`folder` with the texts of Wikinews")
	flag.StringVar(&o.found, "found", "found.gob", "`file` that internal/train/attribution -found wrote")
	flag.StringVar(&o.out, "out", "", "`file` to write the model to")
	flag.StringVar(&o.validate, "validate", "", "validate on cv (the folds) or dev")
	flag.StringVar(&o.errors, "errors", "", "`file` to write the errors of the validation to")
	flag.Parse()
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "who:", err)
		os.Exit(1)
	}
}

type settings struct {
	data, found, out, validate, errors string
	begin                              time.Time
}

func (o *settings) say(format string, args ...any) {
	fmt.Printf("%6.1fs  %s\n", time.Since(o.begin).Seconds(), fmt.Sprintf(format, args...))
}

func (o *settings) run() error {
	o.begin = time.Now()
	r, err := newReader(o.found)
	if err != nil {
		return err
	}
	own, err := r.readAll(newsroom.Own(newsroom.Train))
	if err != nil {
		return err
	}
	wikinews, err := r.readAll(newsroom.Wikinews(filepath.Join(o.data, "data/newsroom/wikinews.jsonl.gz")))
	if err != nil {
		return err
	}
	o.say("%d own articles, %d of Wikinews", len(own), len(wikinews))
	t := &trainer{settings: o, articles: append(own, wikinews...)}
	switch o.validate {
	case "cv":
		if err := t.train(true); err != nil {
			return err
		}
		return t.measure([]string{"own", "wikinews"}, [][]*article{own, wikinews})
	case "dev":
		dev, err := r.readAll(newsroom.Own(newsroom.Dev))
		if err != nil {
			return err
		}
		if err := t.train(false); err != nil {
			return err
		}
		return t.measure([]string{"dev"}, [][]*article{dev})
	case "":
	default:
		return fmt.Errorf("-validate %s is neither cv nor dev", o.validate)
	}
	if o.out == "" {
		return fmt.Errorf("neither -out nor -validate is given")
	}
	if err := t.train(false); err != nil {
		return err
	}
	file := model.Append(note, model.Parts{Trees: t.file, Least: least, Slope: t.calibration.Slope, Offset: t.calibration.Offset})
	o.say("%s: %d bytes", o.out, len(file))
	return os.WriteFile(o.out, file, 0o644)
}

// note is the head of the model file.
const note = `Source: learned by laut's internal/train/who from laut's newsroom corpus: articles of its own,
and articles of German Wikinews (CC BY 2.5) that it annotates
Licence: CC BY 4.0
Date: 2026-11-29
`
