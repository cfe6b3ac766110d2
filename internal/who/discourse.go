package who

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// referent is somebody or something that the text speaks of: an entity, an unnamed
// one that nouns stand for, or several.
type referent struct {
	entity int // of several the first; -1 if it has no name
	agr    nouns.Agreement
	label  entities.Label
	noun   int // the token that introduces an unnamed one
}

// place is where the text speaks of a referent.
type place struct {
	first, last int // tokens
	ref         int32
	sentence    int32 // counted with paragraphs; see locate
	clause      int32
	agr         nouns.Agreement
	standing
	against bool // after gegen
	title   bool // stands before its name, which has a place too
}

// nameAt is a mention by name of an entity, by its tokens.
type nameAt struct {
	entity, first, last int
	genitive            bool
}

// Discourse is who the text speaks of, from its beginning on.
type Discourse struct {
	text     *syntax.Text
	ws       []syntax.Word
	says     *saying.Sayings
	tags     []extract.Tag
	reader   *nouns.Reader
	nouns    []nouns.Noun
	names    []nameAt
	nameOf   []int32        // by token: 1 + the name that covers it
	nounOf   []int32        // by token: 1 + the noun, where it is no part of a name
	inside   []int32        // by token: 1 + the entity named by a part of the word, or that it is derived from
	part     []bool         // by token: the name is a part: VW-Chef
	roleOf   map[int]int    // by first byte of a noun: whom the text links it to
	sentence []int32        // by token
	clause   []int32        // by token
	subjects map[int]int    // by first token: the end of a subject
	saying   map[int]bool   // the first tokens of subjects of verbs of saying
	refs     []referent     // entities first
	kinds    []nounKind     // by entity, once it is asked for
	bodies   []bodyKinds    // by entity, once it is asked for
	lastAt   []int32        // by entity: 1 + its last place so far
	unnamed  map[string]int // by stem: the last unnamed referent of a definite noun
	places   []place
	placeAt  []int32             // by token: 1 + the place of its noun or pronoun
	before   []int32             // by token: how many places there are before it
	offices  map[string][]office // by the last letters of their stems
}

// office is what somebody is or is called: a role's noun, or a word of the name of
// an organisation.
type office struct {
	entity int
	stem   string
	of     int // the entity that it is in or for, or -1
}

// Read finds out who is spoken of. It takes time linear in the text.
func Read(says *saying.Sayings) *Discourse {
	text := says.Text()
	x := &Discourse{text: text, ws: text.Words, says: says, tags: text.Doc.Tags(), reader: nouns.NewReader(text.Doc, text.Sign)}
	x.nouns = x.reader.All()
	x.locate()
	x.findSubjects()
	x.findOffices()
	x.read()
	return x
}

