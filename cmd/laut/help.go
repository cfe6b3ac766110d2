package main

import (
	"embed"
	"flag"
	"fmt"
	"strings"
)

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
