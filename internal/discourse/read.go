package discourse

import (
	"slices"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// makeRoom makes what is known by token.
func (x *Discourse) makeRoom() {
	n := len(x.Words)
	byToken := [...]*[]int32{&x.nameOf, &x.nounOf, &x.inside, &x.Sentence, &x.Clause, &x.placeAt, &x.before, &x.phraseAt, &x.subjects}
	room := make([]int32, len(byToken)*n)
	for k, list := range byToken {
		*list = room[k*n : (k+1)*n : (k+1)*n]
	}
	x.part, x.saying = make([]bool, n), make([]bool, n)
}

// locateNames finds the tokens of names and the nouns that the text links to them.
func (x *Discourse) locateNames() {
	x.roleOf = make(map[int]int)
	for i := range x.Text.Entities {
		x.Text.Sign.Look()
		e := &x.Text.Entities[i]
		for _, m := range e.Mentions {
			if m.Form == entities.FormName && m.First < m.Last {
				x.names = append(x.names, Name{i, m.First, m.Last, nouns.Genitive(x.Text.Doc.Slice(m.Span), e.Name)})
				continue
			}
			for t := m.First; t < m.Last; t++ {
				x.inside[t], x.part[t] = int32(i)+1, m.Form == entities.FormPart
			}
		}
		for _, r := range e.Roles {
			if r.Kind != entities.RoleAffiliation {
				x.roleOf[r.Noun.Start] = i
			}
		}
	}
	slices.SortStableFunc(x.names, func(a, b Name) int {
		x.Text.Sign.Look()
		return a.First - b.First
	})
	for k, m := range x.names {
		for t := m.First; t < m.Last; t++ {
			x.nameOf[t] = int32(k) + 1
		}
	}
}

// locateNouns finds the tokens of nouns that are no parts of names.
func (x *Discourse) locateNouns() {
	for k := range x.nouns {
		if t := x.nouns[k].Token; x.nameOf[t] == 0 {
			x.nounOf[t] = int32(k) + 1
		}
	}
}

// countSentences numbers the sentences. Paragraphs count as one more.
func (x *Discourse) countSentences() {
	number := int32(0)
	for _, p := range x.Text.Doc.Paragraphs() {
		for _, s := range x.Text.Doc.Sentences()[p.First:p.Last] {
			number++
			for t := s.First; t < s.Last; t++ {
				x.Sentence[t] = number
			}
		}
		number++
	}
}

// findSubjects finds the clauses of each unit and their subjects.
func (x *Discourse) findSubjects() {
	number := int32(0)
	for u := range x.Text.Units {
		x.Text.Sign.Look()
		un := &x.Text.Units[u]
		if un.Furniture || un.Long() {
			continue
		}
		cs := x.says.Clauses(u)
		for k := range cs {
			c := &cs[k]
			number++
			for t := c.First; t < c.Last; t++ {
				x.Clause[t] = number
			}
			s := x.says.SubjectOf(*c)
			if len(s) == 0 || c.Kind == syntax.InfinitiveClause {
				continue
			}
			x.subjects[s[0]] = int32(s[len(s)-1]) + 1
			if _, ok := x.says.CueIn(*c); ok {
				x.saying[s[0]] = true
			}
		}
	}
}

// read goes through the text and finds whom its nouns and pronouns mean.
func (x *Discourse) read() {
	x.Referents = make([]Referent, len(x.Text.Entities))
	x.lastAt, x.kinds = make([]int32, len(x.Text.Entities)), make([]Kind, len(x.Text.Entities))
	x.unnamed = make(map[string]int)
	for i := range x.Text.Entities {
		x.Referents[i] = Referent{Entity: i, Agreement: x.entityAgreement(i), Label: x.Text.Entities[i].Label, Noun: -1}
	}
	for t := range x.Words {
		x.Text.Sign.Look()
		x.before[t] = int32(len(x.Places))
		switch {
		case x.NameAt(t) != nil:
			m := x.NameAt(t)
			if m.First != t {
				continue
			}
			x.add(m.First, m.Last, m.Entity, x.Referents[m.Entity].Agreement)
			x.several(len(x.Places) - 1)
		case x.NounAt(t) != nil:
			x.readNoun(t)
		case x.Tags[t].POS == extract.NOUN:
			x.readOther(t)
		default:
			if agr := x.pronoun(t); agr != 0 {
				if r := x.choose(t, agr, look{}); r >= 0 {
					x.add(t, t+1, r, agr)
					x.placeAt[t] = int32(len(x.Places))
				}
			}
		}
	}
}

// add appends a place.
func (x *Discourse) add(first, last, ref int, agr nouns.Agreement) {
	begin := x.PhraseBefore(first).First
	p := Place{First: first, Last: last, Referent: int32(ref), Agreement: agr, sentence: x.Sentence[first], clause: x.Clause[first], Standing: x.StandingOf(begin, first)}
	p.against = begin > 0 && p.Oblique && x.Words[begin-1].Lower() == "gegen"
	x.Places = append(x.Places, p)
	if e := x.Referents[ref].Entity; e >= 0 {
		x.lastAt[e] = int32(len(x.Places))
	}
}

// several makes one referent of names that are joined by "und".
func (x *Discourse) several(k int) {
	p := &x.Places[k]
	if k == 0 {
		return
	}
	q := &x.Places[k-1]
	for i := k - 1; i > 0 && i > k-4 && (q.title || q.First > 0 && x.Words[q.First-1].Text == "("); i-- {
		q = &x.Places[i-1]
	}
	if q.Referent == p.Referent || x.Referents[q.Referent].Entity < 0 || q.sentence != p.sentence || q.Last > p.First || p.First-q.Last > 8 || x.Referents[q.Referent].Label != x.Referents[p.Referent].Label {
		return
	}
	joined := false
	for t := q.Last; t < p.First; t++ {
		switch w := &x.Words[t]; {
		case w.Text == "und" || w.Text == "sowie":
			joined = true
		case w.Function != syntax.NoFunction && w.Function != syntax.Determiner && w.Function != syntax.Relative, w.Finite:
			return
		}
	}
	if !joined {
		return
	}
	g := *q
	x.Referents = append(x.Referents, Referent{Entity: x.Referents[q.Referent].Entity, Agreement: nouns.Plural, Label: x.Referents[p.Referent].Label, Noun: -1})
	g.Referent, g.Agreement, g.Last = int32(len(x.Referents)-1), nouns.Plural, p.Last
	x.Places = append(x.Places, g)
}
