package extract

import (
	_ "embed"
	"strings"
)

//go:embed words/abbreviations.txt
var abbreviationsText string

//go:embed words/starters.txt
var startersText string

// abbrClass says how an abbreviation goes with the end of a sentence.
type abbrClass uint8

const (
	neverFinal   abbrClass = iota + 1 // Dr., bzw.
	mayBeFinal                        // etc., Mrd.
	beforeNumber                      // Art. 5, but "von dieser Art."
)

// The word lists, read once when the package is loaded: a few hundred words.
var (
	abbreviations = readAbbreviations()
	starters      = wordSet(section(startersText, "starters"))
	determiners   = wordSet(section(startersText, "determiners"))
)

// longestAbbreviation is in bytes; longer words are not looked up.
const longestAbbreviation = 16

// abbreviation returns the class of w, a word without its full stop; 0 if it is
// none. Single letters are abbreviations: z. B., J. Müller.
func abbreviation(w string) abbrClass {
	if len(w) > longestAbbreviation {
		return 0
	}
	if len(w) == 1 || len(w) == 2 && w[0] == 0xC3 {
		return neverFinal
	}
	return abbreviations[w]
}

func isStarter(w string) bool {
	_, ok := starters[w]
	return ok
}

func isDeterminer(w string) bool {
	if _, ok := determiners[w]; ok {
		return true
	}
	if !isUpper(w) || len(w) > 12 {
		return false
	}
	_, ok := determiners[strings.ToLower(w)]
	return ok
}

// section returns the words of one [section] of a list: blank-separated, lines
// that begin with # left out.
func section(list, name string) []string {
	return strings.Fields(strings.Join(sectionLines(list, name), " "))
}

// sectionLines returns the lines of one [section] of a list.
func sectionLines(list, name string) []string {
	var lines []string
	in := false
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		switch {
		case line == "", line[0] == '#':
		case line[0] == '[':
			in = strings.Trim(line, "[]") == name
		case in:
			lines = append(lines, line)
		}
	}
	return lines
}

func wordSet(words []string) map[string]struct{} {
	set := make(map[string]struct{}, len(words))
	for _, w := range words {
		set[w] = struct{}{}
	}
	return set
}

func readAbbreviations() map[string]abbrClass {
	m := make(map[string]abbrClass, 512)
	for _, s := range []struct {
		name  string
		class abbrClass
	}{{"before a number", beforeNumber}, {"may be final", mayBeFinal}, {"never final", neverFinal}} {
		for _, w := range section(abbreviationsText, s.name) {
			m[w] = s.class
		}
	}
	return m
}
