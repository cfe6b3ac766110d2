package who

import (
	"cmp"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// figure is somebody or something in a text that may be who says a claim: an entity, or
// what noun phrases stand for.
type figure struct {
	entity int // or -1
	class  figureClass
	agr    nouns.Agreement
	stem   string // of the noun that the first phrase stands around
	lemma  string
	kind   nounKind // of that noun
	bodies bodyKinds

	members     []int32 // of several
	taken       int32   // the entity that the noun takes up where it stands first, or -1
	description bool    // a noun that says what somebody is: Jährige, Sachse
	mentions    []mention
	phrase      phraseName
	name        string // of the first phrase; filled when it is needed
}

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
	clause      int32
	standing
	title  bool // the noun before its name
	noun   bool // a noun, no name
	bridge bool // a pronoun or a noun that by the rules means it
	det    nouns.Determination
}

// figures are all of a text, entities first.
type figures struct {
	*Discourse
	list []figure
	at   []int32 // by token: 1 + the figure whose head it is, or whose name covers it

	heads   []head  // in order of the text
	near    []near  // by figure
	seen    []int32 // scratch of candidates
	persons int     // that have names
	room    []mention

	tokens  []int            // scratch
	last    int32            // who spoke last, or -1
	groups  map[string]int32 // figures that are several, by name
	groupOf map[int32]int32  // and by the referent that the rules take them for
}

// figureEvery is how many tokens, in nine of ten articles, there are at least for each figure without
// a name.
const figureEvery = 5

func (x *Discourse) findFigures() *figures {
	f := &figures{Discourse: x, last: -1, list: make([]figure, len(x.text.Entities), len(x.text.Entities)+len(x.ws)/figureEvery), at: make([]int32, len(x.ws))}
	for i := range f.list {
		e := &x.text.Entities[i]
		f.list[i] = figure{entity: i, class: classOf(e.Label), agr: x.refs[i].agr}
	}
	last := make(map[nounKey]int) // the last figure
	for t := range x.ws {
		x.text.Sign.Look()
		if k := x.nameOf[t]; k != 0 {
			m := &x.names[k-1]
			if m.first == t {
				f.add(m.entity, f.mentionAt(m.first, m.last, t))
			}
			for i := t; i < m.last; i++ {
				f.at[i] = int32(m.entity) + 1
			}
			continue
		}
		if x.ws[t].Kind == extract.Word && t+2 < len(x.ws) && x.ws[t+1].Kind == extract.OpenQuote && x.reader.Determiner(x.ws[t].Lower()) != 0 {
			f.addQuoted(t)
		}
		if x.nounOf[t] == 0 && (x.tags[t].POS != extract.NOUN || x.ws[t].Kind != extract.Word) {
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
			f.heads = append(f.heads, head{int32(m.head), int32(k), m.bridge, m.says})
		}
	}
	f.sortHeads()
	f.takeUp()
	return f
}

