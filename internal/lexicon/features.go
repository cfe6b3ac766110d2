package lexicon

import "strings"

// Features is a set of grammatical features. The features of a reading say what
// it is; the union over the readings of a form says what the form can be.
type Features uint64

// The features. What a part of speech is said to be is LanguageTool's view.
const (
	// Parts of speech. A declined participle is an Adjective with
	// PresentParticiple or PastParticiple.
	Noun         Features = 1 << iota // SUB
	Name                              // EIG
	Adjective                         // ADJ, PA1, PA2
	Verb                              // VER
	Article                           // ART
	Pronoun                           // PRO; determiners too, and "der" as a relative pronoun is Demonstrative
	Adverb                            // ADV
	Preposition                       // PRP, with the cases that it governs
	Conjunction                       // KON
	Prefix                            // ZUS: the separated part of a verb, "vor" in "warf vor"
	Negation                          // NEG: nicht, nie, nein
	Numeral                           // ZAL
	Interjection                      // INJ
	Abbreviation                      // ABK, with the part of speech of what it stands for

	// Forms of verbs that are not finite.
	Infinitive
	ZuInfinitive      // EIZ: abzufahren
	PresentParticiple // PA1: fahrend
	PastParticiple    // PA2: gefahren

	// Moods and tenses of finite verbs. The subjunctives have no tense.
	Indicative
	Subjunctive1 // KJ1: sei, habe, gebe
	Subjunctive2 // KJ2: wäre, hätte, gäbe
	Imperative
	Present // PRÄ
	Past    // PRT

	Auxiliary // haben, sein, werden
	Modal     // können, müssen, ...
	Joined    // NEB: the finite form of a separable verb in one word, as at the end of a subordinate clause: "vorwirft"

	Person1
	Person2
	Person3 // of personal pronouns only er, sie, es: the data does not tell "wir" from "sie" (plural)
	Singular
	Plural
	Nominative
	Accusative
	Dative
	Genitive
	Masculine
	Feminine
	Neuter

	// Of adjectives and participles. The positive has no bit.
	Comparative
	Superlative
	Predicative

	Definite   // articles
	Indefinite // articles and pronouns

	// Classes of names.
	FirstName   // VOR
	LastName    // NAC
	Town        // STD
	Region      // GEB
	Country     // COU
	Landscape   // MOU, WAT, GEO: mountains, waters, passes
	OtherPerson // PER: persons of one name, brands, figures

	FromAdjective // a noun that is declined as an adjective: die Angestellten
	FromVerb      // a noun that is an infinitive: das Schreiben

	// Classes of pronouns and their place.
	Demonstrative
	Personal
	Possessive
	Reflexive
	Interrogative // RIN, INR: relative or interrogative pronouns (wer, welcher) and interrogative adverbs (wann)
	Attributive   // before a noun
	Substitute    // in place of a noun

	Subordinating // conjunctions: UNT
	Coordinating  // conjunctions: NEB
	Infinitival   // conjunctions: um, ohne, statt ... zu
	Pronominal    // adverbs: dafür, worüber
)

// Unions of features that exclude each other.
const (
	Moods     = Indicative | Subjunctive1 | Subjunctive2 | Imperative
	Persons   = Person1 | Person2 | Person3
	Numbers   = Singular | Plural
	Cases     = Nominative | Accusative | Dative | Genitive
	Genders   = Masculine | Feminine | Neuter
	PlaceName = Town | Region | Country | Landscape
)

// Words are the parts of speech of all that is not a name only.
const Words = Noun | Adjective | Verb | Article | Pronoun | Adverb | Preposition | Conjunction | Prefix | Negation | Numeral | Interjection | Abbreviation

// Has reports whether f holds all of the features in g.
func (f Features) Has(g Features) bool { return f&g == g }

// HasAny reports whether f holds at least one of the features in g.
func (f Features) HasAny(g Features) bool { return f&g != 0 }

