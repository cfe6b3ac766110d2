package corpus

import (
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/extract"
)

// SpeakerMark says whom the speaker of a quotation means: one mention of each
// entity, none where the article names nobody.
type SpeakerMark struct {
	Quote int // index in Document.Quotes
	Names []extract.Span
}

//go:embed speakers.txt
var speakersText string

// Speakers returns the marked quotations of an article of the quotations corpus,
// in order; none for most of them. They are a sample of those whose speaker is a
// pronoun or a common noun; speakers.txt tells how it was made. An error tells
// that the marks do not fit the document.
func Speakers(d *Document) ([]SpeakerMark, error) {
	marks, err := speakerMarks()
	number, _, _ := strings.Cut(d.ID, " ")
	for _, m := range marks[number] {
		if m.Quote >= len(d.Quotes) || len(d.Quotes[m.Quote].Parts[Speaker]) == 0 {
			return nil, fmt.Errorf("%s: quote %d has no speaker, but speakers.txt marks it", d.ID, m.Quote)
		}
		for _, s := range m.Names {
			if s.Start >= s.End || s.End > len(d.Text) || cutsCharacter(d.Text, s.Start) || cutsCharacter(d.Text, s.End) {
				return nil, fmt.Errorf("%s: speakers.txt marks the bytes %d-%d, which are no part of the text", d.ID, s.Start, s.End)
			}
		}
	}
	return marks[number], err
}

var speakerMarks = sync.OnceValues(func() (map[string][]SpeakerMark, error) { return readSpeakers(speakersText) })

// readSpeakers reads speakers.txt, by number of the article. Broken lines are left out
// and named in the error.
func readSpeakers(text string) (map[string][]SpeakerMark, error) {
	of := make(map[string][]SpeakerMark)
	var broken error
	n := 0
	for line := range strings.Lines(text) {
		n++
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		for _, s := range f[1:] {
			mark, err := readSpeakerMark(s)
			if err != nil {
				broken = errors.Join(broken, fmt.Errorf("speakers.txt:%d: %q: %w", n, s, err))
				delete(of, f[0])
				break
			}
			of[f[0]] = append(of[f[0]], mark)
		}
	}
	return of, broken
}

// readSpeakerMark reads the index of a quote with the ranges of its names, "3=4-9+12-15", or
// without names, "3=-".
func readSpeakerMark(s string) (m SpeakerMark, err error) {
	quote, names, _ := strings.Cut(s, "=")
	if m.Quote, err = strconv.Atoi(quote); err != nil || m.Quote < 0 {
		return m, errors.New("no index of a quote")
	}
	if names == "-" {
		return m, nil
	}
	for name := range strings.SplitSeq(names, "+") {
		var s extract.Span
		if n, err := fmt.Sscanf(name, "%d-%d", &s.Start, &s.End); n != 2 || err != nil || s.Start < 0 || s.Len() <= 0 {
			return m, errors.New("no range of bytes")
		}
		m.Names = append(m.Names, s)
	}
	return m, nil
}
