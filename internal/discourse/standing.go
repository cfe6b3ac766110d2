package discourse

import "github.com/laut-nlp/laut/internal/syntax"

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

// Standing is how what is named stands in its sentence.
type Standing struct {
	Subject, Says  bool
	Quoted         bool
	Oblique, Owner bool // after a preposition; a genitive
}

// Weight returns what it adds to the salience of who is named.
func (p Standing) Weight() int {
	w := weightPlace
	if p.Subject {
		w += weightSubject
	}
	if p.Says {
		w += weightSays
	}
	if !p.Owner {
		w += weightHead
	}
	if !p.Oblique {
		w += weightPlain
	}
	if p.Quoted {
		w /= quotedShare
	}
	return w
}

// StandingOf returns how the name or noun at token head stands whose phrase begins with token
// first.
func (x *Discourse) StandingOf(first, head int) Standing {
	s := Standing{Quoted: x.Words[head].Quoted}
	for b := head; b >= first; b-- {
		if end := int(x.subjects[b]); end > head {
			s.Subject, s.Says = true, x.saying[b]
		}
	}
	if first > 0 {
		switch before := &x.Words[first-1]; {
		case before.Text == "(":
			s.Owner = true // Olaf Scholz (SPD)
		case before.Function == syntax.Preposition:
			s.Oblique = true
		case first < head && syntax.Genitive(x.Words[first].Lower()) && before.Capital && !before.Finite && x.Sentence[first-1] == x.Sentence[head]:
			s.Owner = true
		}
	}
	if m := x.NameAt(head); m != nil && m.Genitive {
		s.Owner = true
	}
	if s.Owner || s.Oblique { // what hangs on the subject is none
		s.Subject, s.Says = false, false
	}
	return s
}
