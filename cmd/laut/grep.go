package main

import (
	"flag"
	"fmt"
	"io"
	"strings"
	"unicode"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/export"
)

// The statuses of grep, as of the program of that name; misuse is 2 as well.
const (
	grepFound = 0
	grepNone  = 1
	grepError = 2 // something could not be read or written, whatever was found
)

// searching is the command line of grep.
type searching struct {
	options
	query
	count, list bool
}

func (g *searching) flags() *flag.FlagSet {
	flags := newFlags()
	flags.Func("speaker", "`NAME` who says it: the words of a name in their order, whatever the case (Merkel finds Angela Merkel, "+
		"not Merkelbach). He or she may be called by another name, a pronoun or nothing at that place; somebody who has no name "+
		"is found by the words that stand there", g.speakers.add)
	flags.Func("entity", "`NAME` who or what is named in what is said, likewise", g.topics.add)
	flags.Func("kind", "`"+alternatives(claims.Kinds())+"` how it is reported", g.kinds.add)
	flags.Func("stance", "`"+alternatives(claims.Stances())+"` what the reporter lets the speaker do with it", g.stances.add)
	flags.Func("medium", "`"+alternatives(claims.Mediums())+"` whether it was said, written or thought, or one of two where nothing tells which", g.media.add)
	flags.Func("text", "`REGEXP` a pattern in what is said, as it is printed; (?i) before it ignores case", g.texts.add)
	g.addInput(flags)
	g.addOutput(flags, "lines")
	flags.BoolVar(&g.count, "count", false, "print only how many claims were found in each document that has any: ID:COUNT")
	flags.BoolVar(&g.list, "l", false, "print only the ids of the documents in which a claim was found")
	return flags
}

// alternatives lists the names of values as help texts do.
func alternatives[T fmt.Stringer](values []T) string {
	return strings.Join(each(values, T.String), "|")
}

func runGrep(args []string, std streams) int {
	var g searching
	flags := g.flags()
	if status, stop := parse(flags, args, "grep", &std); stop {
		return status
	}
	f := formatOf(g.format)
	switch {
	case (g.count || g.list) && f.Name != "lines" || g.count && g.list:
		return std.misused("-count, -l and -format exclude each other")
	}
	if err := g.check(flags, f, targetOf(g.out)); err != nil {
		return std.misused("%v", err)
	}
	switch {
	case g.count:
		f = summary(func(id string, claims int) string { return fmt.Sprintf("%s:%d\n", id, claims) })
	case g.list:
		f = summary(func(id string, _ int) string { return id + "\n" })
	}
	g.records = true
	n, status := g.process(flags.Args(), f, func(d document, reader *laut.Reader) *laut.Article {
		if d.article == nil {
			return g.filter(reader.Read(d.text))
		}
		return g.filter(g.claims.of(d.article))
	}, std)
	switch {
	case status != done:
		return grepError
	case n == 0:
		return grepNone
	}
	return grepFound
}

// summaryLine is a format that writes a line a document.
type summaryLine func(id string, claims int) string

func (f summaryLine) Write(w io.Writer, id export.ID, a *laut.Article) error {
	_, err := io.WriteString(w, f(strings.Map(visible, id.String()), len(a.Claims)))
	return err
}

// visible leaves out what would begin a line or speak to the terminal.
func visible(r rune) rune {
	if unicode.In(r, unicode.Cc, unicode.Cf) {
		return -1
	}
	return r
}

// summary is a format of such lines.
func summary(f summaryLine) *outputFormat {
	return &outputFormat{files: []export.FormatInfo{{Extension: ".txt", New: func(export.Settings) export.Format { return f }}}}
}
