package entities

import (
	"cmp"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/enum"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// RoleKind says where a role stands.
type RoleKind uint8

// The kinds of roles.
const (
	RoleTitle       RoleKind = iota + 1 // before the name: Präsident Macron, der Autobauer BMW
	RoleApposition                      // after it: Macron, der Präsident Frankreichs; Macron (Präsident); and before it with a comma
	RolePredicate                       // Scholz wurde Kanzler, trat als Kanzler zurück
	RoleAffiliation                     // without a noun: Olaf Scholz (SPD), Eva Lang von der Universität Kiel
)

var roleKindNames = enum.Names[RoleKind]{What: "kind of role", Names: []string{"", "title", "apposition", "predicate", "affiliation"}}

// String returns the name, "title" for RoleTitle.
func (k RoleKind) String() string { return roleKindNames.String(k) }

// MarshalText returns the name; a number without one is an error.
func (k RoleKind) MarshalText() ([]byte, error) { return roleKindNames.MarshalText(k) }

// UnmarshalText sets the kind of role by its name. The error of an unknown one tells which there are.
func (k *RoleKind) UnmarshalText(name []byte) error { return roleKindNames.UnmarshalText(k, name) }

// RoleKinds returns the kinds of roles.
func RoleKinds() []RoleKind { return roleKindNames.Values() }

// Role is what the text says an entity is: "Softbank-Chef", "französische
// Präsident", "Präsident der Weltbank", "SPD".
type Role struct {
	extract.Span // bytes: adjectives, noun and what hangs on it, without article
	Kind         RoleKind
	Noun         extract.Span // the noun; empty of an Affiliation
	Lemma        string       // of the noun, as in [Noun]; of an Affiliation the name
	Of           ID           // the entity that the text gives the role in or for: Softbank, Frankreich, the Weltbank; 0 if it names none
}

// addRoles sets the roles of the entities of a document, each entity's in order
// of the text. It takes time linear in the text besides the document's tags and
// sorting the mentions.
func addRoles(d *extract.Document, es []Entity, sign *stop.Sign) {
	for i := range es {
		es[i].Roles = nil
	}
	if len(d.Tokens()) == 0 || len(es) == 0 {
		return
	}
	f := &roleFinder{Reader: nouns.NewReader(d, nil), d: d, tags: d.Tags(), es: es, sign: sign}
	f.locate()
	f.findNouns()
	k := 0
	for _, s := range d.Sentences() {
		sign.Look()
		f.first, f.last = s.First, s.Last
		for ; k < len(f.mentions) && f.mentions[k].First < s.Last; k++ {
			if m := &f.mentions[k]; m.Form == FormName && m.Last <= s.Last && f.name[m.First] == int32(k)+1 {
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

// locate tells of each token which mentions it lies in.
func (f *roleFinder) locate() {
	for i := range f.es {
		for _, m := range f.es[i].Mentions {
			f.mentions = append(f.mentions, mentionOf{m, i})
		}
	}
	slices.SortStableFunc(f.mentions, func(a, b mentionOf) int {
		f.sign.Look()
		return cmp.Or(byPlace(a.Span, b.Span), cmp.Compare(a.Form, b.Form))
	})
	n := len(f.d.Tokens())
	f.name, f.inside = make([]int32, n), make([]int32, n)
	for k := range f.mentions {
		f.sign.Look()
		m := &f.mentions[k]
		for i := m.First; i < m.Last; i++ {
			switch {
			case m.Form == FormName && f.name[i] == 0:
				f.name[i] = int32(k) + 1
			case m.Form != FormName && f.inside[i] == 0:
				f.inside[i] = int32(k) + 1
			}
		}
	}
}

// findNouns reads the nouns that are no part of a name, and those of places.
func (f *roleFinder) findNouns() {
	f.nounOf = make([]int32, len(f.name))
	for _, p := range f.d.Paragraphs() {
		if p.Kind == extract.Furniture {
			continue
		}
		for _, s := range f.d.Sentences()[p.First:p.Last] {
			f.sign.Look()
			if !slices.ContainsFunc(f.name[s.First:s.Last], func(n int32) bool { return n != 0 }) {
				continue // nobody that a noun could be linked to
			}
			for t := s.First; t < s.Last; t++ {
				if f.name[t] != 0 {
					continue
				}
				n, ok := f.Noun(t, s.First, s.Last)
				if !ok {
					n, ok = f.Place(t, s.First)
				}
				if ok && !n.NoRole() {
					f.list = append(f.list, n)
					f.nounOf[t] = int32(len(f.list))
				}
			}
		}
	}
}

// apposition reads article, adjectives, noun and what hangs on it from token t
// on. In brackets it must end before token to, else with a comma or the like; if
// the mention opens the sentence, the comma may be missing before the verb.
func (f *roleFinder) apposition(m *mentionOf, t, to int, bracket, opens bool) {
	n, at := f.phrase(t, to)
	if n == nil || n.Plural && !f.singularHere(n) || !f.fits(n, m.entity) {
		return
	}
	p := f.Before(at, t)
	if p.First > t && !f.Early.Has(f.text(t)) {
		return
	}
	end, of, _ := f.complement(at+1, to, true)
	type found struct {
		n           *nouns.Noun
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
		q := f.Before(k, end+1)
		if q.First > end+1 || q.Article != "" && q.Article != p.Article {
			return // der Vater und die Mutter
		}
		start := end + 1
		end, of, _ = f.complement(k+1, to, true)
		before, _ := f.ownerBefore(o, q)
		list = append(list, found{o, max(start, q.Adjectives), end, pick(f.inside[k] != 0, before, of)})
	}
	if bracket {
		if end != to {
			return
		}
	} else if end < to && !f.closes(end, m, p) && (!opens || f.tags[end].VerbForm != extract.Finite || p.Article != "" && !strings.HasPrefix(p.Article, "ein")) {
		return
	}
	for i, x := range list {
		if last := list[len(list)-1].of; x.of < 0 && i < len(list)-1 && x.last == x.n.Token+1 {
			x.of = last // Gründer und Chef von SpaceX
		}
		f.add(m.entity, RoleApposition, x.n, x.first, x.last, x.of)
	}
}

// closes reports whether an apposition can end before token t.
func (f *roleFinder) closes(t int, m *mentionOf, p nouns.Phrase) bool {
	switch f.text(t) {
	case ".", ";", ")", ":", "!", "?", "“", "\"", "–", "-", "(":
		return true
	case ",":
	default:
		return false
	}
	if next := f.nameAt(t + 1); next != nil && f.es[next.entity].Label == f.es[m.entity].Label {
		return false // an enumeration
	}
	// sagte Merkel, der Präsident, der ...
	if p.Article != "" && m.First > f.first && f.tags[m.First-1].VerbForm == extract.Finite && t+1 < f.last && (f.tags[t+1].STTS() == "PRELS" || f.tags[t+1].STTS() == "KOUS") {
		return false
	}
	return true
}

// phrase returns the noun of the phrase that begins at token t, and its token.
func (f *roleFinder) phrase(t, to int) (*nouns.Noun, int) {
	for i := t; i < to && i < t+nouns.LongestPhrase; i++ {
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

// brackets finds what stands in brackets after a name and returns the token
// after them.
func (f *roleFinder) brackets(m *mentionOf) int {
	t := m.Last
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
func (f *roleFinder) bracketed(m *mentionOf, from, to int) {
	if from >= to {
		return
	}
	if o := f.nameAt(from); o != nil && o.First == from && o.Last == to {
		if f.es[m.entity].Label == PER && o.entity != m.entity && (f.es[o.entity].Label == ORG || isListedParty(f.d.Slice(o.Span))) {
			f.affiliate(m.entity, o.Span, o.entity)
		}
		return
	}
	span := extract.Span{Start: f.d.Tokens()[from].Start, End: f.d.Tokens()[to-1].End}
	if f.es[m.entity].Label == PER && isListedParty(f.d.Slice(span)) {
		f.affiliate(m.entity, span, -1)
		return
	}
	f.apposition(m, from, to, true, false)
}

// isListedParty reports whether a list has a party of exactly this name.
func isListedParty(name string) bool {
	return slices.ContainsFunc(wordlist.Load().Names[wordlist.KeyOf(name)], func(n wordlist.Listed) bool {
		return n.Party && n.Exact == name
	})
}

// bracketEnd returns the token after the bracket that opens at t, t if it does
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

// from finds "Eva Lang von der Universität Kiel sagte" and "sagte Eva Lang vom
// Mieterbund." What "von" tells elsewhere may be who did something to the person.
func (f *roleFinder) from(m *mentionOf, start, t int) {
	if !f.is(t, "von", "vom") {
		return
	}
	k := t + 1
	for k < f.last && k < t+4 && f.name[k] == 0 && (f.tags[k].POS == extract.DET || f.tags[k].POS == extract.ADJ) {
		k++
	}
	o := f.nameAt(k)
	if o == nil || o.First != k || f.es[o.entity].Label != ORG || o.Last > f.last {
		return
	}
	finite := func(i int) bool { return i >= f.first && i < f.last && f.tags[i].VerbForm == extract.Finite }
	closed := o.Last == f.last || f.is(o.Last, ".", ",", ":", ";")
	if f.opensClause(start) && finite(o.Last) || finite(start-1) && closed && f.d.Lemma(start-1) != "werden" {
		f.affiliate(m.entity, o.Span, o.entity)
	}
}
