package discourse

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/lexicon"
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

// Tally sums up how salient a few referents or figures are, by their numbers. The zero value is
// empty.
type Tally struct {
	list [FarPlaces]struct {
		number int32
		score  int
	}
	n int
}

// Add adds to the score of a number. It must not be called for a new one once Full.
func (t *Tally) Add(number int32, score int) {
	i := 0
	for i < t.n && t.list[i].number != number {
		i++
	}
	if i == t.n {
		t.list[i].number = number
		t.n++
	}
	t.list[i].score += score
}

// Full reports whether there is no room for further numbers.
func (t *Tally) Full() bool { return t.n == len(t.list) }

// Best returns the number with the largest score, of equal ones the first added, -1 if there is
// none.
func (t *Tally) Best() int32 {
	best := -1
	for i := range t.n {
		if best < 0 || t.list[i].score > t.list[best].score {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	return t.list[best].number
}

// entityAgreement returns by which pronouns the text can refer to an entity.
func (x *Discourse) entityAgreement(i int) nouns.Agreement {
	e := &x.Text.Entities[i]
	switch {
	case e.Number == extract.Plural:
		return nouns.Plural
	case e.Label == entities.PER:
		return x.genderOf(e)
	case e.Label == entities.LOC:
		return nouns.Neuter
	}
	return x.organisationAgreement(e)
}

// genderOf returns the gender that a person's name or, if that tells none, the
// offices tell: of a woman the news say Ministerin. If nothing tells, it is either.
func (x *Discourse) genderOf(e *entities.Entity) nouns.Agreement {
	switch e.Gender {
	case entities.Masculine:
		return nouns.Masculine
	case entities.Feminine:
		return nouns.Feminine
	}
	for _, r := range e.Roles {
		if t, _ := x.Text.Doc.TokensIn(r.Noun); r.Kind != entities.RoleAffiliation && t < len(x.Words) && x.NounAt(t) != nil {
			if n := x.NounAt(t); !n.Plural && n.Gender&(nouns.Masculine|nouns.Feminine) != 0 {
				return n.Gender
			}
		}
	}
	return nouns.Masculine | nouns.Feminine
}

// organisationAgreement reads the gender of an organisation off the articles before
// its name, and else off the name's last word.
func (x *Discourse) organisationAgreement(e *entities.Entity) nouns.Agreement {
	agr := nouns.Singular
	for _, m := range e.Mentions {
		if m.Form != entities.FormName || m.First == 0 {
			continue
		}
		if says := agr & x.Reader.Determiner(x.Words[m.First-1].Lower()).Genders(); says != 0 {
			agr = says
		}
	}
	if agr.One() != 0 {
		return agr
	}
	words := strings.Fields(e.Name)
	if len(words) == 0 {
		return agr
	}
	if f := nouns.Features(words[len(words)-1]); f.HasAny(lexicon.Noun) {
		if g := nouns.Genders(f) & agr; g != 0 {
			return g
		}
	}
	return agr
}
