package syntax

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// Text is a document as the stages of attribution see it. It does not change once it is
// made.
type Text struct {
	Doc      *extract.Document
	Entities []entities.Entity
	Words    []Word
	Units    []Unit
	Entity   []int // by token: the entity whose mention covers it, or -1
}

// Lists tells which words report.
type Lists interface {
	IsVerb(form string) bool // a finite form of a verb that the lexicon may lack
	Reports(w *Word) bool    // a form of a verb of saying
}

// New analyses a document with its entities. It takes time linear in the text.
func New(d *extract.Document, es []entities.Entity, l Lists) *Text {
	a := &Text{Doc: d, Entities: es, Words: words(d, l)}
	a.findUnits()
	a.findMentions()
	a.findSpeech(l)
	return a
}

func (a *Text) findMentions() {
	a.Entity = make([]int, len(a.Words))
	for i := range a.Entity {
		a.Entity[i] = -1
	}
	for _, e := range a.Entities {
		for _, m := range e.Mentions {
			if m.Form == entities.Derived {
				continue
			}
			for i := a.TokenAt(m.Start); i < len(a.Words) && a.Words[i].Start < m.End; i++ {
				if a.Entity[i] < 0 || m.Form == entities.Name {
					a.Entity[i] = e.ID
				}
			}
		}
	}
}

// TokenAt returns the first token that ends behind a byte offset.
func (a *Text) TokenAt(offset int) int {
	lo, hi := 0, len(a.Words)
	for lo < hi {
		if m := (lo + hi) / 2; a.Words[m].End > offset {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// ContentEnd returns the end of [first, last) without the marks that end a
// sentence.
func (a *Text) ContentEnd(first, last int) int {
	for last > first && (a.IsPunct(last-1, ".!?…...:;,") || a.Words[last-1].Kind == extract.Dash) {
		last--
	}
	return last
}
