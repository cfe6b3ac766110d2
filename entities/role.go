package entities

import (
	"cmp"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// RoleKind says where a role stands.
type RoleKind uint8

// The kinds of roles.
const (
	Title       RoleKind = iota + 1 // before the name: Präsident Macron, der Autobauer BMW
	Apposition                      // behind it: Macron, der Präsident Frankreichs; Macron (Präsident); and before it with a comma
	Predicate                       // Scholz wurde Kanzler, trat als Kanzler zurück
	Affiliation                     // without a noun: Olaf Scholz (SPD), Eva Lang von der Universität Kiel
)

var roleKindNames = [...]string{"", "title", "apposition", "predicate", "affiliation"}

// String returns the kind's name, "title" for Title.
func (k RoleKind) String() string {
	if int(k) < len(roleKindNames) && k != 0 {
		return roleKindNames[k]
	}
	return "invalid"
}

// Role is what the text says an entity is: "Softbank-Chef", "französische
// Präsident", "Präsident der Weltbank", "SPD".
type Role struct {
	extract.Span // bytes: adjectives, noun and what hangs on it, without article
	Kind         RoleKind
	Noun         extract.Span // the noun; empty of an Affiliation
	Lemma        string       // of the noun, as in [Noun]; of an Affiliation the name
	Of           int          // the ID of the entity that the text gives the role in or for: Softbank, Frankreich, the Weltbank; -1 if it names none
}

// mentionAt is a mention by its tokens [first, last).
type mentionAt struct {
	extract.Span
	entity      int
	form        Form
	first, last int
}

// roleFinder finds the roles of a document's entities.
type roleFinder struct {
	*roleReader
	es       []Entity
	mentions []mentionAt // in order of the text, names first
	name     []int32     // for each token: 1 + the mention whose name covers it
	inside   []int32     // for each token: 1 + the first Part or Derived mention in it
	nounOf   []int32     // for each token: 1 + its noun
	list     []Noun
	first    int // the sentence
	last     int
}

// addRoles sets the roles of the entities of a document, each entity's in order
// of the text. It takes time linear in the text besides the document's tags and
// sorting the mentions.
func addRoles(d *extract.Document, es []Entity) {
	for i := range es {
		es[i].Roles = nil
	}
	if len(d.Tokens()) == 0 || len(es) == 0 {
		return
	}
	f := &roleFinder{roleReader: newRoleReader(d), es: es}
	f.locate()
	f.findNouns()
	k := 0
	for _, s := range d.Sentences() {
		f.first, f.last = s.First, s.Last
		for ; k < len(f.mentions) && f.mentions[k].first < s.Last; k++ {
			if m := &f.mentions[k]; m.form == Name && m.last <= s.Last && f.name[m.first] == int32(k)+1 {
				f.mention(m)
			}
		}
	}
	for i := range es {
		rs := es[i].Roles
		slices.SortStableFunc(rs, func(a, b Role) int { return cmp.Compare(a.Start, b.Start) })
		es[i].Roles = slices.CompactFunc(rs, func(a, b Role) bool { return a.Span == b.Span })
	}
}

// locate finds the tokens of the mentions.
func (f *roleFinder) locate() {
	for i := range f.es {
		for _, m := range f.es[i].Mentions {
			f.mentions = append(f.mentions, mentionAt{Span: m.Span, entity: i, form: m.Form})
		}
	}
	slices.SortStableFunc(f.mentions, func(a, b mentionAt) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.form, b.form))
	})
	ts := f.d.Tokens()
	f.name, f.inside = make([]int32, len(ts)), make([]int32, len(ts))
	t := 0
	for k := range f.mentions {
		m := &f.mentions[k]
		for t < len(ts) && ts[t].End <= m.Start {
			t++
		}
		m.first, m.last = t, t
		for m.last < len(ts) && ts[m.last].Start < m.End {
			m.last++
		}
		for i := m.first; i < m.last; i++ {
			switch {
			case m.form == Name && f.name[i] == 0:
				f.name[i] = int32(k) + 1
			case m.form != Name && f.inside[i] == 0:
				f.inside[i] = int32(k) + 1
			}
		}
	}
}

