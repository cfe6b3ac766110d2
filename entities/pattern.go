package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
)

// club finds the name of a club: 1. FC Köln, Borussia Dortmund, Schalke 04.
func (t *tagger) club(i, end int) int {
	j := i
	if k := t.words[i].Kind; k == extract.Ordinal || k == extract.Number {
		if j++; j == end || t.words[j].class&club == 0 || t.words[j].is&allCaps == 0 {
			return i
		}
	}
	clubs := 0
	for j < end && t.words[j].class&club != 0 {
		j++
		clubs++
	}
	if clubs == 0 {
		return i
	}
	named := false
	for j < end && j-i < 6 {
		w := &t.words[j]
		if !(w.rank >= likely || w.rank == weak && w.gaz&gazetteer.Place != 0 || named && w.class&club != 0 && w.is&allCaps != 0) || w.gaz&gazetteer.FirstName != 0 && w.gaz&gazetteer.Place == 0 && w.is&placeToo == 0 {
			break
		}
		named = true
		j++
		if w.plain != w.text {
			break
		}
	}
	if !named && clubs < 2 {
		return i
	}
	if j < end && t.words[j].Kind == extract.Number && (t.words[j].Len() == 2 || strings.HasPrefix(t.words[j].text, "18")) && t.words[j].Len() <= 4 {
		j++
	}
	t.add(i, j, ORG)
	return j
}

// townAndHead finds names such as Berliner Zeitung and Brandenburger Tor.
func (t *tagger) townAndHead(i, end int) int {
	if i+1 >= end {
		return i
	}
	j := i + 1
	if t.townOf(&t.words[i]) == "" {
		w := &t.words[i]
		if strings.HasSuffix(w.text, "er") && w.is&(unknown|odd) != 0 && t.words[j].class&placeHead != 0 && t.words[j].is&noun != 0 && t.words[j].class&placeNoun == 0 {
			j = t.number(j+1, end)
			t.add(i, j, LOC)
			return j // Syker Straße
		}
		return i
	}
	c := t.words[j].class
	switch {
	case c&townHead != 0:
		for j++; j < end && t.words[j].class&townHead != 0; j++ {
		}
		t.add(i, j, ORG)
	case c&placeHead != 0 && t.words[j].is&noun != 0 && !strings.HasSuffix(t.words[j].text, "n"):
		j = t.number(j+1, end)
		t.add(i, j, LOC)
	case t.capitals[t.words[j].text]&club != 0 && t.words[j].is&allCaps != 0:
		j++
		t.add(i, j, ORG)
	default:
		return i
	}
	return j
}

// road finds motorways and federal roads: A 23, B 96.
func (t *tagger) road(i, end int) int {
	if s := t.words[i].text; s != "A" && s != "B" || i+1 >= end {
		return i
	}
	n := &t.words[i+1]
	if n.Kind != extract.Number || n.Len() > 3 || !t.roadBefore.has(t.prev(i).text) {
		return i
	}
	t.add(i, i+2, LOC)
	return i + 2
}

// number includes the number of a house behind a street.
func (t *tagger) number(j, end int) int {
	if j < end && t.words[j].Kind == extract.Number && t.words[j].Len() <= 3 && t.words[j-1].class&placeHead != 0 && strings.Contains(strings.ToLower(t.words[j-1].text), "str") {
		return j + 1
	}
	return j
}

// adjectiveAndHead finds names that begin with an adjective in capitals:
// Deutsche Bank, Schwarzes Meer, Zweiter Weltkrieg.
func (t *tagger) adjectiveAndHead(i, end int) int {
	w := &t.words[i]
	if w.is&adjective == 0 || w.is&(allCaps|onlyName) != 0 || !adjectival(strings.ToLower(w.text)) {
		return i
	}
	_, people := t.people(w.text)
	if w.is&opening != 0 && !people {
		return i
	}
	j := i + 1
	for j < end && j < i+3 && (t.words[j].is&adjective != 0 && adjectival(strings.ToLower(t.words[j].text)) || t.townOf(&t.words[j]) != "") && t.words[j].is&capital != 0 && t.words[j].class&(orgHead|placeHead|workHead) == 0 {
		j++
	}
	if j >= end || t.words[j].is&capital == 0 {
		return i
	}
	label := Label(0)
	switch c := t.words[j].class; {
	case c&(orgHead|orgJoin) != 0:
		label = ORG
	case t.exactClass(t.words[j].text)&placeHead != 0:
		label = LOC
	case t.exactClass(t.words[j].text)&workHead != 0 || c&workHead != 0 && strings.HasSuffix(t.words[j].text, "krieg"):
		label = MISC
	default:
		return i
	}
	j++
	if label == LOC && strings.HasSuffix(t.words[j-1].text, "epublik") && j < end && t.words[j].rank >= likely {
		j++ // Demokratische Republik Kongo
	}
	if label == ORG && t.words[j-1].class&orgJoin != 0 {
		j = t.joined(j, end)
	}
	if label == ORG {
		j = t.aim(j, end)
		if j < end && t.words[j].class&legalForm != 0 {
			j++
		}
	}
	t.add(i, j, label)
	return j
}

