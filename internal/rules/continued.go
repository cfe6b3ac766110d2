package rules

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// reported finds acts of speech that are told with their object instead of a
// clause: "warb um Unterstützung", "fordert ein Verbot". Each main clause of the
// sentence may be one, with what hangs on it.
func (r *finder) reported(u int) {
	cs := r.says.Clauses(u)
	for first := 0; first < len(cs); {
		main, end := -1, first
		for end < len(cs) && !(main >= 0 && r.beginsAnother(cs[end])) {
			if c := cs[end]; main < 0 && !c.Bracket && (c.Kind == syntax.MainClause || c.Kind == syntax.VerbFirst) {
				main = end
			}
			end++
		}
		if main >= 0 {
			r.act(u, cs, first, main, end)
		}
		first = end
	}
}

// beginsAnother reports whether a clause is a further main clause of its sentence: "… und
// fordert ein Verbot".
func (r *finder) beginsAnother(c syntax.Clause) bool {
	return !c.Bracket && (c.Kind == syntax.MainClause || c.Kind == syntax.VerbFirst && r.ws[c.First].Function == syntax.Coordinator)
}

// act adds the clauses [first, end) if the one that is the main clause tells an act.
func (r *finder) act(u int, cs []syntax.Clause, first, main, end int) {
	q, ok := r.says.CueIn(cs[main])
	if r.says.NoSubject(cs[first].First) { // Ein Verbot, wie es die Ärzte fordern, lehnte der Senat ab
		q, ok = r.says.Act(cs[main])
	} else {
		ok = ok && r.tellsObject(cs[main], q)
	}
	if !ok {
		return
	}
	un := &r.text.Units[u]
	from, to := cs[first].First, cs[end-1].Last
	if from > un.First && r.ws[from].Function == syntax.Coordinator {
		from++
	}
	if first == 0 && end == len(cs) {
		from, to = un.First, un.Last
	}
	f := Claim{Claim: claim.Claim{Kind: claim.Reported, Content: claim.Tokens(from, to)}, By: byAct, unit: u}
	r.fill(&f, q, cs, main, nil)
	if f.Speaker == nil || !r.free(f.Content) {
		return
	}
	f.Cue, f.Frame = nil, nil
	r.add(f)
}

// tellsObject reports whether the object of a cue tells what is said.
func (r *finder) tellsObject(c syntax.Clause, q saying.Cue) bool {
	if q.Prep != "" && r.hasPreposition(c, q.Prep) {
		return true
	}
	return q.Takes&saying.TakesObject != 0
}

// hasPreposition reports whether an object with a preposition follows the verb.
func (r *finder) hasPreposition(c syntax.Clause, prep string) bool {
	for i := c.First; i < c.Last; i++ {
		if w := r.ws[i].Text; i != c.Verb && (w == prep || listed().contracted[w] == prep) {
			return true
		}
	}
	return false
}

// continued takes a sentence in the Konjunktiv that has no frame of its own:
// what the last speaker said goes on.
func (r *finder) continued(u int) {
	un := &r.text.Units[u]
	cs := r.says.Clauses(u)
	mood, plural, verbs := 0, false, 0
	for _, c := range cs {
		if c.Verb >= 0 {
			verbs++
		}
	}
	for _, c := range cs {
		if c.Kind == syntax.MainClause || c.Kind == syntax.VerbFirst && c.First == un.First && verbs > 1 { // not: Vermiete Garage
			w := &r.ws[c.Verb]
			switch {
			case r.firstPerson(c):
			case w.Konjunktiv1:
				mood = 2
			case w.Konjunktiv2 && mood == 0:
				mood, plural = 1, w.Text == "hätten" || w.Text == "würden"
			}
			break
		}
	}
	if mood == 0 {
		return
	}
	p := r.before(u)
	if p == nil && r.ws[un.First].Text == "Man" && un.First+1 < un.Last && !r.ws[un.First+1].Features.HasAny(lexicon.Auxiliary|lexicon.Modal) {
		return // Man nehme drei Eier
	}
	if mood == 1 && (p == nil && !(plural && r.cueBefore(u)) || p != nil && p.Kind == claim.Direct || r.conditional(cs)) {
		return
	}
	if p != nil && p.Kind == claim.Continued && p.unit == u-1 && r.text.Units[u-1].Paragraph == un.Paragraph {
		more := claim.Tokens(un.First, un.Last)
		p.Content = append(p.Content, more...)
		p.unit = u
		for _, t := range more {
			r.claimed[t] = len(r.list) - 1
		}
		return
	}
	f := Claim{Claim: claim.Claim{Kind: claim.Continued, Medium: claim.Speech, Stance: claim.Asserts, Content: claim.Tokens(un.First, un.Last), Carried: true}, By: byMood, unit: u}
	if p != nil {
		f.Medium = p.Medium
	}
	r.add(f)
}

// cueBefore reports whether the sentence before unit u has a verb of saying
// without content of its own: "Er wies die Kritik zurück. Die Ämter hätten …",
// where "haben" would look like the indicative.
func (r *finder) cueBefore(u int) bool {
	if u == 0 || r.text.Units[u-1].Paragraph != r.text.Units[u].Paragraph || r.text.Units[u-1].Long() {
		return false
	}
	for _, c := range r.says.Clauses(u - 1) {
		if c.Kind == syntax.MainClause {
			_, ok := r.says.CueIn(c)
			return ok
		}
	}
	return false
}

// firstPerson reports whether "ich" is the subject of a clause: its Konjunktiv
// I looks like the indicative.
func (r *finder) firstPerson(c syntax.Clause) bool {
	for i := c.First; i < c.Last; i++ {
		if r.ws[i].Text == "ich" || r.ws[i].Text == "Ich" {
			return true
		}
	}
	return false
}

// conditional reports whether a Konjunktiv II is explained by a condition:
// "wäre nicht Altman, wüsste er …", "wenn … hätte".
func (r *finder) conditional(cs []syntax.Clause) bool {
	for _, c := range cs {
		switch r.ws[c.Begin].Text {
		case "wenn", "Wenn", "falls", "Falls":
			return true
		}
		if c.Kind == syntax.VerbFirst && r.text.Konjunktiv(c) {
			return true
		}
	}
	return false
}

// before returns the last claim if it ends in the unit before u or in u.
func (r *finder) before(u int) *Claim {
	if n := len(r.list); n > 0 && r.list[n-1].unit >= u-1 {
		return &r.list[n-1]
	}
	return nil
}

// hearsay takes what is told with sollen and an infinitive of the perfect: "Er
// soll gezahlt haben".
func (r *finder) hearsay(u int) {
	un := &r.text.Units[u]
	for _, c := range r.says.Clauses(u) {
		if c.Kind != syntax.MainClause || c.Verb < 0 {
			continue
		}
		switch r.ws[c.Verb].Text {
		case "soll", "sollen":
		default:
			continue
		}
		n := c.Last
		if n-2 <= c.Verb || r.ws[n-1].Kind != extract.Word {
			continue
		}
		switch r.ws[n-1].Text {
		case "haben", "sein":
			if !r.ws[n-2].Features.HasAny(lexicon.PastParticiple) {
				continue
			}
		default:
			continue
		}
		r.add(Claim{Claim: claim.Claim{Kind: claim.FreeIndirect, Medium: claim.SpeechOrWriting, Stance: claim.Asserts, Content: claim.Tokens(un.First, un.Last), Carried: true}, By: byHearsay, unit: u})
		return
	}
}

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
