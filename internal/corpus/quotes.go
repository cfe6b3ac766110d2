package corpus

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/linewise"
)

// quoteRecord is one line of the quotations corpus.
type quoteRecord struct {
	ID        string  `json:"id"`
	Text      string  `json:"text"`
	Tokens    [][]int `json:"tokens"`
	Sentences [][]int `json:"sentences"`
	Quotes    []struct {
		Type      string `json:"type"`
		Medium    string `json:"medium"`
		Nested    bool   `json:"nested"`
		Quote     []int  `json:"quote"`
		Speaker   []int  `json:"speaker"`
		Cue       []int  `json:"cue"`
		Frame     []int  `json:"frame"`
		Addressee []int  `json:"addressee"`
	} `json:"quotes"`
}

// Quotes reads the German Wikinews quotations of Petersen-Frey and Biemann
// (2024) as JSON Lines: an article a line with its text, tokens as byte ranges,
// sentences as ranges of tokens, and quotations whose parts are token numbers.
func Quotes(r io.Reader, name string) iter.Seq2[Document, error] {
	return fromLines(r, name, func(l *lines) {
		for l.next() {
			if strings.TrimSpace(l.text) == "" {
				continue
			}
			d, err := ParseQuotes(l.text)
			if err != nil {
				err = l.at(l.line, err)
			}
			l.put(d, err)
		}
	})
}

// ParseQuotes reads one line, as Quotes does; the error has no place.
func ParseQuotes(line string) (Document, error) {
	// The decoder would replace broken bytes, and all offsets after them would be off.
	if !utf8.ValidString(line) {
		return Document{}, fmt.Errorf("not valid UTF-8")
	}
	var rec quoteRecord
	if err := json.Unmarshal([]byte(line), &rec); err != nil {
		return Document{}, linewise.BrokenJSON(err)
	}
	d := Document{ID: rec.ID, Text: rec.Text}
	for i, t := range rec.Tokens {
		if len(t) != 2 {
			return Document{}, fmt.Errorf("token %d has %d offsets, want 2", i, len(t))
		}
		d.Tokens = append(d.Tokens, extract.Span{Start: t[0], End: t[1]})
	}
	if err := checkTokens(d.Text, d.Tokens); err != nil {
		return Document{}, err
	}
	end := 0
	for i, r := range rec.Sentences {
		if len(r) != 2 || r[0] != end || r[1] <= r[0] || r[1] > len(d.Tokens) {
			return Document{}, fmt.Errorf("sentence %d covers tokens %v, want a range from %d within %d tokens", i, r, end, len(d.Tokens))
		}
		d.Sentences = append(d.Sentences, r[0])
		end = r[1]
	}
	if end != len(d.Tokens) {
		return Document{}, fmt.Errorf("sentences end at token %d of %d", end, len(d.Tokens))
	}
	for i, q := range rec.Quotes {
		out := Quote{Type: q.Type, Medium: q.Medium, Nested: q.Nested}
		for p, ids := range [QuoteParts][]int{q.Quote, q.Speaker, q.Cue, q.Frame, q.Addressee} {
			slices.Sort(ids)
			ids = slices.Compact(ids)
			if n := len(ids); n > 0 && (ids[0] < 0 || ids[n-1] >= len(d.Tokens)) {
				return Document{}, fmt.Errorf("quote %d: %s has tokens %d to %d, the text has %d", i, QuotePart(p), ids[0], ids[n-1], len(d.Tokens))
			}
			out.Parts[p] = ids
		}
		if q.Type == "" || len(out.Parts[Content]) == 0 {
			return Document{}, fmt.Errorf("quote %d has no type or no tokens", i)
		}
		d.Quotes = append(d.Quotes, out)
	}
	return d, nil
}

// cutsCharacter reports whether text[i] lies inside a character. A byte that
// belongs to none, as in text that is not UTF-8, is a character of its own.
func cutsCharacter(text string, i int) bool {
	for j := i - 1; j >= max(0, i-utf8.UTFMax+1) && i < len(text); j-- {
		if utf8.RuneStart(text[j]) {
			_, n := utf8.DecodeRuneInString(text[j:])
			return j+n > i
		}
	}
	return false
}

// checkTokens makes sure that the tokens are in order, not empty, and begin and
// end between characters of the text.
func checkTokens(text string, tokens []extract.Span) error {
	end := 0
	for i, t := range tokens {
		switch {
		case t.Start < end || t.End <= t.Start || t.End > len(text):
			return fmt.Errorf("token %d has the range [%d,%d), want one from %d within %d bytes", i, t.Start, t.End, end, len(text))
		case cutsCharacter(text, t.Start) || cutsCharacter(text, t.End):
			return fmt.Errorf("token %d has the range [%d,%d), which cuts a character", i, t.Start, t.End)
		}
		end = t.End
	}
	return nil
}
