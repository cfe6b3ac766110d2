package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"

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
