package attribution

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
)

// resolve gives each claim without a speaker of its own the one that goes on.
func (a *analysis) resolve(list []found) {
	last := -1
	for i := range list {
		f := &list[i]
		if f.parent >= 0 {
			p := list[f.parent]
			f.speaker, f.via = p.speaker, p.via
			continue
		}
		if f.speaker == nil && f.via == ViaCarried {
			// A sentence in between whose subject can speak takes over.
			if last < 0 || list[last].unit < f.first-1 {
				if s := a.subjectBefore(f.first); a.canSpeak(s) {
					f.speaker = s
				}
			}
			if f.speaker == nil && last >= 0 && a.units[f.first].firstSent-a.units[list[last].unit].lastSent < 6 {
				f.speaker = list[last].speaker
			}
		}
		if f.speaker != nil {
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
	un := &a.units[u-1]
	cs := a.clauses(un.first, un.last)
	for k := range cs {
		if cs[k].kind == clauseMain {
			return a.subject(cs, k, cue{verb: cs[k].verb})
		}
	}
	return nil
}

// speaker turns the tokens of a speaker into the result, with its name.
func (a *analysis) speaker(f *found) Speaker {
	s := Speaker{Entity: -1}
	if len(f.speaker) == 0 {
		return s
	}
	s.Spans = a.spans(f.speaker)
	s.Via = f.via
	first := &a.ws[f.speaker[0]]
	if e := a.named(f.speaker); e >= 0 {
		s.Entity, s.Name = e, a.es[e].Name
		if s.Via == ViaNone {
			s.Via = ViaName
		}
		return s
	}
	if len(f.speaker) == 1 && (first.role == rolePronoun || first.role == roleRelative || first.role == roleDeterminer) {
		if s.Via == ViaNone {
			s.Via = ViaPronoun
		}
		if e := a.antecedent(f.speaker[0]); e >= 0 {
			s.Entity, s.Name = e, a.es[e].Name
			return s
		}
	}
	if s.Via == ViaNone {
		s.Via = ViaNoun
	}
	s.Name = strings.Join(strings.Fields(a.d.Slice(s.Spans[0])), " ")
	return s
}

// named returns the entity that a speaker's words name: the first person among
// them, else the first of another kind; -1 if there is none.
func (a *analysis) named(speaker []int) int {
	best := -1
	for _, t := range speaker {
		e := a.mention[t]
		if e < 0 {
			continue
		}
		if a.es[e].Label == entities.PER {
			return e
		}
		if best < 0 && a.es[e].Label == entities.ORG {
			best = e
		}
	}
	if best < 0 && len(speaker) > 0 { // Berlin, die USA: only as the whole speaker
		for _, t := range speaker {
			if e := a.mention[t]; e >= 0 && len(speaker) <= 2 {
				return e
			}
		}
	}
	return best
}

// antecedent returns the entity that a pronoun stands for: the nearest person
// before it whose gender fits, -1 if there is none neaa.
func (a *analysis) antecedent(t int) int {
	if a.ws[t].role == roleRelative && t > 1 && a.isPunct(t-1, ",") {
		return a.mention[t-2]
	}
	pronoun := strings.ToLower(a.ws[t].text)
	for i := t - 1; i >= 0 && i > t-200; i-- {
		e := a.mention[i]
		if e < 0 || a.es[e].Label != entities.PER {
			continue
		}
		g := a.es[e].Gender
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