// takeUp adds the definite nouns that take up a name, so that a pronoun after them means it too.
func (f *figures) takeUp() {
	x := f.Discourse
	n := len(f.heads)
	for k := len(x.text.Entities); k < len(f.list); k++ {
		g := &f.list[k]
		g.taken = -1
		if g.class != somePerson && g.class != someBody && !g.description {
			continue
		}
		x.text.Sign.Look()
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
			f.bridge(int(e), mention{first: m.first, last: m.last, head: m.head, sentence: m.sentence, clause: m.clause, standing: m.standing, bridge: true})
			f.heads = append(f.heads, head{int32(m.head), e, true, m.says})
		}
	}
	if len(f.heads) > n {
		f.sortHeads()
	}
}

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
	x := f.Discourse
	for i := range x.places {
		p := &x.places[i]
		t := p.first
		if x.placeAt[t] != int32(i)+1 || x.nameOf[t] != 0 {
			continue
		}
		r := &x.refs[p.ref]
		k := int32(r.entity)
		group, several := f.groupOf[p.ref]
		if k < 0 && r.noun >= 0 {
			k = f.at[r.noun] - 1
		} else if several {
			k = group
		}
		if k < 0 || !several && r.entity >= 0 && r.agr == nouns.Plural && x.text.Entities[r.entity].Number != extract.Plural || f.at[t] == k+1 {
			continue
		}
		m := mention{first: t, last: p.last, head: t, sentence: x.sentence[t], clause: x.clause[t], standing: p.standing, bridge: true}
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

// addNoun adds what the noun at token t stands for.
func (f *figures) addNoun(t int, last map[nounKey]int) {
	x := f.Discourse
	var n *nouns.Noun
	if x.nounOf[t] != 0 {
		n = &x.nouns[x.nounOf[t]-1]
		if e, ok := x.roleOf[n.Start]; ok {
			m := f.mentionAt(t, t+1, t)
			m.title, m.noun = true, true
			f.add(e, m)
			return
		}
	}
	g := figure{entity: -1, phrase: f.phraseAround(t)}
	if n != nil {
		g.lemma, g.agr = n.Lemma, x.agreementOf(n)
		g.class = [...]figureClass{nouns.Person: somePerson, nouns.Body: someBody, nouns.Place: somePlace}[n.Kind]
	} else {
		g.lemma, g.agr, g.class = x.text.Doc.Lemma(t), x.nounAgreement(t), someThing
		if x.tags[t].Number == extract.Plural {
			g.agr = nouns.Plural
		}
	}
	if g.agr != nouns.Plural && x.isPluralHere(t, n, g.phrase) {
		g.agr = nouns.Plural
	}
	g.stem = stemOf(g.lemma)
	g.kind = holders().kindOfStem(g.stem)
	if g.kind&kindDescription != 0 || x.isPeople(g.lemma) {
		g.description = true
		if g.class == someThing {
			g.class = somePerson
		}
	}
	if n == nil && g.kind&(kindsOfOrganisation|kindOrganisation) != 0 {
		g.class = someBody
	}
	if g.kind&kindWords != 0 {
		g.class = someText
	}
	if g.class == someBody || g.class == somePlace {
		g.bodies = bodies().nouns.of(g.stem) | bodies().names.of(g.lemma)
	}
	m := f.mentionAt(g.phrase.first, g.phrase.end, t)
	m.noun, m.det = true, x.phraseOf(t).Determination
	key := nounKey{g.stem, g.agr == nouns.Plural}
	k, ok := last[key]
	if e := x.apposed(t, g.phrase, m.det); e >= 0 && g.class != someText {
		last[key] = e
		f.add(e, m)
		return
	}
	same := ok && m.det != nouns.Indefinite && !(m.det == nouns.Bare && g.agr == nouns.Plural) && (g.phrase.end == t+1 || f.list[k].entity < 0 && f.complement(g.phrase) == f.complement(f.list[k].phrase))
	if !same {
		f.list = append(f.list, g)
		k = len(f.list) - 1
		last[key] = k
	}
	f.add(k, m)
	if g.kind&kindWords != 0 {
		f.addFront(t, m)
	}
	f.addQuoted(t)
}

// isPluralHere reports whether a noun that could be one or several is several: bare as no
// single person is (Zeugen sagten), or after an article that fits no single one.
func (x *Discourse) isPluralHere(t int, n *nouns.Noun, p phraseName) bool {
	f := nouns.Features(x.ws[t].Text)
	if !f.HasAny(lexicon.Plural) {
		return false
	}
	if base, ok := strings.CutSuffix(x.ws[t].Text, "n"); ok && !nominative(nouns.Entry(x.ws[t].Text), lexicon.Singular) && nominative(nouns.Entry(base), lexicon.Plural) && (x.tags[p.first].STTS() != "ART" || x.ws[p.first].Lower() == "den") {
		return true // Kreisen, den Berichten
	}
	if strings.HasSuffix(x.ws[t].Text, "kreise") && !strings.HasPrefix(x.ws[p.first].Lower(), "de") {
		return true // Verbandskreise, of people
	}
	switch x.ws[p.first].Lower() {
	case "die":
		return p.first < t && !f.HasAny(lexicon.Feminine)
	}
	return p.first == t && p.adjectives == t && n != nil && n.Kind == nouns.Person && !n.Plural && x.ws[t].Text != n.Lemma &&
		(t+1 >= len(x.ws) || x.nameOf[t+1] == 0) && (t == 0 || !x.ws[t-1].Capital || x.ws[t].Small) && strings.HasSuffix(x.ws[t].Text, "n")
}

// apposed returns the person whose name stands before a noun in apposition, or -1: Sarah Stein,
// Kulturförderin der Stadt.
func (x *Discourse) apposed(t int, p phraseName, det nouns.Determination) int {
	i := p.adjectives - 1
	if det != nouns.Bare || i < 1 || x.ws[i].Text != "," || x.sentence[i] != x.sentence[t] || x.nameOf[i-1] == 0 {
		return -1
	}
	if end := p.end; end >= len(x.ws) || x.sentence[end] != x.sentence[t] || !x.text.IsPunct(end, ",.;:") && x.ws[end].Kind != extract.CloseQuote {
		return -1
	}
	m := &x.names[x.nameOf[i-1]-1]
	if m.genitive || x.text.Entities[m.entity].Label != entities.PER || x.tags[t].Number == extract.Plural {
		return -1
	}
	return m.entity
}

func (f *figures) complement(p phraseName) string {
	if p.end == p.head+1 {
		return ""
	}
	return f.text.Doc.Slice(f.text.Span(p.head+1, p.end))
}

// mentionAt describes the phrase [first, last) with a head.
func (f *figures) mentionAt(first, last, head int) mention {
	x := f.Discourse
	m := mention{first: first, last: last, head: head, sentence: x.sentence[head], clause: x.clause[head], standing: standing{quoted: x.ws[head].Quoted}}
	begin := min(first, x.phraseBefore(head).First)
	for b := head; b >= begin; b-- {
		if end := x.subjects[b]; end > head {
			m.subject, m.says = true, x.saying[b]
		}
	}
	if begin > 0 {
		switch before := &x.ws[begin-1]; {
		case before.Text == "(":
			m.owner = true
		case before.Function == syntax.Preposition:
			m.oblique = true
		case begin < head && syntax.Genitive(x.ws[begin].Lower()) && before.Capital && !before.Finite && x.sentence[begin-1] == m.sentence:
			m.owner = true
		}
	}
	if k := x.nameOf[head]; k != 0 && x.names[k-1].genitive {
		m.owner = true
	}
	if m.owner || m.oblique {
		m.subject, m.says = false, false
	}
	return m
}
