package tagger

import (
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
)

// The labels of the model of verbs: moods of finite verbs, and what may be an auxiliary.
const (
	moodIndicative linear.Label = iota
	moodSubjunctive
	isAux
	isVerb
)

// VerbLabels are the labels of the model of verbs.
func VerbLabels() []string { return []string{"ind", "sub", "aux", "verb"} }

const subjunctive = lexicon.Subjunctive1 | lexicon.Subjunctive2

// finiteMoods returns the moods but the imperative that a verb can have by its
// form.
func (w *word) finiteMoods() lexicon.Features { return w.mask & finite }

// moodSet returns the moods that the form leaves open.
func (w *word) moodSet() uint64 {
	m := w.finiteMoods()
	switch {
	case m&subjunctive == 0: // unknown forms too

		return 1 << moodIndicative
	case m&lexicon.Indicative == 0:
		return 1 << moodSubjunctive
	}
	return 1<<moodIndicative | 1<<moodSubjunctive
}

// firstPersonOnly reports, as 1 for no and 2 for yes, whether the form is
// indicative in the first person singular only: "habe", "gehe".
func (w *word) firstPersonOnly() uint64 {
	for _, e := range [...]lexicon.Entry{w.entry, w.lower, w.head} {
		for r := range e.Readings() {
			if f := r.Features; f.Has(lexicon.Verb|lexicon.Indicative) && !f.Has(lexicon.Person1|lexicon.Singular) {
				return 1
			}
		}
	}
	return 2
}

var setNonfinite = setInfinitive | setParticiple | setZu | Set("", "VVPP")

// The kinds of features of moods.
const (
	mBias uint64 = iota + 1
	mForm
	mMoods
	mSuffix
	mNumber
	mPronoun
	mFormPronoun
	mPronounSuffix
	mIch
	mOpener
	mFormOpener
	mPlace
	mNonfinite
	mQuote
	mOther
	mOtherMoods
	mBefore
	mAfter
	mPrevWord
	mNextWord
	mPrevLabel
	mNextLabel
)

// verbsBeside is how many finite verbs before and after one tell its mood. Few
// sentences have more; without a limit, time would be quadratic.
const verbsBeside = 4

// moodSequence fills s.seq with the finite verbs of the sentence, whose labels
// must be known, and s.verbs with their tokens.
func (s *Scratch) moodSequence() {
	s.seq.Reset()
	s.verbs = s.verbs[:0]
	ich := false
	for i, y := range s.labels {
		if in(y, setFinite) {
			s.verbs = append(s.verbs, i)
		}
		ich = ich || personOf(s.words[i].form) == ichForm
	}
	quoted, at := uint64(0), 0
	for n, i := range s.verbs {
		for ; at < i; at++ {
			switch s.words[at].form {
			case "„", "“", "\"", "«", "»", "”":
				quoted ^= 1
			}
		}
		set := s.words[i].moodSet()
		s.seq.Begin(set)
		if set&(set-1) == 0 {
			continue
		}
		s.moodFeatures(i, quoted, ich)
		s.otherVerbs(n)
	}
}

// clause is what the mood of a verb has to do with in its clause.
type clause struct {
	first, end int
	person     uint64 // of the first pronoun that can be a subject
	ich        bool
	opener     uint64 // the conjunction or relative pronoun before the verb
	nonfinite  uint64 // the label of the last infinitive or participle, and 1
}

// clauseOf looks at the clause around token i.
func (s *Scratch) clauseOf(i int) clause {
	var c clause
	c.first, c.end = s.clauseBounds(i)
	for k := c.first; k < c.end; k++ {
		if p := personOf(s.words[k].form); p != 0 {
			if c.person == 0 {
				c.person = p
			}
			c.ich = c.ich || p == ichForm
		}
		if k < i && in(s.labels[k], setOpener) {
			c.opener = hash.Folded(s.words[k].form)
		}
		if in(s.labels[k], setNonfinite) {
			c.nonfinite = uint64(s.labels[k]) + 1
		}
	}
	return c
}

// clauseBounds returns the tokens between the punctuation marks around token i.
func (s *Scratch) clauseBounds(i int) (first, end int) {
	first, end = i, i+1
	for first > 0 && !in(s.labels[first-1], setPunctuation) {
		first--
	}
	for end < len(s.labels) && !in(s.labels[end], setPunctuation) {
		end++
	}
	return first, end
}

