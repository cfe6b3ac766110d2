package spans

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// View is a document as the models see it: its analysis, what the rules found, and
// for each token and unit what of that concerns it. It is used by one goroutine.
type View struct {
	text    *syntax.Text
	ws      []syntax.Word
	says    *saying.Sayings
	Tags    []extract.Tag
	Found   []rules.Claim // by the rules
	touch   [][]int32     // by unit: the found claims whose content has tokens in it
	Marks   []mark
	Clauses []clauseInfo // of all units, in order
	Clause  []int32      // by token: its clause, or -1
	First   []int32      // by unit: its first clause, one more at the end
	infos   []unitInfo
}

// mark is what the rules made of a token.
type mark struct {
	Role claim.Role // 0: in no claim
	kind claim.Kind
	by   rules.Rule
	edge uint8 // bit 0: the part begins here, bit 1: it ends here
}

// New returns how the models see a text and what the rules found in it. It takes time
// linear in the text.
func New(says *saying.Sayings, found []rules.Claim) *View {
	text := says.Text()
	v := &View{text: text, ws: text.Words, says: says, Tags: text.Doc.Tags(), Found: found}
	v.markTokens()
	v.findClauses()
	v.lookAtUnits()
	return v
}

// Sayings returns what the words of the text say.
func (v *View) Sayings() *saying.Sayings { return v.says }

func (v *View) markTokens() {
	v.Marks = make([]mark, len(v.ws))
	v.touch = make([][]int32, len(v.text.Units))
	for n := range v.Found {
		f := &v.Found[n]
		for r, part := range f.Parts() {
			for k, t := range part {
				m := mark{Role: claim.Role(r), kind: f.Kind, by: f.By}
				if k == 0 || part[k-1] != t-1 {
					m.edge |= 1
				}
				if k == len(part)-1 || part[k+1] != t+1 {
					m.edge |= 2
				}
				if m.Role == claim.Content || v.Marks[t].Role != claim.Content {
					v.Marks[t] = m
				}
			}
		}
		for u := v.UnitAt(f.Content[0]); u < len(v.text.Units) && v.text.Units[u].First <= f.Content[len(f.Content)-1]; u++ {
			v.touch[u] = append(v.touch[u], int32(n))
		}
	}
}

// Touching calls do for each found claim whose content has tokens in the units from
// first to last; not for those in long units, where there may be thousands.
func (v *View) Touching(first, last int, do func(n int, f *rules.Claim)) {
	for u := first; u <= last; u++ {
		if v.text.Units[u].Long() {
			continue
		}
		for _, n := range v.touch[u] {
			if f := &v.Found[n]; u == first || f.Content[0] >= v.text.Units[u].First {
				do(int(n), f)
			}
		}
	}
}

// Number tells role and kind in one number, never 0.
func (m *mark) Number() uint64 { return uint64(m.Role)<<4 | uint64(m.kind) + 1 }

// clauseInfo is a clause with what its words say.
type clauseInfo struct {
	syntax.Clause
	Mood     uint8 // of its finite verb: see moodOf
	cue      bool
	noun     bool // the cue is a noun at its end
	takes    saying.Takes
	strength saying.Strength // the greatest of its words of saying
	Lemma    uint64          // of its verb, hashed
	class    uint64          // the verb's distributional class
	object   uint64          // the lemma of its last noun
	begin    uint64          // its first word
}

func (v *View) findClauses() {
	v.Clause = make([]int32, len(v.ws))
	for i := range v.Clause {
		v.Clause[i] = -1
	}
	v.First = make([]int32, 0, len(v.text.Units)+1)
	for u := range v.text.Units {
		un := &v.text.Units[u]
		v.First = append(v.First, int32(len(v.Clauses)))
		if un.Long() || un.Furniture {
			continue
		}
		for _, c := range v.says.Clauses(u) {
			for i := c.First; i < c.Last; i++ {
				v.Clause[i] = int32(len(v.Clauses))
			}
			v.Clauses = append(v.Clauses, v.clauseInfo(c))
		}
	}
	v.First = append(v.First, int32(len(v.Clauses)))
}

// clauseInfos returns the clauses of a unit.
func (v *View) clauseInfos(u int) []clauseInfo { return v.Clauses[v.First[u]:v.First[u+1]] }

func (v *View) clauseInfo(c syntax.Clause) clauseInfo {
	in := clauseInfo{Clause: c, begin: v.ws[c.Begin].Form.Folded}
	if q, ok := v.says.CueIn(c); ok {
		in.cue, in.takes = true, q.Takes
	} else if q, ok := v.says.NounCue(c); ok {
		in.noun, in.takes = true, q.Takes
	}
	for i := c.First; i < c.Last; i++ {
		if !v.ws[i].Quoted {
			in.strength = max(in.strength, v.says.Strength(i).OfClause())
		}
	}
	if c.Verb >= 0 {
		in.Mood = v.moodOf(c.Verb)
		verb := c.Verb
		if v.ws[verb].Features.HasAny(lexicon.Auxiliary | lexicon.Modal) {
			if p := v.says.Participle(c); p >= 0 {
				verb = p
			} else if p := v.infinitive(c); p >= 0 {
				verb = p
			}
		}
		lemma := v.text.Doc.Lemma(verb)
		in.Lemma, in.class = hash.Folded(lemma), classOf(lemma)
	}
	for i := c.Last - 1; i >= c.First && i > c.Last-4; i-- {
		if v.Tags[i].POS == extract.NOUN {
			in.object = hash.Folded(v.text.Doc.Lemma(i))
			break
		}
	}
	return in
}

// infinitive returns the last infinitive of a clause, or -1.
func (v *View) infinitive(c syntax.Clause) int {
	for i := c.Last - 1; i >= c.First; i-- {
		if v.Tags[i].VerbForm == extract.Infinitive && i != c.Verb && !v.ws[i].Quoted {
			return i
		}
	}
	return -1
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
	switch t := &v.Tags[i]; {
	case w.Konjunktiv1:
		return moodKonjunktiv1
	case w.Konjunktiv2:
		return moodKonjunktiv2
	case t.VerbForm != extract.Finite:
		return moodNone
	case t.Mood == extract.Subjunctive:
		return moodSubjunctive
	}
	return moodIndicative
}

// UnitAt returns the unit of a token.
func (v *View) UnitAt(t int) int {
	lo, hi := 0, len(v.text.Units)
	for lo+1 < hi {
		if m := (lo + hi) / 2; v.text.Units[m].First <= t {
			lo = m
		} else {
			hi = m
		}
	}
	return lo
}
