package linear

import "github.com/laut-nlp/laut/internal/hash"

// Feature is the finished hash of a feature.
type Feature uint64

// Label is the number of a label in its model's list.
type Label uint8

// MaxLabels is how many labels a model may have.
const MaxLabels = 64

// start stands for the label of what is before the first token.
const start Label = MaxLabels

// Sequence is what a model sees of a text: for each position its features, the
// labels allowed there, and the features that look at labels. It is built from left to right:
//
//	s.Reset()
//	for i := range tokens {
//		s.Begin(allowed)                       // 0: all labels
//		templates.Extract(grid, i, s)          // features from templates,
//		s.Add(Feature(hash.Seed(9).Add(x).Add(y)))  // and others
//	}
//
// A Sequence is scratch space: it keeps its memory from one text to the next
// and must not be used by two goroutines at once. The zero Sequence is empty and
// ready for use.
type Sequence struct {
	allowed  []uint64
	features []Feature
	first    []int32 // of each position, into features
	history  []History
	firstH   []int32 // of each position, into history
	scores   [][]int32
	firstS   []int32 // of each position, into scores
}

// History is a feature that looks at labels: the hash of all that is known
// before decoding, and the labels it asks for.
type History struct {
	Base hash.Sum
	Asks uint8 // bit n-1 for Previous(n)
}

// Feature returns the feature after the given labels, the last one first.
func (h History) Feature(before *[MaxHistory]Label) Feature {
	var labels uint64
	for k := range MaxHistory {
		if h.Asks>>k&1 != 0 {
			labels |= (uint64(before[k]) + 1) << (8 * k)
		}
	}
	return Feature(h.Base.Add(labels))
}

// Reset empties the sequence.
func (s *Sequence) Reset() {
	s.allowed = s.allowed[:0]
	s.features = s.features[:0]
	s.first = s.first[:0]
	s.history = s.history[:0]
	s.firstH = s.firstH[:0]
	s.scores = s.scores[:0]
	s.firstS = s.firstS[:0]
}

// Begin begins the next position. Bit y of allowed says that label y may stand
// there; 0 allows all.
func (s *Sequence) Begin(allowed uint64) {
	s.allowed = append(s.allowed, allowed)
	s.first = append(s.first, int32(len(s.features)))
	s.firstH = append(s.firstH, int32(len(s.history)))
	s.firstS = append(s.firstS, int32(len(s.scores)))
}

// Add adds a feature to the position begun last.
func (s *Sequence) Add(f Feature) { s.features = append(s.features, f) }

// AddHistory adds a feature that looks at labels to the position begun last.
func (s *Sequence) AddHistory(h History) { s.history = append(s.history, h) }

// AddScores adds the sum of the weights of features of the position begun last, by
// label, instead of the features. It is used in place until the sequence is decoded.
func (s *Sequence) AddScores(scores []int32) { s.scores = append(s.scores, scores) }

// Len returns the number of positions.
func (s *Sequence) Len() int { return len(s.allowed) }

// Allowed returns the labels that Begin was given for position i.
func (s *Sequence) Allowed(i int) uint64 { return s.allowed[i] }

// Features returns the features of position i that do not depend on labels.
func (s *Sequence) Features(i int) []Feature {
	if i+1 < len(s.first) {
		return s.features[s.first[i]:s.first[i+1]]
	}
	return s.features[s.first[i]:]
}

// History returns the features of position i that look at labels.
func (s *Sequence) History(i int) []History {
	if i+1 < len(s.firstH) {
		return s.history[s.firstH[i]:s.firstH[i+1]]
	}
	return s.history[s.firstH[i]:]
}

// sums returns the scores of position i.
func (s *Sequence) sums(i int) [][]int32 {
	if i+1 < len(s.firstS) {
		return s.scores[s.firstS[i]:s.firstS[i+1]]
	}
	return s.scores[s.firstS[i]:]
}

// Start returns the labels before the first position.
func Start() [MaxHistory]Label {
	var before [MaxHistory]Label
	for k := range before {
		before[k] = start
	}
	return before
}

// single reports whether a set has one member.
func single(set uint64) bool { return set != 0 && set&(set-1) == 0 }

// Edge is the value of every attribute before the first and after the last
// token.
const Edge = ^uint64(0)

// Grid holds the attributes of the tokens of a sequence: a row a token, a
// column an [Attr]. The value 0 means that the token does not have the attribute.
// Words and affixes are best given as hash.Text, bit sets and small numbers as they
// are.
//
// A Grid is scratch space: it keeps its memory from one sequence to the next
// and must not be used by two goroutines at once. The zero Grid is ready for
// use.
type Grid struct {
	values     []uint64
	width, pad int
}

// Reset makes room for n tokens, all their attributes absent.
func (g *Grid) Reset(t *Templates, n int) {
	g.width, g.pad = t.width, t.pad
	size := (n + 2*g.pad) * g.width
	if cap(g.values) < size {
		g.values = make([]uint64, size+size/2)
	}
	g.values = g.values[:size]
	clear(g.values)
	edge := g.pad * g.width
	for i := range edge {
		g.values[i] = Edge
		g.values[size-1-i] = Edge
	}
}

// Row returns the attributes of token i, to be filled in.
func (g *Grid) Row(i int) []uint64 {
	return g.values[(g.pad+i)*g.width : (g.pad+i+1)*g.width : (g.pad+i+1)*g.width]
}
