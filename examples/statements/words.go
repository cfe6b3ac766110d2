package main

// width is the length of a line of words in characters: 80 columns less a margin.
const width = 76

// shorten cuts the words of a claim at a space, if they are too long for a line.
func shorten(words string) string {
	line := []rune(words)
	if len(line) <= width {
		return words
	}
	const room = width - 2 // for " …"
	for cut := room; cut > room/2; cut-- {
		if line[cut] == ' ' {
			return string(line[:cut]) + " …"
		}
	}
	return string(line[:room]) + "…" // in a word longer than that
}
