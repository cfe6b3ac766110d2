package who

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// addGroups adds the figures that are several: who is named together somewhere, whom "sie"
// or "die Autorinnen" can mean later.
func (f *figures) addGroups() {
	for i := range f.Places {
		p := &f.Places[i]
		r := &f.Referents[p.Referent]
		if r.Entity < 0 || r.Agreement != nouns.Plural || f.Text.Entities[r.Entity].Number == extract.Plural {
			continue
		}
		if m := f.NameAt(p.First); m == nil || p.Last <= m.Last {
			continue
		}
		k := f.group(claim.Tokens(p.First, p.Last))
		if k < 0 {
			continue
		}
		if f.groupOf == nil {
			f.groupOf = make(map[int32]int32)
		}
		f.groupOf[p.Referent] = k
	}
}

// group returns the figure of several that the words of a speaker name, joined by und, or -1.
func (f *figures) group(ws []int) int32 {
	and := f.lastAnd(ws)
	if and < 1 || f.at[ws[and]] != 0 {
		return -1
	}
	members := f.membersOf(ws, and)
	if len(members) < 2 || f.oneAndTheSame(members[len(members)-2], members[len(members)-1], ws[and:]) {
		return -1
	}
	if g := &f.list[members[0]]; g.entity < 0 && g.phrase.End > ws[and] {
		return -1 // Politiker von SPD und Grünen
	}
	return f.addGroup(members, ws[0], ws[len(ws)-1]+1)
}

// oneAndTheSame reports whether an und, the first of some words, joins two words for one person:
// a second noun without an article of its own, as in Meier, ein früherer Ruderer und Mäzen.
func (f *figures) oneAndTheSame(a, b int32, ws []int) bool {
	g := &f.list[b]
	if g.class != somePerson || g.agr == nouns.Plural {
		return false
	}
	second := f.mentionsBefore(int(b), ws[0])
	if second == len(g.mentions) || g.mentions[second].head > ws[len(ws)-1] || g.mentions[second].det != nouns.Bare {
		return false // ein Bäcker, eine Lehrerin und er
	}
	before := &f.list[a]
	first := f.mentionsBefore(int(a), ws[0]) - 1
	return before.entity >= 0 || first >= 0 && before.mentions[first].det != nouns.Bare
}

// lastAnd returns where the last und stands among words, outside of brackets, or -1.
func (f *figures) lastAnd(ws []int) int {
	and, depth := -1, 0
	for i, t := range ws {
		switch f.Words[t].Text {
		case "(":
			depth++
		case ")":
			depth--
		case "und", "sowie":
			if depth == 0 {
				and = i
			}
		}
	}
	return and
}

// membersOf returns the figures that words with an und at ws[and] join: the first one after each
// comma and und.
func (f *figures) membersOf(ws []int, and int) (members []int32) {
	fresh, depth := true, 0
	for i, t := range ws {
		switch f.Words[t].Text {
		case "(":
			depth++
			continue
		case ")":
			depth--
			continue
		case ",":
			fresh = depth == 0 && i < and
			continue
		case "und", "sowie":
			fresh = depth == 0
			continue
		}
		if f.Words[t].Function == syntax.Preposition { // Angaben von Polizei und Feuerwehr
			fresh = fresh && len(members) == 0 && i > 0 && f.isText(ws[i-1])
		}
		k := f.at[t] - 1
		if !fresh || depth > 0 || k < 0 || f.isText(t) || f.goesOn(t) {
			continue
		}
		if slices.Contains(members, k) { // Meier, Präsident der Uni
			fresh = false
			continue
		}
		if f.isTitle(ws, i) {
			if f.NounAt(t) == nil && discourse.KindOfNoun(f.Text.Doc.Lemma(t))&discourse.KindDescription == 0 {
				return nil // Kommissar für Erweiterung und Nachbarschaftspolitik Olaf Reich
			}
			continue
		}
		members, fresh = append(members, k), false
	}
	return members
}

// isText reports whether something said or written stands at token t.
func (f *figures) isText(t int) bool { return f.at[t] != 0 && f.list[f.at[t]-1].class == someText }

// isTitle reports whether the word ws[i] is a noun that stands for a name, or before one.
func (f *figures) isTitle(ws []int, i int) bool {
	t := ws[i]
	if f.list[f.at[t]-1].entity >= 0 {
		return f.NameAt(t) == nil
	}
	return i+1 < len(ws) && ws[i+1] == t+1 && f.NameAt(t+1) != nil
}

// addGroup returns the figure of several for its members, which the phrase [first, end) names.
func (f *figures) addGroup(members []int32, first, end int) int32 {
	var names []string
	for _, k := range members {
		names = append(names, f.nameOfFigure(int(k)))
	}
	name := strings.Join(names, claim.Several)
	if len(members) == 2 && f.list[members[0]].entity < 0 && f.list[members[0]].stem == f.list[members[1]].stem {
		name = strings.Join(names, " und ") // Bürgerinnen und Bürger
	}
	m := f.mentionAt(first, end, first)
	if k, ok := f.groups[name]; ok {
		if ms := f.list[k].mentions; ms[len(ms)-1].head < m.head {
			f.list[k].mentions = append(ms, m)
		}
		return k
	}
	k := int32(len(f.list))
	f.list = append(f.list, figure{
		entity: f.list[members[0]].entity, class: several, agr: nouns.Plural, name: name, members: members, taken: -1,
		mentions: []mention{m}, phrase: discourse.AsNamed(first, end),
	})
	if f.groups == nil {
		f.groups = make(map[string]int32)
	}
	f.groups[name] = k
	return k
}

// groupMeant returns the figure of several that the rules take the word at token t for, or -1.
func (f *figures) groupMeant(t int) int32 {
	if k, ok := f.groupOf[int32(f.Meaning(t))]; ok {
		return k
	}
	return -1
}

// entitiesOf returns the entities of a figure's members, each once.
func (f *figures) entitiesOf(g *figure) (out []int) {
	seen := make(map[int]bool)
	for _, k := range g.members {
		if e := f.list[k].entity; e >= 0 && !seen[e] {
			seen[e] = true
			out = append(out, e)
		}
	}
	return out
}
