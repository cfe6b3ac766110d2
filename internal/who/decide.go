package who

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/portable"
	"github.com/laut-nlp/laut/internal/trees"
)

// Model says who speaks by what was learned. It does not change and may be used by several
// goroutines.
type Model struct {
	trees       *trees.Model
	least       float32
	calibration claim.Calibration
}

// Open opens a model: the trees, the least probability of an answer, below which it is
// nobody, and what makes scores of probabilities. It returns an error if the trees are damaged
// or were trained with other features.
func Open(data string, least float32, c claim.Calibration) (*Model, error) {
	m, err := trees.New(data, Features)
	if err != nil {
		return nil, fmt.Errorf("who: %w", err)
	}
	if !c.Valid() {
		return nil, fmt.Errorf("who: the calibration %v is none", c)
	}
	return &Model{m, least, c}, nil
}

// Candidate is somebody who may be the speaker of a claim. Without a name it is nobody.
type Candidate struct {
	Entity int // or -1
	Name   string
	figure int32
	among  bool // one of several whom the speaker's words name
}

// Choices are the candidates for the speaker of a claim, nobody the last.
type Choices struct {
	Claim      int // its number
	Candidates []Candidate
	Rows       [][]uint8 // the features of each
	rows       []uint8   // the same, one after another
	question   *question
	certain    int // the candidate whom the form of the text names, or -1
	group      int // the candidate that is several whom the speaker's words name, or -1
}

// certainly is the least probability of who is named by the form of the text: a caption, a
// name line, a label in an interview. The corpus has too few of them to learn from.
const certainly = .95

// Choose returns the number of the candidate that most probably speaks, the last one if none
// is probable enough, and all probabilities.
func (m *Model) Choose(c *Choices) (best int, probs []float32) {
	probs = make([]float32, len(c.Rows))
	m.trees.Scores(probs, c.rows)
	sum := 0.0
	for i, score := range probs {
		e := portable.Exp(float64(score))
		probs[i] = float32(e)
		sum += e
	}
	for i := range probs {
		probs[i] = float32(float64(probs[i]) / sum)
		if probs[i] > probs[best] {
			best = i
		}
	}
	if k := c.group; k >= 0 && best != k && c.Candidates[best].among { // one of those whom the words name
		probs[k] += probs[best]
		best = k
	}
	switch k := c.certain; {
	case k >= 0:
		best, probs[k] = k, max(probs[k], certainly)
	case probs[best] < m.least:
		best = len(probs) - 1
	}
	return best, probs
}

// Speakers returns the speakers of claims, which must stand in order of their contents.
// Without a model each is found by rules, claim by claim.
func (x *Discourse) Speakers(m *Model, list []claim.Claim) []Speaker {
	out := make([]Speaker, len(list))
	if m == nil {
		for i := range list {
			x.text.Sign.Look()
			out[i] = x.Speaker(&list[i])
		}
		return out
	}
	defer x.repeated(list, out)
	x.walk(list, func(f *figures, c *Choices) int {
		x.text.Sign.Look()
		best, probs := m.Choose(c)
		out[c.Claim] = f.speaker(c.question, c.Candidates[best])
		if out[c.Claim].Name != "" {
			out[c.Claim].Score = m.calibration.Score(probs[best])
		}
		return best
	})
	return out
}

// speaker returns a candidate as the result, nobody as the zero one.
func (f *figures) speaker(q *question, c Candidate) Speaker {
	if c.figure < 0 {
		return Speaker{Entity: -1}
	}
	x := f.Discourse
	words := q.c.Speaker
	if len(words) == 0 {
		words = f.wordsFor(q, c.figure)
	}
	s := Speaker{Spans: x.text.Spans(words), Entity: c.Entity, Name: f.nameOfFigure(int(c.figure)), Head: x.headNoun(words), Via: claim.ViaNoun}
	if es := f.entitiesOf(&f.list[c.figure]); len(es) > 0 {
		s.Entity, s.Others = es[0], es[1:]
	}
	switch {
	case q.c.Via != claim.ViaNone:
		s.Via = q.c.Via
	case q.c.Carried || len(q.c.Speaker) == 0:
		s.Via = claim.ViaCarried
	case q.kind == wordsName:
		s.Via = claim.ViaName
	case q.noun < 0 || q.kind == wordsTheirWords:
		s.Via = claim.ViaPronoun
	}
	return s
}

// wordsFor returns the words that stand for a figure beside a claim that names no speaker: the
// last ones before it, or else the first ones after it.
func (f *figures) wordsFor(q *question, k int32) []int {
	ms := f.list[k].mentions
	at := 0
	for i := range ms {
		if ms[i].head < q.begin {
			at = i
		}
	}
	return claim.Tokens(ms[at].first, ms[at].last)
}

