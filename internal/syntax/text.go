package syntax

import (
	"slices"
	"sort"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/stop"
)

// Text is a document as the stages of attribution see it. It does not change once it is
// made, until Free.
type Text struct {
	Doc      *extract.Document
	Entities []entities.Entity
	Words    []Word
	Units    []Unit
	Entity   []int // by token: the entity whose mention covers it, or -1
	Inner    bool  // it is what quotations hold: see Inside

	Sign *stop.Sign // at which all stages look

	inside *Text // see Inside, or nil
}

// Lists tells which words report.
type Lists interface {
	IsVerb(form string) bool // a finite form of a verb that the lexicon may lack
	Reports(w *Word) bool    // a form of a verb of saying
}

// New analyses a document with its entities. It takes time linear in the text.
func New(d *extract.Document, es []entities.Entity, l Lists) *Text { return Until(nil, d, es, l) }

// Until is New for work that the sign, or nil, ends.
func Until(sign *stop.Sign, d *extract.Document, es []entities.Entity, l Lists) *Text {
	a := &Text{Doc: d, Entities: entities.Located(d, es), Words: words(sign, d, l), Sign: sign}
	a.findUnits()
	a.findMentions()
	a.findSpeech(l)
	return a
}

func (t *Text) findMentions() {
	t.Entity = make([]int, len(t.Words))
	for i := range t.Entity {
		t.Entity[i] = -1
	}
	for k, e := range t.Entities {
		t.Sign.Look()
		for _, m := range e.Mentions {
			if m.Form == entities.FormDerived {
				continue
			}
			for i := m.First; i < m.Last; i++ {
				if t.Entity[i] < 0 || m.Form == entities.FormName {
					t.Entity[i] = k
				}
			}
		}
	}
}

// WithoutAnaphor returns content without the word at its end that stands for it in the next
// sentence, where the frame is: Der Hafen wächst. Das / sagte der Minister.
func (t *Text) WithoutAnaphor(content []int) []int {
	n := len(content) - 1
	if n < 2 || content[n] != content[n-1]+1 || !t.IsPunct(content[n-1], ".!?") {
		return content
	}
	switch t.Words[content[n]].Text {
	case "Das", "Dies", "Dieses":
		for n > 1 && t.IsPunct(content[n-1], ".!?") {
			n--
		}
		return content[:n]
	}
	return content
}

// ContentEnd returns the end of [first, last) without the marks that end a
// sentence.
func (t *Text) ContentEnd(first, last int) int {
	for last > first && (t.IsPunct(last-1, ".!?…...:;,") || t.Words[last-1].Kind == extract.Dash) {
		last--
	}
	return last
}

// Span returns the bytes of the tokens [first, last).
func (t *Text) Span(first, last int) extract.Span {
	return extract.Span{Start: t.Words[first].Start, End: t.Words[last-1].End}
}

// Spans returns the bytes of tokens, given by their indexes in order, joined to
// as few spans as possible.
func (t *Text) Spans(tokens []int) []extract.Span {
	var out []extract.Span
	for k := 0; k < len(tokens); {
		n := k + 1
		for n < len(tokens) && tokens[n] == tokens[n-1]+1 {
			n++
		}
		out = append(out, t.Span(tokens[k], tokens[n-1]+1))
		k = n
	}
	return out
}

// Tokens returns the tokens that overlap spans, each once and in order.
func (t *Text) Tokens(spans []extract.Span) []int {
	var ts []int
	for _, s := range spans {
		first, last := t.Doc.TokensIn(s)
		for i := first; i < last; i++ {
			ts = append(ts, i)
		}
	}
	slices.Sort(ts)
	return slices.Compact(ts)
}

// IsPunct reports whether token i is one of the marks in set.
func (t *Text) IsPunct(i int, set string) bool {
	if i < 0 || i >= len(t.Words) {
		return false
	}
	w := &t.Words[i]
	return (w.Kind == extract.Punctuation || w.Kind == extract.Dash) && strings.Contains(set, w.Text)
}

// TrimFrame leaves out marks at the end of a frame that end the sentence.
func (t *Text) TrimFrame(frame []int) []int {
	for n := len(frame); n > 0 && t.IsPunct(frame[n-1], ".!?"); n-- {
		frame = frame[:n-1]
	}
	return frame
}

// UnitAt returns the unit of a token; of one between two units, the first of them.
func (t *Text) UnitAt(i int) int {
	return max(0, sort.Search(len(t.Units), func(u int) bool { return t.Units[u].First > i })-1)
}
