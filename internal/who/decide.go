package who

import (
	"fmt"
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/syntax"
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
	trees.Softmax(probs)
	for i := range probs {
		if probs[i] > probs[best] {
			best = i
		}
	}
	if k := c.group; k >= 0 && best != k && c.Candidates[best].among { // one of those whom the words name
		probs[k] += probs[best]
		best = k
	}
	probable := probs[best]
	if sum, k := c.named(probs); k >= 0 && sum > probable {
		best, probable = k, sum
	}
	switch k := c.certain; {
	case k >= 0:
		best, probs[k] = k, max(probs[k], certainly)
	case probable < m.least:
		best = len(probs) - 1
	}
	return best, probs
}

// named returns how probably somebody speaks whom the speaker's words name, and the likeliest of
// these, or -1. Whether "ein Sprecher des Konzerns" counts as the Sprecher or as the Konzern, the
// words tell who it is.
func (c *Choices) named(probs []float32) (sum float32, best int) {
	best = -1
	if c.question.kind < wordsPossessed { // a pronoun
		return 0, best
	}
	for i, row := range c.Rows {
		if row[gInWords] == 0 {
			continue
		}
		if sum += probs[i]; best < 0 || probs[i] > probs[best] {
			best = i
		}
	}
	return sum, best
}

// Speakers returns the speakers of claims, which must stand in order of their contents.
// No model, nil, leaves them to the rules.
func (m *Model) Speakers(d *discourse.Discourse, list []claim.Claim) []discourse.Speaker {
	if m == nil {
		return d.Speakers(list)
	}
	out := make([]discourse.Speaker, len(list))
	f := findFigures(d)
	f.walk(list, func(c *Choices) int {
		d.Text.Sign.Look()
		best, probs := m.Choose(c)
		s := f.speaker(c.question, c.Candidates[best])
		if s.Name != "" {
			s.Score = m.calibration.Score(probs[best])
		}
		out[c.Claim] = s
		return best
	})
	repeat(d.Text, list, out)
	return out
}

// speaker returns a candidate as the result, nobody as the zero one.
func (f *figures) speaker(q *question, c Candidate) discourse.Speaker {
	if c.figure < 0 {
		return discourse.Speaker{Entity: -1}
	}
	words := q.c.Speaker
	if len(words) == 0 {
		words = f.wordsFor(q, c.figure)
	}
	s := discourse.Speaker{Spans: f.Text.Spans(words), Entity: c.Entity, Name: f.nameOfFigure(int(c.figure)), Head: f.HeadNoun(words), Via: claim.ViaNoun}
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
	m := &f.list[k].mentions[max(f.mentionsBefore(int(k), q.begin)-1, 0)]
	return claim.Tokens(m.first, m.last)
}

// Walk goes through claims in order of their contents and asks choose for the speaker of
// each: the number of a candidate. The choices are valid until choose returns. Training sees by
// it what [Model.Speakers] sees.
func Walk(d *discourse.Discourse, list []claim.Claim, choose func(*Choices) int) {
	f := findFigures(d)
	f.walk(list, func(c *Choices) int {
		for i := range c.Candidates {
			if k := c.Candidates[i].figure; k >= 0 {
				c.Candidates[i].Name = f.nameOfFigure(int(k))
			}
		}
		return choose(c)
	})
}

func (f *figures) walk(list []claim.Claim, choose func(*Choices) int) {
	h := newHistory(list, len(f.list))
	for i := range list {
		q := f.ask(&list[i])
		h.grow(len(f.list))
		c := f.choices(&q, h)
		c.Claim = i
		f.last = c.Candidates[choose(c)].figure
		if q.own >= 0 && f.last >= 0 {
			f.settle(q.own, q.noun, f.last)
		}
		h.add(&q, f.last)
	}
}

// choices returns the candidates for a question with their features, until the next call.
func (f *figures) choices(q *question, h *history) *Choices {
	list := f.candidates(q, h)
	n := (len(list) + 1) * Features
	f.rows = slices.Grow(f.rows[:0], n)[:n]
	rows := f.rows
	c := &Choices{rows: rows, Rows: make([][]uint8, len(list)+1), Candidates: make([]Candidate, len(list)+1), question: q, certain: -1, group: -1}
	nobody := rows[len(list)*Features:]
	clear(nobody)
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

// Headings that quote somebody are looked at up to so many; it keeps the time linear.
const mostHeadings = 16

// fewestWords is how many words a quotation in a heading has at least that the text repeats.
const fewestWords = 2

// repeat gives quotations in headings, which name nobody, the speaker of the same words in
// the text below: „Wir bleiben“ ⏎ … „Wir bleiben hier“, sagte Eva Lang.
func repeat(text *syntax.Text, list []claim.Claim, out []discourse.Speaker) {
	headings := 0
	for i := range list {
		c := &list[i]
		if c.Kind != claim.Direct || len(c.Cue) > 0 || c.Via == claim.ViaNameLine || !heading(text, c.Content[0]) {
			continue
		}
		words := wordsOf(text, c.Content)
		if len(words) < fewestWords {
			continue
		}
		if headings++; headings > mostHeadings {
			return
		}
		for k := range list {
			d := &list[k]
			if d.Kind == claim.Direct && out[k].Name != "" && !heading(text, d.Content[0]) && contains(wordsOf(text, d.Content), words) {
				out[i] = out[k]
				if out[i].Via = claim.ViaCarried; c.Via != claim.ViaNone {
					out[i].Via = c.Via
				}
				break
			}
		}
	}
}

// heading reports whether token t stands in a heading.
func heading(text *syntax.Text, t int) bool {
	us := text.Units
	u, _ := slices.BinarySearchFunc(us, t, func(u syntax.Unit, t int) int { return u.Last - 1 - t })
	return u < len(us) && us[u].Heading
}

// wordsOf returns the words of tokens in small letters.
func wordsOf(text *syntax.Text, ts []int) (words []string) {
	for _, t := range ts {
		if w := &text.Words[t]; w.Kind == extract.Word || w.Kind == extract.Numeral {
			words = append(words, w.Lower())
		}
	}
	return words
}

// contains reports whether words stand in all, one behind the other.
func contains(all, words []string) bool {
	for i := 0; i+len(words) <= len(all); i++ {
		if slices.Equal(all[i:i+len(words)], words) {
			return true
		}
	}
	return false
}
