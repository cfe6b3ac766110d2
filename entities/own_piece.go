package entities

import (
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// A piece is what names are compared by: a token, or what hyphens, slashes and
// capitals cut it into. "Open-AI", "OpenAI" and "Open AI" are two pieces each.
type piece struct {
	extract.Span
	token       int32
	first, last bool // of its token
	sep         separator
	hash        uint64
	size        int32 // folded
}

// longestPiece is in bytes. A longer token is no name, however inflected, and
// none is looked for in it.
const longestPiece = 2 * longestName

// separator is what stands before a piece.
type separator uint8

const (
	blank  separator = iota // or nothing, where tokens meet; in tokens of others a blank inside
	hyphen                  // inside a token
	slash
	change // inside a token: from small letter to capital, between letter and digit, after a dot, at & and +
)

// splits reports whether a name in a compound may end before this piece.
func (p piece) splits() bool { return p.sep == hyphen || p.sep == slash }

// cutter cuts tokens into pieces.
type cutter struct {
	pieces  []piece
	slashed bool         // a slash has been read and nothing after it
	dot     extract.Span // the same of a dot
}

func (c *cutter) reset() { *c = cutter{pieces: c.pieces[:0]} }

// add cuts a token of a text.
func (c *cutter) add(text string, t extract.Token, token int) {
	if c.dot.Len() > 0 && c.dot.End < t.Start {
		c.sign(text, c.dot, token-1)
	}
	c.dot = extract.Span{}
	n := len(c.pieces)
	s := text[t.Start:t.End]
	switch t.Kind {
	case extract.Punctuation:
		if s == "/" {
			c.slashed = true
			return
		}
		if s == "." && n > 0 && c.pieces[n-1].End == t.Start {
			c.dot = t.Span // Sat.1: inside a name it may be a token or not
			return
		}
	case extract.Word, extract.Numeral, extract.Ordinal, extract.Abbreviation, extract.Symbol:
		if len(s) <= longestPiece { // else names in it would take time that is not linear
			c.split(text, t.Span, token)
		}
	}
	if len(c.pieces) == n {
		c.sign(text, t.Span, token)
	}
	if c.slashed {
		c.pieces[n].sep = slash
	}
	c.slashed = false
	c.pieces[len(c.pieces)-1].last = true
}

// sign adds a token that is one piece.
func (c *cutter) sign(text string, s extract.Span, token int) {
	c.pieces = append(c.pieces, newPiece(text, piece{Span: s, token: int32(token), first: true, last: true}))
}

// split cuts a token inside.
func (c *cutter) split(text string, s extract.Span, token int) {
	start, sep := s.Start, blank
	n := len(c.pieces)
	cut := func(end int) {
		if end > start {
			c.pieces = append(c.pieces, newPiece(text, piece{
				Span: extract.Span{Start: start, End: end}, token: int32(token), first: len(c.pieces) == n, sep: sep,
			}))
		}
	}
	before := rune(0)
	for i, r := range text[s.Start:s.End] {
		i += s.Start
		switch {
		case isHyphen(r) || r == '/' || unicode.IsSpace(r):
			cut(i)
			start, sep = i+utf8.RuneLen(r), blank
			if isHyphen(r) {
				sep = hyphen
			} else if r == '/' {
				sep = slash
			}
			before = 0
			continue
		case i > start && changes(before, r):
			cut(i)
			start, sep = i, change
		}
		before = r
	}
	cut(s.End)
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// changes reports whether a new piece begins between two characters. A mark, such as the
// point of a Hebrew letter, belongs to what stands before it.
func changes(a, b rune) bool {
	return a != 0 && (unicode.IsLower(a) && unicode.IsUpper(b) ||
		unicode.IsLetter(a) && unicode.IsDigit(b) || unicode.IsDigit(a) && unicode.IsLetter(b) ||
		a == '.' || a == '&' || b == '&' || a == '+' || b == '+') && !unicode.IsMark(b)
}

// readName cuts a name of a list. Signs at its end are left out: "Yahoo!" is found
// in "bei Yahoo".
func (c *cutter) readName(name string) {
	c.reset()
	token := 0
	for t := range extract.Tokens(name) {
		c.add(name, t, token)
		token++
	}
	for n := len(c.pieces) - 1; n > 0 && c.pieces[n].size == 0; n-- {
		c.pieces = c.pieces[:n]
	}
}

// cutting says where a name of a list is cut. Text in capitals does not show
// where, nor does "Tiktok".
type cutting uint8

const (
	everywhere cutting = iota
	atBlanks           // and hyphens
	nowhere
)

// join joins the pieces that are not cut, in place.
func (c cutting) join(pieces []piece, name string) []piece {
	if c == everywhere {
		return pieces
	}
	out := pieces[:1]
	for _, p := range pieces[1:] {
		q := &out[len(out)-1]
		if p.sep == slash || c == atBlanks && p.sep != change {
			out = append(out, p)
			continue
		}
		q.End, q.last = p.End, p.last
		*q = newPiece(name, *q)
	}
	return out
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// after returns the hash of the pieces up to p, h being that of those before.
func (p piece) after(h uint64) uint64 { return (h ^ p.hash) * fnvPrime }

// newPiece fills in hash and size. The hash is the same for all forms of a word
// that may be one name: it is folded, and the letters that endings are made of
// are cut. Signs are hashed as they are.
func newPiece(text string, p piece) piece {
	s := text[p.Start:p.End]
	if len(s) > longestPiece {
		return p
	}
	var buf [longestPiece]byte
	h := uint64(fnvOffset)
	w := wordlist.Fold(buf[:0], s)
	p.size = int32(len(w))
	if len(w) == 0 {
		w = append(w, s...)
		h++
	}
	for n := len(w); n > 2 && (w[n-1] == 's' || n > 3 && isEnding(w[n-1])); n = len(w) {
		w = w[:n-1]
	}
	for _, c := range w {
		h = (h ^ uint64(c)) * fnvPrime
	}
	p.hash = h
	return p
}

func isEnding(c byte) bool { return c == 'e' || c == 'm' || c == 'n' || c == 'r' || c == 's' }
