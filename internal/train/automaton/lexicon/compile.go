package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/internal/blob"
	build "github.com/laut-nlp/laut/internal/train/automaton"
)

// A numbering gives numbers to different values, the commonest first.
type numbering[T comparable] struct {
	count  map[T]int
	values []T
	number map[T]int
}

func (n *numbering[T]) add(v T) {
	if n.count == nil {
		n.count = make(map[T]int)
	}
	n.count[v]++
}

func (n *numbering[T]) freeze(compare func(a, b T) int) {
	n.values = slices.Collect(maps.Keys(n.count))
	slices.SortFunc(n.values, func(a, b T) int {
		return cmp.Or(cmp.Compare(n.count[b], n.count[a]), compare(a, b))
	})
	n.number = make(map[T]int, len(n.values))
	for i, v := range n.values {
		n.number[v] = i
	}
}

func compareRules(a, b rule) int {
	return cmp.Or(cmp.Compare(a.suffix, b.suffix), bytes.Compare(a.head(), b.head()))
}

// tagSep stands between the tags of a set.
const tagSep = "\x01"

// compile packs the readings: forms with the same tags and the same way to
// their lemmas share a class, of which the automaton holds the number.
func compile(entries map[string][]reading) (file []byte, report string, err error) {
	type part struct {
		rule rule
		tags string
	}
	parts := make(map[string][]part, len(entries))
	var tags, sets numbering[string]
	var rules numbering[rule]
	readings := 0
	for form, rs := range entries {
		byRule := make(map[rule][]string)
		for _, r := range rs {
			ru, ok := findRule(form, r.lemma)
			if !ok {
				return nil, "", fmt.Errorf("no rule from %q to %q", form, r.lemma)
			}
			byRule[ru] = append(byRule[ru], r.tag)
			tags.add(r.tag)
			readings++
		}
		for ru, list := range byRule {
			slices.Sort(list)
			set := strings.Join(slices.Compact(list), tagSep)
			parts[form] = append(parts[form], part{ru, set})
			rules.add(ru)
			sets.add(set)
		}
	}
	tags.freeze(strings.Compare)
	sets.freeze(strings.Compare)
	rules.freeze(compareRules)

	var classes numbering[string]
	classOf := make(map[string]string, len(parts))
	for form, ps := range parts {
		keys := make([]string, len(ps))
		for i, p := range ps {
			keys[i] = string(appendU16(nil, rules.number[p.rule], sets.number[p.tags]))
		}
		slices.Sort(keys)
		key := strings.Join(keys, "")
		classOf[form] = key
		classes.add(key)
	}
	classes.freeze(strings.Compare)

	var b build.Builder
	for _, form := range slices.Sorted(maps.Keys(entries)) {
		n := classes.number[classOf[form]]
		if err := b.Add(form + string([]byte{separator, byte(n >> 8), byte(n)})); err != nil {
			return nil, "", err
		}
	}

	f := fileParts{tags: tags.values, rules: rules.values, automaton: b.Finish()}
	for _, set := range sets.values {
		var list []int
		for tag := range strings.SplitSeq(set, tagSep) {
			list = append(list, tags.number[tag])
		}
		f.sets = append(f.sets, list)
	}
	for _, key := range classes.values {
		var list []int
		for i := 0; i < len(key); i += 2 {
			list = append(list, int(binary.LittleEndian.Uint16([]byte(key[i:]))))
		}
		f.classes = append(f.classes, list)
	}
	file, err = f.bytes()
	report = fmt.Sprintf("%d readings of %d forms, %d tags, %d rules, %d sets of tags, %d classes, automaton %d bytes",
		readings, len(entries), len(f.tags), len(f.rules), len(f.sets), len(f.classes), len(f.automaton))
	return file, report, err
}

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
