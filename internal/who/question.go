package who

import (
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// wordsKind is what the words of a speaker are.
type wordsKind uint8

const (
	noWords wordsKind = iota
	wordsEr
	wordsSie
	wordsSiePlural
	wordsEs
	wordsDieser
	wordsRelative
	wordsMan
	wordsIch
	wordsSome // einer, viele
	wordsPossessed
	wordsDefinite
	wordsIndefinite
	wordsBare
	wordsName
	wordsOther
	wordsTheirWords // seine Meinung, eigene Angaben
)

// question is a claim whose speaker is asked for.
type question struct {
	c        *claim.Claim
	words    []int // of the speaker, without prepositions in front
	kind     wordsKind
	agr      nouns.Agreement
	noun     int // the first noun of the words, or -1
	stem     string
	nounKind discourse.Kind
	anchor   int // the token that is asked for: the first word, or that of the content
	begin    int // of the content, as end
	end      int
	group    int32     // the figure of several that the words name, or -1
	own      int       // the figure that the words themselves are, or -1
	bodies   bodyKinds // that the noun takes up
	front    front     // of the noun
	guess    int32     // the figure that the noun takes up by a sieve, or -1
	sieve    sieve
	sure     bool // of the guess; the corpus has too few of its kind to learn from
	certain  int  // the entity that the form of the text names, or -1
}

// ask asks for the speaker of a claim.
func (f *figures) ask(c *claim.Claim) question {
	q := question{c: c, noun: -1, own: -1, group: -1, guess: -1, certain: -1, begin: c.Content[0], end: c.Content[len(c.Content)-1] + 1}
	q.anchor = q.begin
	if c.Via != claim.ViaNone {
		q.certain, _ = f.Meant(c)
	}
	q.words = f.withoutFront(c.Speaker)
	if len(q.words) == 0 {
		q.guess, q.sieve = f.bySubject(c)
		return q
	}
	if !c.Carried {
		q.anchor = q.words[0]
	}
	f.findNoun(&q)
	if s := f.whoseOwn(&q); s != nil {
		q.turnAway(s)
		f.findNoun(&q)
	}
	if f.mute(&q) {
		f.askForAnother(&q)
		return q
	}
	q.kind = f.kindOfWords(&q)
	f.askForOwner(&q)
	if q.stem != "" {
		q.bodies, q.front = bodies().nouns.of(q.stem), f.frontOf(q.noun, q.stem)
	}
	q.group = f.group(q.words)
	f.guessSpeaker(&q)
	return q
}

// withoutFront returns the words of a speaker without what stands before the phrase.
func (f *figures) withoutFront(words []int) []int {
	for len(words) > 1 && f.NameAt(words[0]) == nil {
		w := &f.Words[words[0]]
		if w.Function != syntax.Preposition && w.Function != syntax.Adverb && w.Kind != extract.OpenQuote {
			break
		}
		words = words[1:]
	}
	return words
}

// findNoun finds the first noun of the words and the figure that it is.
func (f *figures) findNoun(q *question) {
	for _, t := range q.words {
		k := int(f.at[t]) - 1
		unnamed := k >= 0 && f.list[k].entity < 0
		if !unnamed && (f.NameAt(t) != nil || f.Tags[t].POS != extract.NOUN) {
			continue
		}
		if q.noun = t; k >= 0 {
			q.turnTo(t, k, &f.list[k])
		}
		if q.stem == "" {
			q.stem = discourse.Stem(f.Text.Doc.Lemma(t))
		}
		return
	}
}

// whoseOwn returns the subject of the clause that the words stand in if they are its own, as
// eigene Angaben are, or nil.
func (f *figures) whoseOwn(q *question) []int {
	if q.noun < 0 || q.nounKind&discourse.KindWords == 0 || !slices.ContainsFunc(q.words, func(t int) bool { return f.Reader.Own.Has(f.Words[t].Lower()) }) {
		return nil
	}
	if first, end := f.SubjectBeside(q.noun); end > 0 {
		return claim.Tokens(first, end)
	}
	return nil
}

// turnTo makes the noun at token t, which is figure number k, the one that is asked for.
func (q *question) turnTo(t, k int, g *figure) {
	q.noun, q.agr, q.stem, q.nounKind, q.own = t, g.agr, g.stem, g.kind, k
}

// turnAway makes other words those that are asked for.
func (q *question) turnAway(words []int) {
	q.words, q.noun, q.own, q.agr, q.stem, q.nounKind = words, -1, -1, 0, "", 0
}

// askForAnother drops words that cannot speak, and guesses who does.
func (f *figures) askForAnother(q *question) {
	switch {
	case discourse.KindOfStem(q.stem)&discourse.KindPart != 0:
		q.guess, q.sieve = f.byOwner(q.noun), byOwnerOfText
	case q.c.Carried:
		q.guess, q.sieve = f.last, byLast
	default:
		if q.guess, q.sieve = f.byAnOpinion(q.c); q.guess < 0 {
			q.guess, q.sieve = f.bySubject(q.c)
		}
	}
	q.turnAway(nil)
	q.sure = q.guess >= 0 && !q.c.Carried
}

// guessSpeaker asks the sieves whom the words mean.
func (f *figures) guessSpeaker(q *question) {
	q.guess, q.sieve = f.guess(q)
	if q.sure = q.sieve == byReply; q.guess < 0 {
		q.sieve = noGuess
	}
	for _, t := range [...]int{q.words[0], q.noun, q.words[len(q.words)-1]} {
		if t < 0 {
			continue
		}
		if k := f.groupMeant(t); k >= 0 {
			q.guess, q.sieve = k, byGroup
		}
	}
}

// mute reports whether the words of a question are such as cannot speak: times, and things that
// others go on with.
func (f *figures) mute(q *question) bool {
	if f.Head(q.words) >= 0 {
		return false
	}
	if q.noun < 0 { // Ende März
		t := q.words[0]
		return f.Words[t].Capital && f.Tags[t].POS != extract.PRON && discourse.KindOfNoun(f.Text.Doc.Lemma(t))&discourse.KindMute != 0
	}
	kind := q.nounKind
	if q.own < 0 {
		kind = discourse.KindOfStem(q.stem)
	}
	switch {
	case kind&(discourse.KindMute|discourse.KindPart) != 0:
		return true
	case kind != 0 || q.own < 0 || !q.c.Carried:
		return false
	}
	return f.list[q.own].class == someThing
}

// askForOwner turns to whose words they are: of "Angaben eines Werftsprechers" to the Werftsprecher.
func (f *figures) askForOwner(q *question) {
	if q.noun < 0 || q.nounKind&discourse.KindWords == 0 || q.kind == wordsTheirWords {
		return
	}
	for _, t := range q.words {
		if t <= q.noun {
			continue
		}
		if f.NameAt(t) != nil {
			return
		}
		if k := int(f.at[t]) - 1; k >= 0 && f.list[k].entity < 0 {
			if g := &f.list[k]; g.class == somePerson || g.class == someBody {
				q.turnTo(t, k, g)
			}
			return
		}
	}
}

// kindOfWords returns what the words are, and sets what a pronoun or possessive agrees with.
func (f *figures) kindOfWords(q *question) wordsKind {
	first, last := q.words[0], q.words[len(q.words)-1]
	switch {
	case len(q.words) == 1 && f.NameAt(first) == nil && q.noun < 0:
		return f.kindOfPronoun(q, first)
	case q.noun < 0 && f.Both(last): // die beiden
		q.agr = nouns.Plural
		return wordsSiePlural
	case f.NameAt(first) != nil && f.at[first] != 0 && f.list[f.at[first]-1].entity >= 0, f.Head(q.words) >= 0:
		return wordsName
	case q.noun < 0:
		return wordsOther
	}
	if agr := f.ownerOfWords(q); agr != 0 {
		q.agr, q.stem, q.own, q.nounKind = agr, "", -1, 0
		return wordsTheirWords
	}
	switch f.PhraseOf(q.noun).Determination {
	case nouns.Possessed:
		return wordsPossessed
	case nouns.Definite:
		return wordsDefinite
	case nouns.Indefinite:
		return wordsIndefinite
	}
	switch f.Words[first].Lower() {
	case "mein", "meine", "unser", "unsere":
		return wordsPossessed
	}
	return wordsBare
}

// kindOfPronoun is kindOfWords for a single word that is neither noun nor name.
func (f *figures) kindOfPronoun(q *question, t int) wordsKind {
	if f.Relative(t) {
		q.agr = f.AgreementOfRelative(t)
		return wordsRelative
	}
	switch low := f.Words[t].Lower(); low {
	case "er", "ihm", "ihn":
		q.agr = nouns.Masculine
		return wordsEr
	case "sie", "diese", "die", "letztere":
		q.agr = f.NumberOfSie(t)
		switch {
		case low != "sie":
			return wordsDieser
		case q.agr == nouns.Plural:
			return wordsSiePlural
		}
		return wordsSie
	case "es", "das", "dieses":
		q.agr = nouns.Neuter
		return wordsEs
	case "der", "dieser", "letzterer":
		q.agr = nouns.Masculine
		return wordsDieser
	case "ihnen", "beide", "beiden", "denen":
		q.agr = nouns.Plural
		return wordsSiePlural
	case "man":
		return wordsMan
	case "ich", "wir", "mir", "uns", "mich":
		return wordsIch
	}
	if f.Tags[t].POS == extract.PRON || f.Tags[t].POS == extract.DET {
		return wordsSome
	}
	return wordsOther
}

// ownerOfWords returns with whom a possessive before a noun for words agrees, 0 where there is
// none: seine Meinung, eigene Angaben.
func (f *figures) ownerOfWords(q *question) nouns.Agreement {
	if q.nounKind&discourse.KindWords == 0 {
		return 0
	}
	for _, t := range q.words {
		if t >= q.noun {
			break
		}
		low := f.Words[t].Lower()
		if f.Reader.Own.Has(low) {
			return nouns.Singular | nouns.Plural
		}
		if agr := f.Reader.Owner(low); agr != 0 {
			return agr
		}
	}
	return 0
}
