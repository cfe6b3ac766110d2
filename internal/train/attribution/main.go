// The attribution command trains the embedded model of internal/model/attribution on the
// newsroom corpus, and validates it. Run it by
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
	"strings"
	"time"

	newsroom "github.com/laut-nlp/laut/corpus"
	model "github.com/laut-nlp/laut/internal/model/attribution"
)

func main() {
	var o settings
	flag.StringVar(&o.data, "data", "../shared", "`folder` with the data")
	flag.StringVar(&o.out, "out", "", "`file` to write the model to")
	flag.StringVar(&o.validate, "validate", "", "validate on cv (the folds), dev, or both: cv,dev")
	flag.StringVar(&o.errors, "errors", "", "`file` to write to what the validation finds otherwise than annotated")
	flag.StringVar(&o.found, "found", "", "`file` to write to what the folds find, for internal/train/who")
	flag.Parse()
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "attribution:", err)
		os.Exit(1)
	}
}

type settings struct {
	data, out, validate, errors, found string
	begin                              time.Time
}

func (o *settings) say(format string, args ...any) {
	fmt.Printf("%6.1fs  %s\n", time.Since(o.begin).Seconds(), fmt.Sprintf(format, args...))
}

func (o *settings) run() error {
	o.begin = time.Now()
	if o.out == "" && o.validate == "" && o.found == "" {
		return fmt.Errorf("neither -out nor -validate is given")
	}
	train, err := readTraining(o.data)
	if err != nil {
		return err
	}
	o.say("%d articles", len(train))
	t := &trainer{articles: train, say: o.say}
	if err := t.train(); err != nil {
		return err
	}
	if o.found != "" {
		if err := t.writeFound(o.found); err != nil {
			return err
		}
	}
	for _, what := range strings.Split(o.validate, ",") {
		switch what {
		case "cv":
			if err := measure(train, o.errors, t.ofFold); err != nil {
				return err
			}
		case "dev":
			dev, err := read(newsroom.Own(newsroom.Dev), "dev")
			if err != nil {
				return err
			}
			if err := measure(dev, o.errors, func(int) *models { return t.models[folds] }); err != nil {
				return err
			}
		case "":
		default:
			return fmt.Errorf("-validate %s is neither cv nor dev", o.validate)
		}
	}
	if o.out == "" {
		return nil
	}
	m := t.models[folds]
	m.files.Slope, m.files.Offset = t.calibration.Slope, t.calibration.Offset
	file := model.Append(note, m.files)
	o.say("%s: %d bytes", o.out, len(file))
	return os.WriteFile(o.out, file, 0o644)
}

// note is the head of the model file.
const note = `Source: learned by laut's internal/train/attribution from laut's newsroom corpus: articles
of its own, and articles of German Wikinews (CC BY 2.5) that it annotates
Licence: CC BY 4.0
Date: 2026-11-28
`
