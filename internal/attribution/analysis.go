package attribution

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// analysis is what the rules know of a document: its words, its units and the
// quotations in them.
type analysis struct {
	d         *extract.Document
	es        []entities.Entity
	ws        []word
	units     []unit
	mention   []int      // by token: the entity whose mention covers it, or -1
	forms     []*formCue // by token
	says      []said     // by token: what it says, see sayings.go
	clausesOf [][]clause // by unit; none of furniture and long ones
}

// unit is a run of sentences that belong together, because a quotation runs
// over their ends: „Das war so. Das bleibt so“, sagte er.
type unit struct {
	first, last         int // tokens
	paragraph           int
	furniture, heading  bool
	quotations          []int // the outermost ones that lie in the unit
	firstSent, lastSent int
}

// longUnit is how many tokens a unit may have whose clauses are looked at. It
// keeps the work linear whatever the text.
const longUnit = 2000

func (u *unit) long() bool { return u.last-u.first > longUnit }

// analyse analyses a document in a memory, which must not be released while the result
// is used.
func analyse(d *extract.Document, es []entities.Entity) *analysis {
	a := newText(d, es, cueList())
	a.findSayings()
	return a
}

// lists tells which words report.
type lists interface {
	IsVerb(form string) bool // a finite form of a verb that the lexicon may lack
	Reports(w *word) bool    // a form of a verb of saying
}

func newText(d *extract.Document, es []entities.Entity, l lists) *analysis {
	a := &analysis{d: d, es: es, ws: words(d, l)}
	a.findUnits()
	a.findMentions()
	a.findSpeech(l)
	return a
}

// findUnits joins sentences to units. Sentences of two paragraphs are joined
// only by a quotation that runs over the paragraph's end.
func (a *analysis) findUnits() {
	d := a.d
	sents := d.Sentences()
	qs := d.Quotations()
	next, reach := 0, 0 // the next quotation; the end of the last one begun, as a token
	for pi, p := range d.Paragraphs() {
		for si := p.First; si < p.Last; si++ {
			s := sents[si]
			if n := len(a.units); n > 0 && s.First < reach {
				a.units[n-1].last, a.units[n-1].lastSent = s.Last, si+1
			} else {
				a.units = append(a.units, unit{
					first: s.First, last: s.Last, paragraph: pi,
					furniture: p.Role == extract.Furniture || p.Role == extract.Byline,
					heading:   p.Role == extract.Heading,
					firstSent: si, lastSent: si + 1,
				})
			}
			u := &a.units[len(a.units)-1]
			for next < len(qs) && qs[next].Open < s.Last {
				if qs[next].Parent < 0 {
					u.quotations = append(u.quotations, next)
				}
				reach = max(reach, qs[next].Close+1)
				next++
			}
		}
	}
}

func (a *analysis) findMentions() {
	a.mention = make([]int, len(a.ws))
	for i := range a.mention {
		a.mention[i] = -1
	}
	for _, e := range a.es {
		for _, m := range e.Mentions {
			if m.Form == entities.Derived {
				continue
			}
			for i := m.First; i < m.Last; i++ {
				if a.mention[i] < 0 || m.Form == entities.Name {
					a.mention[i] = e.ID
				}
			}
		}
	}
}

// contentEnd returns the end of [first, last) without the marks that end a
// sentence.
func (a *analysis) contentEnd(first, last int) int {
	for last > first && (a.isPunct(last-1, ".!?…...:;,") || a.ws[last-1].Kind == extract.Dash) {
		last--
	}
	return last
}
