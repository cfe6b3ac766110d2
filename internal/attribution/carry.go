package attribution

import "github.com/laut-nlp/laut/entities"

// resolve gives each claim without a speaker of its own the one that goes on.
func (a *analysis) resolve(list []found) {
	last := -1
	for i := range list {
		f := &list[i]
		if f.Parent >= 0 {
			p := list[f.Parent]
			f.Speaker, f.Carried = p.Speaker, p.Carried
			continue
		}
		if f.Speaker == nil && f.Carried {
			// A sentence in between whose subject can speak takes over.
			if last < 0 || list[last].unit < f.first-1 {
				if s := a.subjectBefore(f.first); a.canSpeak(s) {
					f.Speaker = s
				}
			}
			if f.Speaker == nil && last >= 0 && a.units[f.first].firstSent-a.units[list[last].unit].lastSent < 6 {
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
func (a *analysis) canSpeak(phrase []int) bool {
	for _, t := range phrase {
		if e := a.mention[t]; e >= 0 && (a.es[e].Label == entities.PER || a.es[e].Label == entities.ORG) {
			return true
		}
	}
	return len(phrase) == 1 && a.ws[phrase[0]].role == rolePronoun
}

// subjectBefore returns the subject of the sentence before unit u, if it is a
// person or an organisation.
func (a *analysis) subjectBefore(u int) []int {
	if u == 0 || a.units[u-1].furniture || a.units[u-1].long() {
		return nil
	}
	cs := a.unitClauses(u - 1)
	for k := range cs {
		if cs[k].kind == clauseMain {
			return a.subject(cs, k, cue{verb: cs[k].verb})
		}
	}
	return nil
}
