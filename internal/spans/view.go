package spans

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// View is a text as the models see it: its words and clauses, and for each token and
// unit what the rules found there. New computes all of it, and nothing changes it later.
type View struct {
	text *syntax.Text
	ws   []syntax.Word
	says *saying.Sayings
	tags []extract.Tag

	reader *nouns.Reader

	found    []rules.Claim // by the rules
	foundIn  [][]int32     // by unit: the claims in found whose content has tokens in it
	verdicts []Verdict     // by token

	clauses     []Clause // of all units, in order
	clauseAt    []int32  // by token: its clause, or -1
	firstClause []int32  // by unit, with one more at the end

	units []unitTraits // by unit

	inside *View // what quotations hold, read like a text of its own, or nil
}

// Verdict is what the rules say of a token.
type Verdict struct {
	Role         claim.Role // in a claim of theirs, 0 if it is in none
	kind         claim.Kind
	by           rules.Rule
	begins, ends bool // a run of tokens with that role in that claim begins, ends here
}

// New returns how the models see a text, what the rules find in it, and the same of what
// its quotations hold. It takes time linear in the text.
func New(says *saying.Sayings) *View {
	v := newView(says)
	if inside := says.Text().Inside(saying.Cues()); inside != nil {
		v.inside = newView(saying.Find(inside))
	}
	return v
}

func newView(says *saying.Sayings) *View {
	text, found := says.Text(), rules.Find(says)
	v := &View{text: text, ws: text.Words, says: says, tags: text.Doc.Tags(), found: found, reader: nouns.NewReader(text.Doc, text.Sign)}
	v.placeFound()
	v.findClauses()
	v.findTraits()
	return v
}

// Sayings returns what the words of the text say.
func (v *View) Sayings() *saying.Sayings { return v.says }

// Verdict returns what the rules say of token i.
func (v *View) Verdict(i int) *Verdict { return &v.verdicts[i] }

// placeFound tells tokens and units which claims of the rules they are in. A token that
// is in several is content if it is that in one of them.
func (v *View) placeFound() {
	v.verdicts = make([]Verdict, len(v.ws))
	v.foundIn = make([][]int32, len(v.text.Units))
	for n := range v.found {
		v.text.Sign.Look()
		f := &v.found[n]
		for role, tokens := range f.Parts() {
			for k, t := range tokens {
				if have := &v.verdicts[t]; claim.Role(role) != claim.Content && have.Role == claim.Content && !have.by.Turn() {
					continue
				}
				v.verdicts[t] = Verdict{
					Role: claim.Role(role), kind: f.Kind, by: f.By,
					begins: k == 0 || tokens[k-1] != t-1,
					ends:   k == len(tokens)-1 || tokens[k+1] != t+1,
				}
			}
		}
		for u := v.UnitAt(f.Content[0]); u < len(v.text.Units) && v.text.Units[u].First <= f.Content[len(f.Content)-1]; u++ {
			v.foundIn[u] = append(v.foundIn[u], int32(n))
		}
	}
}

// EachFound calls do once for each claim of the rules whose content has tokens in the
// units from first to last. Long units are passed over: they may have thousands.
func (v *View) EachFound(first, last int, do func(*rules.Claim)) {
	for u := first; u <= last; u++ {
		if v.text.Units[u].Long() {
			continue
		}
		for _, n := range v.foundIn[u] {
			if f := &v.found[n]; u == first || f.Content[0] >= v.text.Units[u].First {
				do(f)
			}
		}
	}
}

// UnitAt returns the unit of a token.
func (v *View) UnitAt(t int) int {
	return v.text.UnitAt(t)
}

// unitTraits is what the models see of a unit beside its tokens and clauses.
type unitTraits struct {
	read  bool   // whether the models may read it: neither furniture nor too long
	worth bool   // whether the token model does, whatever the clause model says
	has   uint16 // bits: see hasQuotation
	mood  uint8  // of the verb of its first main clause

	// The last claim of the rules before the unit.
	lastKind          claim.Kind // 0 if it is too far away
	lastDistance      uint8      // in units, farAway if it is too far
	lastSameParagraph bool
}

