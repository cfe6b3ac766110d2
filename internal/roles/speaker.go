package roles

import (
	"math"
	"slices"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/spans"
	"github.com/laut-nlp/laut/internal/syntax"
	"github.com/laut-nlp/laut/internal/trees"
)

// nominee is the tokens [first, end) that may name the speaker of a claim.
type nominee struct {
	first, end int
	carried    bool // they are the speaker of the claim before
}

// The features of words that may name a speaker, a small number each. Probabilities
// are those of the role model if it is not said otherwise, as grades.
const (
	sKind = iota
	sFramed
	sBy // the rule that found a claim like this one
	sMost
	sMean
	sLeast
	sBefore // of the tokens beside them
	sAfter
	sToken    // by the token model
	sRule     // share of the speaker of the rules' claim
	sMarked   // share of the tokens that the rules give a speaker's role
	sLast     // share of the speaker of the claim before
	sCarried  // they are that speaker
	sUnit     // in the claim's unit, before or after it
	sSide     // of the content
	sGap      // clauses between them and the content
	sDistance // tokens
	sCueGap   // tokens to the likeliest cue
	sCueSame  // whether that is in the same clause
	sCue      // its probability
	sLabel    // of the name in them
	sNamed    // share of tokens in names
	sFirst    // what they begin with
	sHead     // part of speech of the last word
	sLength
	sNominative
	sPreposition // before them
	sMarkBefore
	sMarkAfter
	sQuoted
	sClause // kind of their clause
	sMood   // of its verb
	sTakes  // whether it has a cue
	sStart  // whether they begin their clause
	sRivals // how many others there are
	sRank   // how many of them are likelier
	sLastThere
	speakerFeatures
)

// SpeakerFeatures is how many features are seen of words that may name a speaker.
const SpeakerFeatures = speakerFeatures

// speakerLevels are the probabilities above which tokens are tried as a speaker.
var speakerLevels = [...]float64{.5, .25, .1, .03}

// speakers returns the words that may name the speaker of a claim.
func (f *Finder) speakers(t *target, prob func(i int) float64) []nominee {
	var all []nominee
	add := func(w nominee) {
		if w.end > w.first && !slices.ContainsFunc(all, func(x nominee) bool { return x.first == w.first && x.end == w.end }) {
			all = append(all, w)
		}
	}
	if n := len(t.last); n > 0 {
		add(nominee{t.last[0], t.last[n-1] + 1, true})
	}
	if t.like >= 0 {
		if s := f.view.Found[t.like].Speaker; len(s) > 0 {
			add(nominee{s[0], s[len(s)-1] + 1, false})
		}
	}
	for _, least := range speakerLevels {
		for i := t.first; i < t.end; i++ {
			if prob(i) < least {
				continue
			}
			end := i + 1
			for end < t.end && prob(end) >= least {
				end++
			}
			add(nominee{i, end, false})
			i = end
		}
	}
	for i := t.first; i < t.end; i++ {
		if prob(i) >= speakerLevels[len(speakerLevels)-1] && (i == t.first || prob(i-1) < prob(i)/2) {
			if end := f.text.Phrase(i, min(t.end, i+maxSpeaker)); end > i {
				add(nominee{i, end, false})
			}
		}
	}
	return all
}

// maxSpeaker is how many tokens a speaker's phrase has at most.
const maxSpeaker = 30

// nominees are the words that may name the speaker of a claim, with what features ask
// of all of them.
type nominees struct {
	v       *Finder
	t       *target
	words   []nominee
	prob    func(i int) float64 // of a token of the window
	most    []uint8             // by words, the grade of their largest probability
	cue     int                 // the likeliest, or -1
	cueProb float64
}

// nominate returns the words that may name the speaker of a claim, by the
// probabilities of the role model.
func (f *Finder) nominate(t *target, l *linear.Lattice) *nominees {
	x := &nominees{v: f, t: t, prob: func(i int) float64 { return l.Prob(i-t.first, labelSpeaker) }}
	x.cue, x.cueProb = t.likeliestCue(l)
	x.words = f.speakers(t, x.prob)
	for _, w := range x.words {
		most, _, _ := x.probable(w)
		x.most = append(x.most, most)
	}
	return x
}

