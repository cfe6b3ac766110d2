package claims

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
)

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

// String returns the kind's name as the command prints it.
func (k Kind) String() string { return claim.Kind(k).String() }

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

// String returns the medium's name as the command prints it.
func (m Medium) String() string { return claim.Medium(m).String() }

// Stance is what the cue says of the claim: that the speaker asserts it,
// denies it, demands it. Of verb and negation it says what they say together:
// "glaubt nicht" doubts, "bestritt nicht" admits.
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
	Withholds // will not say or confirm it: wollte das nicht bestätigen, sagte nicht, wer
)

// String returns the stance's name as the command prints it.
func (s Stance) String() string { return claim.Stance(s).String() }

// Via says how a speaker was found.
type Via uint8

// The ways to a speaker.
const (
	ViaNone    Via = iota // nobody was found
	ViaName               // the frame names the speaker
	ViaNoun               // the frame has a noun: "der Gründer"
	ViaPronoun            // the frame has a pronoun: "er"
	ViaCarried            // the claim has no frame; the speaker of an earlier one goes on
)

// String returns the name as the command prints it.
func (v Via) String() string { return claim.Via(v).String() }

// Speaker is who makes a claim.
type Speaker struct {
	Spans  []extract.Span // the words that stand for the speaker, for a carried claim those of the earlier one
	Entity int            // index into the entities, or -1
	Name   string         // the entity's name, else the words themselves; empty when nobody was found
	Via    Via
}

// Claim is something that someone is reported to have said, written or thought.
type Claim struct {
	Kind      Kind
	Medium    Medium
	Stance    Stance
	Content   []extract.Span // what is said; several for „A“, sagte X, „B“; a direct quotation includes its marks
	Cue       []extract.Span // the words that report: "warf … vor"
	Frame     []extract.Span // the clause around the cue
	Addressee []extract.Span // who is spoken to, where the frame says so
	Speaker   Speaker
	Parent    int     // index of the enclosing claim in the slice that Extract returns, or -1
	Score     float32 // from 0 to 1: how probable it is that somebody said this
}
