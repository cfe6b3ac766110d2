package extract

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/normal"
)

// Sentences yields the sentences of a text from left to right, in one pass,
// without allocation if the text is in its normal form. Parse finds the same ones.
func Sentences(text string) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		form := normal.Of(text, nil)
		s := scanner{text: form.Form}
		p := splitter{text: form.Form}
		given := func(s Sentence) Sentence {
			if !form.Same() {
				s.Span = Span(form.Given(normal.Span(s.Span)))
			}
			return s
		}
		for {
			t, ok := s.next()
			if !ok {
				break
			}
			if p.before(t) != sameSentence && !yield(given(p.cut(t))) {
				return
			}
			p.add(t)
		}
		if p.cur.Last > 0 {
			yield(given(p.cur))
		}
	}
}

// ending is what the sentence so far ends with, closing marks left out.
type ending uint8

const (
	endNone      ending = iota
	endStop             // a full stop
	endBang             // ! or ?
	endEllipsis         // … or ...
	endAbbr             // an abbreviation that can be final: etc., Mrd.
	endInitial          // a single capital: J. in J. Müller, C. in "Vitamin C."
	endOrdinal          // an ordinal or a date: am 24.12.
	endSmiley           // an emoticon or emoji
	endDateline         // BERLIN (dpa) –
	endPlace            // Wien –, if a word follows that begins sentences
	endColon            // a colon
	endSemicolon        // a semicolon outside brackets
	endBracket          // the bracket of a source that the sentence began with
)

// sourceTokens is how many tokens a source in brackets has at most, with them.
const sourceTokens = 8

// boundary is what lies between two tokens.
type boundary uint8

const (
	sameSentence boundary = iota
	newSentence
	newParagraph
)

// splitter joins tokens to sentences. It is fed from left to right and looks
// ahead at most to the next word.
//
// German needs no model for this: whether a full stop belongs to an
// abbreviation or an ordinal has been settled by the scanner, and what is left
// is told by the next word, lower case or not, function word or not.
type splitter struct {
	text     string
	cur      Sentence
	end      ending
	prev     Kind
	last     Span // the token before
	bracket  int8 // 1 behind "(", 2 behind "(!"
	depth    int  // open brackets in the sentence
	dateline dateline
}

// before decides what lies between the tokens so far and t.
func (p *splitter) before(t Token) boundary {
	if p.cur.First == p.cur.Last {
		return sameSentence
	}
	if breakBetween(p.text, p.cur.End, t.Start) {
		return newParagraph
	}
	if p.end != endNone && p.ends(t) {
		return newSentence
	}
	return sameSentence
}

// cut returns the sentence so far and begins a new one with t.
func (p *splitter) cut(t Token) Sentence {
	s := p.cur
	if breakBetween(p.text, s.End, t.Start) {
		p.dateline = datelineStart
	} else {
		p.dateline = datelineNone
	}
	p.cur = Sentence{First: s.Last, Last: s.Last}
	p.end, p.prev, p.bracket, p.depth = endNone, 0, 0, 0
	return s
}

// add appends t to the current sentence.
func (p *splitter) add(t Token) {
	if p.cur.First == p.cur.Last {
		p.cur.Start = t.Start
	}
	p.cur.End = t.End
	p.cur.Last++
	w := p.text[t.Start:t.End]
	bracket := int8(0)
	switch t.Kind {
	case Punctuation:
		switch w {
		case ".":
			p.end = endStop
		case "!", "?":
			p.end = endBang
			if p.bracket == 1 {
				bracket = 2
			}
		case ")", "]", "}":
			p.depth--
			if p.bracket == 2 { // "(!)" and "(?)" mark a word, not a sentence
				p.end = endNone
			}
			if p.end == endNone && p.depth == 0 && p.text[p.cur.Start] == '(' && p.cur.Last-p.cur.First <= sourceTokens {
				p.end = endBracket
			}
		case "(", "[":
			p.end, bracket = endNone, 1
			p.depth++
		case "…":
			p.end = endEllipsis
		case ":":
			p.end = endColon
		case ";":
			p.end = endNone
			if p.depth <= 0 {
				p.end = endSemicolon
			}
		default:
			p.end = endNone
			if w[0] == '.' {
				p.end = endEllipsis
			}
		}
	case CloseQuote:
		// „Das ist sicher.“ ends as what it encloses.
	case Abbreviation:
		p.end = abbreviationEnding(strings.TrimSuffix(w, "."))
		switch before := p.text[p.last.Start:p.last.End]; {
		case p.prev == Abbreviation && spacedFinal[before+strings.TrimSuffix(w, ".")], // 300 v. Chr.
			p.prev == Numeral && w == "f.": // auf S. 12 f.
			p.end = endAbbr
		}
	case Ordinal:
		p.end = endOrdinal
		if p.cur.Last == p.cur.First+1 { // 1. Der Bund zahlt.
			p.end = endNone
		}
	case Symbol:
		if smiley(w) {
			if p.end == endNone {
				p.end = endSmiley
			}
		} else {
			p.end = endNone
		}
	default:
		p.end = endNone
	}
	if e := p.dateline.add(t, w, p.prev); e != endNone {
		p.end = e
	}
	p.prev, p.last, p.bracket = t.Kind, t.Span, bracket
}

