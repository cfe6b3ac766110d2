package who

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/nouns"
)

// The weights of places, after Lappin and Leass (An Algorithm for Pronominal
// Anaphora Resolution, Computational Linguistics 20, 1994): each place of a
// referent adds to its salience, and what it adds is halved with each sentence.
// Speaking is our addition: news go on with who spoke. What is quoted is another
// speaker's discourse.
const (
	weightPlace   = 100
	weightSubject = 80
	weightHead    = 80 // no genitive
	weightPlain   = 50 // not after a preposition
	weightSays    = 50
	quotedShare   = 4 // of the weight, what is left of a quoted place
)

const (
	farPlaces    = 64 // how many places are looked at
	farSentences = 8
)

// look says what an antecedent must be.
type look struct {
	without   int32 // 1 + an entity that it is not
	own       bool  // the subject of the same clause fits best: sein, eigen
	near      bool  // at most two sentences back; a new paragraph counts as one more
	recent    bool  // the last one mentioned rather than the subject: dieser
	persons   bool
	kind      nounKind // organisations of this kind
	not       nounKind // no organisations of this kind
	organised bool     // organisations
	group     bool     // several that are named
}

// choose returns the most salient referent before token t that agrees, or -1.
func (x *Discourse) choose(t int, agr nouns.Agreement, l look) int {
	type candidate struct {
		ref   int32
		score int
	}
	var list [farPlaces]candidate
	n := 0
	sentence := x.sentence[t]
	for k := int(x.before[t]) - 1; k >= max(0, int(x.before[t])-farPlaces); k-- {
		p := &x.places[k]
		distance := sentence - p.sentence
		if distance > farSentences || l.near && distance > 2 {
			break
		}
		if !x.canBe(p, t, agr, &l) {
			continue
		}
		score := p.weight()
		r := &x.refs[p.ref]
		if r.agr.One() == 0 { // whose gender is not known
			if r.label == entities.PER {
				score = score * 2 / 3
			} else if !l.organised {
				score /= 2
			}
		}
		if r.entity < 0 {
			score /= 2 // the news are about those that have a name
		}
		if p.clause == x.clause[t] && p.clause != 0 && l.own {
			score *= 4
		}
		score >>= distance
		i := 0
		for i < n && list[i].ref != p.ref {
			i++
		}
		if i == n {
			list[n].ref = p.ref
			n++
		}
		list[i].score += score
		if l.recent {
			break
		}
	}
	best := -1
	for i := range n {
		if best < 0 || list[i].score > list[best].score {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	return int(list[best].ref)
}

// standing is how what is named stands in its sentence.
type standing struct {
	subject, says  bool
	quoted         bool
	oblique, owner bool // after a preposition; a genitive
}

// weight returns what it adds to the salience of who is named.
func (p standing) weight() int {
	w := weightPlace
	if p.subject {
		w += weightSubject
	}
	if p.says {
		w += weightSays
	}
	if !p.owner {
		w += weightHead
	}
	if !p.oblique {
		w += weightPlain
	}
	if p.quoted {
		w /= quotedShare
	}
	return w
}

// canBe reports whether the referent of a place can be that of token t.
func (x *Discourse) canBe(p *place, t int, agr nouns.Agreement, l *look) bool {
	r := &x.refs[p.ref]
	switch {
	case p.last > t, p.title, l.recent && p.owner:
		return false
	case l.group && (r.agr != nouns.Plural || r.entity < 0 || r.noun >= 0):
		return false
	case p.agr&agr == 0 || r.agr&agr == 0:
		return false
	case l.without != 0 && r.entity == int(l.without)-1:
		return false
	case r.label != entities.PER && r.label != entities.ORG && !l.own:
		return false
	case l.organised && p.against, l.not != 0 && r.entity >= 0 && x.kindOf(r.entity)&l.not != 0:
		return false // an initiative is not the company that it is against
	case l.persons && r.label != entities.PER, l.organised && r.label != entities.ORG:
		return false
	case l.kind != 0 && (r.entity < 0 || x.kindOf(r.entity)&l.kind == 0):
		return false
	case p.clause == x.clause[t] && p.clause != 0 && (!l.own || !p.subject):
		return false // a pronoun means nobody that its own clause names
	}
	return true
}