// findNouns reads the nouns that are no part of a name, and those of places.
func (f *roleFinder) findNouns() {
	f.nounOf = make([]int32, len(f.name))
	for _, p := range f.d.Paragraphs() {
		if p.Role == extract.Furniture {
			continue
		}
		for _, s := range f.d.Sentences()[p.First:p.Last] {
			if !slices.ContainsFunc(f.name[s.First:s.Last], func(n int32) bool { return n != 0 }) {
				continue // nobody that a noun could be linked to
			}
			for t := s.First; t < s.Last; t++ {
				if f.name[t] != 0 {
					continue
				}
				n, ok := f.noun(t, s.First, s.Last)
				if !ok {
					n, ok = f.placeNoun(t, s.First)
				}
				if ok && n.sense&senseNoRole == 0 {
					f.list = append(f.list, n)
					f.nounOf[t] = int32(len(f.list))
				}
			}
		}
	}
}

// placeNoun returns a noun such as Hauptstadt.
func (f *roleFinder) placeNoun(t, first int) (Noun, bool) {
	s := f.text(t)
	if f.tags[t].POS != extract.NOUN || len(s) < 3 || len(s) > wordlist.LongestWord {
		return Noun{}, false
	}
	sense, forms, _ := f.senseOf(s)
	if sense&sensePlace == 0 {
		return Noun{}, false
	}
	p := f.phraseBefore(t, first)
	if forms&p.forms != 0 {
		forms &= p.forms
	}
	return Noun{Span: f.d.Tokens()[t].Span, Token: t, Label: LOC, Plural: forms&singular == 0 || p.article == "die" && forms&feminine == 0, Lemma: f.d.Lemma(t), sense: sense, forms: forms}, true
}

// nounAt returns the noun at token t of the sentence, nil if there is none.
func (f *roleFinder) nounAt(t int) *Noun {
	if t < f.first || t >= f.last || f.nounOf[t] == 0 {
		return nil
	}
	return &f.list[f.nounOf[t]-1]
}

// nameAt returns the mention by name that covers token t, nil if there is none.
func (f *roleFinder) nameAt(t int) *mentionAt {
	if t < f.first || t >= f.last || f.name[t] == 0 {
		return nil
	}
	return &f.mentions[f.name[t]-1]
}

func (f *roleFinder) is(t int, texts ...string) bool {
	return t >= f.first && t < f.last && slices.Contains(texts, f.text(t))
}

// mention looks for the roles that stand around one mention.
func (f *roleFinder) mention(m *mentionAt) {
	label := f.es[m.entity].Label
	if label == MISC || label < PER {
		return
	}
	if f.genitive(m) {
		return // der Sprecher Merkels
	}
	start := f.title(m)
	end := f.brackets(m)
	if label == LOC {
		return
	}
	if start == m.first {
		f.titleWithComplement(m)
		start = f.phraseBefore(m.first, f.first).first // der 45-jährige Paul Horn
	}
	if f.is(end, ",") {
		f.apposition(m, end+1, f.last, false, start == f.first)
	}
	if label == PER {
		f.from(m, start, end)
	}
	if f.opensClause(start) {
		f.predicate(m, end)
	}
}

// genitive reports whether a mention has a genitive ending that no word of the
// entity's name has.
func (f *roleFinder) genitive(m *mentionAt) bool {
	s := f.d.Slice(m.Span)
	if last := s[strings.LastIndexByte(s, ' ')+1:]; last != "" {
		base, ok := wordlist.Genitive(last)
		if !ok {
			return false
		}
		if last[len(base)] != 's' {
			return true
		}
		with := false
		for w := range strings.FieldsSeq(f.es[m.entity].Name) {
			if w == last {
				return false
			}
			with = with || w == base || strings.HasSuffix(w, "-"+base)
		}
		return with
	}
	return false
}

// suits reports whether a noun can stand for what an entity is.
func (f *roleFinder) suits(n *Noun, entity int) bool {
	switch f.es[entity].Label {
	case PER:
		return n.sense&sensePerson != 0
	case ORG:
		return n.sense&senseOrg != 0
	case LOC:
		return n.sense&sensePlace != 0 || n.sense&sensePerson != 0 && n.sense&senseOrg != 0 // Gastgeber Italien
	}
	return false
}

// fits reports whether noun and first name agree in gender as well. Directly
// before a name the noun is right and the list of names is not: der Italiener
// Andrea Rossi.
func (f *roleFinder) fits(n *Noun, entity int) bool {
	if !f.suits(n, entity) || f.es[entity].Label != PER || n.Label != PER || n.Gender == GenderUnknown {
		return f.suits(n, entity)
	}
	g := f.genderOf(entity)
	return g == GenderUnknown || g == n.Gender
}

