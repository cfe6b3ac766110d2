package tagger

import (
	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/hash"
)

// table holds what was learned of single forms: the labels of those that are
// frequent and always have the same, and lemmas that the lexicon tells otherwise
// than the treebank. The zero table is empty.
//
// Its bytes are the number of slots, a power of two (32 bits, the lowest byte
// first), the slots, 64 bits each, and the text of the lemmas. A slot holds, from
// the lowest bits up, 32 bits of a hash, 24 of a value and 8 of a length; the
// slot 0 is free. A key is at its hash or in the first slots after it. The value of
// a label is its number, that of a lemma its place in the text.
type table struct {
	mask  uint64
	slots string
	text  string
}

const slotSize = 8

// LabelKey returns the key of a form's only label.
func LabelKey(form string) uint64 { return uint64(hash.Seed(1).Add(hash.Text(form))) }

// LemmaKey returns the key of the lemma of a form as a part of speech.
// The form's capitals do not matter.
func LemmaKey(form string, y Label) uint64 {
	return uint64(hash.Seed(2).Add(hash.Folded(form)).Add(hash.Text(UPOS(y))))
}

// KeyPrint returns what a slot holds of a key, never 0.
func KeyPrint(key uint64) uint32 { return uint32(key) | 1 }

func openTable(data string) (t table, ok bool) {
	r := blob.Read(data)
	n := r.Uint32()
	t.mask = uint64(n) - 1
	t.slots, t.text = r.Take(slotSize*int64(n)), r.Rest()
	return t, n > 0 && n&(n-1) == 0 && r.Short() == nil
}

// find returns the value and the length of a key.
func (t *table) find(key uint64) (value, length int, ok bool) {
	if t.slots == "" {
		return 0, 0, false
	}
	print := KeyPrint(key)
	for k := range t.mask + 1 { // the trainer leaves half of the slots free
		at := int((key>>32+k)&t.mask) * slotSize
		switch blob.Uint32(t.slots[at:]) {
		case print:
			v := blob.Uint32(t.slots[at+4:])
			return int(v & (1<<24 - 1)), int(v >> 24), true
		case 0:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// label returns the only label of a form as a set, 0 if it is unknown or has
// several.
func (t *table) label(form string) uint64 {
	if y, _, ok := t.find(LabelKey(form)); ok && y < len(labels) {
		return 1 << y
	}
	return 0
}

// lemma returns the lemma of a form with a label, "" if the table lacks it.
func (t *table) lemma(form string, y Label) string {
	at, n, ok := t.find(LemmaKey(form, y))
	if !ok || at+n > len(t.text) {
		return ""
	}
	return t.text[at : at+n]
}
