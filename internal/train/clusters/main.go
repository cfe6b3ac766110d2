// The clusters command divides the forms of raw German text into classes of forms
// that are used alike. Run it by
//
//	go run ./internal/train/clusters -out clusters.bin    # the table for internal/clusters
//	go run ./internal/train/clusters -tsv clusters.tsv    # the same to read: a form and its clusters a line
//
// There are two divisions: by the words beside a form (exchange.go), which tell the
// role in the sentence, and by the words around it (skipgram.go, kmeans.go), which
// tell the topic. Either may have coarser levels, where clusters are joined
// (merge.go).
//
// On the 20 million tokens of the data, 112,797 forms that occur five times or more,
// it takes about ten minutes on one core and 1.5 GB of memory. The same input gives
// the same bytes on processors of one kind; others may round otherwise.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
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

func main() {
	var o options
	data := flag.String("data", "../shared", "`folder` with the data")
	out := flag.String("out", "", "`file` to write the table to")
	tsv := flag.String("tsv", "", "`file` to write forms and clusters to, separated by tabs")
	flag.IntVar(&o.least, "least", 5, "smallest `number` of occurrences of a form")
	classes := flag.String("classes", "1000,128", "`sizes` of the division by neighbours, the finest first, separated by commas; empty for none")
	topics := flag.String("topics", "1000,256,64", "`sizes` of the division by topics, likewise")
	flag.IntVar(&o.check, "check", 9, "`bits` of the table to tell forms from others")
	flag.Parse()
	err := o.sizes(*classes, *topics)
	if err == nil && *out == "" && *tsv == "" {
		err = fmt.Errorf("neither -out nor -tsv is given")
	}
	if err == nil {
		err = run(filepath.Join(*data, "data"), *out, *tsv, &o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "clusters:", err)
		os.Exit(1)
	}
}

type options struct {
	least   int
	check   int
	classes []int
	topics  []int
}

// sizes reads the sizes of the divisions' levels.
func (o *options) sizes(classes, topics string) (err error) {
	if o.classes, err = parseSizes(classes); err != nil {
		return fmt.Errorf("-classes: %w", err)
	}
	if o.topics, err = parseSizes(topics); err != nil {
		return fmt.Errorf("-topics: %w", err)
	}
	return nil
}

func parseSizes(list string) (sizes []int, err error) {
	if list == "" {
		return nil, nil
	}
	for s := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(s)
		switch {
		case err != nil || n < 1 || n >= 1<<16:
			return nil, fmt.Errorf("%q is no size from 1 to %d", s, 1<<16-1)
		case len(sizes) > 0 && n >= sizes[len(sizes)-1]:
			return nil, fmt.Errorf("%d behind %d: levels get coarser", n, sizes[len(sizes)-1])
		}
		sizes = append(sizes, n)
	}
	return sizes, nil
}

func run(data, out, tsv string, o *options) error {
	report := progress()
	t, err := readTexts(data, o.least)
	if err != nil {
		return err
	}
	if len(t.forms) == 0 {
		return fmt.Errorf("%s: no form occurs %d times", data, o.least)
	}
	report("%d tokens, %d forms", len(t.tokens), len(t.forms))
	var divisions []table.Division
	if len(o.classes) > 0 {
		divisions = append(divisions, byNeighbours(t, o.classes, report))
	}
	if len(o.topics) > 0 {
		divisions = append(divisions, byTopic(t, o.topics, report))
	}
	if tsv != "" {
		if err := writeTSV(tsv, t.forms, divisions); err != nil {
			return err
		}
	}
	if out == "" {
		return nil
	}
	file, err := table.Pack(note, table.Layout(len(t.forms), o.check), t.forms, divisions)
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
	c := contextsOf(t, []int{-1, 1})
	c.dampen()
	e := newExchange(c, min(sizes[0], c.forms()))
	e.start()
	report("classes: information %.5f", e.information())
	for range iterations {
		moved := e.iterate()
		report("classes: information %.5f, %d forms moved", e.information(), moved)
	}
	d := table.Division{Name: "class", Cluster: e.class}
	if len(sizes) > 1 {
		d.Coarser = merge(c.byClass(e.class, e.classes), sizes[1:])
	}
	return d
}

func byTopic(t *text, sizes []int, report report) table.Division {
	s := skipgram{dim: 64, window: 4, negative: 5, epochs: 4, rate: 0.025, sample: 1e-4, seed: 1}
	vectors := s.train(t, func(epoch int) { report("topics: %d of %d epochs", epoch, s.epochs) })
	cluster, cosine := kmeans(vectors, s.dim, sizes[0], 15, 1)
	report("topics: %d, mean cosine %.4f", sizes[0], cosine)
	d := table.Division{Name: "topic", Cluster: cluster}
	if len(sizes) > 1 {
		centres := sums(vectors, s.dim, cluster, min(sizes[0], len(t.forms)))
		for _, k := range sizes[1:] {
			coarse, cosine := kmeans(centres, s.dim, k, 15, 1)
			report("topics: %d, mean cosine %.4f", k, cosine)
			d.Coarser = append(d.Coarser, coarse)
		}
	}
	return d
}

// writeTSV writes a form a line, with the numbers that a table gives.
func writeTSV(name string, forms []string, divisions []table.Division) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	fmt.Fprint(w, "# form")
	var columns [][]int32
	for i := range divisions {
		d := &divisions[i]
		for level := range 1 + len(d.Coarser) {
			fmt.Fprintf(w, "\t%s%d", d.Name, level)
			columns = append(columns, d.Numbers(level))
		}
	}
	fmt.Fprintln(w)
	for n, form := range forms {
		fmt.Fprint(w, form)
		for _, c := range columns {
			fmt.Fprintf(w, "\t%d", c[n]+1)
		}
		fmt.Fprintln(w)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