// abbreviationEnding says how a sentence can end with the abbreviation w,
// given without its last full stop.
func abbreviationEnding(w string) ending {
	switch c := openingAbbreviation(w); {
	case len(w) == 1 && letters.IsUpper(w):
		return endInitial
	case c == mayBeFinal:
		return endAbbr
	case c == 0: // with inner stops: e.V., u.a., U.S.A., or a street
		switch w {
		case "z.B", "d.h", "i.d.R", "v.a", "s.o", "o.g", "u.U", "m.E":
			return endNone
		}
		return endAbbr
	}
	return endNone
}

// smiley reports whether a symbol is an emoticon or emoji, which go with the
// sentence before them.
func smiley(w string) bool {
	if strings.IndexByte(":;=<", w[0]) >= 0 {
		return len(w) > 1
	}
	r, _ := utf8.DecodeRuneInString(w)
	return isEmoji(r)
}

// ends decides, at an ending, whether t begins a new sentence.
func (p *splitter) ends(t Token) bool {
	w := p.text[t.Start:t.End]
	switch t.Kind {
	case Punctuation:
		if w != "(" && w != "[" {
			return p.end == endDateline
		}
		w = p.following(t.End)
	case CloseQuote:
		return false
	case OpenQuote:
		if elided(p.text[t.End:]) && (p.end == endStop || p.end == endBang) { // „… und dann“
			return true
		}
		w = p.following(t.End)
	case Dash:
		if t.Start == p.cur.End {
			return false
		}
		w = p.following(t.End)
	case Symbol:
		if smiley(w) || t.Start == p.cur.End {
			return false
		}
		return p.end == endStop || p.end == endBang
	case Link, Email, Handle:
		return t.Start > p.cur.End && (p.end == endStop || p.end == endBang)
	}
	switch p.end {
	case endDateline:
		return true
	case endPlace:
		return starters[w]
	case endStop, endBang:
		return !letters.IsLower(w) && w != ""
	case endEllipsis:
		return letters.IsUpper(w)
	case endInitial, endAbbr, endOrdinal, endSmiley:
		return t.Kind != Dash && starters[firstWord(w)]
	case endBracket, endColon: // (Sprichwort) Daran hält er sich.
		// Spelling tells: after a colon only a whole sentence begins with a
		// capital. What a colon announces in quotation marks belongs to it.
		return t.Kind == Word && starters[firstWord(w)]
	case endSemicolon:
		return t.Kind == Word || t.Kind == Numeral
	}
	return false
}

// following returns the word or number that begins at or after text[i:], on
// the same line, past opening marks.
func (p *splitter) following(i int) string {
	for n := 0; i < len(p.text) && n < 8; n++ {
		c, size := classAt(p.text, i)
		switch c {
		case letter:
			return p.text[i:lettersEnd(p.text, i)]
		case digit:
			return p.text[i : i+size]
		}
		if p.text[i] == '\n' {
			return ""
		}
		i += size
	}
	return ""
}

// elided reports whether s begins with an ellipsis.
func elided(s string) bool { return strings.HasPrefix(s, "…") || strings.HasPrefix(s, "...") }

// firstWord returns the letters that w begins with: "Geht" of "Geht's".
func firstWord(w string) string { return w[:lettersEnd(w, 0)] }
