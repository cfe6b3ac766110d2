package claims

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
)

// resolve gives each claim without a speaker of its own the one that goes on.
func (r *rules) resolve() {
	last := -1
	for i := range r.list {
		f := &r.list[i]
		if f.parent >= 0 {
			p := r.list[f.parent]
			f.speaker, f.via = p.speaker, p.via
			continue
		}
		if f.speaker == nil && f.via == ViaCarried {
			// A sentence in between whose subject can speak takes over.
			if last < 0 || r.list[last].unit < f.first-1 {
				if s := r.subjectBefore(f.first); r.canSpeak(s) {
					f.speaker = s
				}
			}
			if f.speaker == nil && last >= 0 && r.units[f.first].firstSent-r.units[r.list[last].unit].lastSent < 6 {
				f.speaker = r.list[last].speaker
			}
		}
		if f.speaker != nil {
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
	un := &r.units[u-1]
	cs := r.clauses(un.first, un.last)
	for k := range cs {
		if cs[k].kind == clauseMain {
			return r.subject(cs, k, cue{verb: cs[k].verb})
		}
	}
	return nil
}

// speaker turns the tokens of a speaker into the result, with its name.
func (r *rules) speaker(f *found) Speaker {
	s := Speaker{Entity: -1}
	if len(f.speaker) == 0 {
		return s
	}
	s.Spans = r.spans(f.speaker)
	s.Via = f.via
	first := &r.ws[f.speaker[0]]
	if e := r.named(f.speaker); e >= 0 {
		s.Entity, s.Name = e, r.es[e].Name
		if s.Via == ViaNone {
			s.Via = ViaName
		}
		return s
	}
	if len(f.speaker) == 1 && (first.role == rolePronoun || first.role == roleRelative || first.role == roleDeterminer) {
		if s.Via == ViaNone {
			s.Via = ViaPronoun
		}
		if e := r.antecedent(f.speaker[0]); e >= 0 {
			s.Entity, s.Name = e, r.es[e].Name
			return s
		}
	}
	if s.Via == ViaNone {
		s.Via = ViaNoun
	}
	s.Name = strings.Join(strings.Fields(r.d.Slice(s.Spans[0])), " ")
	return s
}

// named returns the entity that a speaker's words name: the first person among
// them, else the first of another kind; -1 if there is none.
func (r *rules) named(speaker []int) int {
	best := -1
	for _, t := range speaker {
		e := r.mention[t]
		if e < 0 {
			continue
		}
		if r.es[e].Label == entities.PER {
			return e
		}
		if best < 0 && r.es[e].Label == entities.ORG {
			best = e
		}
	}
	if best < 0 && len(speaker) > 0 { // Berlin, die USA: only as the whole speaker
		for _, t := range speaker {
			if e := r.mention[t]; e >= 0 && len(speaker) <= 2 {
				return e
			}
		}
	}
	return best
}

// antecedent returns the entity that a pronoun stands for: the nearest person
// before it whose gender fits, -1 if there is none near.
func (r *rules) antecedent(t int) int {
	if r.ws[t].role == roleRelative && t > 1 && r.isPunct(t-1, ",") {
		return r.mention[t-2]
	}
	pronoun := strings.ToLower(r.ws[t].text)
	for i := t - 1; i >= 0 && i > t-200; i-- {
		e := r.mention[i]
		if e < 0 || r.es[e].Label != entities.PER {
			continue
		}
		g := r.es[e].Gender
		switch pronoun {
		case "er", "der", "ihm", "letzterer":
			if g == entities.Feminine {
				continue
			}
		case "sie", "die", "ihr", "letztere":
			if g == entities.Masculine {
				continue
			}
		default:
			return -1
		}
		return e
	}
	return -1
}