// locate finds the tokens of names and nouns, and counts sentences: the first of
// a paragraph is two away from what stands before.
func (x *Discourse) locate() {
	n := len(x.ws)
	for _, byToken := range [...]*[]int32{&x.nameOf, &x.nounOf, &x.inside, &x.sentence, &x.clause, &x.placeAt, &x.before} {
		*byToken = make([]int32, n)
	}
	x.part = make([]bool, n)
	x.roleOf = make(map[int]int)
	for i := range x.text.Entities {
		x.text.Sign.Look()
		e := &x.text.Entities[i]
		for _, m := range e.Mentions {
			if m.Form == entities.FormName && m.First < m.Last {
				x.names = append(x.names, nameAt{i, m.First, m.Last, nouns.Genitive(x.text.Doc.Slice(m.Span), e.Name)})
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
	slices.SortStableFunc(x.names, func(a, b nameAt) int {
		x.text.Sign.Look()
		return a.first - b.first
	})
	for k, m := range x.names {
		for t := m.first; t < m.last; t++ {
			x.nameOf[t] = int32(k) + 1
		}
	}
	for k := range x.nouns {
		if t := x.nouns[k].Token; x.nameOf[t] == 0 {
			x.nounOf[t] = int32(k) + 1
		}
	}
	number := int32(0)
	for _, p := range x.text.Doc.Paragraphs() {
		for _, s := range x.text.Doc.Sentences()[p.First:p.Last] {
			number++
			for t := s.First; t < s.Last; t++ {
				x.sentence[t] = number
			}
		}
		number++
	}
}

// findSubjects finds the clauses of each unit and their subjects.
func (x *Discourse) findSubjects() {
	x.subjects, x.saying = make(map[int]int), make(map[int]bool)
	number := int32(0)
	for u := range x.text.Units {
		x.text.Sign.Look()
		un := &x.text.Units[u]
		if un.Furniture || un.Long() {
			continue
		}
		cs := x.says.Clauses(u)
		for k := range cs {
			c := &cs[k]
			number++
			for t := c.First; t < c.Last; t++ {
				x.clause[t] = number
			}
			if c.Verb < 0 || c.Kind == syntax.InfinitiveClause {
				continue
			}
			s := x.says.Subject(cs, k, saying.Cue{Verb: c.Verb})
			if len(s) == 0 {
				continue
			}
			x.subjects[s[0]] = s[len(s)-1] + 1
			if _, ok := x.says.CueIn(*c); ok {
				x.saying[s[0]] = true
			}
		}
	}
}

// findOffices collects what entities are and are called.
func (x *Discourse) findOffices() {
	x.offices = make(map[string][]office)
	for i := range x.text.Entities {
		x.text.Sign.Look()
		e := &x.text.Entities[i]
		for _, r := range e.Roles {
			if r.Kind != entities.RoleAffiliation {
				x.addOffice(office{i, stemOf(r.Lemma), r.Of.Index()})
			}
		}
		if e.Label == entities.ORG {
			for w := range strings.FieldsSeq(e.Name) {
				if len(w) >= 4 && letters.IsUpper(w) {
					x.addOffice(office{i, stemOf(w), -1})
					if base, ok := wordlist.Genitive(w); ok && len(base) >= 4 {
						x.addOffice(office{i, stemOf(base), -1})
					}
				}
			}
		}
	}
}

func (x *Discourse) addOffice(o office) {
	for _, end := range officeEnds(o.stem) {
		if list := x.offices[end]; len(list) < mostOffices {
			x.offices[end] = append(list, o)
		}
	}
}

// officeEnds returns the keys of a stem: of its last letters, and of the words that
// mean the same.
func officeEnds(stem string) []string {
	ends := []string{stem[max(0, len(stem)-3):]}
	for _, w := range holders().same[holders().office(stem)] {
		if e := w[max(0, len(w)-3):]; !slices.Contains(ends, e) {
			ends = append(ends, e)
		}
	}
	return ends
}

// mostOffices bounds how many offices of like words are compared with a noun, which
// keeps the time linear.
const mostOffices = 64

// read goes through the text and finds whom its nouns and pronouns mean.
func (x *Discourse) read() {
	x.refs = make([]referent, len(x.text.Entities))
	x.lastAt, x.kinds, x.bodies = make([]int32, len(x.text.Entities)), make([]nounKind, len(x.text.Entities)), make([]bodyKinds, len(x.text.Entities))
	x.unnamed = make(map[string]int)
	for i := range x.text.Entities {
		x.refs[i] = referent{entity: i, agr: x.entityAgreement(i), label: x.text.Entities[i].Label, noun: -1}
	}
	for t := range x.ws {
		x.text.Sign.Look()
		x.before[t] = int32(len(x.places))
		switch {
		case x.nameOf[t] != 0:
			m := &x.names[x.nameOf[t]-1]
			if m.first != t {
				continue
			}
			x.add(m.first, m.last, m.entity, x.refs[m.entity].agr)
			x.several(len(x.places) - 1)
		case x.nounOf[t] != 0:
			x.readNoun(t)
		case x.tags[t].POS == extract.NOUN:
			x.readOther(t)
		default:
			if agr := x.pronoun(t); agr != 0 {
				if r := x.choose(t, agr, look{}); r >= 0 {
					x.add(t, t+1, r, agr)
					x.placeAt[t] = int32(len(x.places))
				}
			}
		}
	}
}

// add appends a place.
func (x *Discourse) add(first, last, ref int, agr nouns.Agreement) {
	p := place{first: first, last: last, ref: int32(ref), agr: agr, sentence: x.sentence[first], clause: x.clause[first], standing: standing{quoted: x.ws[first].Quoted}}
	begin := x.phraseBefore(first).First
	for b := first; b >= begin; b-- {
		if end := x.subjects[b]; end > first {
			p.subject, p.says = true, x.saying[b]
		}
	}
	if begin > 0 {
		switch before := &x.ws[begin-1]; {
		case before.Text == "(":
			p.owner = true // Olaf Scholz (SPD)
		case before.Function == syntax.Preposition:
			p.oblique, p.against = true, before.Lower() == "gegen"
		case begin < first && syntax.Genitive(x.ws[begin].Lower()) && before.Capital && !before.Finite && x.sentence[begin-1] == p.sentence:
			p.owner = true
		}
	}
	if k := x.nameOf[first]; k != 0 && x.names[k-1].genitive {
		p.owner = true
	}
	if p.owner || p.oblique { // what hangs on the subject is none
		p.subject, p.says = false, false
	}
	x.places = append(x.places, p)
	if e := x.refs[ref].entity; e >= 0 {
		x.lastAt[e] = int32(len(x.places))
	}
}

// several makes one referent of names that are joined by "und".
func (x *Discourse) several(k int) {
	p := &x.places[k]
	if k == 0 {
		return
	}
	q := &x.places[k-1]
	for i := k - 1; i > 0 && i > k-4 && (q.title || q.first > 0 && x.ws[q.first-1].Text == "("); i-- {
		q = &x.places[i-1]
	}
	if q.ref == p.ref || x.refs[q.ref].entity < 0 || q.sentence != p.sentence || q.last > p.first || p.first-q.last > 8 || x.refs[q.ref].label != x.refs[p.ref].label {
		return
	}
	joined := false
	for t := q.last; t < p.first; t++ {
		switch w := &x.ws[t]; {
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
	x.refs = append(x.refs, referent{entity: x.refs[q.ref].entity, agr: nouns.Plural, label: x.refs[p.ref].label, noun: -1})
	g.ref, g.agr, g.last = int32(len(x.refs)-1), nouns.Plural, p.last
	x.places = append(x.places, g)
}