// fill fills the features of the k-th words.
func (x *nominees) fill(row []uint8, k int) {
	v, t, w := x.v, x.t, x.words[k]
	clear(row)
	row[sKind] = uint8(t.kind)
	if t.kind.Framed() {
		row[sFramed] = 1
	}
	row[sMost], row[sMean], row[sLeast] = x.probable(w)
	if w.first > t.first {
		row[sBefore] = spans.Grade(float32(x.inWindow(w.first - 1)))
	}
	row[sAfter] = spans.Grade(float32(x.inWindow(w.end)))
	token, named, marked, quoted := float32(0), 0, 0, 0
	for i := w.first; i < w.end; i++ {
		token += v.view.Prob(i, spans.LabelSpeaker)
		if e := v.text.Entity[i]; e >= 0 {
			named++
			if label := uint8(v.text.Entities[e].Label) + 1; row[sLabel] == 0 || v.text.Entities[e].Label == entities.PER {
				row[sLabel] = label
			}
		}
		if v.view.Marks[i].Role == claim.Speaker {
			marked++
		}
		if v.ws[i].Quoted {
			quoted++
		}
	}
	n := w.end - w.first
	row[sToken], row[sNamed], row[sMarked], row[sQuoted] = spans.Grade(token/float32(n)), portion(named, n), portion(marked, n), portion(quoted, n)
	if t.like >= 0 {
		row[sBy] = uint8(v.view.Found[t.like].By)
		row[sRule] = w.jaccard(v.view.Found[t.like].Speaker)
	}
	row[sLast] = w.jaccard(t.last)
	if w.carried {
		row[sCarried] = 1
	}
	if len(t.last) > 0 {
		row[sLastThere] = 1
	}
	first, last := t.content[0], t.content[len(t.content)-1]
	unit := v.view.UnitAt(w.first)
	row[sUnit] = uint8(min(max(unit-t.unit+4, 0), 8))
	distance, gap := 0, int32(0)
	switch {
	case w.end <= first:
		row[sSide], distance, gap = sideBefore, first-w.end, v.clauseAt(first)-v.clauseAt(w.first)
	case w.first > last:
		row[sSide], distance, gap = sideAfter, w.first-last, v.clauseAt(w.first)-v.clauseAt(last)
	case claim.Contains(t.content, w.first):
		row[sSide] = sideIn
		distance = w.first - first
	default:
		row[sSide] = sideBetween
	}
	row[sGap], row[sDistance] = uint8(min(max(gap, 0), 6)), logOf(distance)
	row[sCue] = spans.Grade(float32(x.cueProb))
	if cue := x.cue; cue >= 0 {
		row[sCueGap] = 20 + logOf(max(w.first-cue, 0))
		if cue > w.first {
			row[sCueGap] = 20 - min(logOf(cue-w.first), 20)
		}
		if v.view.Clause[cue] >= 0 && v.view.Clause[cue] == v.view.Clause[w.first] {
			row[sCueSame] = 1
		}
	}
	row[sFirst], row[sHead] = v.view.Opening(w.first), uint8(v.view.Tags[w.end-1].POS)
	if v.view.Tags[w.first].POS == extract.PRON {
		row[sFirst] = 20
	}
	row[sLength] = uint8(min(n, 12))
	if v.text.Nominative(w.first, w.end) {
		row[sNominative] = 1
	}
	if w.first > 0 {
		b := &v.ws[w.first-1]
		if b.Function == syntax.Preposition {
			row[sPreposition] = prepositionClass(b.Text)
		}
		row[sMarkBefore] = v.view.Joint(w.first - 1)
	}
	if w.end < len(v.ws) {
		row[sMarkAfter] = v.view.Joint(w.end)
	}
	if k := v.view.Clause[w.first]; k >= 0 {
		c := &v.view.Clauses[k]
		row[sClause], row[sMood], row[sTakes] = uint8(c.Clause.Kind)+1, c.Mood, c.CueClass()
		if w.first <= c.Clause.First+1 {
			row[sStart] = 1
		}
	}
	row[sRivals] = uint8(min(len(x.words), 20))
	for _, theirs := range x.most {
		if theirs > x.most[k] {
			row[sRank]++
		}
	}
}

// inWindow returns the probability of a token, 0 outside of the window.
func (x *nominees) inWindow(i int) float64 {
	if i < x.t.first || i >= x.t.end {
		return 0
	}
	return x.prob(i)
}

// probable returns the grades of the largest, the mean and the smallest probability.
func (x *nominees) probable(w nominee) (most, mean, least uint8) {
	hi, lo, sum := 0.0, 1.0, 0.0
	for i := w.first; i < w.end; i++ {
		p := x.inWindow(i)
		hi, lo, sum = max(hi, p), min(lo, p), sum+p
	}
	return spans.Grade(float32(hi)), spans.Grade(float32(sum / float64(w.end-w.first))), spans.Grade(float32(lo))
}

func portion(n, of int) uint8 { return spans.Share(float64(n) / float64(max(of, 1))) }

func logOf(n int) uint8 { return uint8(math.Log2(float64(n+1)) * 3) }

// shared returns how many of ascending tokens are in the words.
func (w nominee) shared(ts []int) int { return len(claim.Within(ts, w.first, w.end-1)) }

// jaccard returns how much words and tokens have in common, as a share.
func (w nominee) jaccard(ts []int) uint8 {
	n := w.shared(ts)
	return portion(n, w.end-w.first+len(ts)-n)
}

// prepositionClass tells sources, agents and others apart.
func prepositionClass(w string) uint8 {
	switch letters.LowerFirst(w) {
	case "laut", "gemäß", "gemäss", "zufolge":
		return 2
	case "nach", "aus":
		return 3
	case "von", "vom", "durch":
		return 4
	case "in", "im", "auf", "bei":
		return 5
	case "gegenüber", "an", "für", "gegen", "mit":
		return 6
	}
	return 1
}

// likeliestCue returns the token of the window that is likeliest a cue.
func (t *target) likeliestCue(l *linear.Lattice) (at int, prob float64) {
	at = -1
	for k := range t.end - t.first {
		if p := l.Prob(k, labelCue); p > prob && p > .05 {
			at, prob = t.first+k, p
		}
	}
	return at, prob
}

// choose returns the words that most probably name the speaker, and how much of the
// true words they probably are.
func (x *nominees) choose(s *Scratch, m *trees.Model) (best nominee, value float32) {
	s.row = slices.Grow(s.row[:0], speakerFeatures)[:speakerFeatures]
	for k, w := range x.words {
		x.fill(s.row, k)
		if p := m.Prob(s.row); p > value {
			best, value = w, p
		}
	}
	return best, value
}
