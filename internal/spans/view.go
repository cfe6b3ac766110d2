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