// Walk goes through claims in order of their contents and asks choose for the speaker of
// each: the number of a candidate. Training sees by it what [Discourse.Speakers] sees.
func (x *Discourse) Walk(list []claim.Claim, choose func(*Choices) int) {
	x.walk(list, func(f *figures, c *Choices) int {
		for i := range c.Candidates {
			if k := c.Candidates[i].figure; k >= 0 {
				c.Candidates[i].Name = f.nameOfFigure(int(k))
			}
		}
		return choose(c)
	})
}

func (x *Discourse) walk(list []claim.Claim, choose func(*figures, *Choices) int) {
	f := x.findFigures()
	h := newHistory(len(f.list))
	for i := range list {
		q := f.ask(&list[i])
		h.grow(len(f.list))
		c := f.choices(&q, h)
		c.Claim = i
		f.last = c.Candidates[choose(f, c)].figure
		h.add(&q, f.last)
	}
}

func (f *figures) choices(q *question, h *history) *Choices {
	list := f.candidates(q, h)
	rows := make([]uint8, (len(list)+1)*Features)
	c := &Choices{rows: rows, Rows: make([][]uint8, len(list)+1), Candidates: make([]Candidate, len(list)+1), question: q, certain: -1, group: -1}
	nobody := rows[len(list)*Features:]
	f.fillClaim(nobody, q)
	for i, k := range list {
		row := rows[i*Features:][:Features]
		copy(row, nobody)
		f.fillFigure(row, q, h, k)
		c.Rows[i], c.Candidates[i] = row, f.candidate(k)
		if q.group == k {
			c.group = i
		} else if q.group >= 0 {
			c.Candidates[i].among = slices.Contains(f.list[q.group].members, k)
		}
		if q.c.Via != claim.ViaNone && int(k) == q.certain || q.sure && q.guess == k {
			c.certain = i
		}
	}
	h.fill(nobody, q, -1)
	c.Rows[len(list)], c.Candidates[len(list)] = nobody, Candidate{Entity: -1, figure: -1}
	rank(c.Rows)
	return c
}

// candidate returns a figure as a candidate. Several have no entity of their own.
func (f *figures) candidate(k int32) Candidate {
	c := Candidate{Entity: f.list[k].entity, figure: k} // its name costs, and is asked for where it is chosen
	if f.list[k].class == several {
		c.Entity = -1
	}
	return c
}

// rank fills the features that compare candidates.
func rank(rows [][]uint8) {
	for i, row := range rows {
		row[gCandidates] = uint8(min(len(rows), 30))
		recent, salient, rivals := 0, 0, 0
		for k, other := range rows {
			if k == i {
				continue
			}
			if other[gInWords] == 0 {
				row[gBestAlike] = max(row[gBestAlike], other[gAlike])
				row[gBestLinked] = max(row[gBestLinked], other[gLinked])
				row[gBestFront] = max(row[gBestFront], other[gFront])
				if other[gAgrees] >= 1 {
					row[gBestKind] = max(row[gBestKind], other[gKindFits])
					row[gBestFits] = max(row[gBestFits], other[gFits])
				}
			}
			if other[gAgrees] < 2 {
				continue
			}
			if other[gFits] == 3 && other[gSentences] <= 2 && other[gInWords] == 0 {
				rivals++
			}
			if other[gFits] == 3 && other[gSpokeBack] == 2 {
				row[gLastFits] = 1 + other[gAgrees]
			}
			if other[gClass] > uint8(namedBody) && other[gClass] != uint8(somePerson) && other[gClass] != uint8(someBody) {
				continue
			}
			if cmp.Compare(other[gSentences], row[gSentences]) < 0 {
				recent++
			}
			if other[gSalience] > row[gSalience] {
				salient++
			}
		}
		row[gRivals] = uint8(min(rivals, 10))
		row[gRecent], row[gSalienceRank] = uint8(min(recent, 10)), uint8(min(salient, 10))
	}
}

// nameOfFigure returns the name of a figure.
func (f *figures) nameOfFigure(k int) string {
	g := &f.list[k]
	if g.entity >= 0 && g.class != several {
		return f.text.Entities[g.entity].Name
	}
	if g.name == "" {
		owner := ""
		t := g.phrase.head
		if g.mentions[0].det == nouns.Possessed {
			for i := g.phrase.first; i < t; i++ {
				if r, ok := f.byPossessive(i, look{}); ok && r >= 0 && f.refs[r].entity >= 0 && f.refs[r].label != entities.LOC && f.refs[r].label != entities.MISC {
					owner = f.text.Entities[f.refs[r].entity].Name
				}
			}
		}
		if t > 0 && g.phrase.first == t-1 && g.lemma == "Zeitung" && strings.HasPrefix(f.ws[t-1].Lower(), "diese") {
			g.name = "diese Zeitung"
			return g.name
		}
		g.name = f.nameOfPhrase(g.phrase, g.agr == nouns.Plural, (g.agr & nouns.Singular).One(), g.lemma, owner)
	}
	return g.name
}
