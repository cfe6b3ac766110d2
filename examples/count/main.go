// Count prints who and what is named most in a folder of texts: the files *.txt
// of the folder given, or the articles beside this program. Names of different
// articles are one if name and label are equal.
//
//	go run github.com/laut-nlp/laut/examples/count [FOLDER]
package main

import (
	"cmp"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"slices"
	"text/tabwriter"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

//go:embed testdata/articles/*.txt
var shipped embed.FS

func main() {
	log.SetFlags(0)
	folder, err := fs.Sub(shipped, "testdata/articles")
	if err != nil {
		log.Fatal(err)
	}
	if len(os.Args) > 1 {
		folder = os.DirFS(os.Args[1])
	}
	rows, err := count(folder)
	if err != nil {
		log.Fatal(err)
	}
	if err := table(os.Stdout, rows); err != nil {
		log.Fatal(err)
	}
}

// named is somebody or something that the articles name.
type named struct {
	label entities.Label
	name  string
}

// row is a line of the table.
type row struct {
	named
	articles, mentions int
}

// count returns what the articles of a folder name, most mentions first.
func count(folder fs.FS) ([]row, error) {
	files, err := fs.Glob(folder, "*.txt")
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no files *.txt")
	}
	rows := map[named]*row{}
	for _, file := range files {
		text, err := fs.ReadFile(folder, file)
		if err != nil {
			return nil, err
		}
		seen := map[named]bool{} // an article may name two Anna Meiers
		for _, e := range entities.Extract(extract.Parse(string(text))) {
			n := named{e.Label, e.Name}
			if rows[n] == nil {
				rows[n] = &row{named: n}
			}
			if !seen[n] {
				seen[n] = true
				rows[n].articles++
			}
			rows[n].mentions += len(e.Mentions)
		}
	}
	var out []row
	for _, r := range rows {
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b row) int {
		return cmp.Or(cmp.Compare(b.mentions, a.mentions), cmp.Compare(b.articles, a.articles), cmp.Compare(a.name, b.name), cmp.Compare(a.label, b.label))
	})
	return out, nil
}

func table(w io.Writer, rows []row) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "label\tname\tarticles\tmentions")
	for _, r := range rows {
		fmt.Fprintf(t, "%s\t%s\t%d\t%d\n", r.label, r.name, r.articles, r.mentions)
	}
	return t.Flush()
}
