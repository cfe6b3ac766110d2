package who

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Headings that quote somebody are looked at up to so many; it keeps the time linear.
const mostHeadings = 16

// fewestWords is how many words a quotation in a heading has at least that the text repeats.
const fewestWords = 2

// repeat gives quotations in headings, which name nobody, the speaker of the same words in
// the text below: „Wir bleiben“ ⏎ … „Wir bleiben hier“, sagte Eva Lang.
func repeat(text *syntax.Text, list []claim.Claim, out []discourse.Speaker) {
	headings := 0
	for i := range list {
		c := &list[i]
		if c.Kind != claim.Direct || len(c.Cue) > 0 || c.Via == claim.ViaNameLine || !heading(text, c.Content[0]) {
			continue
		}
		words := wordsOf(text, c.Content)
		if len(words) < fewestWords {
			continue
		}
		if headings++; headings > mostHeadings {
			return
		}
		for k := range list {
			d := &list[k]
			if d.Kind == claim.Direct && out[k].Name != "" && !heading(text, d.Content[0]) && contains(wordsOf(text, d.Content), words) {
				out[i] = out[k]
				if out[i].Via = claim.ViaCarried; c.Via != claim.ViaNone {
					out[i].Via = c.Via
				}
				break
			}
		}
	}
}

// heading reports whether token t stands in a heading.
func heading(text *syntax.Text, t int) bool {
	us := text.Units
	u, _ := slices.BinarySearchFunc(us, t, func(u syntax.Unit, t int) int { return u.Last - 1 - t })
	return u < len(us) && us[u].Heading
}

// wordsOf returns the words of tokens in small letters.
func wordsOf(text *syntax.Text, ts []int) (words []string) {
	for _, t := range ts {
		if w := &text.Words[t]; w.Kind == extract.Word || w.Kind == extract.Numeral {
			words = append(words, w.Lower())
		}
	}
	return words
}

// contains reports whether words stand in all, one behind the other.
func contains(all, words []string) bool {
	for i := 0; i+len(words) <= len(all); i++ {
		if slices.Equal(all[i:i+len(words)], words) {
			return true
		}
	}
	return false
}
