package main

import (
	"flag"
	"fmt"
	"strings"
)

// page is the help of a command, laid out as a page of a manual. Flags are described where
// they are defined; a page says only in which order they stand.
type page struct {
	name     string // with a few words
	synopsis []string
	about    string
	flags    []flagGroup
	after    []section
}

// flagGroup is a section of flags, in its order.
type flagGroup struct {
	title string
	names []string
}

// section is text under a title. A line that begins with a space stays as it is.
type section struct{ title, text string }

// helpWidth is the width of a page.
const helpWidth = 80

// text sets the page with what its flags say of themselves.
func (p page) text(flags *flag.FlagSet) string {
	var b strings.Builder
	part := func(title string) { fmt.Fprintf(&b, "%s\n", title) }
	part("NAME")
	wrap(&b, "    ", p.name)
	part("\nSYNOPSIS")
	for _, s := range p.synopsis {
		fmt.Fprintf(&b, "    %s\n", s)
	}
	part("\nDESCRIPTION")
	paragraphs(&b, p.about)
	for _, g := range p.flags {
		part("\n" + g.title)
		for _, name := range g.names {
			f := flags.Lookup(name)
			value, usage := flag.UnquoteUsage(f)
			head := strings.TrimSpace("-" + name + " " + value)
			if len("    "+head) > helpWidth {
				head = strings.ReplaceAll(head, "|", "| ")
			}
			wrap(&b, "    ", head)
			usage = strings.TrimSpace(strings.TrimPrefix(usage, value))
			wrap(&b, "        ", usage)
		}
	}
	for _, s := range p.after {
		part("\n" + s.title)
		paragraphs(&b, s.text)
	}
	return b.String()
}

// paragraphs writes text whose paragraphs have an empty line between them.
func paragraphs(b *strings.Builder, text string) {
	for i, p := range strings.Split(strings.Trim(text, "\n"), "\n\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		var run []string
		flush := func() {
			if len(run) > 0 {
				wrap(b, "    ", strings.Join(run, " "))
			}
			run = nil
		}
		for line := range strings.SplitSeq(p, "\n") {
			if strings.HasPrefix(line, " ") {
				flush()
				fmt.Fprintf(b, "  %s\n", line)
			} else {
				run = append(run, line)
			}
		}
		flush()
	}
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
