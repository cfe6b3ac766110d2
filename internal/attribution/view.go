package attribution

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// View is a document as the models see it: its analysis, what the rules found, and
// for each token and unit what of that concerns it. It is used by one goroutine.
type View struct {
	*analysis
	tags    []extract.Tag
	found   []found   // by the rules
	touch   [][]int32 // by unit: the found claims whose content has tokens in it
	marks   []mark
	clauses []clauseInfo // of all units, in order
	clause  []int32      // by token: its clause, or -1
	first   []int32      // by unit: its first clause, one more at the end
	infos   []unitInfo
	probs   []float32 // by token and label: probabilities by the token model
}

// mark is what the rules made of a token.
type mark struct {
	role role // 0: in no claim
	kind Kind
	by   rule
	edge uint8 // bit 0: the part begins here, bit 1: it ends here
}

// role is the part of a claim that a token belongs to.
type role uint8

const (
	roleFrame role = iota + 1
	roleAddressee
	roleSpeaker
	roleCue
	roleContent
)

// NewView analyses a document for the models.
func NewView(d *extract.Document, es []entities.Entity) *View { return newView(d, es, new(memory)) }

func newView(d *extract.Document, es []entities.Entity, m *memory) *View {
	a := analyse(d, es, m)
	v := &View{analysis: a, tags: d.Tags()}
	v.found = a.byRules()
	a.resolve(v.found)
	v.mark()
	v.findClauses()
	v.lookAtUnits()
	return v
}

// parts returns the parts of a claim by their roles.
func (f *found) parts() [roleContent + 1][]int {
	return [...][]int{roleFrame: f.frame, roleAddressee: f.addressee, roleSpeaker: f.speaker, roleCue: f.cue, roleContent: f.content}
}

func (v *View) mark() {
	v.marks = v.memory.marks.take(len(v.ws))
	v.touch = make([][]int32, len(v.units))
	for n := range v.found {
		f := &v.found[n]
		for r, part := range f.parts() {
			for k, t := range part {
				m := mark{role: role(r), kind: f.kind, by: f.by}
				if k == 0 || part[k-1] != t-1 {
					m.edge |= 1
				}
				if k == len(part)-1 || part[k+1] != t+1 {
					m.edge |= 2
				}
				if m.role == roleContent || v.marks[t].role != roleContent {
					v.marks[t] = m
				}
			}
		}
		for u := v.unitAt(f.content[0]); u < len(v.units) && v.units[u].first <= f.content[len(f.content)-1]; u++ {
			v.touch[u] = append(v.touch[u], int32(n))
		}
	}
}

// touching calls do for each found claim whose content has tokens in the units from
// first to last; not for those in long units, where there may be thousands.
func (v *View) touching(first, last int, do func(n int, f *found)) {
	for u := first; u <= last; u++ {
		if v.units[u].long() {
			continue
		}
		for _, n := range v.touch[u] {
			if f := &v.found[n]; u == first || f.content[0] >= v.units[u].first {
				do(int(n), f)
			}
		}
	}
}

// number tells role and kind in one number, never 0.
func (m *mark) number() uint64 { return uint64(m.role)<<4 | uint64(m.kind) + 1 }

// clauseInfo is a clause with what its words say.
type clauseInfo struct {
	clause
	mood     uint8 // of its finite verb: see moodOf
	cue      bool
	noun     bool // the cue is a noun at its end
	takes    takes
	strength strength // the greatest of its words of saying
	lemma    uint64   // of its verb, hashed
	class    uint64   // the verb's distributional class
	object   uint64   // the lemma of its last noun
	begin    uint64   // its first word
}

func (v *View) findClauses() {
	v.clause = v.memory.int32s.take(len(v.ws))
	for i := range v.clause {
		v.clause[i] = -1
	}
	v.first = make([]int32, 0, len(v.units)+1)
	for u := range v.units {
		un := &v.units[u]
		v.first = append(v.first, int32(len(v.clauses)))
		if un.long() || un.furniture {
			continue
		}
		for _, c := range v.unitClauses(u) {
			for i := c.first; i < c.last; i++ {
				v.clause[i] = int32(len(v.clauses))
			}
			v.clauses = append(v.clauses, v.clauseInfo(c))
		}
	}
	v.first = append(v.first, int32(len(v.clauses)))
}

// clausesOf returns the clauses of a unit.
func (v *View) clausesOf(u int) []clauseInfo { return v.clauses[v.first[u]:v.first[u+1]] }

func (v *View) clauseInfo(c clause) clauseInfo {
	in := clauseInfo{clause: c, begin: v.ws[c.begin].form.folded}
	if q, ok := v.cueIn(c); ok {
		in.cue, in.takes = true, q.takes
	} else if q, ok := v.nounCue(c); ok {
		in.noun, in.takes = true, q.takes
	}
	for i := c.first; i < c.last; i++ {
		if !v.ws[i].quoted {
			in.strength = max(in.strength, v.strength(i).ofClause())
		}
	}
	if c.verb >= 0 {
		in.mood = v.moodOf(c.verb)
		verb := c.verb
		if v.ws[verb].f.HasAny(lexicon.Auxiliary | lexicon.Modal) {
			if p := v.participle(c); p >= 0 {
				verb = p
			} else if p := v.infinitive(c); p >= 0 {
				verb = p
			}
		}
		lemma := v.d.Lemma(verb)
		in.lemma, in.class = hash.Folded(lemma), classOf(lemma)
	}
	for i := c.last - 1; i >= c.first && i > c.last-4; i-- {
		if v.tags[i].POS == extract.NOUN {
			in.object = hash.Folded(v.d.Lemma(i))
			break
		}
	}
	return in
}

// infinitive returns the last infinitive of a clause, or -1.
func (v *View) infinitive(c clause) int {
	for i := c.last - 1; i >= c.first; i-- {
		if v.tags[i].VerbForm == extract.Infinitive && i != c.verb && !v.ws[i].quoted {
			return i
		}
	}
	return -1
}

// ofClause returns the strength that a word lends its clause: none if it needs another.
func (s strength) ofClause() strength {
	switch s {
	case sourceWord, weakSource, sourceNoun, lightVerb, cuePart:
		return notSaying
	}
	return s
}

// Moods of a verb, as features tell them apart.
const (
	moodNone        uint8 = iota
	moodIndicative        // by the tagger
	moodSubjunctive       // by the tagger only
	moodKonjunktiv1       // by its form
	moodKonjunktiv2
	moodSoll // of a unit: its main verb is sollen
	moodSollte
)

func (v *View) moodOf(i int) uint8 {
	w := &v.ws[i]
	switch t := &v.tags[i]; {
	case w.subj1:
		return moodKonjunktiv1
	case w.subj2:
		return moodKonjunktiv2
	case t.VerbForm != extract.Finite:
		return moodNone
	case t.Mood == extract.Subjunctive:
		return moodSubjunctive
	}
	return moodIndicative
}

// unitAt returns the unit of a token.
func (v *View) unitAt(t int) int {
	lo, hi := 0, len(v.units)
	for lo+1 < hi {
		if m := (lo + hi) / 2; v.units[m].first <= t {
			lo = m
		} else {
			hi = m
		}
	}
	return lo
}
