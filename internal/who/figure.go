package who

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/nouns"
)

// figure is somebody or something in a text that may be who says a claim: an entity, or
// what noun phrases stand for.
type figure struct {
	entity int // or -1
	class  figureClass
	agr    nouns.Agreement
	stem   string // of the noun that the first phrase stands around
	lemma  string
	kind   discourse.Kind // of that noun
	bodies bodyKinds

	members     []int32 // of several
	taken       int32   // the entity that the noun takes up where it stands first, or -1
	meant       int32   // 1 + the figure that an earlier claim took the noun for
	description bool    // a noun that says what somebody is: Jährige, Sachse
	mentions    []mention
	phrase      discourse.NounPhrase
	name        string // of the first phrase; filled when it is needed
}

// isPerson reports whether a figure without a name is a person.
func (g *figure) isPerson() bool { return g.class == somePerson || g.description }

// figureClass is what a figure is.
type figureClass uint8

const (
	noFigure figureClass = iota
	namedPerson
	namedBody
	namedPlace
	namedThing
	somePerson
	someBody
	someText // what is said or written: Studie, Angaben
	somePlace
	someThing
	several
)

// mention is where the text has a figure.
type mention struct {
	first, last int // the tokens of the phrase, with its article and what hangs on it
	head        int // the noun, or the first token of the name
	sentence    int32
	discourse.Standing
	title  bool // the noun before its name
	noun   bool // a noun, no name
	bridge bool // a pronoun or a noun that by the rules means it
	det    nouns.Determination
}

// figures are all of a text, entities first.
type figures struct {
	*discourse.Discourse
	list   []figure
	bodies []bodyKinds // by entity, once it is asked for
	at     []int32     // by token: 1 + the figure whose head it is, or whose name covers it

	heads        []head    // in order of the text
	near         []near    // by figure
	seen         []int32   // scratch of candidates
	persons      int       // that have names
	firstPersons []int32   // the first three of them, in order of the text
	room         []mention // for the first mention of figures to come

	tokens  []int            // scratch
	rows    []uint8          // scratch of choices
	last    int32            // who spoke last, or -1
	groups  map[string]int32 // figures that are several, by name
	groupOf map[int32]int32  // and by the referent that the rules take them for
}

// figureEvery is how many tokens, in nine of ten articles, there are at least for each figure without
// a name.
const figureEvery = 5

// findFigures finds the figures of a text and where it has them.
func findFigures(d *discourse.Discourse) *figures {
	n := len(d.Text.Entities)
	f := &figures{Discourse: d, last: -1, list: make([]figure, n, n+len(d.Words)/figureEvery), at: make([]int32, len(d.Words)), bodies: make([]bodyKinds, n)}
	for i := range f.list {
		e := &f.Text.Entities[i]
		f.list[i] = figure{entity: i, class: classOf(e.Label), agr: f.Referents[i].Agreement}
	}
	last := make(map[nounKey]int) // the last figure
	for t := range f.Words {
		f.Text.Sign.Look()
		if m := f.NameAt(t); m != nil {
			if m.First == t {
				f.add(m.Entity, f.mentionAt(m.First, m.Last, t))
			}
			for i := t; i < m.Last; i++ {
				f.at[i] = int32(m.Entity) + 1
			}
			continue
		}
		if f.Words[t].Kind == extract.Word && t+2 < len(f.Words) && f.Words[t+1].Kind == extract.OpenQuote && f.Reader.Determiner(f.Words[t].Lower()) != 0 {
			f.addQuoted(t)
		}
		if f.NounAt(t) == nil && (f.Tags[t].POS != extract.NOUN || f.Words[t].Kind != extract.Word) {
			continue
		}
		f.addNoun(t, last)
	}
	f.addGroups()
	f.addBridges()
	for k := range f.list {
		if f.list[k].class == namedPerson {
			f.persons++
		}
		for _, m := range f.list[k].mentions {
			f.heads = append(f.heads, head{int32(m.head), int32(k), m.bridge, m.Says})
		}
	}
	f.sortHeads()
	f.takeUp()
	f.findFirstPersons()
	return f
}

// findFirstPersons notes who of those with a name is mentioned first: three are enough to tell
// whether there are only two.
func (f *figures) findFirstPersons() {
	for _, h := range f.heads {
		if f.list[h.figure].class == namedPerson && !slices.Contains(f.firstPersons, h.figure) {
			if f.firstPersons = append(f.firstPersons, h.figure); len(f.firstPersons) == 3 {
				return
			}
		}
	}
}