// genderOf returns the gender that a person's first name tells. A title tells it
// too, but may be the noun that is to be judged.
func (f *roleFinder) genderOf(entity int) Gender {
	first, _, more := strings.Cut(f.es[entity].Name, " ")
	if !more {
		return GenderUnknown
	}
	switch gazetteer.Lookup(first) & gazetteer.FirstName {
	case gazetteer.Male:
		return Masculine
	case gazetteer.Female:
		return Feminine
	}
	return GenderUnknown
}

// add gives an entity a role: a noun and the span of what belongs to it.
func (f *roleFinder) add(entity int, k RoleKind, n *Noun, first, last, of int) {
	if of == entity {
		of = -1
	}
	ts := f.d.Tokens()
	f.es[entity].Roles = append(f.es[entity].Roles, Role{
		Span: extract.Span{Start: ts[first].Start, End: ts[last-1].End}, Kind: k, Noun: n.Span, Lemma: n.Lemma, Of: of,
	})
}

// ownerBefore returns the entity that what stands before or in a noun names,
// and the first token of the role: the part of a compound, a genitive, an
// adjective of a place.
func (f *roleFinder) ownerBefore(n *Noun, p nounPhrase) (of, first int) {
	of, first = -1, p.adjectives
	for t := n.Token; t >= p.adjectives; t-- {
		if k := f.inside[t]; k != 0 {
			m := &f.mentions[k-1]
			if t < n.Token && m.form == Part {
				continue
			}
			if t == n.Token && m.form == Derived && m.End == n.End {
				continue // der Franzose is not of Frankreich, but from there
			}
			of = m.entity
			break
		}
	}
	if p.article == "" {
		if m := f.nameAt(p.first - 1); m != nil && m.last == p.first && f.genitive(m) {
			first = m.first
			if of < 0 || f.inside[n.Token] == 0 {
				of = m.entity
			}
		}
	}
	return of, first
}

// title finds the nouns directly before a name and returns where the phrase
// begins with them.
func (f *roleFinder) title(m *mentionAt) int {
	label := f.es[m.entity].Label
	k := m.first - 1
	if label == ORG && k >= f.first && f.d.Tokens()[k].Kind == extract.OpenQuote {
		k--
	}
	if label == PER {
		k = f.beforeTitles(k)
	}
	n := f.nounAt(k)
	if n == nil || !f.suits(n, m.entity) {
		return m.first
	}
	names := f.coordinated(m)
	p := f.phraseBefore(k, f.first)
	if n.Plural && len(names) == 1 && n.forms&singular == 0 && p.article != "" {
		return m.first
	}
	if p.first == k && k > f.first && len(names) == 1 && n.forms&nominative&singular == 0 && n.forms&plural != 0 {
		switch f.tags[k-1].POS {
		case extract.VERB, extract.AUX, extract.ADV:
			return m.first // Auch sollen Polizisten Knüppel getragen haben
		}
	}
	of, first := f.ownerBefore(n, p)
	if !n.Plural {
		names = names[:1]
	}
	for _, o := range names {
		if f.suits(n, o.entity) && label == f.es[o.entity].Label {
			f.add(o.entity, Title, n, first, k+1, of)
		}
	}
	// Parteichef und Vizekanzler
	if p.article == "" && p.first-2 >= f.first && f.is(p.first-1, "und", "sowie") && len(names) == 1 {
		if other := f.nounAt(p.first - 2); other != nil && !other.Plural && f.fits(other, m.entity) && (other.Gender == n.Gender || n.Plural) && other.Label == n.Label {
			q := f.phraseBefore(other.Token, f.first)
			of, first := f.ownerBefore(other, q)
			f.add(m.entity, Title, other, first, other.Token+1, of)
			return q.first
		}
	}
	return min(first, p.first)
}

// beforeTitles returns the last token up to k that is no form of address: in
// "Bürgermeister Dr. Lang" it is the mayor.
func (f *roleFinder) beforeTitles(k int) int {
	for k > f.first && (f.d.Tokens()[k].Kind == extract.Abbreviation && letters.IsUpper(f.text(k)) || f.is(k, "Dr", "Prof", "Herr", "Herrn", "Frau", "Sir", "Lord")) {
		k--
	}
	return k
}