// aim includes what an institution is for: "für Strahlenschutz", "für
// Wirtschaft und Technologie". j is the token behind the noun.
func (t *tagger) aim(j, end int) int {
	if j+1 >= end || t.words[j-1].class&orgAim == 0 || t.exactClass(t.words[j-1].text)&orgAim == 0 {
		return j
	}
	switch t.words[j].text {
	case "für", "zur":
	default:
		return j
	}
	k := j + 1
	for k < end && t.words[k].is&capital == 0 && (t.determiners.has(t.words[k].text) || adjectival(t.words[k].text)) {
		k++
	}
	from := k
	for k < end && t.words[k].is&capital != 0 && t.words[k].Kind == extract.Word {
		k++
		if k+1 < end && (t.words[k].text == "und" || t.words[k].text == ",") && t.words[k+1].is&(noun|compound) != 0 && t.continues(k, end) {
			k++
		}
	}
	if k == from {
		return j
	}
	return k
}

// continues reports whether the comma or "und" at k goes on with a list inside
// a name: "für Wirtschaft, Arbeit und Technologie".
func (t *tagger) continues(k, end int) bool {
	if t.words[k].text == "und" {
		return true
	}
	return k+2 < end && t.words[k+2].text == "und"
}

// joining finds nouns that take what follows into the name: Universität Zürich,
// Bundesamt für Strahlenschutz, Schloss Bellevue.
func (t *tagger) joining(i, end int) int {
	w := &t.words[i]
	if w.class&(orgJoin|orgAim|placeJoin) == 0 || i+1 >= end {
		return i
	}
	if j := t.aim(i+1, end); j > i+1 {
		t.add(i, j, ORG)
		return j
	}
	label := LOC
	switch {
	case w.class&orgJoin != 0 && w.is&(noun|compound|unknown) != 0:
		label = ORG
	case w.class&placeJoin == 0:
		return i
	}
	j := t.joined(i+1, end)
	if j == i+1 && strings.Contains(strings.ToLower(w.text), "str") && t.words[j].Kind == extract.Number {
		j++ // Bundesstraße 96
	}
	if j == i+1 {
		return i
	}
	if w.is&noun != 0 && t.words[j-1].gaz&gazetteer.Surname != 0 && t.words[i+1].gaz&gazetteer.FirstName != 0 && t.words[i+1].gaz&gazetteer.Place == 0 {
		return i // am Institut Maria Weber
	}
	t.add(i, j, label)
	return j
}

// joined returns the token behind the names that follow a noun which takes
// them into its name. j is the token behind the noun.
func (t *tagger) joined(j, end int) int {
	noun := &t.words[j-1]
	for k := j; k < end && k < j+3; k++ {
		w := &t.words[k]
		if w.rank < weak || w.rank == weak && w.gaz&gazetteer.Place == 0 && w.is&odd == 0 && noun.class&placeJoin == 0 {
			return k
		}
		if w.plain != w.text {
			return k + 1
		}
	}
	return min(j+3, end)
}

// company finds ordinary nouns with a legal form behind them: Nordwind AG.
func (t *tagger) company(i, end int) int {
	if w := &t.words[i]; w.rank > weak || w.is&(noun|compound|odd) == 0 || w.class&beforeName != 0 && w.class&(orgHead|nameHead) == 0 {
		return i
	}
	j := i + 1
	for j < end && j < i+3 && t.words[j].class&legalForm == 0 && t.words[j].is&capital != 0 && t.words[j].Kind == extract.Word {
		j++
	}
	if j >= end || t.words[j].class&legalForm == 0 {
		return i
	}
	j = t.legalForms(j, end)
	t.add(i, j, ORG)
	return j
}

// legalForms returns the token behind the legal form that begins at j: GmbH &
// Co. KG.
func (t *tagger) legalForms(j, end int) int {
	j++
	if j+1 < end && t.words[j].text == "&" && t.words[j+1].class&legalForm != 0 {
		j += 2
	}
	for j < end && t.words[j].class&legalForm != 0 {
		j++
	}
	return j
}

// bracketed finds a noun that is a name because of the brackets behind it: the
// place of a report, Gröbersdorf (dpa), or the long form of a name,
// Nordatlantikpakt (Nato).
func (t *tagger) bracketed(i, end int) int {
	w := &t.words[i]
	if w.rank >= likely || w.is&(compound|odd) == 0 || i+3 >= end || t.words[i+1].text != "(" {
		return i
	}
	in := &t.words[i+2]
	if t.agencies.has(in.text) && w.is&opening != 0 {
		t.add(i, i+1, LOC)
		return i + 1
	}
	if t.words[i+3].text != ")" || in.is&capital == 0 || !stands(in.text, w.text) {
		return i
	}
	for _, n := range t.names[keyOf(in.text)] {
		if n.when == 0 {
			t.add(i, i+1, n.label)
			return i + 1
		}
	}
	return i
}
