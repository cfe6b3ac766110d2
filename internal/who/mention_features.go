package who

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/nouns"
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

// fillMentions fills the features that tell where the text has a figure, as seen from a claim.
func (f *figures) fillMentions(row []uint8, q *question, g *figure, k int32) {
	first, last := -1, -1
	if len(q.words) > 0 {
		first, last = q.words[0], q.words[len(q.words)-1]
	}
	row[gSentences], row[gSubject], row[gSays] = 31, 31, 31
	before, salience := 0, 0
	latest := -1
	for i := f.mentionsBefore(int(k), max(q.anchor, last+1)) - 1; i >= 0; i-- {
		m := &g.mentions[i]
		if m.head >= first && m.head <= last {
			if m.bridge {
				continue
			}
			f.fillInWords(row, q, m, k)
			if !q.c.Carried {
				continue
			}
		}
		if m.head >= q.anchor || claim.Contains(q.c.Content, m.head) {
			continue
		}
		before++
		if latest < 0 {
			latest = i
			f.fillLatest(row, q, m)
		}
		f.fillBefore(row, q, m)
		if d := f.Sentence[q.anchor] - m.sentence; d <= discourse.FarSentences {
			salience += m.Weight() >> d
		}
		if i < latest-12 {
			break
		}
	}
	row[gCount], row[gTotal] = log2(before), log2(len(g.mentions))
	row[gSaysTotal] = log2(g.saysOften())
	row[gFirst] = grade(int(g.mentions[0].sentence))
	row[gSalience] = log2(salience)
	if latest >= 0 {
		row[gNear] = f.between(g.mentions[latest].head+1, q.anchor, k) + 1
	}
}

// mostHeard is how many mentions are looked through for verbs of saying, which keeps the time linear.
const mostHeard = 64

// saysOften returns how often a figure is the subject of a verb of saying.
func (g *figure) saysOften() (n int) {
	for i := range g.mentions[:min(len(g.mentions), mostHeard)] {
		if g.mentions[i].Says {
			n++
		}
	}
	return n
}

// fillInWords fills the features of a mention in the words of the speaker.
func (f *figures) fillInWords(row []uint8, q *question, m *mention, k int32) {
	row[gInWords] = f.standsIn(q, m)
	row[gOrder] = 0
	for _, t := range q.words {
		if t >= m.head {
			break
		}
		if f.isOther(t, k) {
			row[gOrder]++
		}
	}
	if q.noun < 0 || q.noun >= m.head {
		return
	}
	words, speaksFor := q.nounKind&discourse.KindWords != 0, q.nounKind&discourse.KindSpeaksFor != 0
	switch {
	case words:
		row[gAfterWords] = 1 + flag(speaksFor)
	case speaksFor:
		row[gAfterWords] = 3
	}
}

// fillLatest fills the features of the last mention before a claim.
func (f *figures) fillLatest(row []uint8, q *question, m *mention) {
	row[gSentences] = grade(int(f.Sentence[q.anchor] - m.sentence))
	row[gRole] = 1 + flag(m.Subject) + 2*flag(m.Oblique) + 4*flag(m.Owner) + 8*flag(m.title) + 16*flag(m.bridge)
}

// fillBefore fills the features of a mention before a claim, of which the nearest counts.
func (f *figures) fillBefore(row []uint8, q *question, m *mention) {
	d := int(f.Sentence[q.anchor] - m.sentence)
	if f.Sentence[q.begin]-m.sentence == 1 {
		row[gPrevious] = max(row[gPrevious], 1+flag(m.Subject)+flag(m.Says))
	}
	if m.Subject {
		row[gSubject] = min(row[gSubject], grade(d))
	}
	if m.Says {
		row[gSays] = min(row[gSays], grade(d))
	}
}

// between returns how many persons and bodies other than figure k stand in [first, end), up to 20.
func (f *figures) between(first, end int, k int32) uint8 {
	n := uint8(0)
	for t := max(first, end-lookBack); t < end && n < 20; t++ {
		if f.isOther(t, k) && f.list[f.at[t]-1].class <= someBody {
			n++
		}
	}
	return n
}

