package attribution

import "github.com/laut-nlp/laut/entities"

// resolve gives each claim without a speaker of its own the one that goes on.
func (r *rules) resolve(list []found) {
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
				if s := r.subjectBefore(f.first); r.canSpeak(s) {
					f.Speaker = s
				}
			}
			if f.Speaker == nil && last >= 0 && r.units[f.first].firstSent-r.units[list[last].unit].lastSent < 6 {
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
func (r *rules) canSpeak(phrase []int) bool {
	for _, t := range phrase {
		if e := r.mention[t]; e >= 0 && (r.es[e].Label == entities.PER || r.es[e].Label == entities.ORG) {
			return true
		}
	}
	return len(phrase) == 1 && r.ws[phrase[0]].role == rolePronoun
}

// subjectBefore returns the subject of the sentence before unit u, if it is a
// person or an organisation.
func (r *rules) subjectBefore(u int) []int {
	if u == 0 || r.units[u-1].furniture || r.units[u-1].long() {
		return nil
	}
	cs := r.unitClauses(u - 1)
	for k := range cs {
		if cs[k].kind == clauseMain {
			return r.subject(cs, k, cue{verb: cs[k].verb})
		}
	}
	return nil
}
