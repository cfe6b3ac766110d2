package discourse

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/nouns"
)

// How far back whom a word means is looked for, which keeps the time linear.
const (
	FarPlaces    = 64 // how many places are looked at
	FarSentences = 8
)

// look says what an antecedent must be.
type look struct {
	without   int32 // 1 + an entity that it is not
	own       bool  // the subject of the same clause fits best: sein, eigen
	near      bool  // at most two sentences back; a new paragraph counts as one more
	recent    bool  // the last one mentioned rather than the subject: dieser
	persons   bool
	kind      Kind // organisations of this kind
	not       Kind // no organisations of this kind
	organised bool // organisations
	group     bool // several that are named
}

// choose returns the most salient referent before token t that agrees, or -1.
func (x *Discourse) choose(t int, agr nouns.Agreement, l look) int {
	var sums Tally
	sentence := x.Sentence[t]
	for k := int(x.before[t]) - 1; k >= max(0, int(x.before[t])-FarPlaces); k-- {
		p := &x.Places[k]
		distance := sentence - p.sentence
		if distance > FarSentences || l.near && distance > 2 {
			break
		}
		if !x.canBe(p, t, agr, &l) {
			continue
		}
		score := p.Weight()
		r := &x.Referents[p.Referent]
		if r.Agreement.One() == 0 { // whose gender is not known
			if r.Label == entities.PER {
				score = score * 2 / 3
			} else if !l.organised {
				score /= 2
			}
		}
		if r.Entity < 0 {
			score /= 2 // the news are about those that have a name
		}
		if p.clause == x.Clause[t] && p.clause != 0 && l.own {
			score *= 4
		}
		score >>= distance
		sums.Add(p.Referent, score)
		if l.recent {
			break
		}
	}
	return int(sums.Best())
}

// canBe reports whether the referent of a place can be that of token t.
func (x *Discourse) canBe(p *Place, t int, agr nouns.Agreement, l *look) bool {
	r := &x.Referents[p.Referent]
	switch {
	case p.Last > t, p.title, l.recent && p.Owner:
		return false
	case l.group && (r.Agreement != nouns.Plural || r.Entity < 0 || r.Noun >= 0):
		return false
	case p.Agreement&agr == 0 || r.Agreement&agr == 0:
		return false
	case l.without != 0 && r.Entity == int(l.without)-1:
		return false
	case r.Label != entities.PER && r.Label != entities.ORG && !l.own:
		return false
	case l.organised && p.against, l.not != 0 && r.Entity >= 0 && x.KindOf(r.Entity)&l.not != 0:
		return false // an initiative is not the company that it is against
	case l.persons && r.Label != entities.PER, l.organised && r.Label != entities.ORG:
		return false
	case l.kind != 0 && (r.Entity < 0 || x.KindOf(r.Entity)&l.kind == 0):
		return false
	case p.clause == x.Clause[t] && p.clause != 0 && (!l.own || !p.Subject):
		return false // a pronoun means nobody that its own clause names
	}
	return true
}
