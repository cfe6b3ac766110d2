package main

import (
	"embed"
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

//go:embed help
var pages embed.FS

// help returns a page of the manual, help/NAME.txt. A line "@flags a b" in it stands for what
// the flags -a and -b say of themselves, "@formats" for the list of formats, and "@files" for
// the text in help/files.txt, which several pages have.
func help(name string, flags *flag.FlagSet) string {
	page, err := pages.ReadFile("help/" + name + ".txt")
	if err != nil {
		panic(err) // it is in the binary
	}
	var b strings.Builder
	for line := range strings.Lines(string(page)) {
		insert, ok := strings.CutPrefix(line, "@")
		if !ok {
			b.WriteString(line)
			continue
		}
		switch words := strings.Fields(insert); words[0] {
		case "flags":
			for _, name := range words[1:] {
				describe(&b, flags.Lookup(name))
			}
		case "formats":
			for _, f := range formats {
				fmt.Fprintf(&b, "    %-14s%s\n", f.Name, f.About)
			}
		default:
			b.WriteString(help(words[0], flags))
		}
	}
	return b.String()
}

// helpWidth is how many columns a page has.
const helpWidth = 80

func describe(b *strings.Builder, f *flag.Flag) {
	value, usage := flag.UnquoteUsage(f)
	head := strings.TrimSpace("-" + f.Name + " " + value)
	if len("    "+head) > helpWidth {
		head = strings.ReplaceAll(head, "|", "| ")
	}
	wrap(b, "    ", head)
	wrap(b, "        ", strings.TrimPrefix(usage, value))
}

// wrap writes text in lines of helpWidth columns.
func wrap(b *strings.Builder, indent, text string) {
	line := indent
	for w := range strings.FieldsSeq(text) {
		if len(line) > len(indent) && len(line)+1+len(w) > helpWidth {
			b.WriteString(line + "\n")
			line = indent
		}
		if len(line) > len(indent) {
			line += " "
		}
		line += w
	}
	b.WriteString(line + "\n")
}
