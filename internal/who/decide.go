package who

import (
	"cmp"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/nouns"
)

// Candidate is somebody who may be the speaker of a claim. The zero value is nobody.
type Candidate struct {
	Entity int // or -1
	Name   string
	figure int32
}

// Choices are the candidates for the speaker of a claim, nobody the last.
type Choices struct {
	Claim      int
	Candidates []Candidate
	Rows       [][]uint8
	Words      uint8
}

// Walk goes through claims in order of their contents and asks choose for the speaker of
// each: the number of a candidate.
func (x *Discourse) Walk(list []claim.Claim, choose func(*Choices) int) []Candidate {
	f := x.findFigures()
	h := &history{spoke: make([]int32, len(f.list)), count: make([]int32, len(f.list)), lastWord: map[int]int32{}}
	out := make([]Candidate, len(list))
	for i := range list {
		q := f.ask(&list[i])
		for len(h.spoke) < len(f.list) { // several together
			h.spoke, h.count = append(h.spoke, 0), append(h.count, 0)
		}
		ch := f.choices(&q, h)
		ch.Claim = i
		n := choose(ch)
		out[i] = ch.Candidates[n]
		k := out[i].figure
		h.decided = append(h.decided, k)
		if len(q.words) > 0 {
			h.lastWord[q.words[0]] = k
		}
		if k >= 0 {
			h.spoke[k] = int32(i) + 1
			h.count[k]++
		}
	}
	return out
}

func (f *figures) choices(q *question, h *history) *Choices {
	list := f.candidates(q, h.spoke)
	ch := &Choices{Words: uint8(q.kind)}
	head := make([]uint8, Features)
	f.fillClaim(head, q)
	for _, k := range list {
		row := slices.Clone(head)
		f.fillFigure(row, q, h, k)
		ch.Rows = append(ch.Rows, row)
		ch.Candidates = append(ch.Candidates, Candidate{f.list[k].entity, f.nameOfFigure(int(k)), k})
	}
	row := slices.Clone(head)
	row[gSpokeBack] = 20
	if n := len(h.decided); n > 0 && h.decided[n-1] < 0 {
		row[gSpokeBack] = 1
	}
	if q.c.Parent >= 0 && q.c.Parent < len(h.decided) {
		row[gSpokeParent] = 1 + flag(h.decided[q.c.Parent] < 0)
	}
	if len(q.words) > 0 {
		if e, ok := h.lastWord[q.words[0]]; ok {
			row[gSpokeSame] = 1 + flag(e < 0)
		}
	}
	row[gCandidates] = uint8(min(len(list), 30))
	ch.Rows, ch.Candidates = append(ch.Rows, row), append(ch.Candidates, Candidate{-1, "", -1})
	f.rank(ch)
	return ch
}

// rank fills the features that compare candidates.
func (f *figures) rank(ch *Choices) {
	for i, row := range ch.Rows {
		row[gCandidates] = uint8(min(len(ch.Rows), 30))
		recent, salient, rivals := 0, 0, 0
		for k, other := range ch.Rows {
			if k == i {
				continue
			}
			if other[gInWords] == 0 {
				row[gBestAlike] = max(row[gBestAlike], other[gAlike])
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
