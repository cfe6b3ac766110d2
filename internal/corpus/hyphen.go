package corpus

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
)

// JoinHyphens returns the documents with their hyphenated words as one token
// each, and how many tokens fewer that makes. GSD cuts words at their hyphens ("US",
// "-", "Präsident"; "Staats", "-"), which the other corpora and the STTS
// guidelines do not. The result has no words and no quotations, since those
// count tokens. Time is linear in the tokens.
func JoinHyphens(docs []Document) (joined []Document, fewer int) {
	joined = slices.Clone(docs)
	for i := range joined {
		d := &joined[i]
		n := len(d.Tokens)
		d.joinHyphens()
		fewer += n - len(d.Tokens)
	}
	return joined, fewer
}

func (d *Document) joinHyphens() {
	var tokens []extract.Span
	var sentences []int
	next := 0 // the sentence to come
	glue := false
	for i, t := range d.Tokens {
		first := next < len(d.Sentences) && d.Sentences[next] == i
		if first {
			next++
		}
		last := len(tokens) - 1
		hyphen := d.Text[t.Start:t.End] == "-"
		touches := last >= 0 && tokens[last].End == t.Start && !first
		if touches && (hyphen && isWordByte(d.Text[t.Start-1]) || glue && isWordByte(d.Text[t.Start])) {
			tokens[last].End = t.End
		} else {
			tokens = append(tokens, t)
			if first {
				sentences = append(sentences, len(tokens)-1)
			}
		}
		glue = hyphen && touches
	}
	d.Tokens, d.Sentences, d.Words, d.Quotes = tokens, sentences, nil, nil
}

// isWordByte reports whether a byte belongs to a letter or digit; every byte
// outside ASCII passes.
func isWordByte(c byte) bool {
	return c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