// coordinated returns a mention and those that follow it in an enumeration.
func (f *roleFinder) coordinated(m *mentionAt) []*mentionAt {
	ms := []*mentionAt{m}
	for t := m.last; len(ms) < 8; {
		if f.is(t, "(") {
			t = f.bracketEnd(t)
		}
		if !f.is(t, ",", "und", "sowie", "oder") {
			break
		}
		next := f.nameAt(t + 1)
		if next == nil || next.first != t+1 || f.es[next.entity].Label != f.es[m.entity].Label {
			break
		}
		ms = append(ms, next)
		t = next.last
	}
	return ms
}

// bracketEnd returns the token behind the bracket that opens at t, t if it does
// not close soon.
func (f *roleFinder) bracketEnd(t int) int {
	for i := t + 1; i < f.last && i < t+longestBracket; i++ {
		if f.is(i, ")") {
			return i + 1
		}
	}
	return t
}

const longestBracket = 12

// brackets finds what stands in brackets behind a name and returns the token
// behind them.
func (f *roleFinder) brackets(m *mentionAt) int {
	t := m.last
	if !f.is(t, "(") {
		return t
	}
	end := f.bracketEnd(t)
	if end == t || f.es[m.entity].Label == LOC {
		return end
	}
	for from := t + 1; from < end-1; {
		to := from
		for to < end-1 && !f.is(to, ",", ";", "/") {
			to++
		}
		if f.is(to, "/") && f.nameAt(from) != nil && f.nameAt(from) == f.nameAt(to) { // CDU/CSU in three tokens
			to++
			for to < end-1 && !f.is(to, ",", ";") {
				to++
			}
		}
		f.bracketed(m, from, to)
		from = to + 1
	}
	return end
}

// bracketed looks at one part of what is in brackets.
func (f *roleFinder) bracketed(m *mentionAt, from, to int) {
	if from >= to {
		return
	}
	if o := f.nameAt(from); o != nil && o.first == from && o.last == to {
		if f.es[m.entity].Label == PER && o.entity != m.entity && (f.es[o.entity].Label == ORG || f.parties.Has(f.d.Slice(o.Span))) {
			f.affiliate(m.entity, o.Span, o.entity)
		}
		return
	}
	span := extract.Span{Start: f.d.Tokens()[from].Start, End: f.d.Tokens()[to-1].End}
	if f.es[m.entity].Label == PER && f.parties.Has(f.d.Slice(span)) {
		f.affiliate(m.entity, span, -1)
		return
	}
	f.apposition(m, from, to, true, false)
}

func (f *roleFinder) affiliate(entity int, s extract.Span, of int) {
	f.es[entity].Roles = append(f.es[entity].Roles, Role{Span: s, Kind: Affiliation, Noun: extract.Span{Start: s.Start, End: s.Start}, Lemma: f.d.Slice(s), Of: of})
}

// from finds "Eva Lang von der Universität Kiel sagte" and "sagte Eva Lang vom
// Mieterbund." What "von" tells elsewhere may be who did something to the person.
func (f *roleFinder) from(m *mentionAt, start, t int) {
	if !f.is(t, "von", "vom") {
		return
	}
	k := t + 1
	for k < f.last && k < t+4 && f.name[k] == 0 && (f.tags[k].POS == extract.DET || f.tags[k].POS == extract.ADJ) {
		k++
	}
	o := f.nameAt(k)
	if o == nil || o.first != k || f.es[o.entity].Label != ORG || o.last > f.last {
		return
	}
	finite := func(i int) bool { return i >= f.first && i < f.last && f.tags[i].VerbForm == extract.Finite }
	closed := o.last == f.last || f.is(o.last, ".", ",", ":", ";")
	if f.opensClause(start) && finite(o.last) || finite(start-1) && closed && f.d.Lemma(start-1) != "werden" {
		f.affiliate(m.entity, o.Span, o.entity)
	}
}

