package who

import (
	"math"
	"strings"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// The features of a candidate for the speaker of a claim, a small number each. The trees
// know the numbers.
const (
	// Of the claim.
	fKind = iota
	fStance
	fCarried
	fWords // kind of the speaker's words
	fAgr
	fCue
	fParent
	fWordsAway // sentences from the words to the content
	fInContent // the words stand in the content
	fNounClass
	fNounKind
	fComplement // something hangs on the noun
	fNames      // in the words
	fVia        // of the rules
	fRuleKnown  // the rules name an entity
	fPersons    // named in the text
	fNounEnds   // the noun is the last word
	fHeadless   // by the first word
	fSubject    // the words are a subject
	fPreposition
	fGroup

	// Of the candidate.
	gClass
	gKind
	gAgrees
	gGender
	gInWords // how it stands in the words
	gOrder   // among those in the words
	gAfterWords
	gRule
	gOwn
	gAlike // its offices or noun and the noun of the words
	gOf
	gKindFits
	gSentences // back to its last mention
	gSubject   // back to its last mention as a subject
	gSays
	gCount
	gFirst
	gRecent // how many that agree are mentioned later
	gNear   // how many are mentioned between it and the words
	gSalience
	gSalienceRank
	gRole // of the last mention
	gDet
	gSameClause
	gSpokeBack
	gSpokeCount
	gSpokeSentences
	gSpokeParent
	gSpokeSame // it is what the same words meant before
	gSpokeParagraph
	gInFrame
	gAddressed
	gContent
	gPrevious // subject of the sentence before
	gFollows  // in the sentence after the content
	gPreposition
	gParagraph
	gWords // of its name
	gHeading
	gCandidates
	gQuotedLast
	gPerson1 // the speaker of the quotation around a first person
	gClauseCue
	gTotal
	gOwnEarlier // how often the noun of the words stood before
	gPossessor  // whose words they are, by the possessive
	gPair       // kind of words and how it stands in them
	gFits       // its class and that of the noun of the words
	gBestAlike  // the largest gAlike of all others
	gRivals     // how many others agree and fit and were mentioned in the last sentences
	gLastFits   // the last speaker is another who agrees and fits
	gSuffix     // the name ends with the words' noun

	Features
)

func grade(n int) uint8 { return uint8(min(max(n, 0), 30)) }

func log2(n int) uint8 { return uint8(math.Log2(float64(max(n, 0)+1)) * 2) }

func flag(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// fillClaim fills the features of the claim.
func (f *figures) fillClaim(row []uint8, q *question) {
	x := f.Discourse
	c := q.c
	row[fKind], row[fStance], row[fCarried], row[fWords] = uint8(c.Kind), uint8(c.Stance), flag(c.Carried), uint8(q.kind)
	row[fAgr] = agrClass(q.agr)
	row[fCue] = flag(len(c.Cue) > 0)
	row[fParent] = flag(c.Parent >= 0)
	row[fVia], row[fRuleKnown] = uint8(q.rule.Via), flag(q.rule.Entity >= 0)
	if len(q.words) > 0 {
		d := int(x.sentence[q.begin] - x.sentence[q.words[0]])
		row[fWordsAway] = uint8(min(max(d+3, 0), 20))
		row[fInContent] = flag(claim.Contains(c.Content, q.words[0]))
		for _, t := range q.words {
			if x.nameOf[t] != 0 && x.names[x.nameOf[t]-1].first == t {
				row[fNames]++
			}
		}
		row[fHeadless] = uint8(x.tags[q.words[0]].POS)
		if end, ok := x.subjects[q.words[0]]; ok && end > 0 {
			row[fSubject] = 1 + flag(x.saying[q.words[0]])
		}
		if p := q.words[0]; p > 0 && x.ws[p-1].Function == syntax.Preposition {
			row[fPreposition] = prepositionClass(x.ws[p-1].Lower())
		}
		row[fGroup] = flag(q.group >= 0)
	}
	if q.noun >= 0 {
		row[fNounEnds] = flag(q.noun == q.words[len(q.words)-1])
		row[fNounKind] = kindClass(q.nounKind)
		if q.own >= 0 {
			row[fNounClass] = uint8(f.list[q.own].class)
			row[fComplement] = flag(f.list[q.own].phrase.end > f.list[q.own].phrase.head+1)
		}
	}
	for i := range f.list {
		if f.list[i].class == namedPerson {
			row[fPersons] = min(row[fPersons]+1, 20)
		}
	}
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

func kindClass(k nounKind) uint8 {
	for i := range 9 {
		if k&(1<<i) != 0 {
			return uint8(i) + 1
		}
	}
	return 0
}

// fillFigure fills the features of a candidate.
func (f *figures) fillFigure(row []uint8, q *question, h *history, k int32) {
	x := f.Discourse
	g := &f.list[k]
	row[gClass] = uint8(g.class)
	if g.class == namedBody {
		row[gKind] = kindClass(x.kindOf(g.entity) &^ kindUnknown)
	} else {
		row[gKind] = kindClass(g.kind)
	}
	row[gGender] = agrClass(g.agr)
	row[gAgrees] = f.agrees(q, g)
	row[gRule], row[gOwn] = flag(q.ruleRef == int(k)), flag(q.own == int(k))
	row[gWords] = 1
	if g.class == several {
		row[gWords] = 7
		row[gInWords] = inOther + 1
		if q.group != k {
			row[gInWords] = 0
		}
	} else if g.entity >= 0 {
		for _, r := range x.text.Entities[g.entity].Name {
			if r == ' ' {
				row[gWords]++
			}
		}
		row[gWords] = min(row[gWords], 6)
	} else {
		row[gWords] = uint8(min(g.phrase.end-g.phrase.adjectives, 8)) + 8
	}
	f.fillOffice(row, q, g)
	in := row[gInWords]
	f.fillMentions(row, q, g, k)
	if g.class == several {
		row[gInWords] = in
	}
	h.fill(row, q, k)
	row[gFits] = f.fits(q, g)
	row[gPair] = uint8(q.kind)*8 + row[gInWords]
	if q.own >= 0 {
		for i := range f.list[q.own].mentions {
			if f.list[q.own].mentions[i].head < q.noun {
				row[gOwnEarlier] = min(row[gOwnEarlier]+1, 5)
			}
		}
	}
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
			if q.nounKind&kindSpeaksFor != 0 {
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

func (f *figures) fillOffice(row []uint8, q *question, g *figure) {
	if q.stem == "" {
		return
	}
	x := f.Discourse
	best := 0
	if g.class == several {
		return
	}
	if g.entity < 0 {
		best = holders().alike(q.stem, g.stem)
	} else {
		e := &x.text.Entities[g.entity]
		for i := range e.Roles {
			r := &e.Roles[i]
			a := holders().alike(q.stem, stemOf(r.Lemma))
			if a > 0 && r.Noun.Start < x.ws[q.noun].Start {
				a += 4
			}
			best = max(best, a)
		}
		if g.class == namedPerson && len(q.words) <= 2 && q.noun >= 0 {
			if i := strings.LastIndexByte(e.Name, ' '); i >= 0 && (x.ws[q.noun].Text == e.Name[i+1:] || x.ws[q.noun].Text == e.Name[i+1:]+"s") {
				best = 20
			}
		}
		if g.class == namedBody {
			for _, o := range x.offices[q.stem[max(0, len(q.stem)-3):]] {
				if o.entity == g.entity {
					best = max(best, 8+holders().alike(q.stem, o.stem))
				}
			}
			kind := holders().kind(q.stem) & kindsOfOrganisation
			if kind != 0 {
				switch have := x.kindOf(g.entity); {
				case have&kind != 0:
					row[gKindFits] = 3
				case have&kindUnknown != 0:
					row[gKindFits] = 2
				default:
					row[gKindFits] = 1
				}
			}
		}
	}
	row[gAlike] = uint8(best)
	if of := x.phraseOf(q.noun).of; of >= 0 {
		row[gOf] = 1
		if of == g.entity {
			row[gOf] = 2
		}
	}
}

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
	x := f.Discourse
	lo, hi := -1, -1
	if len(q.words) > 0 {
		lo, hi = q.words[0], q.words[len(q.words)-1]
	}
	anchorSentence := x.sentence[q.anchor]
	begin := x.sentence[q.begin]
	end := x.sentence[q.end-1]
	row[gSentences], row[gSubject], row[gSays] = 31, 31, 31
	row[gPreposition] = 0
	before, salience := 0, 0
	last := -1
	for i := len(g.mentions) - 1; i >= 0; i-- {
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
				if f.at[t] != 0 && f.at[t] != k+1 && (x.nameOf[t] == 0 || x.names[x.nameOf[t]-1].first == t) {
					row[gOrder]++
				}
			}
			if q.noun >= 0 && q.noun < m.head && q.nounKind&kindWords != 0 {
				row[gAfterWords] = 1 + flag(q.nounKind&kindSpeaksFor != 0)
			} else if q.noun >= 0 && q.noun < m.head && q.nounKind&kindSpeaksFor != 0 {
				row[gAfterWords] = 3
			}
			if !q.c.Carried {
				continue
			}
		}
		in := claim.Contains(q.c.Content, m.head)
		if in {
			row[gContent] = max(row[gContent], 1+flag(m.subject))
		}
		if !in && claim.Contains(q.c.Frame, m.head) {
			row[gInFrame] = 1 + flag(m.subject)
		}
		if claim.Contains(q.c.Addressee, m.head) {
			row[gAddressed] = 1
		}
		if !in && m.sentence >= end && m.sentence <= end+1 && m.head >= q.end {
			row[gFollows] = max(row[gFollows], 1+flag(m.subject)+flag(m.says))
			if m.sentence > end {
				row[gFollows] = 4
			}
		}
		if x.text.Units != nil && m.sentence <= 1 {
			row[gHeading] = 1
		}
		if len(q.c.Cue) > 0 && m.clause == x.clause[q.c.Cue[0]] && m.clause != 0 {
			row[gClauseCue] = 1 + flag(m.subject)
		}
		if m.head >= q.anchor || in {
			continue
		}
		before++
		d := int(anchorSentence - m.sentence)
		if d == 0 && m.clause == x.clause[q.anchor] && m.clause != 0 {
			row[gSameClause] = 1 + flag(m.subject)
		}
		if begin-m.sentence == 1 {
			row[gPrevious] = max(row[gPrevious], 1+flag(m.subject)+flag(m.says))
		}
		if last < 0 {
			last = i
			row[gSentences] = grade(d)
			row[gRole] = 1 + flag(m.subject) + 2*flag(m.oblique) + 4*flag(m.owner) + 8*flag(m.title) + 16*flag(m.bridge)
			row[gDet] = uint8(m.det) + 1
			row[gQuotedLast] = flag(m.quoted)
			if p := x.phraseBefore(m.head).First; p > 0 && x.ws[p-1].Function == syntax.Preposition {
				row[gPreposition] = prepositionClass(x.ws[p-1].Lower())
			}
		}
		if m.subject {
			row[gSubject] = min(row[gSubject], grade(d))
		}
		if m.says {
			row[gSays] = min(row[gSays], grade(d))
		}
		if d <= farSentences {
			w := weightPlace
			if m.subject {
				w += weightSubject
			}
			if m.says {
				w += weightSays
			}
			if !m.owner {
				w += weightHead
			}
			if !m.oblique {
				w += weightPlain
			}
			if m.quoted {
				w /= quotedShare
			}
			salience += w >> d
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
		for t := g.mentions[last].head + 1; t < q.anchor && n < 20; t++ {
			if f.at[t] != 0 && f.list[f.at[t]-1].class <= someBody && (x.nameOf[t] == 0 || x.names[x.nameOf[t]-1].first == t) && f.at[t] != k+1 {
				n++
			}
		}
		row[gNear] = uint8(n) + 1
	}
}

func (f *figures) standsIn(q *question, m *mention) uint8 {
	x := f.Discourse
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
	begin := x.phraseBefore(m.head).First
	if begin > 0 {
		b := &x.ws[begin-1]
		switch {
		case b.Text == ",":
			return inApposition
		case b.Function == syntax.Preposition:
			return inPreposition
		}
	}
	if m.owner || syntax.Genitive(x.ws[begin].Lower()) && begin < m.head {
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
