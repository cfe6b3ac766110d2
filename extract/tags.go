package extract

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/enum"
	"github.com/laut-nlp/laut/internal/lexicon"
	model "github.com/laut-nlp/laut/internal/model/tagger"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/tagger"
)

// Tag is the morphology of a token. It holds no text and no pointer; its lemma
// is told by [Document.Lemma].
type Tag struct {
	POS      POS
	VerbForm VerbForm
	Mood     Mood  // of finite verbs
	Tense    Tense // of finite verbs; Konjunktiv I counts as present, II as past
	// Konjunktiv is 1 for Konjunktiv I by form (sei, habe, werde), 2 for
	// Konjunktiv II (wäre, hätte, würde), 0 for what is not subjunctive.
	Konjunktiv uint8
	Person     uint8 // of finite verbs: 1, 2, 3, or 0 where it is not known
	Number     Number
	label      tagger.Label
	// Partner is how many tokens further on, or back if it is negative, the other half of
	// a verb stands: a separated prefix and its verb lead to each other ("warf … vor"). It
	// is 0 for all others.
	Partner int32
	prefix  uint32 // bytes of the lemma that are the partner's
	lemma   [2]int // in tagging.lemmas
}

// STTS returns the part of speech after the Stuttgart-Tübingen tagset of 1999,
// such as VVFIN or PRELS.
func (t Tag) STTS() string { return tagger.STTS(t.label) }

// tagging is what Tags computes, once.
type tagging struct {
	done   atomic.Bool
	mutex  sync.Mutex // held while they are computed
	tags   []Tag
	lemmas string
}

// Tags returns the morphology of each token. It is computed on the first call,
// by the embedded model, in time linear in the text: about 0.25 s a million bytes
// on one core. Later calls, also of [Document.Lemma], return the same slice, which
// must not be changed.
func (d *Document) Tags() []Tag {
	if d == nil {
		return nil
	}
	d = d.Normal()
	if !d.tagging.done.Load() {
		d.tag(nil)
	}
	return d.tagging.tags
}

// TagsContext is Tags that ends when ctx does, and then returns the error of ctx; the next
// call begins anew.
func (d *Document) TagsContext(ctx context.Context) ([]Tag, error) {
	return stop.Run(ctx, func(s *stop.Sign) []Tag {
		if d != nil {
			d.Normal().tag(s)
		}
		return d.Tags()
	})
}

// Lemma returns the lemma of token i. A verb whose prefix is separated has that
// of the whole verb: "warf … vor" has "vorwerfen" at "warf" and "vor" at "vor".
// A contracted form has the lemma of its preposition, "zum" that of "zu". It
// panics if i is not a token.
func (d *Document) Lemma(i int) string {
	t := &d.Tags()[i]
	return d.Normal().tagging.lemmas[t.lemma[0]:t.lemma[1]]
}

// WordLemma returns the lemma of token i by itself, without a prefix that is
// separated from it, as the treebanks of Universal Dependencies count lemmas:
// "werfen" for "warf … vor". It panics if i is not a token.
func (d *Document) WordLemma(i int) string {
	t := &d.Tags()[i]
	return d.Normal().tagging.lemmas[t.lemma[0]+int(t.prefix) : t.lemma[1]]
}

// german opens the embedded model on first use. It is no variable with an
// initial value, so that a program without tags does not link the model.
func german() *tagger.Tagger { return germanFile.Get(tagger.New, model.File) }

var germanFile blob.File[*tagger.Tagger]

// longest is how many tokens are tagged together at most. Sentences of articles
// are shorter; text without full stops is cut, so that time stays linear.
const longest = 250

func (d *Document) tag(sign *stop.Sign) {
	d.tagging.mutex.Lock()
	defer d.tagging.mutex.Unlock()
	if d.tagging.done.Load() {
		return
	}
	t := german()
	s := tagger.Get()
	defer s.Put()
	tags := make([]Tag, len(d.tokens))
	lemmas := make([]byte, 0, len(d.text)+len(d.text)/16+16)
	for _, q := range d.sentences {
		for first := q.First; first < q.Last; first += longest {
			sign.Look()
			last := min(first+longest, q.Last)
			s.Forms = s.Forms[:0]
			for _, token := range d.tokens[first:last] {
				s.Forms = append(s.Forms, d.text[token.Start:token.End])
			}
			words := t.Tag(s, s.Forms)
			for i := range words {
				tags[first+i] = newTag(&words[i], i, len(lemmas))
			}
			lemmas = append(lemmas, s.Lemmas...)
		}
	}
	d.tagging.tags, d.tagging.lemmas = tags, string(lemmas)
	d.tagging.done.Store(true)
}

// newTag returns the tag of a word, the one at place in its sentence, whose lemmas begin
// where they are said to.
func newTag(w *tagger.Word, place, lemmas int) Tag {
	t := Tag{
		POS: posOf(w.Label), VerbForm: verbFormOf(w.Label), label: w.Label,
		prefix: uint32(w.Prefix), lemma: [2]int{lemmas + w.LemmaStart, lemmas + w.LemmaEnd},
	}
	if w.Partner >= 0 {
		t.Partner = int32(w.Partner - place)
	}
	if t.VerbForm != Finite {
		return t
	}
	f := w.Features
	switch {
	case tagger.IsImperative(w.Label):
		t.Mood = Imperative
	case w.Subjunctive && !f.Has(lexicon.Subjunctive1):
		t.Mood, t.Konjunktiv, t.Tense = Subjunctive, 2, Past
	case w.Subjunctive:
		t.Mood, t.Konjunktiv, t.Tense = Subjunctive, 1, Present
	case f.Has(lexicon.Past):
		t.Mood, t.Tense = Indicative, Past
	case f.Has(lexicon.Present):
		t.Mood, t.Tense = Indicative, Present
	default:
		t.Mood = Indicative
	}
	switch {
	case f.Has(lexicon.Person1):
		t.Person = 1
	case f.Has(lexicon.Person2):
		t.Person = 2
	case f.Has(lexicon.Person3):
		t.Person = 3
	}
	switch {
	case f.Has(lexicon.Singular):
		t.Number = Singular
	case f.Has(lexicon.Plural):
		t.Number = Plural
	}
	return t
}

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