// apposition reads article, adjectives, noun and what hangs on it from token t
// on. In brackets it must end before token to, else with a comma or the like; if
// the mention opens the sentence, the comma may be missing before the verb.
func (f *roleFinder) apposition(m *mentionAt, t, to int, bracket, opens bool) {
	n, at := f.phrase(t, to)
	if n == nil || n.Plural && !f.singularHere(n) || !f.fits(n, m.entity) {
		return
	}
	p := f.phraseBefore(at, t)
	if p.first > t && !f.is(t, "ehemals", "damals", "zuletzt", "einst", "früher", "heute", "selbst", "derzeit", "seinerzeit", "zugleich") {
		return
	}
	end, of, _ := f.complement(at+1, to, true)
	type found struct {
		n           *Noun
		first, last int
		of          int
	}
	before, first := f.ownerBefore(n, p)
	list := []found{{n, first, end, pick(f.inside[at] != 0, before, of)}}
	for end < to && f.is(end, "und", "sowie") {
		o, k := f.phrase(end+1, to)
		if o == nil || !f.fits(o, m.entity) || o.Plural && !f.singularHere(o) {
			return
		}
		q := f.phraseBefore(k, end+1)
		if q.first > end+1 || q.article != "" && q.article != p.article {
			return // der Vater und die Mutter
		}
		start := end + 1
		end, of, _ = f.complement(k+1, to, true)
		before, _ := f.ownerBefore(o, q)
		list = append(list, found{o, max(start, q.adjectives), end, pick(f.inside[k] != 0, before, of)})
	}
	if bracket {
		if end != to {
			return
		}
	} else if end < to && !f.closes(end, m, p) && (!opens || f.tags[end].VerbForm != extract.Finite || p.article != "" && !strings.HasPrefix(p.article, "ein")) {
		return
	}
	for i, x := range list {
		if last := list[len(list)-1].of; x.of < 0 && i < len(list)-1 && x.last == x.n.Token+1 {
			x.of = last // Gründer und Chef von SpaceX
		}
		f.add(m.entity, Apposition, x.n, x.first, x.last, x.of)
	}
}

// pick prefers the owner in the compound to the one behind it, and that one to
// what stands before.
func pick(inside bool, before, behind int) int {
	if behind < 0 || inside && before >= 0 {
		return before
	}
	return behind
}

// singularHere reports whether a noun that looks like a plural can be a
// singular: in an apposition it mostly is.
func (f *roleFinder) singularHere(n *Noun) bool { return n.forms&singular != 0 }

// closes reports whether an apposition can end before token t.
func (f *roleFinder) closes(t int, m *mentionAt, p nounPhrase) bool {
	switch f.text(t) {
	case ".", ";", ")", ":", "!", "?", "“", "\"":
		return true
	case "–", "-", "(":
		return true
	case ",":
	default:
		return false
	}
	if next := f.nameAt(t + 1); next != nil && f.es[next.entity].Label == f.es[m.entity].Label {
		return false // an enumeration
	}
	// sagte Merkel, der Präsident, der ...
	if p.article != "" && m.first > f.first && f.tags[m.first-1].VerbForm == extract.Finite && t+1 < f.last && (f.tags[t+1].STTS() == "PRELS" || f.tags[t+1].STTS() == "KOUS") {
		return false
	}
	return true
}

// phrase returns the noun of the phrase that begins at token t, and its token.
func (f *roleFinder) phrase(t, to int) (*Noun, int) {
	for i := t; i < to && i < t+longestPhrase; i++ {
		if n := f.nounAt(i); n != nil {
			return n, i
		}
		switch f.tags[i].STTS() {
		case "ART", "ADJA", "ADV", "ADJD", "PPOSAT", "CARD":
			continue
		case "$,", "KON":
			if i > t && f.tags[i-1].STTS() == "ADJA" && i+1 < to && f.tags[i+1].STTS() == "ADJA" {
				continue
			}
		}
		if m := f.nameAt(i); m != nil && f.genitive(m) {
			continue // Deutschlands erste Kanzlerin
		}
		break
	}
	return nil, t
}

// complement returns the end of what hangs on a noun that ends before token t:
// genitives, phrases with von, für and, if wide is set, other prepositions. of
// is the first entity that it names, person whether its last noun stands for a
// person, to whom a name behind it would belong.
func (f *roleFinder) complement(t, to int, wide bool) (end, of int, person bool) {
	of = -1
	limit := min(to, t+longestComplement)
	for phrases := 0; phrases < 4; phrases++ {
		next, entity, p := f.complementPhrase(t, limit, wide, phrases > 0)
		if next == t {
			break
		}
		if of < 0 && (phrases == 0 || f.d.Tokens()[t].Kind == extract.OpenQuote) {
			of = entity
		}
		t, person = next, p
	}
	return t, of, person
}

const longestComplement = 16

