package who

import (
	"math"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// wordsKind is what the words of a speaker are.
type wordsKind uint8

const (
	noWords wordsKind = iota
	wordsEr
	wordsSie
	wordsSiePlural
	wordsEs
	wordsDieser
	wordsRelative
	wordsMan
	wordsIch
	wordsSome // einer, viele
	wordsPossessed
	wordsDefinite
	wordsIndefinite
	wordsBare
	wordsName
	wordsOther
	wordsTheirWords // seine Meinung, eigene Angaben
)

// question is a claim whose speaker is asked for.
type question struct {
	c        *claim.Claim
	words    []int // of the speaker, without prepositions in front
	kind     wordsKind
	agr      nouns.Agreement
	noun     int // the first noun of the words, or -1
	stem     string
	nounKind nounKind
	anchor   int // the token that is asked for: the first word, or that of the content
	begin    int // of the content
	end      int
	group    int32
	own      int       // the figure that the words themselves are, or -1
	bodies   bodyKinds // that the noun takes up
	front    front     // of the noun
	guess    int32     // the figure that the noun takes up by a sieve, or -1
	sieve    sieve
	sure     bool // of the guess; the corpus has too few of its kind to learn from
	certain  int  // the entity that the form of the text names, or -1
}

func (f *figures) ask(c *claim.Claim) question {
	x := f.Discourse
	q := question{c: c, noun: -1, own: -1, group: -1, guess: -1, begin: c.Content[0], end: c.Content[len(c.Content)-1] + 1}
	q.anchor, q.certain = q.begin, -1
	if c.Via != claim.ViaNone {
		q.certain, _ = x.byRules(c)
	}
	ws := c.Speaker
	for len(ws) > 1 && (x.ws[ws[0]].Function == syntax.Preposition || x.ws[ws[0]].Function == syntax.Adverb || x.ws[ws[0]].Kind == extract.OpenQuote) && x.nameOf[ws[0]] == 0 {
		ws = ws[1:]
	}
	q.words = ws
	if len(ws) == 0 {
		q.guess, q.sieve = f.bySubject(c)
		return q
	}
	if !c.Carried {
		q.anchor = ws[0]
	}
	for _, t := range ws {
		if k := f.at[t]; k != 0 && f.list[k-1].entity < 0 || x.nameOf[t] == 0 && x.tags[t].POS == extract.NOUN {
			q.noun = t
			if k != 0 {
				g := &f.list[k-1]
				q.agr, q.stem, q.nounKind, q.own = g.agr, g.stem, g.kind, int(k)-1
			}
			if q.stem == "" {
				q.stem = stemOf(x.text.Doc.Lemma(t))
			}
			break
		}
	}
	if f.mute(&q) {
		part := holders().kindOfStem(q.stem)&kindPart != 0
		t := q.noun
		q.words, q.noun, q.own, q.agr, q.stem, q.nounKind = nil, -1, -1, 0, "", 0
		switch {
		case part:
			q.guess, q.sieve = f.byOwner(t), byOwnerOfText
		case c.Carried:
			q.guess, q.sieve = f.last, byLast
		default:
			if q.guess, q.sieve = f.byAnOpinion(c); q.guess < 0 {
				q.guess, q.sieve = f.bySubject(c)
			}
		}
		q.sure = q.guess >= 0 && !c.Carried
		return q
	}
	q.kind = f.kindOfWords(&q)
	f.askForOwner(&q)
	if q.stem != "" {
		q.bodies, q.front = bodies().nouns.of(q.stem), f.frontOf(q.noun, q.stem)
	}
	q.group = f.group(ws)
	q.guess, q.sieve = f.guess(&q)
	if q.sure = q.sieve == byReply; q.guess < 0 {
		q.sieve = noGuess
	}
	for _, t := range [...]int{ws[0], q.noun, ws[len(ws)-1]} {
		if t < 0 {
			continue
		}
		if k := f.groupMeant(t); k >= 0 {
			q.guess, q.sieve = k, byGroup
		}
	}
	return q
}

// mute reports whether the words of a question are such as cannot speak: times, and things that
// others go on with.
func (f *figures) mute(q *question) bool {
	x := f.Discourse
	if x.head(q.words) >= 0 {
		return false
	}
	if q.noun < 0 { // Ende März
		t := q.words[0]
		return x.ws[t].Capital && x.tags[t].POS != extract.PRON && holders().kind(x.text.Doc.Lemma(t))&kindMute != 0
	}
	kind := q.nounKind
	if q.own < 0 {
		kind = holders().kindOfStem(q.stem)
	}
	switch {
	case kind&(kindMute|kindPart) != 0:
		return true
	case kind != 0 || q.own < 0 || !q.c.Carried:
		return false
	}
	return f.list[q.own].class == someThing
}

// askForOwner turns to whose words they are: of "Angaben eines Werftsprechers" to the Werftsprecher.
func (f *figures) askForOwner(q *question) {
	x := f.Discourse
	if q.noun < 0 || q.nounKind&kindWords == 0 || q.kind == wordsTheirWords {
		return
	}
	for _, t := range q.words {
		if t <= q.noun || x.nameOf[t] != 0 {
			if t > q.noun {
				return
			}
			continue
		}
		if k := f.at[t]; k != 0 && f.list[k-1].entity < 0 {
			g := &f.list[k-1]
			if g.class != somePerson && g.class != someBody {
				return
			}
			q.noun, q.agr, q.stem, q.nounKind, q.own = t, g.agr, g.stem, g.kind, int(k)-1
			return
		}
	}
}

func (f *figures) kindOfWords(q *question) wordsKind {
	x := f.Discourse
	t := q.words[0]
	low := x.ws[t].Lower()
	if len(q.words) == 1 && x.nameOf[t] == 0 && q.noun < 0 {
		if x.relative(t) {
			q.agr = x.reader.Owner(x.ws[t].Text)
			if q.agr == 0 {
				q.agr = (x.reader.Determiner(x.ws[t].Text) & nouns.Nominative).Genders()
			}
			return wordsRelative
		}
		switch low {
		case "er", "ihm", "ihn":
			q.agr = nouns.Masculine
			return wordsEr
		case "sie", "diese", "die", "letztere":
			q.agr = x.numberOfSie(t)
			switch {
			case low != "sie":
				return wordsDieser
			case q.agr == nouns.Plural:
				return wordsSiePlural
			}
			return wordsSie
		case "es", "das", "dieses":
			q.agr = nouns.Neuter
			return wordsEs
		case "der", "dieser", "letzterer":
			q.agr = nouns.Masculine
			return wordsDieser
		case "ihnen", "beide", "beiden", "denen":
			q.agr = nouns.Plural
			return wordsSiePlural
		case "man":
			return wordsMan
		case "ich", "wir", "mir", "uns", "mich":
			return wordsIch
		}
		if x.tags[t].POS == extract.PRON || x.tags[t].POS == extract.DET {
			return wordsSome
		}
		return wordsOther
	}
	if last := q.words[len(q.words)-1]; q.noun < 0 && x.both(last) { // die beiden
		q.agr = nouns.Plural
		return wordsSiePlural
	}
	if k := f.at[t]; k != 0 && f.list[k-1].entity >= 0 && x.nameOf[t] != 0 {
		return wordsName
	}
	if e := x.head(q.words); e >= 0 {
		return wordsName
	}
	if q.noun < 0 {
		return wordsOther
	}
	if q.nounKind&kindWords != 0 {
		for _, i := range q.words {
			if i >= q.noun {
				break
			}
			low := x.ws[i].Lower()
			if x.reader.Own.Has(low) {
				q.agr, q.stem, q.own, q.nounKind = nouns.Singular|nouns.Plural, "", -1, 0
				return wordsTheirWords
			}
			if a := x.reader.Owner(low); a != 0 {
				q.agr, q.stem, q.own, q.nounKind = a, "", -1, 0
				return wordsTheirWords
			}
		}
	}
	switch x.phraseOf(q.noun).Determination {
	case nouns.Possessed:
		return wordsPossessed
	case nouns.Definite:
		return wordsDefinite
	case nouns.Indefinite:
		return wordsIndefinite
	}
	if slices.Contains([]string{"mein", "meine", "unser", "unsere"}, strings.ToLower(x.ws[t].Text)) {
		return wordsPossessed
	}
	return wordsBare
}

// How far from a claim figures are looked for, in tokens, and up to how many entities all
// persons of the text are tried. It keeps the time linear.
const (
	lookBack     = 1500
	lookAhead    = 100
	fewEntities  = 100
	lastSpeakers = 32
)

// near is what is known of a figure beside a claim.
type near struct {
	claim    int   // the claim that it is known of, from 1
	distance int32 // back to its nearest mention, in sentences
	inWords  bool
	says     bool // it is the subject of a verb of saying there
}

// candidates returns the figures that may be the speaker, in order, until the next call.
func (f *figures) candidates(q *question, h *history) (out []int32) {
	x := f.Discourse
	number := len(h.decided) + 1
	at := max(q.begin, q.anchor)
	here, from := x.sentence[at], min(x.sentence[q.anchor], x.sentence[q.begin])
	first, last := -1, -1
	if len(q.words) > 0 {
		first, last = q.words[0], q.words[len(q.words)-1]
	}
	for len(f.near) < len(f.list) {
		f.near = append(f.near, near{})
	}
	seen := f.seen[:0]
	note := func(k int32) *near {
		n := &f.near[k]
		if n.claim != number {
			*n = near{claim: number, distance: math.MaxInt32}
			seen = append(seen, k)
		}
		return n
	}
	i, _ := slices.BinarySearchFunc(f.heads, min(q.begin, q.anchor)-lookBack, func(a head, t int) int { return int(a.token) - t })
	for ; i < len(f.heads) && int(f.heads[i].token) < max(q.end, last)+lookAhead; i++ {
		t, k := int(f.heads[i].token), f.heads[i].figure
		if x.sentence[t] > here+1 && f.list[k].class != namedPerson {
			continue
		}
		n := note(k)
		n.distance = min(n.distance, max(from-x.sentence[t], 0))
		n.says = n.says || f.heads[i].says && x.sentence[t] >= from-1
		n.inWords = n.inWords || !f.heads[i].bridge && t >= first && t <= last
	}
	if len(x.text.Entities) <= fewEntities {
		for k := range x.text.Entities {
			if f.list[k].class == namedPerson && len(f.list[k].mentions) > 0 {
				n := note(int32(k))
				n.distance = min(n.distance, lookBack)
			}
		}
	}
	for _, k := range h.decided[max(0, len(h.decided)-lastSpeakers):] {
		if k >= 0 {
			note(k)
		}
	}
	if q.guess >= 0 {
		note(q.guess)
	}
	if q.group >= 0 {
		note(q.group).inWords = true
	}
	slices.Sort(seen)
	f.seen, out = seen, seen[:0] // which never goes ahead of what is still to be looked at
	for _, k := range seen {
		g, n := &f.list[k], &f.near[k]
		if q.sieve == bySameFront && int(k) == q.own && g.class == somePerson || g.kind&kindMute != 0 || q.kind == wordsTheirWords && g.mentions[0].head == q.noun {
			continue
		}
		if n.inWords || h.spoke[k] != 0 || q.guess == k || f.reaches(g, q, n) {
			out = append(out, k)
		}
	}
	return out
}

// reaches reports whether a figure may be meant that the words of the speaker do not name.
func (f *figures) reaches(g *figure, q *question, n *near) bool {
	dist := n.distance
	switch g.class {
	case namedPerson:
		return true
	case namedBody:
		return dist < 60
	case namedPlace:
		return dist <= 2
	case namedThing:
		return dist <= 1
	case somePerson, someBody:
		return dist <= 3 || q.stem != "" && holders().alike(q.stem, g.stem) > 0
	case someText:
		return dist <= 1
	case several:
		return dist <= 3 && q.agr&nouns.Plural != 0
	case someThing, somePlace: // die Fluglinie
		return n.says
	}
	return false
}
