package main

import (
	"strings"
	"unicode"

	"github.com/laut-nlp/laut/extract"
)

// width is the length of a line of words in characters: 80 columns less a margin.
const width = 76

// words puts the parts of a claim on one line and cuts it at a space.
func words(d *extract.Document, spans []extract.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, printable(d.Slice(s)))
	}
	line := []rune(strings.Join(parts, " … "))
	if len(line) <= width {
		return string(line)
	}
	const room = width - 2 // for " …"
	for cut := room; cut > room/2; cut-- {
		if line[cut] == ' ' {
			return string(line[:cut]) + " …"
		}
	}
	return string(line[:room]) + "…" // in a word longer than that
}

// printable puts single spaces for all others and leaves out what does not show:
// soft hyphens, and control sequences that a terminal would obey.
func printable(s string) string {
	shown := strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(shown), " ")
}
