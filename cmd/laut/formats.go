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
	between string             // written between two articles of one output
	first   *export.FormatInfo // of the file that each document has besides: such formats need a folder
	beside  map[string]string  // further files of a folder, by name
}

// formats are all of them, the default first.
var formats = func() (all []outputFormat) {
	for _, info := range export.Formats() {
		f := outputFormat{FormatInfo: info}
		switch info.Name {
		case "table":
			f.between = "\n"
		case "brat":
			f.first = &export.FormatInfo{Extension: ".txt", New: func(export.Settings) export.Format { return bratText{} }}
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

// formatNames returns the names, in order.
func formatNames() (names []string) {
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return names
}

func formatOf(name string) *outputFormat {
	return &formats[slices.IndexFunc(formats, func(f outputFormat) bool { return f.Name == name })]
}

// extensions are those of the files that a document becomes.
func (f *outputFormat) extensions() []string {
	if f.first == nil {
		return []string{f.Extension}
	}
	return []string{f.first.Extension, f.Extension}
}

// encoders write the files, one each.
func (f *outputFormat) encoders(s export.Settings) []export.Format {
	if f.first == nil {
		return []export.Format{f.New(s)}
	}
	return []export.Format{f.first.New(s), f.New(s)}
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
