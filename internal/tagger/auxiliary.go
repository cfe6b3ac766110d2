package tagger

import (
	"math/bits"

	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/linear"
)

// Forms of haben, sein, werden and of modals are auxiliaries (AUX) or verbs of their own
// (VERB). What tells them apart may stand anywhere in the clause, so that it is decided anew
// when the labels of all words are known.

var (
	setEither  = Set("", "VAFIN") | Set("", "VAINF") | Set("", "VAPP") | Set("", "VMFIN")
	setAnd     = Set("", "KON")
	setEnd     = setComma | setStop
	setBare    = Set("", "VVPP") | Set("", "VAPP") | setInfinitive
	setWithZu  = setZu | Set("", "PTKZU")
	setTelling = Set("ADV", "") | setPronoun | setPreposition | Set("ADJ", "ADJD")
)

// twins are, for the labels of setEither, those that differ from them by UPOS only.
var twins = func() (t [len(labels)]Label) {
	for y, name := range labels {
		both := Set("AUX", name.stts) | Set("VERB", name.stts)
		t[y] = Label(bits.TrailingZeros64(both &^ (1 << y)))
	}
	return t
}()

// What a clause shows of the verbs that an auxiliary may stand with.
const (
	withParticiple = 1 << iota
	withParticipleNear
	withInfinitive
	withInfinitiveNear
	withZu
	withFinite
	withLate // a participle or infinitive behind another clause
)

// mostNouns is how many nouns of a clause are counted.
const mostNouns = 3

// farthest is how many tokens before and after a verb are looked at. Without a limit, time
// would be quadratic.
const farthest = 40

// auxSequence fills s.seq with the verbs that may be auxiliaries, and s.verbs with their
// tokens.
func (s *Scratch) auxSequence() {
	s.seq.Reset()
	s.verbs = s.verbs[:0]
	for i, y := range s.labels {
		if s.words[i].aux != 0 && in(y, setEither) {
			s.verbs = append(s.verbs, i)
			s.seq.Begin(1<<isAux | 1<<isVerb)
			s.auxFeatures(i)
		}
	}
}

// edge returns the first token of the clause of verb i if step is -1, the last if it is 1. A
// clause ends at a mark, and before another finite verb or the und before that.
func (s *Scratch) edge(i, step int) int {
	edge, joined, finite := i, -1, in(s.labels[i], setFinite)
	for k := i + step; k >= 0 && k < len(s.labels) && k != i+step*farthest; k += step {
		switch y := s.labels[k]; {
		case in(y, setEnd), in(y, setFinite) && finite && joined < 0:
			return edge
		case in(y, setFinite) && finite:
			return joined
		case in(y, setFinite):
			finite = true
		case in(y, setAnd) && joined < 0:
			joined = edge
		}
		edge = k
	}
	return edge
}

// goesOn reports whether a clause that ends before token k may go on behind one that is put
// in: with a participle or infinitive that no finite verb stands with.
func (s *Scratch) goesOn(k int) bool {
	found, finite := false, false
	for end := min(k+farthest, len(s.labels)); k < end; k++ {
		switch y := s.labels[k]; {
		case in(y, setEnd):
			if found {
				return true
			}
			finite = false
		case in(y, setFinite):
			found, finite = false, true
		case in(y, setWithZu):
			return false
		case in(y, setBare):
			found = !finite
		}
	}
	return found
}

// partner returns what token k of the clause of verb i that ends with token last shows of the
// verbs that it may stand with.
func (s *Scratch) partner(i, k, last int) (shown uint64) {
	near := k == i-1 || k == last
	switch y := s.labels[k]; {
	case in(y, setParticiple):
		shown = withParticiple
		if near {
			shown |= withParticipleNear
		}
	case in(y, setInfinitive):
		shown = withInfinitive
		if near {
			shown |= withInfinitiveNear
		}
	case in(y, setWithZu):
		shown = withZu
	case in(y, setFinite):
		shown = withFinite
	}
	return shown
}

// The kinds of features of auxiliaries go on from those of moods.
const (
	xKind uint64 = iota + mNextLabel + 1
	xPartners
	xNouns
	xTelling
	xOpener
	xOpenerPartners
	xPrevLabel
	xNextLabel
	xLastLabel
	xLastWord
	xLastPreposition
)

// auxFeatures adds the features of the verb at token i and of its clause.
func (s *Scratch) auxFeatures(i int) {
	kind := uint64(s.words[i].aux)<<8 | uint64(min(s.labels[i], twins[s.labels[i]]))
	first, last := s.edge(i, -1), s.edge(i, 1)
	var partners, opener, preposition, nouns uint64
	for k := first; k <= last; k++ {
		if k == i {
			preposition = 0
			continue
		}
		y, form := s.labels[k], uint64(0)
		if in(y, setTelling|setOpener) {
			form = hash.Folded(s.words[k].form)
		}
		partners |= s.partner(i, k, last)
		if in(y, setTelling) {
			s.add(xTelling, form, kind, 0)
		}
		if in(y, setOpener) {
			opener = form
		}
		switch {
		case in(y, setPreposition):
			preposition = form
		case in(y, setOpener|setNominal):
			if in(y, setNominal) && preposition == 0 && (k == first || !in(s.labels[k-1], setNamed)) {
				nouns = min(nouns+1, mostNouns)
			}
			if k < last {
				preposition = 0
			}
		}
	}
	if partners&(withParticiple|withInfinitive) == 0 && s.goesOn(last+1) {
		partners |= withLate
	}
	s.add(xKind, kind, 0, 0)
	s.add(xPartners, kind, partners, 0)
	s.add(xNouns, kind, partners, nouns)
	s.add(xOpener, kind, opener, 0)
	s.add(xOpenerPartners, kind, opener, partners)
	if i > 0 {
		s.add(xPrevLabel, kind, uint64(s.labels[i-1]), partners)
	}
	if i+1 < len(s.labels) {
		s.add(xNextLabel, kind, uint64(s.labels[i+1]), partners)
	}
	if first == last {
		return
	}
	if last == i {
		last--
	}
	y := uint64(s.labels[last])
	s.add(xLastLabel, kind, y, partners)
	s.add(xLastWord, kind, hash.Folded(s.words[last].form), 0)
	s.add(xLastPreposition, kind, preposition, y)
}

// tagAuxiliaries decides of each verb that may be an auxiliary whether it is one.
func (t *Tagger) tagAuxiliaries(s *Scratch) {
	s.auxSequence()
	for k, decided := range t.decide(s) {
		i := s.verbs[k]
		if y := s.labels[i]; AuxLabel(y) != decided {
			s.labels[i] = twins[y]
			s.Words[i].Label = s.labels[i]
		}
	}
}

// AuxSequence is to auxiliaries what MoodSequence is to moods, for the sentence seen last.
func AuxSequence(s *Scratch) (*linear.Sequence, []int) {
	s.auxSequence()
	return &s.seq, s.verbs
}

// AuxLabel returns the label of the model of verbs for a label that may be an auxiliary's.
func AuxLabel(y Label) linear.Label {
	if UPOS(y) == "AUX" {
		return isAux
	}
	return isVerb
}
