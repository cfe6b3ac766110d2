package tagger

import "github.com/laut-nlp/laut/internal/linear"

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
