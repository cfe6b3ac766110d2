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

// outputFormat is a value of the flag -format: one of package export, and what the command
// adds to it.
type outputFormat struct {
	export.FormatInfo
	between string              // written between two articles of one output
	files   []export.FormatInfo // what each document becomes: several need a folder
	beside  map[string]string   // further files of a folder, by name
}

// formats are all of them, the default first.
var formats = func() (all []outputFormat) {
	for _, info := range export.Formats() {
		f := outputFormat{FormatInfo: info, files: []export.FormatInfo{info}}
		switch info.Name {
		case "table":
			f.between = "\n"
		case "brat":
			f.files = []export.FormatInfo{{Extension: ".txt", New: func(export.Settings) export.Format { return bratText{} }}, info}
			f.beside = map[string]string{"annotation.conf": export.BratConfig}
			f.About += " (needs -o FOLDER/)"
		}
		all = append(all, f)
	}
	return all
}()

// bratText is the text beside the annotations of brat.
type bratText struct{}

func (bratText) Write(w io.Writer, _ export.ID, a *laut.Article) error {
	return export.Brat{}.WriteText(w, a)
}

func formatOf(name string) *outputFormat {
	return &formats[slices.IndexFunc(formats, func(f outputFormat) bool { return f.Name == name })]
}

// refuse returns an error if a flag was set that this format does not take.
func (f *outputFormat) refuse(flags *flag.FlagSet) (err error) {
	flags.VisitAll(func(set *flag.Flag) {
		if takers := takersOf(set.Name); len(takers) > 0 && !slices.Contains(takers, f.Name) && set.Value.String() != set.DefValue && err == nil {
			err = fmt.Errorf("-%s needs -format %s", set.Name, strings.Join(takers, " or "))
		}
	})
	return err
}

// takersOf returns the formats that take a flag; none if all do.
func takersOf(flag string) (names []string) {
	for _, f := range formats {
		if slices.Contains(f.Takes, flag) {
			names = append(names, f.Name)
		}
	}
	return names
}

// isSet reports whether the command line has a flag.
func isSet(flags *flag.FlagSet, name string) (set bool) {
	flags.Visit(func(f *flag.Flag) { set = set || f.Name == name })
	return set
}
