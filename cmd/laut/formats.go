package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/export"
)

// settings is what flags and terminal say of a format.
type settings struct {
	tokens  bool
	offsets export.Unit
	excel   bool
	base    address
	width   int  // columns of the terminal
	title   bool // there may be several documents
	color   bool
}

// outputFormat is a value of the flag -format. To add one, add it to formats.
type outputFormat struct {
	name       string
	about      string                         // in a few words
	takes      []string                       // the flags that only some formats take and that this one does
	extensions []string                       // of the files that a document becomes; several need a folder
	make       func(settings) []export.Format // one for each extension
	between    string                         // written between two articles of one output
	beside     map[string]string              // further files of a folder, by name
}

// formats are all of them, the default first.
var formats = []outputFormat{
	{
		name: "table", about: "a table to read", extensions: []string{".txt"}, between: "\n",
		make: one(func(s settings) export.Format {
			return export.Table{Width: s.width, Title: s.title, Color: s.color}
		}),
	},
	{
		name: "jsonl", about: "one JSON object a line and document, for other programs",
		takes: []string{"tokens", "offsets"}, extensions: []string{".jsonl"},
		make: one(func(s settings) export.Format { return export.JSONLines{Tokens: s.tokens, Offsets: s.offsets} }),
	},
	{
		name: "lines", about: "a claim a line: ID:LINE:COLUMN: Name (kind, stance): text", extensions: []string{".txt"},
		make: one(func(s settings) export.Format { return export.Lines{Color: s.color} }),
	},
	{
		name: "csv", about: "a row a claim, for spreadsheets and data frames",
		takes: []string{"offsets", "excel"}, extensions: []string{".csv"},
		make: one(func(s settings) export.Format { return export.CSV{Offsets: s.offsets, Excel: s.excel} }),
	},
	{
		name: "html", about: "a page to look at: the text, and who says what", extensions: []string{".html"},
		make: one(func(settings) export.Format { return export.HTML{Title: "laut"} }),
	},
	{
		name: "brat", about: "standoff for the annotation tool brat (needs -o FOLDER/)", extensions: []string{".txt", ".ann"},
		make:   func(settings) []export.Format { return []export.Format{bratText{}, export.Brat{}} },
		beside: map[string]string{"annotation.conf": export.BratConfig},
	},
	{
		name: "conllu", about: "CoNLL-U: a line a token, as treebanks have it", extensions: []string{".conllu"},
		make: one(func(settings) export.Format { return export.CoNLLU{} }),
	},
	{
		name: "webannotation", about: "W3C Web Annotations, an AnnotationPage a line",
		takes: []string{"base"}, extensions: []string{".jsonld"},
		make: one(func(s settings) export.Format { return export.WebAnnotation{Base: string(s.base)} }),
	},
	{
		name: "schemaorg", about: "schema.org, a NewsArticle with its quotations a line",
		takes: []string{"base"}, extensions: []string{".jsonld"},
		make: one(func(s settings) export.Format { return export.SchemaOrg{Base: string(s.base)} }),
	},
}

// one is the usual case: a document is one file.
func one(f func(settings) export.Format) func(settings) []export.Format {
	return func(s settings) []export.Format { return []export.Format{f(s)} }
}

// bratText is the text beside the annotations of brat.
type bratText struct{}

func (bratText) Write(w io.Writer, _ export.ID, a *laut.Article) error {
	return export.Brat{}.WriteText(w, a)
}

// formatNames returns the names, in order.
func formatNames() (names []string) {
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

func formatOf(name string) *outputFormat {
	return &formats[slices.IndexFunc(formats, func(f outputFormat) bool { return f.name == name })]
}

// needsFolder reports whether a document becomes several files.
func (f *outputFormat) needsFolder() bool { return len(f.extensions) > 1 }

// refuse returns an error if a flag was set that this format does not take.
func (f *outputFormat) refuse(flags *flag.FlagSet) (err error) {
	flags.VisitAll(func(set *flag.Flag) {
		if takers := takersOf(set.Name); len(takers) > 0 && !slices.Contains(takers, f.name) && set.Value.String() != set.DefValue && err == nil {
			err = fmt.Errorf("-%s needs -format %s", set.Name, strings.Join(takers, " or "))
		}
	})
	return err
}

// takersOf returns the formats that take a flag; none if all do.
func takersOf(flag string) (names []string) {
	for _, f := range formats {
		if slices.Contains(f.takes, flag) {
			names = append(names, f.name)
		}
	}
	return names
}