// OnlyNoun reports whether f is of a form that may be a noun but no name.
func (f Features) OnlyNoun() bool { return f.HasAny(Noun) && !f.HasAny(Name) }

// Moods returns the moods in f. Of a form's features it is Subjunctive1 alone
// if the form, as far as it is finite, can be nothing else.
func (f Features) Moods() Features { return f & Moods }

var tagParts = map[string]Features{
	"SUB": Noun, "EIG": Name, "IG": Name, // IG: a slip in the data
	"ADJ": Adjective, "PA1": Adjective | PresentParticiple, "PA2": Adjective | PastParticiple,
	"VER": Verb, "ART": Article, "PRO": Pronoun, "ADV": Adverb, "PRP": Preposition,
	"KON": Conjunction, "ZUS": Prefix, "NEG": Negation, "ZAL": Numeral, "INJ": Interjection,
	"INF": Infinitive, "EIZ": ZuInfinitive, "PRÄ": Indicative | Present, "PRT": Indicative | Past,
	"KJ1": Subjunctive1, "KJ2": Subjunctive2, "IMP": Imperative, "AUX": Auxiliary, "MOD": Modal, "NEB": Joined,
	"1": Person1, "2": Person2, "3": Person3,
	"SIN": Singular, "SIG": Singular, "PLU": Plural, "PLT": Plural,
	"NOM": Nominative, "AKK": Accusative, "DAT": Dative, "GEN": Genitive,
	"MAS": Masculine, "FEM": Feminine, "NEU": Neuter, "ALG": Genders,
	"KOM": Comparative, "SUP": Superlative, "PRD": Predicative, "DEF": Definite, "IND": Indefinite,
	"VOR": FirstName, "NAC": LastName, "STD": Town, "GEB": Region, "COU": Country,
	"MOU": Landscape, "WAT": Landscape, "GEO": Landscape, "PER": OtherPerson,
	"DEM": Demonstrative, "POS": Possessive, "REF": Reflexive, "RIN": Interrogative, "INR": Interrogative,
	"BEG": Attributive, "STV": Substitute, "B/S": Attributive | Substitute, "UNT": Subordinating,
}

// parseTag returns the features of a tag such as VER:3:SIN:KJ1:NON. Some parts
// mean different things in different parts of speech. A few tags of the data
// carry a remark or a stray character at their end.
func parseTag(tag string) (f Features) {
	tag, _, _ = strings.Cut(tag, " ")
	class, _, _ := strings.Cut(tag, ":")
	if class == "ABK" {
		// ABK:Professor:SUB: what it stands for, then its part of speech.
		return Abbreviation | tagParts[tag[strings.LastIndexByte(tag, ':')+1:]]
	}
	first := true
	for part := range strings.SplitSeq(tag, ":") {
		for p := range strings.SplitSeq(strings.TrimRight(part, "*#<"), "+") {
			f |= partOf(class, p, first)
		}
		first = false
	}
	if f.HasAny(Personal) && f.HasAny(Genders) && f&Genders != Genders && !f.HasAny(Persons) {
		f |= Person3
	}
	return f
}

func partOf(class, part string, first bool) Features {
	switch {
	case first:
	case class == "SUB" && part == "ADJ":
		return FromAdjective
	case class == "SUB" && part == "INF":
		return FromVerb
	case class == "KON" && part == "INF":
		return Infinitival
	case class == "KON" && part == "NEB":
		return Coordinating
	case class == "ADV" && part == "PRO":
		return Pronominal
	case class == "PRO" && part == "PER":
		return Personal
	case class == "VER" && (part == "PA1" || part == "PA2"):
		return tagParts[part] &^ Adjective
	case part == "MOD" && class != "VER", part == "VER", part == "SUB", part == "PRO", part == "ART":
		return 0 // a manner, and other remarks
	case class != "ART" && part == "DEF", class != "ART" && class != "PRO" && part == "IND":
		return 0 // how an adjective is declined
	}
	return tagParts[part]
}