// complementPhrase reads one phrase at token t; inner says that it is not the
// first.
func (f *roleFinder) complementPhrase(t, to int, wide, inner bool) (end, of int, person bool) {
	if t >= to {
		return t, -1, false
	}
	switch w := f.text(t); w {
	case "der", "des", "eines", "einer", "dieser", "dieses", "seiner", "seines", "ihrer", "ihres", "unserer", "unseres", "beider":
		return f.object(t, t, to)
	case "von", "vom", "für":
		return f.object(t, t+1, to)
	case "(":
		if k := f.bracketEnd(t); wide && k > t && k <= to {
			return k, -1, false
		}
	case "in", "im", "bei", "beim", "aus", "am", "an", "zu", "zur", "zum", "auf", "über", "mit", "seit", "nach", "gegen", "unter", "um":
		if wide {
			return f.object(t, t+1, to)
		}
	case "und", "sowie":
		if k := t + 1; inner && k < to && f.isNoun(k) && f.nounAt(k) == nil && f.name[k] == 0 && f.isNoun(t-1) {
			return k + 1, -1, false // Minister für Wirtschaft und Technik
		}
	default:
		if m := f.nameAt(t); wide && m != nil && m.first == t && m.last <= to && f.genitive(m) {
			return m.last, m.entity, false
		}
		if k := f.d.Tokens()[t].Kind; wide && k == extract.OpenQuote {
			for i := t + 1; i < to; i++ {
				if f.d.Tokens()[i].Kind != extract.CloseQuote {
					continue
				}
				if m := f.nameAt(t + 1); m != nil && m.last == i {
					return i + 1, m.entity, false
				}
				return i + 1, -1, false
			}
		}
	}
	return t, -1, false
}

// object returns the end of the article, adjectives and nouns or name at token t
// that hang on what stands at token from, from if there are none.
func (f *roleFinder) object(from, t, to int) (end, of int, person bool) {
	of = -1
	for t < to && f.name[t] == 0 {
		s := f.tags[t].STTS()
		if s != "ART" && s != "ADJA" && s != "PPOSAT" && s != "CARD" && s != "PDAT" && s != "PIAT" && !(f.d.Tokens()[t].Kind == extract.Ordinal) && f.tags[t].POS != extract.DET {
			break
		}
		t++
	}
	nouns := t
	if t < to && f.d.Tokens()[t].Kind == extract.OpenQuote { // der Zeitung „Die Welt“
		if m := f.nameAt(t + 1); m != nil && m.last < to && f.d.Tokens()[m.last].Kind == extract.CloseQuote {
			return m.last + 1, m.entity, false
		}
	}
	for t < to {
		if m := f.nameAt(t); m != nil && m.first == t && m.last <= to {
			if t > nouns && (f.es[m.entity].Label == PER || person) {
				break // des Landes Emmanuel Macron
			}
			if of < 0 {
				of = m.entity
			}
			t = m.last
			if person = f.es[m.entity].Label == PER; person {
				break
			}
			continue // the name may go on: Emsland Stärke GmbH
		}
		if f.tags[t].POS != extract.NOUN && f.tags[t].POS != extract.PROPN && f.d.Tokens()[t].Kind != extract.Number {
			break
		}
		if t > nouns && f.tags[t].POS == extract.NOUN && f.tags[t-1].POS == extract.NOUN {
			break
		}
		n := f.nounAt(t)
		person = n != nil && n.sense&sensePerson != 0
		t++
	}
	if t == nouns {
		return from, -1, false
	}
	return t, of, person
}

