package extract

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/sections"
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
	spacedFinal   = wordSet(section(abbreviationsText, "spaced, may be final"))
	starters      = wordSet(section(startersText, "starters"))
	determiners   = readDeterminers()
)

// longestAbbreviation is in bytes; longer words are not looked up.
const longestAbbreviation = 16

// abbreviation returns the class of w, a word without its full stop; 0 if it is
// none. Single letters are abbreviations (z. B., J. Müller), and so are words
// that end in one: Bahnhofstr., Dipl.-Ing., 100-Mio.-Projekt.
func abbreviation(w string) abbrClass {
	if isLetter(w) {
		return neverFinal
	}
	if len(w) <= longestAbbreviation {
		if c := abbreviations[w]; c != 0 {
			return c
		}
	}
	if tail := w[strings.LastIndexByte(w, '-')+1:]; len(tail) < len(w) {
		switch tail {
		case "Str", "Ing", "Nr", "Mio", "Mrd", "Abg", "Prof", "Dr", "Stv", "Kfm":
			return abbreviations[tail]
		}
		if strings.Contains(w, ".-") && isLetter(tail) { // K.-o.
			return mayBeFinal
		}
	}
	if len(w) > len("str") && strings.HasSuffix(w, "str") && letters.IsUpper(w) {
		return abbreviations["Str"]
	}
	return 0
}

// isLetter reports whether w is one letter of the alphabet.
func isLetter(w string) bool { return len(w) == 1 || len(w) == 2 && w[0] == 0xC3 }

// openingAbbreviation is abbreviation for the first word of a sentence, which has a capital.
func openingAbbreviation(w string) abbrClass {
	if c := abbreviation(w); c != 0 || !letters.IsUpper(w) || len(w) > longestAbbreviation {
		return c
	}
	var buf [longestAbbreviation + utf8.UTFMax]byte
	r, n := utf8.DecodeRuneInString(w)
	small := append(utf8.AppendRune(buf[:0], letters.Lower(r)), w[n:]...)
	if c := abbreviations[string(small)]; c == neverFinal {
		return c
	}
	return 0
}

// section returns the words of one [section] of a list: blank-separated, lines
// that begin with # left out.
func section(list, name string) []string {
	return strings.Fields(strings.Join(sectionLines(list, name), " "))
}

// sectionLines returns the lines of one [section] of a list.
func sectionLines(list, name string) (lines []string) {
	_ = sections.Read("", list, func(section, line string) error {
		if section == name {
			lines = append(lines, line)
		}
		return nil
	})
	return lines
}

func wordSet(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// readDeterminers returns the determiners as they stand inside a sentence, at
// its start and in a headline: der, Der, DER. So a look-up needs no folding.
func readDeterminers() map[string]bool {
	var forms []string
	for _, w := range section(startersText, "determiners") {
		forms = append(forms, w, letters.UpperFirst(w), strings.ToUpper(w))
	}
	return wordSet(forms)
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