// takeUp adds the definite nouns that take up a name, so that a pronoun after them means it too.
func (f *figures) takeUp() {
	n := len(f.heads)
	for k := len(f.Text.Entities); k < len(f.list); k++ {
		g := &f.list[k]
		g.taken = -1
		if !g.isPerson() && g.class != someBody {
			continue
		}
		f.Text.Sign.Look()
		for i := range g.mentions {
			m := &g.mentions[i]
			if !m.noun || m.det != nouns.Definite || m.head < m.first || m.head >= m.last {
				continue
			}
			q := question{noun: m.head, words: f.scratchTokens(m.first, m.head+1), stem: g.stem, agr: g.agr, nounKind: g.kind, own: k, bodies: bodies().nouns.of(g.stem)}
			e, s := f.guess(&q)
			if e < 0 || s != byKindOfBody && s != byLink {
				continue
			}
			if i == 0 {
				g.taken = e
			}
			f.bridge(int(e), mention{first: m.first, last: m.last, head: m.head, sentence: m.sentence, Standing: m.Standing, bridge: true})
			f.heads = append(f.heads, head{int32(m.head), e, true, m.Says})
		}
	}
	if len(f.heads) > n {
		f.sortHeads()
	}
}

// scratchTokens returns the tokens [first, last), until the next call.
func (f *figures) scratchTokens(first, last int) []int {
	f.tokens = f.tokens[:0]
	for t := first; t < last; t++ {
		f.tokens = append(f.tokens, t)
	}
	return f.tokens
}

func (f *figures) sortHeads() {
	slices.SortFunc(f.heads, func(a, b head) int { return cmp.Or(cmp.Compare(a.token, b.token), cmp.Compare(a.figure, b.figure)) })
}

// nounKey is what nouns have in common that can take each other up.
type nounKey struct {
	stem   string
	plural bool
}

// head is where a figure is mentioned.
type head struct {
	token, figure int32
	bridge, says  bool
}

// addBridges adds the pronouns and nouns that by the rules mean a figure.
func (f *figures) addBridges() {
	for i := range f.Places {
		p := &f.Places[i]
		t := p.First
		if f.PlaceAt(t) != p || f.NameAt(t) != nil {
			continue
		}
		r := &f.Referents[p.Referent]
		k := f.figureOf(r)
		group, several := f.groupOf[p.Referent]
		if several && (r.Entity >= 0 || r.Noun < 0) {
			k = group
		}
		if k < 0 || !several && r.Entity >= 0 && r.Agreement == nouns.Plural && f.Text.Entities[r.Entity].Number != extract.Plural || f.at[t] == k+1 {
			continue
		}
		m := mention{first: t, last: p.Last, head: t, sentence: f.Sentence[t], Standing: p.Standing, bridge: true}
		f.bridge(int(k), m)
	}
}

// figureOf returns the figure that a referent of the rules is, or -1.
func (f *figures) figureOf(r *discourse.Referent) int32 {
	if r.Entity < 0 && r.Noun >= 0 {
		return f.at[r.Noun] - 1
	}
	return int32(r.Entity)
}

// How many mentions a noun hands over, and how many who takes them has at most, which keeps the time
// linear.
const (
	mostSettled   = 32
	mostToSettled = 1000
)

// settle notes that the noun at token t means another figure, so that a pronoun after it does too.
func (f *figures) settle(noun, t int, k int32) {
	g := &f.list[noun]
	if g.entity >= 0 || g.meant != 0 || int(k) == noun || f.list[k].class == several || len(f.list[k].mentions) > mostToSettled {
		return
	}
	g.meant = k + 1
	first := f.mentionsBefore(noun, t)
	for _, m := range g.mentions[first:min(len(g.mentions), first+mostSettled)] {
		m.bridge, m.title = true, false
		f.bridge(int(k), m)
	}
}

// bridge adds a mention that is no name of figure k.
func (f *figures) bridge(k int, m mention) {
	list := f.list[k].mentions
	at := len(list)
	for at > 0 && list[at-1].head > m.head {
		at--
	}
	if at > 0 && list[at-1].head == m.head {
		return // the rules know it
	}
	f.list[k].mentions = slices.Insert(list, at, m)
}

func classOf(l entities.Label) figureClass {
	switch l {
	case entities.PER:
		return namedPerson
	case entities.ORG:
		return namedBody
	case entities.LOC:
		return namedPlace
	}
	return namedThing
}

// add adds a mention to figure k, behind those that it has.
func (f *figures) add(k int, m mention) {
	if f.list[k].mentions == nil { // most have one
		if len(f.room) == 0 {
			f.room = make([]mention, 32)
		}
		f.list[k].mentions, f.room = f.room[:0:1], f.room[1:]
	}
	f.list[k].mentions = append(f.list[k].mentions, m)
	f.at[m.head] = int32(k) + 1
}

// mentionAt describes the phrase [first, last) with a head.
func (f *figures) mentionAt(first, last, head int) mention {
	begin := min(first, f.PhraseBefore(head).First)
	return mention{first: first, last: last, head: head, sentence: f.Sentence[head], Standing: f.StandingOf(begin, head)}
}
