// The clusters command divides the forms of raw German text into classes of forms
// that are used alike. Run it by
//
//	go generate ./internal/model/clusters
//
// There are two divisions: by the words beside a form (exchange.go), which tell the
// role in the sentence, and by the words around it (skipgram.go), which tell the
// topic. Either may have coarser levels, where clusters are joined.
//
// On the 20 million tokens of the data, 112,797 forms that occur five times or more,
// it takes about ten minutes on one core and 1.5 GB of memory. The same input gives
// the same bytes on processors of one kind; others may round otherwise.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/laut-nlp/laut/internal/train/table"
)

// note is the head of the file.
const note = `Sources:
Wikipedia (German), long articles:        CC BY-SA 4.0
Deutscher Bundestag, speeches:            official works, section 5 UrhG
Wikinews (German), texts:                 CC BY 2.5
GermEval 2014, texts of the training part: CC BY 4.0
SmartData, texts of the training part:    CC BY 4.0
Retrieved: 2026-11-23
Changed:   which forms stand beside which was counted, and forms divided by it
Licence:   CC BY-SA 4.0
Built by:  go generate ./internal/model/clusters
`

// How forms are divided, the finest level first.
var (
	classSizes = []int{1000, 128}
	topicSizes = []int{1000, 256, 64}
)

const (
	least = 5 // occurrences of a form
	check = 9 // bits of the table to tell forms from others
)

func main() {
	data := flag.String("data", "../shared", "`folder` with the data")
	out := flag.String("out", "german.clusters", "`file` to write the table to")
	flag.Parse()
	if err := run(filepath.Join(*data, "data"), *out); err != nil {
		fmt.Fprintln(os.Stderr, "clusters:", err)
		os.Exit(1)
	}
}

func run(data, out string) error {
	report := progress()
	t, err := readTexts(data, least)
	if err != nil {
		return err
	}
	if len(t.forms) == 0 {
		return fmt.Errorf("%s: no form occurs %d times", data, least)
	}
	report("%d tokens, %d forms", len(t.tokens), len(t.forms))
	divisions := []table.Division{byNeighbours(t, classSizes, report), byTopic(t, topicSizes, report)}
	file, err := table.Pack(note, table.Layout(len(t.forms), check), t.forms, divisions)
	if err != nil {
		return err
	}
	report("%s: %d bytes, %.2f a form", out, len(file), float64(len(file))/float64(len(t.forms)))
	return os.WriteFile(out, file, 0o644)
}

type report func(format string, args ...any)

func progress() report {
	start := time.Now()
	return func(format string, args ...any) {
		fmt.Printf("%6.0fs  %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, args...))
	}
}

// iterations of the exchange. In the tenth one form in fifty still moves, which
// adds less than a hundredth of what the first one adds to the information.
const iterations = 10

func byNeighbours(t *text, sizes []int, report report) table.Division {
	c := contextsOf(t)
	c.dampen()
	e := newExchange(c, min(sizes[0], c.forms()))
	e.start()
	report("classes: information %.5f", e.information())
	for range iterations {
		moved := e.iterate()
		report("classes: information %.5f, %d forms moved", e.information(), moved)
	}
	d := table.Division{Cluster: e.class}
	d.Coarser = merge(c.byClass(e.class, e.classes), sizes[1:])
	return d
}

func byTopic(t *text, sizes []int, report report) table.Division {
	s := skipgram{dim: 64, window: 4, negative: 5, epochs: 4, rate: 0.025, sample: 1e-4, seed: 1}
	vectors := s.train(t, func(epoch int) { report("topics: %d of %d epochs", epoch, s.epochs) })
	cluster, cosine := kmeans(vectors, s.dim, sizes[0], 15, 1)
	report("topics: %d, mean cosine %.4f", sizes[0], cosine)
	d := table.Division{Cluster: cluster}
	centres := sums(vectors, s.dim, cluster, min(sizes[0], len(t.forms)))
	for _, k := range sizes[1:] {
		coarse, cosine := kmeans(centres, s.dim, k, 15, 1)
		report("topics: %d, mean cosine %.4f", k, cosine)
		d.Coarser = append(d.Coarser, coarse)
	}
	return d
}
