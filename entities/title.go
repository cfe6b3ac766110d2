package entities

import (
	"github.com/laut-nlp/laut/extract"
)

// title finds the title of a work in quotation marks, or a name in them that a
// noun before them tells.
func (t *tagger) title(i, end int) int {
	shut, ok := t.quotes[i]
	n := shut - i - 1
	if !ok || shut >= end || n < 1 || n > 9 || !isUpper(t.words[i+1].text) && t.words[i+1].is&camel == 0 && t.words[i+1].Kind != extract.Number {
		return i
	}
	label := Label(0)
	for k := i - 1; k >= max(0, i-3); k-- {
		switch c := t.words[k].class; {
		case c&orgNoun != 0:
			label = ORG
		case c&workNoun != 0:
			label = MISC
		case t.words[k].is&capital != 0 || t.words[k].Kind != extract.Word && t.words[k].text != ",":
			k = 0
		}
		if label != 0 {
			break
		}
	}
	if last := &t.words[shut-1]; label == 0 && n <= 4 && last.is&(noun|compound|odd|unknown) != 0 && last.class&orgHead != 0 && t.words[i+1].is&function == 0 {
		label = ORG // „Küstenkurier“, «Bündner Umschau»
	}
	if label == 0 {
		return i
	}
	if n == 1 && t.words[i+1].is&(capital|camel) == 0 {
		return i
	}
	if last := t.words[shut-1]; n > 1 && last.Kind == extract.Punctuation && last.text == "." {
		return i
	}
	if j := t.listed(i+1, shut); j == shut {
		return shut + 1
	} else if j > i+1 {
		t.found = t.found[:len(t.found)-1]
	}
	t.add(i+1, shut, label)
	return shut + 1
}
