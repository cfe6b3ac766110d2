package claim

import "github.com/laut-nlp/laut/internal/enum"

// Kind says how a claim is reported.
type Kind uint8

// The kinds of claims.
const (
	Direct       Kind = iota + 1 // „Wir zahlen“, sagte er.
	Indirect                     // Er sagte, man zahle.
	Continued                    // Konjunktiv that runs on without a frame of its own: Man habe stets gezahlt.
	FreeIndirect                 // reported without cue or Konjunktiv: Er soll gezahlt haben.
	Reported                     // the act is told, not the words: Er kritisierte die Zahlung.
)

// KindNames are the names of kinds, by their numbers.
var KindNames = []string{"", "direct", "indirect", "continued", "free_indirect", "reported"}

// String returns the kind's name as the command prints it.
func (k Kind) String() string { return enum.String(KindNames, k) }

// Framed reports whether claims of a kind have a frame. Claims of the other kinds stand by
// themselves, with their speaker in them or before them.
func (k Kind) Framed() bool { return k == Direct || k == Indirect }

// Medium says whether the claim was spoken, written or thought; the source
// often does not tell which of two.
type Medium uint8

// The mediums.
const (
	Speech Medium = iota + 1
	Writing
	Thought
	SpeechOrWriting
	SpeechOrThought
	ThoughtOrWriting
)

// MediumNames are the names of mediums, by their numbers.
var MediumNames = []string{"", "speech", "writing", "thought", "speech/writing", "speech/thought", "thought/writing"}

// String returns the medium's name as the command prints it.
func (m Medium) String() string { return enum.String(MediumNames, m) }

// Stance is what the cue says of the claim: that the speaker asserts it, denies it,
// demands it.
type Stance uint8

// The stances.
const (
	Asserts Stance = iota + 1
	Denies
	Doubts
	Demands
	Asks
	Promises
	Warns
	Admits
	Believes
	Announces
	Criticises
	Praises
	Withholds
)

// StanceNames are the names of stances, by their numbers.
var StanceNames = []string{"", "asserts", "denies", "doubts", "demands", "asks", "promises", "warns",
	"admits", "believes", "announces", "criticises", "praises", "withholds"}

// String returns the stance's name as the command prints it.
func (s Stance) String() string { return enum.String(StanceNames, s) }

// Negated returns the stance of a cue that is negated: wer nicht glaubt, zweifelt. Not
// saying a thing is not denying it: the stance is withholding, as for all other acts that
// did not take place.
func (s Stance) Negated() Stance {
	switch s {
	case Denies:
		return Admits
	case Admits:
		return Denies
	case Believes:
		return Doubts
	case Doubts:
		return Believes
	case Withholds:
		return Asserts
	}
	return Withholds
}

// Via says how a speaker was found.
type Via uint8

// The ways to a speaker.
const (
	ViaNone      Via = iota // nobody was found
	ViaName                 // the frame names the speaker
	ViaNoun                 // the frame has a noun: "der Gründer"
	ViaPronoun              // the frame has a pronoun: "er"
	ViaCarried              // the claim has no frame; the speaker of an earlier one goes on
	ViaCaption              // the name stands beside a quotation by itself: „Ja“ – Eva Lang
	ViaNameLine             // the name stands before a colon and heads a line: Lang: Plan ist zu teuer
	ViaInterview            // the claim is an answer in an interview
)

// ViaNames are the names of the ways to a speaker, by their numbers.
var ViaNames = []string{"", "name", "noun", "pronoun", "carried", "caption", "name_line", "interview"}

// String returns the name as the command prints it.
func (v Via) String() string { return enum.String(ViaNames, v) }