// titleWithComplement finds "Präsident der Weltbank Ajay Banga" and "die Chefin
// der Bank, Eva Lang,".
func (f *roleFinder) titleWithComplement(m *mentionAt) {
	if f.es[m.entity].Label != PER {
		return
	}
	k := f.beforeTitles(m.first - 1)
	comma := f.is(k, ",")
	if comma {
		k--
		end := m.last
		if f.is(end, "(") {
			end = f.bracketEnd(end)
		}
		if !f.is(end, ",") && end < f.last && !f.is(end, ".") {
			return
		}
		if next := f.nameAt(end + 1); next != nil && f.es[next.entity].Label == PER {
			return
		}
	}
	for t := k; t >= f.first && t > k-longestComplement; t-- {
		n := f.nounAt(t)
		if n == nil || !f.fits(n, m.entity) || n.sense&sensePerson == 0 {
			if o := f.nameAt(t); o != nil && f.es[o.entity].Label != PER {
				t = o.first // its commas end nothing
				continue
			}
			if f.tags[t].VerbForm == extract.Finite || f.is(t, ",", ":", ";") || f.isPerson(t) {
				return
			}
			continue
		}
		if n.Plural {
			return
		}
		end, of, person := f.complement(t+1, k+1, comma)
		if end != k+1 || !comma && (end == t+1 || person) {
			return
		}
		p := f.phraseBefore(t, f.first)
		if outer := f.nounAt(p.first - 1); comma && outer != nil && outer.sense&sensePerson != 0 && (p.article == "des" || p.article == "der") {
			continue // der Bruder des Papstes, Georg Lang,
		}
		if comma && p.article == "" && !f.opensClause(p.first) {
			return
		}
		before, first := f.ownerBefore(n, p)
		kind := Title
		if comma {
			kind = Apposition
		}
		f.add(m.entity, kind, n, first, end, pick(f.inside[t] != 0, before, of))
		return
	}
}

// isPerson reports whether token t is part of a person's name.
func (f *roleFinder) isPerson(t int) bool {
	m := f.nameAt(t)
	return m != nil && f.es[m.entity].Label == PER
}

// opensClause reports whether a phrase that begins at token t stands where the
// subject of a main clause can: nothing of the clause is before it.
func (f *roleFinder) opensClause(t int) bool {
	return t == f.first || f.d.Tokens()[t-1].Kind == extract.OpenQuote || f.is(t-1, "und", "aber", "doch", "denn", "–", ":", ",", ")") && !f.isNoun(max(f.first, t-2))
}

// predicate finds "Scholz ist Kanzler", "wurde zum Präsidenten gewählt" and
// "trat als Ministerin zurück" behind a subject that ends before token v.
func (f *roleFinder) predicate(m *mentionAt, v int) {
	if v >= f.last || f.tags[v].VerbForm != extract.Finite || f.tags[v].Numerus == extract.Plural || f.tags[v].Mood == extract.Subjunctive {
		return
	}
	t := v + 1
	copula := f.copulas.Has(f.text(v))
	for i := t; i < f.last && i < v+longestComplement; i++ {
		if f.isPerson(i) || f.is(i, ",", ";", ":", "nicht", "nie", "kein", "keine", "niemals") {
			return
		}
		direct := copula && (i == t || f.skippable(t, i))
		switch {
		case f.is(i, "zum", "zur") && copula:
		case f.is(i, "als"):
		case direct:
			if n, at := f.phrase(i, f.last); n != nil && f.complete(m, n, i, at, nil) {
				return
			}
			continue
		default:
			continue
		}
		n, at := f.phrase(i+1, f.last)
		if n == nil {
			return
		}
		f.complete(m, n, i+1, at, func(end int) bool {
			if end < f.last && (f.tags[end].VerbForm == extract.Participle) && copula && f.taken.Has(f.text(end)) {
				return true
			}
			return !f.is(i, "zum", "zur") && f.holding.Has(f.d.Lemma(v))
		})
		return
	}
}

// skippable reports whether the tokens [from, to) say only when or how.
func (f *roleFinder) skippable(from, to int) bool {
	for i := from; i < to; i++ {
		switch f.tags[i].STTS() {
		case "ADV", "ADJD", "CARD":
		case "APPR":
			if !f.is(i, "seit", "ab", "von", "bis") {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// complete adds the role of a predicate whose phrase begins at token t and whose
// noun is at token at, if the clause ends with it or closed says so.
func (f *roleFinder) complete(m *mentionAt, n *Noun, t, at int, closed func(end int) bool) bool {
	if n.Plural && !f.singularHere(n) || !f.fits(n, m.entity) || at+1 < f.last && f.name[at+1] != 0 {
		return false
	}
	p := f.phraseBefore(at, t)
	if p.first > t || closed == nil && n.forms&nominative == 0 {
		return false
	}
	end, of, _ := f.complement(at+1, f.last, true)
	if closed != nil {
		if !closed(end) {
			return false
		}
	} else if end < f.last && !f.is(end, ".", ",", ";", "und", "!", "–", ")", ":", "gewesen", "geworden") {
		return false
	}
	before, first := f.ownerBefore(n, p)
	f.add(m.entity, Predicate, n, first, end, pick(f.inside[at] != 0, before, of))
	return true
}
