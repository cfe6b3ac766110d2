package extract

import "github.com/laut-nlp/laut/internal/tagger"

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

var posNames = [...]string{"", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART",
	"PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String returns the name of the part of speech, such as NOUN.
func (p POS) String() string { return valueName(posNames[:], uint8(p)) }

// posOf returns the part of speech of a label.
func posOf(y tagger.Label) POS {
	name := tagger.UPOS(y)
	for p, n := range posNames {
		if n == name {
			return POS(p)
		}
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

var verbFormNames = [...]string{"", "fin", "inf", "zu-inf", "part"}

// String returns fin, inf, zu-inf or part, and the empty string for 0.
func (f VerbForm) String() string { return valueName(verbFormNames[:], uint8(f)) }

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

var moodNames = [...]string{"", "ind", "sub", "imp"}

// String returns ind, sub or imp, and the empty string for 0.
func (m Mood) String() string { return valueName(moodNames[:], uint8(m)) }

// Tense is the tense of a finite verb by its form, 0 where it is not known.
type Tense uint8

// The tenses.
const (
	Present Tense = iota + 1
	Past
)

var tenseNames = [...]string{"", "pres", "past"}

// String returns pres or past, and the empty string for 0.
func (t Tense) String() string { return valueName(tenseNames[:], uint8(t)) }

// Number is the grammatical number of a finite verb, 0 where it is not known.
type Number uint8

// The numbers.
const (
	Singular Number = iota + 1
	Plural
)

var numberNames = [...]string{"", "sing", "plur"}

// String returns sing or plur, and the empty string for 0.
func (n Number) String() string { return valueName(numberNames[:], uint8(n)) }

func valueName(names []string, v uint8) string {
	if int(v) < len(names) {
		return names[v]
	}
	return "invalid"
}
