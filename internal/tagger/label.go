package tagger

import (
	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/linear"
)

// Label is what the sequence model decides for a token: a part of speech of
// Universal Dependencies together with one of STTS. The two do not follow from
// each other: "das" as DET or PRON, "ist" as AUX or VERB.
type Label = linear.Label

type names struct{ upos, stts string }

// labels lists the pairs that occur. Those rarer than about one token in
// 20,000 go with their nearest neighbour (VMPP with VAPP, VAIMP with VVIMP), since
// a model has room for 64.
var labels = [...]names{
	{"NOUN", "NN"}, {"NOUN", "TRUNC"}, {"PROPN", "NE"}, {"X", "FM"}, {"X", "XY"}, {"SYM", "XY"}, {"NUM", "CARD"},
	{"ADJ", "ADJA"}, {"ADJ", "ADJD"}, {"ADJ", "VVPP"},
	{"ADV", "ADV"}, {"ADV", "PAV"}, {"ADV", "PWAV"}, {"ADV", "PTKVZ"}, {"ADV", "PTKA"},
	{"ADP", "APPR"}, {"ADP", "APPRART"}, {"ADP", "APPO"}, {"ADP", "APZR"}, {"ADP", "KOKOM"}, {"ADP", "PTKVZ"}, {"ADP", "KOUI"},
	{"AUX", "VAFIN"}, {"AUX", "VMFIN"}, {"AUX", "VAINF"}, {"AUX", "VMINF"}, {"AUX", "VAPP"},
	{"VERB", "VVFIN"}, {"VERB", "VVINF"}, {"VERB", "VVPP"}, {"VERB", "VVIZU"}, {"VERB", "VVIMP"},
	{"VERB", "VAFIN"}, {"VERB", "VAINF"}, {"VERB", "VAPP"}, {"VERB", "VMFIN"},
	{"PRON", "PPER"}, {"PRON", "PRF"}, {"PRON", "PRELS"}, {"PRON", "PIS"}, {"PRON", "PDS"}, {"PRON", "PWS"}, {"PRON", "PPOSS"},
	{"DET", "ART"}, {"DET", "PPOSAT"}, {"DET", "PIAT"}, {"DET", "PIS"}, {"DET", "PDAT"}, {"DET", "PDS"}, {"DET", "PWAT"}, {"DET", "PRELAT"}, {"DET", "ADJA"},
	{"PART", "PTKNEG"}, {"PART", "PTKZU"}, {"PART", "PTKANT"},
	{"CCONJ", "KON"}, {"CCONJ", "KOKOM"}, {"SCONJ", "KOUS"}, {"SCONJ", "KOKOM"}, {"INTJ", "ITJ"},
	{"PUNCT", "$."}, {"PUNCT", "$,"}, {"PUNCT", "$("},
}

// Labels returns the names of the labels, as VERB|VVFIN.
func Labels() []string {
	list := make([]string, len(labels))
	for i, l := range labels {
		list[i] = l.upos + "|" + l.stts
	}
	return list
}

// UPOS returns the part of speech of a label, after Universal Dependencies.
func UPOS(y Label) string {
	if int(y) < len(labels) {
		return labels[y].upos
	}
	return "X"
}

// STTS returns the part of speech of a label after the Stuttgart-Tübingen
// tagset.
func STTS(y Label) string {
	if int(y) < len(labels) {
		return labels[y].stts
	}
	return "XY"
}

// Set returns the labels with a UPOS and a STTS part of speech; the empty string
// stands for any.
func Set(upos, stts string) (set uint64) {
	for i, l := range labels {
		if (upos == "" || l.upos == upos) && (stts == "" || l.stts == stts) {
			set |= 1 << i
		}
	}
	return set
}

var (
	setFinite      = Set("", "VVFIN") | Set("", "VAFIN") | Set("", "VMFIN")
	setImperative  = Set("", "VVIMP")
	setZu          = Set("", "VVIZU")
	setInfinitive  = Set("", "VVINF") | Set("", "VAINF") | Set("", "VMINF")
	setParticiple  = Set("VERB", "VVPP") | Set("", "VAPP")
	setVerb        = Set("VERB", "") | Set("AUX", "")
	setPrefix      = Set("", "PTKVZ")
	setNoun        = Set("", "NN") | Set("", "ADJA")
	setCommon      = Set("", "NN")
	setName        = Set("", "NE")
	setAdjective   = Set("ADJ", "")
	setPunctuation = Set("PUNCT", "")
	setOpener      = Set("", "KOUS") | Set("", "PRELS") | Set("", "PRELAT") | Set("", "PWS") | Set("", "PWAV") | Set("", "KOUI")

	// setSmall are labels of words that have a capital letter at the start of a
	// sentence only.
	setSmall = ^(Set("NOUN", "") | Set("PROPN", "") | Set("X", "") | Set("PUNCT", ""))

	setComma   = Set("", "$,")
	setStop    = Set("", "$.") | Set("", "$(") // a colon or semicolon may be either
	setBracket = Set("", "$(")
)

func in(y Label, set uint64) bool { return set>>y&1 != 0 }

// IsFinite reports whether a label is that of a finite verb but an imperative.
func IsFinite(y Label) bool { return in(y, setFinite) }

// IsImperative reports whether a label is that of an imperative.
func IsImperative(y Label) bool { return in(y, setImperative) }

// IsInfinitive reports whether a label is that of an infinitive without zu.
func IsInfinitive(y Label) bool { return in(y, setInfinitive) }

// IsZuInfinitive reports whether a label is that of an infinitive with zu in it.
func IsZuInfinitive(y Label) bool { return in(y, setZu) }

// IsParticiple reports whether a label is that of a participle in a verb's
// chain.
func IsParticiple(y Label) bool { return in(y, setParticiple) }

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
