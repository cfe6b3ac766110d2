package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
)

// listed finds the longest name of words/names.txt.
func (t *tagger) listed(i, end int) int {
	best, label := t.findListed(i, end)
	if best > i {
		for best < end && label == ORG && t.words[best].class&legalForm != 0 {
			best++
		}
		t.add(i, best, label)
	}
	return best
}

func (t *tagger) findListed(i, end int) (int, Label) {
	var buf [96]byte
	w := &t.words[i]
	switch w.Kind {
	case extract.Word, extract.Abbreviation, extract.Link, extract.Number:
	default:
		return i, 0
	}
	key := bare(fold(buf[:0], w.text))
	longest, ok := t.openers[string(key)]
	if !ok {
		return i, 0
	}
	best, label := i, Label(0)
	for j := i; ; {
		for _, n := range t.names[string(key)] {
			if t.allows(n, i, j+1, end) {
				best, label = j+1, n.label
				break
			}
		}
		if j++; j >= end || j-i > 8 || len(key) > longest {
			break
		}
		mark := len(key)
		key = fold(key, t.words[j].text)
		key = append(key[:mark], bare(key[mark:])...)
	}
	if best > i && best == i+1 && t.words[i].gaz&gazetteer.FirstName != 0 && best < end && t.words[best].rank >= weak {
		return i, 0 // Siemens, but Werner Siemens
	}
	return best, label
}

// allows reports whether a listed name can be the tokens [i, j): its case and
// what is said of its place must fit.
func (t *tagger) allows(n listed, i, j, end int) bool {
	text := t.d.Text()[t.words[i].Start:t.words[j-1].End]
	if len(fold(nil, t.words[j-1].text)) == 0 {
		return text == n.exact
	}
	if isUpper(n.exact) != isUpper(text) {
		return false
	}
	if j == i+1 {
		base, _ := genitive(text)
		if n.capitals() && text != n.exact && base != n.exact {
			return false
		}
		if t.words[i].is&adjective == 0 && !n.inflected(text) {
			return false
		}
		if t.words[i].is&adjective != 0 && j < end && t.words[j].is&(noun|compound) != 0 {
			return false // die Linke, but "Linke Gewalt"
		}
		if t.words[i].is&opening != 0 && t.words[i].is&function != 0 && t.words[i].is&allCaps == 0 {
			return false
		}
	}
	switch n.when {
	case '~':
		return !t.determined(i)
	case '?':
		p := t.prev(i)
		return p.Kind == extract.OpenQuote && j < end && t.words[j].Kind == extract.CloseQuote || p.class&(orgNoun|workNoun) != 0
	}
	return true
}

// inflected reports whether s is the name or a form of it: Bundestages,
// Niederlanden.
func (n listed) inflected(s string) bool {
	if len(s) < len(n.exact) || !strings.EqualFold(s[:len(n.exact)], n.exact) {
		return false
	}
	switch s[len(n.exact):] {
	case "", "s", "es", "'s", "’s", "'", "’":
		return true
	case "n":
		return n.label == LOC
	}
	return false
}

// capitals reports whether a name is written in capitals, or so short that its
// case counts.
func (n listed) capitals() bool { return len(n.exact) <= 3 || form(n.exact)&allCaps != 0 }

func (t *tagger) isListed(s string) bool { return len(t.names[keyOf(s)]) > 0 }

// isListedAs reports whether a list has exactly this name.
func (t *tagger) isListedAs(s string) bool {
	for _, n := range t.names[keyOf(s)] {
		if n.exact == s {
			return true
		}
	}
	return false
}
