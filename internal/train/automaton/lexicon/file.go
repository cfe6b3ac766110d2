package main

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/laut-nlp/laut/internal/blob"
)

// The file is described in internal/lexicon/file.go.
const (
	header = `laut lexicon 2
Source:    german.dict of german-pos-dict, the part-of-speech dictionary of the LanguageTool project (after Morphy)
Licence:   CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
Retrieved: 2026-11-23
Changed:   readings packed into classes, automaton built anew; nothing added, nothing left out
Built by:  go generate ./internal/lexicon
`

	separator = 0 // between a form and the number of its class
)

type fileParts struct {
	tags      []string
	rules     []rule
	sets      [][]int // numbers of tags
	classes   [][]int // numbers of rules and sets, in pairs
	automaton []byte
}

// bytes returns the file. It fails if a number does not fit into 16 bits.
func (f *fileParts) bytes() ([]byte, error) {
	var tagText, suffixes string
	var tagEnds, rules, setEnds, sets, classEnds, classes []int
	for _, t := range f.tags {
		tagText += t
		tagEnds = append(tagEnds, len(tagText))
	}
	pool := make(map[string]int)
	for _, r := range f.rules {
		at, ok := pool[r.suffix]
		if !ok {
			at = len(suffixes)
			pool[r.suffix] = at
			suffixes += r.suffix
		}
		head := r.head()
		rules = append(rules, int(head[0])|int(head[1])<<8, len(r.suffix), at)
	}
	for _, s := range f.sets {
		sets = append(sets, s...)
		setEnds = append(setEnds, len(sets))
	}
	for _, c := range f.classes {
		classes = append(classes, c...)
		classEnds = append(classEnds, len(classes))
	}

	var out []byte
	for _, n := range []int{len(f.tags), len(tagText), len(f.rules), len(suffixes), len(f.sets), len(sets), len(f.classes), len(classes)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, list := range [][]int{tagEnds, rules, setEnds, sets, classEnds, classes} {
		for _, n := range list {
			if n > math.MaxUint16 {
				return nil, fmt.Errorf("number %d does not fit into 16 bits", n)
			}
		}
		out = appendU16(out, list...)
	}
	out = append(out, tagText...)
	out = append(out, suffixes...)
	return blob.Seal(header, append(out, f.automaton...)), nil
}

// head packs a rule but for its suffix.
func (r rule) head() []byte {
	ops := r.infix | r.nth<<2
	if r.lower {
		ops |= 1 << 5
	}
	return []byte{ops, r.cut}
}

func appendU16(b []byte, values ...int) []byte {
	for _, v := range values {
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	return b
}
