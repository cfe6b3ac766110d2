package extract

import (
	"slices"

	"github.com/laut-nlp/laut/internal/enum"
	"github.com/laut-nlp/laut/internal/tagger"
)

// POS is a part of speech after Universal Dependencies.
type POS uint8

// The parts of speech. A tag never has POS 0.
const (
	ADJ   POS = iota + 1
	ADP       // prepositions, also with an article: in, zum; separated prefixes: vor
	ADV       // adverbs; separated prefixes that are no prepositions: zurück
	AUX       // haben, sein, werden and modal verbs where they help another word
	CCONJ     // und, oder, aber
	DET       // articles and pronouns before a noun
	INTJ      // ach, ja
	NOUN      // common nouns
	NUM       // cardinal numbers
	PART      // nicht, zu before an infinitive, ja and nein as answers
	PRON      // pronouns that stand alone
	PROPN     // names
	PUNCT
	SCONJ // dass, weil, wenn
	SYM   // signs and emoji
	VERB  // full verbs, and auxiliaries that stand alone
	X     // foreign words and what is no word
)

var posNames = enum.Names[POS]{What: "part of speech", Names: []string{"", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ",
	"NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}}

// String returns the name, such as "NOUN".
func (p POS) String() string { return posNames.String(p) }

// MarshalText returns the name; a number without one is an error.
func (p POS) MarshalText() ([]byte, error) { return posNames.MarshalText(p) }

// UnmarshalText sets the part of speech by its name. The error of an unknown one tells which there are.
func (p *POS) UnmarshalText(name []byte) error { return posNames.UnmarshalText(p, name) }

// PartsOfSpeech returns the parts of speech.
func PartsOfSpeech() []POS { return posNames.Values() }

// Content reports whether words of this part of speech carry what a text is about: nouns,
// names, full verbs, adjectives and adverbs.
func (p POS) Content() bool {
	switch p {
	case ADJ, ADV, NOUN, PROPN, VERB:
		return true
	}
	return false
}

// posOf returns the part of speech of a label.
func posOf(y tagger.Label) POS {
	name := tagger.UPOS(y)
	if p := slices.Index(posNames.Names, name); p > 0 {
		return POS(p)
	}
	return X
}

// VerbForm says which form of a verb a token is, 0 where it is none.
type VerbForm uint8

// The forms of verbs. Participles that stand as adjectives are none.
const (
	Finite       VerbForm = iota + 1
	Infinitive            // werfen
	ZuInfinitive          // vorzuwerfen; "zu werfen" is PART and Infinitive
	Participle            // geworfen, in the perfect and the passive
)

var verbFormNames = enum.Names[VerbForm]{What: "verb form", Names: []string{"", "fin", "inf", "zu-inf", "part"}}

// String returns the name, "fin", "inf", "zu-inf" or "part", and "" for none.
func (f VerbForm) String() string { return verbFormNames.String(f) }

// MarshalText returns the name; a number without one is an error.
func (f VerbForm) MarshalText() ([]byte, error) { return verbFormNames.MarshalText(f) }

// UnmarshalText sets the verb form by its name. The error of an unknown one tells which there are.
func (f *VerbForm) UnmarshalText(name []byte) error { return verbFormNames.UnmarshalText(f, name) }

// VerbForms returns all verb forms.
func VerbForms() []VerbForm { return verbFormNames.Values() }

func verbFormOf(y tagger.Label) VerbForm {
	switch {
	case tagger.IsFinite(y), tagger.IsImperative(y):
		return Finite
	case tagger.IsZuInfinitive(y):
		return ZuInfinitive
	case tagger.IsInfinitive(y):
		return Infinitive
	case tagger.IsParticiple(y):
		return Participle
	}
	return 0
}

// Mood is the mood of a finite verb, 0 of all other tokens.
type Mood uint8

// The moods. Subjunctive are Konjunktiv I and II, würde among them.
const (
	Indicative Mood = iota + 1
	Subjunctive
	Imperative
)

var moodNames = enum.Names[Mood]{What: "mood", Names: []string{"", "ind", "sub", "imp"}}

// String returns the name, "ind", "sub" or "imp", and "" for none.
func (m Mood) String() string { return moodNames.String(m) }

// MarshalText returns the name; a number without one is an error.
func (m Mood) MarshalText() ([]byte, error) { return moodNames.MarshalText(m) }

// UnmarshalText sets the mood by its name. The error of an unknown one tells which there are.
func (m *Mood) UnmarshalText(name []byte) error { return moodNames.UnmarshalText(m, name) }

// Moods returns all moods.
func Moods() []Mood { return moodNames.Values() }

// Tense is the tense of a finite verb by its form, 0 where it is not known.
type Tense uint8

// The tenses.
const (
	Present Tense = iota + 1
	Past
)

var tenseNames = enum.Names[Tense]{What: "tense", Names: []string{"", "pres", "past"}}

// String returns the name, "pres" or "past", and "" for none.
func (t Tense) String() string { return tenseNames.String(t) }

// MarshalText returns the name; a number without one is an error.
func (t Tense) MarshalText() ([]byte, error) { return tenseNames.MarshalText(t) }

// UnmarshalText sets the tense by its name. The error of an unknown one tells which there are.
func (t *Tense) UnmarshalText(name []byte) error { return tenseNames.UnmarshalText(t, name) }

// Tenses returns all tenses.
func Tenses() []Tense { return tenseNames.Values() }

// Number is the grammatical number of a finite verb, 0 where it is not known.
type Number uint8

// The numbers.
const (
	Singular Number = iota + 1
	Plural
)

var numberNames = enum.Names[Number]{What: "number", Names: []string{"", "sing", "plur"}}

// String returns the name, "sing" or "plur", and "" for none.
func (n Number) String() string { return numberNames.String(n) }

// MarshalText returns the name; a number without one is an error.
func (n Number) MarshalText() ([]byte, error) { return numberNames.MarshalText(n) }

// UnmarshalText sets the number by its name. The error of an unknown one tells which there are.
func (n *Number) UnmarshalText(name []byte) error { return numberNames.UnmarshalText(n, name) }

// Numbers returns all numbers.
func Numbers() []Number { return numberNames.Values() }
