package rules

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// carry gives each claim without a speaker of its own the speaker of an earlier claim, who
// goes on speaking.
func (r *finder) carry(list []Claim) {
	last := -1
	for i := range list {
		r.text.Sign.Look()
		f := &list[i]
		if f.Parent >= 0 {
			p := list[f.Parent]
			f.Speaker, f.Carried = p.Speaker, p.Carried
			continue
		}
		if f.Speaker == nil && f.Carried {
			// A sentence in between whose subject can speak takes over.
			if last < 0 || list[last].unit < f.first-1 {
				if s := r.subjectBefore(f.first); r.canSpeak(s) {
					f.Speaker = s
				}
			}
			if f.Speaker == nil && last >= 0 && r.text.Units[f.first].FirstSent-r.text.Units[list[last].unit].LastSent < 6 {
				f.Speaker = list[last].Speaker
			}
		}
		if f.Speaker != nil {
			last = i
		}
	}
}

// canSpeak reports whether a phrase names a person or an organisation or is a
// personal pronoun.
func (r *finder) canSpeak(phrase []int) bool {
	for _, t := range phrase {
		if e := r.text.Entity[t]; e >= 0 && (r.text.Entities[e].Label == entities.PER || r.text.Entities[e].Label == entities.ORG) {
			return true
		}
	}
	return len(phrase) == 1 && r.ws[phrase[0]].Function == syntax.Pronoun
}

// subjectBefore returns the subject of the sentence before unit u, if it is a
// person or an organisation.
func (r *finder) subjectBefore(u int) []int {
	if u == 0 || r.text.Units[u-1].Furniture || r.text.Units[u-1].Long() {
		return nil
	}
	cs := r.says.Clauses(u - 1)
	for k := range cs {
		if cs[k].Kind == syntax.MainClause {
			return r.says.Subject(cs, k, saying.Cue{Verb: cs[k].Verb})
		}
	}
	return nil
}
