package claims

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/enum"
)

var (
	kindNames   = enum.Names[Kind]{What: "kind", Names: claim.KindNames}
	mediumNames = enum.Names[Medium]{What: "medium", Names: claim.MediumNames}
	stanceNames = enum.Names[Stance]{What: "stance", Names: claim.StanceNames}
	viaNames    = enum.Names[Via]{What: "via", Names: claim.ViaNames}
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

// String returns the name, "direct" for Direct.
func (k Kind) String() string { return kindNames.String(k) }

// MarshalText returns the name; a number without one is an error.
func (k Kind) MarshalText() ([]byte, error) { return kindNames.MarshalText(k) }

// UnmarshalText sets the kind by its name. The error of an unknown one tells which there are.
func (k *Kind) UnmarshalText(name []byte) error { return kindNames.UnmarshalText(k, name) }

// Kinds returns all kinds.
func Kinds() []Kind { return kindNames.Values() }

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

// String returns the name, "speech/writing" for SpeechOrWriting.
func (m Medium) String() string { return mediumNames.String(m) }

// MarshalText returns the name; a number without one is an error.
func (m Medium) MarshalText() ([]byte, error) { return mediumNames.MarshalText(m) }

// UnmarshalText sets the medium by its name. The error of an unknown one tells which there are.
func (m *Medium) UnmarshalText(name []byte) error { return mediumNames.UnmarshalText(m, name) }

// Mediums returns all mediums.
func Mediums() []Medium { return mediumNames.Values() }

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

// String returns the name, "asserts" for Asserts.
func (s Stance) String() string { return stanceNames.String(s) }

// MarshalText returns the name; a number without one is an error.
func (s Stance) MarshalText() ([]byte, error) { return stanceNames.MarshalText(s) }

// UnmarshalText sets the stance by its name. The error of an unknown one tells which there are.
func (s *Stance) UnmarshalText(name []byte) error { return stanceNames.UnmarshalText(s, name) }

// Stances returns all stances.
func Stances() []Stance { return stanceNames.Values() }

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

// String returns the name, "name" for ViaName and "" for ViaNone.
func (v Via) String() string { return viaNames.String(v) }

// MarshalText returns the name; a number without one is an error.
func (v Via) MarshalText() ([]byte, error) { return viaNames.MarshalText(v) }

// UnmarshalText sets the way by its name. The error of an unknown one tells which there are.
func (v *Via) UnmarshalText(name []byte) error { return viaNames.UnmarshalText(v, name) }

// Vias returns all ways to a speaker.
func Vias() []Via { return viaNames.Values() }

// Speaker is who makes a claim.
type Speaker struct {
	Spans  []extract.Span // the words that stand for the speaker, for a carried claim those of the earlier one
	Entity entities.ID    // 0 if it is nobody that has a name; of several the first that has one
	Others []entities.ID  // where several speak the further ones that have names: Lea Wirth of "Nora Hagen und Lea Wirth"
	Name   string         // the entity's name, else who it is in few words, in the nominative and without an article: Sprecher der Initiative; several are joined by [Several]; empty when nobody was found
	Head   string         // the lemma of the noun among the words, to count by: Chef for "der frühere Chef des Betriebsrats"; empty of a pronoun or a name alone
	Via    Via
	Score  float64 // from 0 to 1: how probable it is that Name is right; 0 without one
}

// Several stands between the names of several who speak together: "Nora Hagen / Lea Wirth".
const Several = claim.Several

// Entities returns who speaks, each by the number of its entity: Entity and Others. Of
// nobody that has a name there are none.
func (s Speaker) Entities() []entities.ID {
	if s.Entity == 0 {
		return nil
	}
	return append([]entities.ID{s.Entity}, s.Others...)
}

// Names returns the names of all who speak. Of nobody there are none.
func (s Speaker) Names() []string {
	if s.Name == "" {
		return nil
	}
	return strings.Split(s.Name, Several)
}

// Sure returns the speaker if the score is at least least, and else nobody in the same
// words: Spans, Head and Via stay, since the text has them, and whom they mean is left open.
func (s Speaker) Sure(least float64) Speaker {
	if s.Score >= least {
		return s
	}
	return Speaker{Spans: s.Spans, Head: s.Head, Via: s.Via}
}

// ID is the number of a claim in its article, counted from 1, in the order that Extract
// returns them in. The zero ID is no claim's.
type ID int

// Index returns the place of the claim in the slice that Extract returns, -1 for none.
func (id ID) Index() int { return int(id) - 1 }

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
	Parent    ID      // the enclosing claim, 0 if there is none
	Score     float64 // from 0 to 1: how probable it is that somebody said this
}

// Span returns the hull of what is said: from the beginning of its first span to the end of
// its last, with what stands between them. It is empty if nothing is.
func (c Claim) Span() (hull extract.Span) {
	for i, s := range c.Content {
		if i == 0 {
			hull = s
		}
		hull.Start, hull.End = min(hull.Start, s.Start), max(hull.End, s.End)
	}
	return hull
}

// Filter returns the claims that keep accepts, in their order. A claim whose parent is left
// out has the nearest enclosing claim that stays as its parent. It takes claims as Extract
// returns them, each after its parent; cs is not changed, and the slices of spans are
// shared with it. Time is linear.
func Filter(cs []Claim, keep func(Claim) bool) []Claim {
	out := make([]Claim, 0, len(cs))
	kept := make([]ID, len(cs)) // what claim i is in out, or what encloses it there
	for i, c := range cs {
		var parent ID
		if p := c.Parent.Index(); p >= 0 && p < i {
			parent = kept[p]
		}
		if !keep(c) {
			kept[i] = parent
			continue
		}
		c.Parent = parent
		out = append(out, c)
		kept[i] = ID(len(out))
	}
	return out
}

// AtLeast returns the claims whose score is at least score, in a slice of their own. The names
// whose score is below speaker are left out, as by [Speaker.Sure]. It is for what was found
// before: [WithMinScore] and [WithMinSpeakerScore] ask for the same from the beginning.
func AtLeast(claims []Claim, score, speaker float64) []Claim {
	out := Filter(claims, func(c Claim) bool { return c.Score >= score })
	for i := range out {
		out[i].Speaker = out[i].Speaker.Sure(speaker)
	}
	return out
}
