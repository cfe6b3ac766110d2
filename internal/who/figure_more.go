package who

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// addFront adds whose words a compound means: Polizeiangaben.
func (f *figures) addFront(t int, m mention) {
	x := f.Discourse
	if x.inside[t] != 0 && x.part[t] {
		return
	}
	front, ok := "", false
	for _, end := range [...]string{"angaben", "auskunft", "mitteilung", "meldungen", "informationen", "meinung"} {
		if front, ok = strings.CutSuffix(x.ws[t].Text, end); ok {
			break
		}
	}
	if !ok || len(front) < 4 {
		return
	}
	front = strings.TrimSuffix(front, "-")
	if !nouns.Features(front).HasAny(lexicon.Noun) {
		if s, ok := strings.CutSuffix(front, "s"); ok {
			front = s
		}
	}
	f.list = append(f.list, figure{entity: -1, class: someBody, agr: nouns.Singular | nouns.Plural, lemma: front, stem: stemOf(front), name: front, mentions: []mention{m}, phrase: phraseName{t, t, t, t + 1}})
}

// addQuoted adds who is named in quotation marks after a noun: der Verein „Gute Luft“.
func (f *figures) addQuoted(t int) {
	x := f.Discourse
	if t+2 >= len(x.ws) || x.ws[t+1].Kind != extract.OpenQuote || x.nameOf[t+2] != 0 {
		return
	}
	end := t + 2
	for end < len(x.ws) && end < t+10 && x.ws[end].Kind != extract.CloseQuote && !(x.ws[end].Finite && !x.ws[end].Capital) {
		end++
	}
	if end >= len(x.ws) || x.ws[end].Kind != extract.CloseQuote || end == t+2 || !x.ws[t+2].Capital {
		return
	}
	m := f.mentionAt(t+2, end, t+2)
	m.quoted = false
	f.list = append(f.list, figure{entity: -1, class: someBody, agr: nouns.Singular | nouns.Plural, stem: "", name: strings.Join(strings.Fields(x.text.Doc.Slice(x.text.Span(t+2, end))), " "), phrase: phraseName{t + 2, t + 2, t + 2, end}})
	f.add(len(f.list)-1, m)
}

// group returns the figure of several that the words of a speaker name, joined by und, or -1.
func (f *figures) group(ws []int) int32 {
	x := f.Discourse
	and := -1
	depth := 0
	for i, t := range ws {
		switch x.ws[t].Text {
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
	if and < 1 {
		return -1
	}
	var members []int32
	fresh, depth := true, 0
	for i, t := range ws {
		switch x.ws[t].Text {
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
		if x.ws[t].Function == syntax.Preposition {
			fresh = fresh && len(members) == 0 && i > 0 && f.at[ws[i-1]] != 0 && f.list[f.at[ws[i-1]]-1].class == someText
		}
		k := f.at[t] - 1
		if k >= 0 && f.list[k].class == someText { // Angaben von Polizei und Feuerwehr
			continue
		}
		if depth > 0 || k < 0 || x.nameOf[t] != 0 && x.names[x.nameOf[t]-1].first != t {
			continue
		}
		g := &f.list[k]
		title := x.nameOf[t] == 0 && g.entity >= 0
		next := i+1 < len(ws) && x.nameOf[ws[i+1]] != 0 && ws[i+1] == t+1
		if fresh && !title && !(next && g.entity < 0) && !slices.Contains(members, k) {
			members = append(members, k)
			fresh = false
		}
	}
	if len(members) < 2 || f.at[ws[and]] != 0 {
		return -1
	}
	var names []string
	for _, k := range members {
		names = append(names, f.nameOfFigure(int(k)))
	}
	name := strings.Join(names, " / ")
	m := f.mentionAt(ws[0], ws[len(ws)-1]+1, ws[0])
	if k, ok := f.groups[name]; ok {
		if ms := f.list[k].mentions; ms[len(ms)-1].head < m.head {
			f.list[k].mentions = append(ms, m)
		}
		return k
	}
	g := figure{entity: f.list[members[0]].entity, class: several, agr: nouns.Plural, name: name, members: members, phrase: phraseName{ws[0], ws[0], ws[0], ws[len(ws)-1] + 1}}
	g.mentions = []mention{m}
	f.list = append(f.list, g)
	if f.groups == nil {
		f.groups = make(map[string]int32)
	}
	f.groups[name] = int32(len(f.list) - 1)
	return int32(len(f.list) - 1)
}