// isOther reports whether another figure than k has its head at token t, or its name begins there.
func (f *figures) isOther(t int, k int32) bool {
	return f.at[t] != 0 && f.at[t] != k+1 && !f.goesOn(t)
}

// goesOn reports whether a name goes on at token t that has begun before.
func (f *figures) goesOn(t int) bool {
	m := f.NameAt(t)
	return m != nil && m.First != t
}

// standsIn returns how a mention stands in the words of the speaker.
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

// fits tells whether a figure is of the class that the noun of the words tells: 1 not, 2
// where that is not known, 3 that it is.
func (f *figures) fits(q *question, g *figure) uint8 {
	if q.own < 0 {
		switch q.kind {
		case wordsEr, wordsSie, wordsIch:
			if g.class == namedPerson || g.class == somePerson {
				return 3
			}
			return 2
		}
		return 0
	}
	own := f.list[q.own].class
	if f.list[q.own].description {
		own = somePerson
	}
	switch own {
	case somePerson:
		switch g.class {
		case namedPerson, somePerson:
			return 3
		case namedBody, someBody:
			if q.nounKind&discourse.KindSpeaksFor != 0 {
				return 2
			}
		}
		return 1
	case someBody:
		switch g.class {
		case namedBody, someBody:
			return 3
		case namedPlace, namedThing:
			return 2
		}
		return 1
	case somePlace:
		switch g.class {
		case namedPlace, somePlace:
			return 3
		case namedBody, someBody:
			return 2
		}
		return 1
	}
	return 2
}

// agrees tells how a figure agrees with the words: 0 not, 1 where that is not known, 2 where its
// gender is not, 3 that it does.
func (f *figures) agrees(q *question, g *figure) uint8 {
	switch {
	case q.agr == 0 || g.agr == 0:
		return 1
	case q.agr&g.agr == 0:
		return 0
	case g.agr.One() == 0 && g.agr.Genders() != q.agr.Genders():
		return 2
	}
	return 3
}

// mostRoles is how many roles before and behind a noun are compared with it, so that the time
// stays linear.
const mostRoles = 16

func (f *figures) fillOffice(row []uint8, q *question, g *figure) {
	if q.stem == "" {
		return
	}
	best := 0
	if g.class == several {
		return
	}
	if g.entity < 0 {
		best = discourse.Alike(q.stem, g.stem)
	} else {
		e := &f.Text.Entities[g.entity]
		near, _ := slices.BinarySearchFunc(e.Roles, f.Words[q.noun].Start, func(r entities.Role, at int) int { return r.Start - at })
		for i := max(0, near-mostRoles); i < min(len(e.Roles), near+mostRoles); i++ {
			r := &e.Roles[i]
			a := discourse.Alike(q.stem, discourse.Stem(r.Lemma))
			if a > 0 && r.Noun.Start < f.Words[q.noun].Start {
				a += 4
			}
			best = max(best, a)
		}
		if g.class == namedPerson && len(q.words) <= 2 && q.noun >= 0 {
			if i := strings.LastIndexByte(e.Name, ' '); i >= 0 && (f.Words[q.noun].Text == e.Name[i+1:] || f.Words[q.noun].Text == e.Name[i+1:]+"s") {
				best = 20
			}
		}
		if g.class == namedBody {
			if alike, ok := f.OfficeAlike(q.stem, g.entity); ok {
				best = max(best, 8+alike)
			}
		}
	}
	row[gAlike] = uint8(best)
}

func agrClass(a nouns.Agreement) uint8 {
	c := uint8(0)
	for i, g := range [...]nouns.Agreement{nouns.Masculine, nouns.Feminine, nouns.Neuter, nouns.Plural} {
		if a&g != 0 {
			c |= 1 << i
		}
	}
	return c
}

func kindClass(k discourse.Kind) uint8 {
	for i := range 9 {
		if k&(1<<i) != 0 {
			return uint8(i) + 1
		}
	}
	return 0
}
