package who

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// addFront adds whose words a compound means: Polizeiangaben.
func (f *figures) addFront(t int, m mention) {
	if f.PartAt(t) >= 0 {
		return
	}
	front, ok := "", false
	for _, end := range [...]string{"angaben", "auskunft", "mitteilung", "meldungen", "informationen", "meinung"} {
		if front, ok = strings.CutSuffix(f.Words[t].Text, end); ok {
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
	f.list = append(f.list, figure{entity: -1, class: someBody, agr: nouns.Singular | nouns.Plural, lemma: front, stem: discourse.Stem(front), name: front, mentions: []mention{m}, phrase: discourse.AsNamed(t, t+1)})
}

// addQuoted adds who is named in quotation marks after a noun: der Verein „Gute Luft“.
func (f *figures) addQuoted(t int) {
	if t+2 >= len(f.Words) || f.Words[t+1].Kind != extract.OpenQuote || f.NameAt(t+2) != nil {
		return
	}
	end := t + 2
	for end < len(f.Words) && end < t+10 && f.Words[end].Kind != extract.CloseQuote && !(f.Words[end].Finite && !f.Words[end].Capital) {
		end++
	}
	if end >= len(f.Words) || f.Words[end].Kind != extract.CloseQuote || end == t+2 || !f.Words[t+2].Capital {
		return
	}
	m := f.mentionAt(t+2, end, t+2)
	m.Quoted = false
	f.list = append(f.list, figure{entity: -1, class: someBody, agr: nouns.Singular | nouns.Plural, stem: "", name: strings.Join(strings.Fields(f.Text.Doc.Slice(f.Text.Span(t+2, end))), " "), phrase: discourse.AsNamed(t+2, end)})
	f.add(len(f.list)-1, m)
}

// group returns the figure of several that the words of a speaker name, joined by und, or -1.
func (f *figures) group(ws []int) int32 {
	and := -1
	depth := 0
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
	if and < 1 {
		return -1
	}
	var members []int32
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
		if f.Words[t].Function == syntax.Preposition {
			fresh = fresh && len(members) == 0 && i > 0 && f.at[ws[i-1]] != 0 && f.list[f.at[ws[i-1]]-1].class == someText
		}
		k := f.at[t] - 1
		if k >= 0 && f.list[k].class == someText { // Angaben von Polizei und Feuerwehr
			continue
		}
		if depth > 0 || k < 0 || f.goesOn(t) {
			continue
		}
		g := &f.list[k]
		title := f.NameAt(t) == nil && g.entity >= 0
		next := i+1 < len(ws) && f.NameAt(ws[i+1]) != nil && ws[i+1] == t+1
		if fresh && !title && !(next && g.entity < 0) && !slices.Contains(members, k) {
			members = append(members, k)
			fresh = false
		}
	}
	if len(members) > 1 && f.list[members[0]].entity < 0 && f.list[members[0]].phrase.End > ws[and] {
		return -1 // Politiker von SPD und Grünen
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
	g := figure{entity: f.list[members[0]].entity, class: several, agr: nouns.Plural, name: name, members: members, phrase: discourse.AsNamed(ws[0], ws[len(ws)-1]+1)}
	g.mentions = []mention{m}
	f.list = append(f.list, g)
	if f.groups == nil {
		f.groups = make(map[string]int32)
	}
	f.groups[name] = int32(len(f.list) - 1)
	return int32(len(f.list) - 1)
}