// What a unit may have, as bits of unitTraits.has. From hasContent on there is a bit for
// each kind of claim whose content the rules found in it.
const (
	hasQuotation = 1 << iota
	isHeading
	hasCue
	hasNounCue
	hasMainCue
	hasContent
)

// farAway is how many units before a unit the rules' claims do not matter any more.
const farAway = 5

func (v *View) findTraits() {
	v.units = make([]unitTraits, len(v.text.Units))
	last, kind := -1, claim.Kind(0) // the last unit in which the rules found a claim, and its kind
	for u := range v.text.Units {
		v.text.Sign.Look()
		traits := &v.units[u]
		traits.lastDistance = farAway
		if last >= 0 && u-last < farAway {
			traits.lastDistance = uint8(u - last)
			traits.lastKind = kind
			traits.lastSameParagraph = v.text.Units[last].Paragraph == v.text.Units[u].Paragraph
		}
		if k := v.lastKindIn(u); k != 0 {
			last, kind = u, k
		}
		un := &v.text.Units[u]
		if un.Furniture || un.Long() {
			continue
		}
		traits.read, traits.worth = true, v.worthReading(u)
		traits.has, traits.mood = v.unitHas(u), v.unitMood(u)
	}
}

// lastKindIn returns the kind of the last claim of the rules that has tokens in a unit,
// or 0.
func (v *View) lastKindIn(u int) claim.Kind {
	for i := v.text.Units[u].Last - 1; i >= v.text.Units[u].First; i-- {
		if v.verdicts[i].Role != 0 {
			return v.verdicts[i].kind
		}
	}
	return 0
}

// worthReading reports whether a unit has anything that claims have: a word of saying,
// a Konjunktiv, sollen, a quotation, or a claim of the rules. In news that leaves out a
// third of the text, and one claim in forty.
func (v *View) worthReading(u int) bool {
	un := &v.text.Units[u]
	for i := un.First; i < un.Last; i++ {
		switch v.says.At(i).Strength {
		case saying.StrongVerb, saying.ActVerb, saying.SayingNoun, saying.SayingAdjective, saying.SourceNoun, saying.SourceWord:
			return true
		}
		if v.verdicts[i].Role != 0 || v.ws[i].Quoted || v.moodOf(i) >= moodSubjunctive {
			return true
		}
		switch v.ws[i].Text {
		case "soll", "sollen":
			return true
		}
	}
	return false
}

// unitHas returns the bits of what a unit has.
func (v *View) unitHas(u int) (has uint16) {
	un := &v.text.Units[u]
	if len(un.Quotations) > 0 {
		has |= hasQuotation
	}
	if un.Heading {
		has |= isHeading
	}
	cs := v.clausesOf(u)
	main := v.mainClause(u)
	for k := range cs {
		c := &cs[k]
		if c.cue && !c.Bracket {
			has |= hasCue
			if c.Kind == syntax.MainClause && (main < 0 || k <= main) {
				has |= hasMainCue
			}
		}
		if c.nounCue {
			has |= hasNounCue
		}
	}
	for _, n := range v.foundIn[u] {
		has |= hasContent << (v.found[n].Kind - claim.Direct)
	}
	return has
}

// unitMood returns the mood of a unit's main clause. Sollen has moods of its own.
func (v *View) unitMood(u int) uint8 {
	k := v.mainClause(u)
	if k < 0 {
		return moodNone
	}
	c := &v.clausesOf(u)[k]
	switch v.ws[c.Verb].Text {
	case "soll", "sollen":
		return moodSoll
	case "sollte", "sollten":
		return moodSollte
	}
	return c.Mood
}

// mainClause returns the first of a unit's clauses that is a main clause with a verb,
// or -1.
func (v *View) mainClause(u int) int {
	for k, c := range v.clausesOf(u) {
		if c.Verb >= 0 && (c.Kind == syntax.MainClause || c.Kind == syntax.VerbFirst) {
			return k
		}
	}
	return -1
}
