package who

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/syntax"
)

// The ways a candidate stands in the words.
const (
	inHead = iota + 1
	inApposition
	inPreposition
	inGenitive
	inTitle
	inOther
)

func (f *figures) fillMentions(row []uint8, q *question, g *figure, k int32) {
	lo, hi := -1, -1
	if len(q.words) > 0 {
		lo, hi = q.words[0], q.words[len(q.words)-1]
	}
	anchorSentence := f.Sentence[q.anchor]
	begin := f.Sentence[q.begin]
	end := f.Sentence[q.end-1]
	row[gSentences], row[gSubject], row[gSays] = 31, 31, 31
	row[gPreposition] = 0
	before, salience := 0, 0
	last := -1
	for i := f.mentionsBefore(int(k), max(q.end, hi+1)+lookAhead) - 1; i >= 0; i-- {
		m := &g.mentions[i]
		if m.bridge && m.head >= lo && m.head <= hi {
			continue
		}
		if m.head >= lo && m.head <= hi {
			row[gInWords] = f.standsIn(q, m)
			row[gOrder] = 0
			for _, t := range q.words {
				if t >= m.head {
					break
				}
				if f.at[t] != 0 && f.at[t] != k+1 && (f.NameAt(t) == nil || f.NameAt(t).First == t) {
					row[gOrder]++
				}
			}
			if q.noun >= 0 && q.noun < m.head && q.nounKind&discourse.KindWords != 0 {
				row[gAfterWords] = 1 + flag(q.nounKind&discourse.KindSpeaksFor != 0)
			} else if q.noun >= 0 && q.noun < m.head && q.nounKind&discourse.KindSpeaksFor != 0 {
				row[gAfterWords] = 3
			}
			if !q.c.Carried {
				continue
			}
		}
		in := claim.Contains(q.c.Content, m.head)
		if in {
			row[gContent] = max(row[gContent], 1+flag(m.Subject))
		}
		if !in && claim.Contains(q.c.Frame, m.head) {
			row[gInFrame] = 1 + flag(m.Subject)
		}
		if claim.Contains(q.c.Addressee, m.head) {
			row[gAddressed] = 1
		}
		if !in && m.sentence >= end && m.sentence <= end+1 && m.head >= q.end {
			row[gFollows] = max(row[gFollows], 1+flag(m.Subject)+flag(m.Says))
			if m.sentence > end {
				row[gFollows] = 4
			}
		}
		if m.sentence <= 1 {
			row[gHeading] = 1
		}
		if len(q.c.Cue) > 0 && m.clause == f.Clause[q.c.Cue[0]] && m.clause != 0 {
			row[gClauseCue] = 1 + flag(m.Subject)
		}
		if m.head >= q.anchor || in {
			continue
		}
		before++
		d := int(anchorSentence - m.sentence)
		if d == 0 && m.clause == f.Clause[q.anchor] && m.clause != 0 {
			row[gSameClause] = 1 + flag(m.Subject)
		}
		if begin-m.sentence == 1 {
			row[gPrevious] = max(row[gPrevious], 1+flag(m.Subject)+flag(m.Says))
		}
		if last < 0 {
			last = i
			row[gSentences] = grade(d)
			row[gRole] = 1 + flag(m.Subject) + 2*flag(m.Oblique) + 4*flag(m.Owner) + 8*flag(m.title) + 16*flag(m.bridge)
			row[gDet] = uint8(m.det) + 1
			row[gQuotedLast] = flag(m.Quoted)
			if p := f.PhraseBefore(m.head).First; p > 0 && f.Words[p-1].Function == syntax.Preposition {
				row[gPreposition] = prepositionClass(f.Words[p-1].Lower())
			}
		}
		if m.Subject {
			row[gSubject] = min(row[gSubject], grade(d))
		}
		if m.Says {
			row[gSays] = min(row[gSays], grade(d))
		}
		if d <= discourse.FarSentences {
			salience += m.Weight() >> d
		}
		if i < last-12 {
			break
		}
	}
	row[gCount], row[gTotal] = log2(before), log2(len(g.mentions))
	row[gFirst] = grade(int(g.mentions[0].sentence))
	row[gSalience] = log2(salience)
	if last >= 0 {
		// how many others are between
		n := 0
		for t := max(g.mentions[last].head+1, q.anchor-lookBack); t < q.anchor && n < 20; t++ {
			if f.at[t] != 0 && f.list[f.at[t]-1].class <= someBody && (f.NameAt(t) == nil || f.NameAt(t).First == t) && f.at[t] != k+1 {
				n++
			}
		}
		row[gNear] = uint8(n) + 1
	}
}

func (f *figures) standsIn(q *question, m *mention) uint8 {
	first := true
	for _, t := range q.words {
		if t >= m.head {
			break
		}
		if f.at[t] != 0 {
			first = false
		}
	}
	switch {
	case m.title:
		return inTitle
	case first:
		return inHead
	}
	begin := f.PhraseBefore(m.head).First
	if begin > 0 {
		b := &f.Words[begin-1]
		switch {
		case b.Text == ",":
			return inApposition
		case b.Function == syntax.Preposition:
			return inPreposition
		}
	}
	if m.Owner || syntax.Genitive(f.Words[begin].Lower()) && begin < m.head {
		return inGenitive
	}
	return inOther
}

func prepositionClass(w string) uint8 {
	switch w {
	case "laut", "gemäß", "zufolge", "nach":
		return 2
	case "von", "vom", "durch":
		return 3
	case "in", "im", "bei", "beim", "auf", "aus":
		return 4
	case "gegenüber", "an", "für":
		return 5
	case "gegen":
		return 6
	case "mit":
		return 7
	}
	return 1
}
