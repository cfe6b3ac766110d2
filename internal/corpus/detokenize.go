package corpus

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// detokenizer remembers which quotation marks are open, from one sentence of a
// document to the next.
type detokenizer struct {
	straight, double, single, guillemet, apostrophe bool
}

// join puts a sentence of a corpus without white space together again and
// returns the span of each token. It is a reconstruction after the rules of
// German printing, not the text that was annotated:
//
//   - no space before , . ; : ! ? ) ] } and closing quotation marks
//   - no space after ( [ { and opening quotation marks
//   - „ and ‚ open, ” and ’ close, " ' “ ‘ » « open or close by turns, so that
//     German, Swiss and English usage come out alike
//   - no space before the clitics 's and ’s
//   - one space everywhere else: before …, ... and %, around / and dashes
//
// An empty token gets an empty span.
func (d *detokenizer) join(tokens []string) (string, []extract.Span) {
	glue := true // no space after what is there
	return concat(tokens, func(i int) bool {
		before, after := d.side(tokens[i], i == 0 && len(tokens) > 1, i > 0 && i == len(tokens)-1)
		space := !glue && !before
		glue = after
		return space
	})
}

// concat joins tokens, with a space before those that space tells, and returns the span
// of each.
func concat(tokens []string, space func(i int) bool) (string, []extract.Span) {
	var b strings.Builder
	spans := make([]extract.Span, len(tokens))
	for i, t := range tokens {
		if space(i) {
			b.WriteByte(' ')
		}
		spans[i] = extract.Span{Start: b.Len(), End: b.Len() + len(t)}
		b.WriteString(t)
	}
	return b.String(), spans
}

// side says whether a token stands close to the one before and the one after.
// A mark that could be either opens at the beginning of a sentence and closes at
// its end: one that is missing must not turn all the others round.
func (d *detokenizer) side(t string, first, last bool) (before, after bool) {
	turn := func(open *bool) (bool, bool) {
		*open = first || !last && !*open
		return !*open, *open
	}
	switch t {
	case ",", ".", ";", ":", "!", "?", ")", "]", "}", "''", "’", "'s", "’s":
		return true, false
	case "(", "[", "{", "``":
		return false, true
	case "„":
		d.double = true
		return false, true
	case "“":
		return turn(&d.double)
	case "”":
		d.double = false
		return true, false
	case "‚":
		d.single = true
		return false, true
	case "‘":
		return turn(&d.single)
	case "»", "«":
		return turn(&d.guillemet)
	case "\"":
		return turn(&d.straight)
	case "'":
		return turn(&d.apostrophe)
	}
	return false, false
}