// The results of personOf.
const (
	ichForm uint64 = iota + 1
	duForm
	erForm
	wirForm
	sieForm
	ihrForm
)

// personOf returns which of the pronouns that tell the person of the verb a
// form is, 0 for others.
func personOf(form string) uint64 {
	switch form {
	case "ich", "Ich":
		return ichForm
	case "du", "Du":
		return duForm
	case "er", "Er", "es", "Es", "man", "Man":
		return erForm
	case "wir", "Wir":
		return wirForm
	case "sie", "Sie":
		return sieForm
	case "ihr", "Ihr":
		return ihrForm
	}
	return 0
}

// add adds a feature to the verb that was begun last.
func (s *Scratch) add(kind, a, b, c uint64) {
	s.seq.Add(linear.Feature(hash.Seed(kind).Add(a).Add(b).Add(c)))
}

// moodFeatures adds the features of the verb at token i, its clause and
// its neighbours. ich says whether the sentence has that word.
func (s *Scratch) moodFeatures(i int, quoted uint64, ich bool) {
	w, c := &s.words[i], s.clauseOf(i)
	moods := uint64(w.finiteMoods())
	form := hash.Folded(w.form)
	s.add(mBias, 0, 0, 0)
	s.add(mForm, form, 0, 0)
	s.add(mMoods, moods, uint64(s.labels[i]), 0)
	s.add(mSuffix, hash.Text(letters.Suffix(w.form, 3)), moods, 0)
	s.add(mNumber, uint64(w.mask&(lexicon.Numbers|lexicon.Persons)), moods, 0)

	s.add(mPronoun, c.person, moods, 0)
	s.add(mFormPronoun, form, c.person, 0)
	s.add(mPronounSuffix, c.person, hash.Text(letters.Suffix(w.form, 1)), moods)
	firstOnly, near := w.firstPersonOnly(), uint64(0)
	switch {
	case c.ich:
		near = 2
	case ich:
		near = 1
	}
	s.add(mIch, firstOnly, near, 0)
	s.add(mIch, firstOnly, near, 1+quoted)
	s.add(mIch, firstOnly, near, 3+c.opener)

	s.add(mOpener, c.opener, moods, 0)
	s.add(mFormOpener, form, c.opener, 0)
	place := uint64(0)
	if i == c.first {
		place |= 1
	}
	if i == c.end-1 {
		place |= 2
	}
	if c.opener != 0 {
		place |= 4
	}
	s.add(mPlace, place, moods, 0)
	s.add(mNonfinite, c.nonfinite, moods, 0)
	s.add(mNonfinite, c.nonfinite, form, 1)
	s.add(mQuote, quoted, moods, 0)
	s.add(mQuote, quoted, moods, 1+c.person)
	if i > 0 {
		s.add(mPrevWord, hash.Folded(s.words[i-1].form), moods, 0)
		s.add(mPrevLabel, uint64(s.labels[i-1]), moods, 0)
	}
	if i+1 < len(s.words) {
		s.add(mNextWord, hash.Folded(s.words[i+1].form), moods, 0)
		s.add(mNextLabel, uint64(s.labels[i+1]), moods, 0)
	}
}

// otherVerbs adds the features of the finite verbs around s.verbs[n].
func (s *Scratch) otherVerbs(n int) {
	w := &s.words[s.verbs[n]]
	moods, form := uint64(w.finiteMoods()), hash.Folded(w.form)
	if len(s.verbs) == 1 {
		s.add(mOther, 0, moods, 0)
	}
	for k := max(0, n-verbsBeside); k < min(len(s.verbs), n+verbsBeside+1); k++ {
		if k == n {
			continue
		}
		other := &s.words[s.verbs[k]]
		its, name := uint64(other.finiteMoods()), hash.Folded(other.form)
		s.add(mOther, name, 0, 0)
		s.add(mOtherMoods, its, moods, 0)
		s.add(mOtherMoods, its, uint64(other.mask&(lexicon.Present|lexicon.Past)), form)
		switch k {
		case n - 1:
			s.add(mBefore, name, moods, 0)
			s.add(mBefore, its, moods, 1)
		case n + 1:
			s.add(mAfter, name, moods, 0)
			s.add(mAfter, its, moods, 1)
		}
	}
}
