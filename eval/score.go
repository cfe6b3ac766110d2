package eval

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// Score is what precision and recall are made of: P = Precise/System, R =
// Recalled/Gold. Where items are counted, Precise = Recalled = the right ones;
// where they are graded, each is a sum of grades. Scores add up.
type Score struct {
	Precise, System float64
	Recalled, Gold  float64
}

// Add adds t to s.
func (s *Score) Add(t Score) {
	s.Precise += t.Precise
	s.System += t.System
	s.Recalled += t.Recalled
	s.Gold += t.Gold
}

// P returns the precision, from 0 to 1, and 0 when the system has nothing.
func (s Score) P() float64 { return ratio(s.Precise, s.System) }

// R returns the recall, from 0 to 1, and 0 when there is nothing to find.
func (s Score) R() float64 { return ratio(s.Recalled, s.Gold) }

// F1 returns the harmonic mean of precision and recall.
func (s Score) F1() float64 { return ratio(2*s.P()*s.R(), s.P()+s.R()) }

// Share is how many of some are so.
type Share struct{ N, Of int }

// Value returns the share, from 0 to 1, and 0 of none.
func (s Share) Value() float64 { return ratio(float64(s.N), float64(s.Of)) }

// count counts one more.
func (s *Share) count(is bool) {
	s.Of++
	if is {
		s.N++
	}
}

func (s *Share) add(t Share) {
	s.N += t.N
	s.Of += t.Of
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// samples is how many an interval is taken from.
const samples = 2000

// Interval returns the bounds of the 95% interval of the F1 of all scores together, each of
// which is that of an article. Articles are drawn anew with replacement, as many as there
// are, 2000 times, and the middle 95% of the values taken (bootstrap). Articles and not items
// are drawn because the items of an article depend on each other. The same scores give the
// same interval; none give 0 and 0.
func Interval(articles []Score) (low, high float64) {
	if len(articles) == 0 {
		return 0, 0
	}
	rng := rand.New(rand.NewPCG(1, 0))
	values := make([]float64, samples)
	for i := range values {
		var sum Score
		for range articles {
			sum.Add(articles[rng.IntN(len(articles))])
		}
		values[i] = sum.F1()
	}
	slices.Sort(values)
	const tail = samples / 40
	return values[tail], values[samples-1-tail]
}

// Counts is what [Compare] counts in an article. Counts of several articles add up. The doc
// of the package says when a claim is found and named, and when an entity is found.
type Counts struct {
	Found Score // claims that are found
	Named Score // claims that are found and whose speaker has the right name

	// Of the claims that are found, how many have no right name. Wrong names share no word
	// with the right one, or there should be none; inexact ones share one.
	Wrong, Inexact, Nameless Share

	// Of the claims that are found, how many have a name at all, and how many of these names
	// are right.
	Given, GivenRight Share

	// Of the claims that are found, how many have the right kind, stance, medium and
	// parent. A kind, stance or medium that the right claim leaves open is not counted.
	Kind, Stance, Medium, Parent Share

	// Kinds tells of each kind how many claims are found: recall of the right claims of
	// that kind, precision of the system's claims of that kind, whatever the other's is.
	Kinds map[claims.Kind]Score

	Entities Score // entities that are found
	Labelled Score // entities that are found with the right label
	Labels   map[entities.Label]Score
	Split    int // further entities that have spellings of one that is found, and are none themselves
}

// Add adds the counts of d to c.
func (c *Counts) Add(d Counts) {
	c.Found.Add(d.Found)
	c.Named.Add(d.Named)
	c.Entities.Add(d.Entities)
	c.Labelled.Add(d.Labelled)
	mine, theirs := c.shares(), d.shares()
	for i := range mine {
		mine[i].add(*theirs[i])
	}
	for k, s := range d.Kinds {
		addTo(&c.Kinds, k, s)
	}
	for l, s := range d.Labels {
		addTo(&c.Labels, l, s)
	}
	c.Split += d.Split
}

func (c *Counts) shares() [9]*Share {
	return [...]*Share{&c.Wrong, &c.Inexact, &c.Nameless, &c.Given, &c.GivenRight, &c.Kind, &c.Stance, &c.Medium, &c.Parent}
}

func addTo[K comparable](m *map[K]Score, key K, s Score) {
	if *m == nil {
		*m = make(map[K]Score)
	}
	sum := (*m)[key]
	sum.Add(s)
	(*m)[key] = sum
}

// Aspect is what a [Difference] is about.
type Aspect string

// The aspects, those of claims before those of entities.
const (
	AspectClaim   Aspect = "claim" // it is missing or one too many
	AspectContent Aspect = "content"
	AspectKind    Aspect = "kind"
	AspectStance  Aspect = "stance"
	AspectMedium  Aspect = "medium"
	AspectName    Aspect = "name" // of the speaker
	AspectParent  Aspect = "parent"

	AspectEntity Aspect = "entity" // it is missing or one too many
	AspectLabel  Aspect = "label"
)

// Difference is one thing that was read otherwise than it should be.
type Difference struct {
	Aspect Aspect
	Of     string       // what is said, or the entity's name
	Span   extract.Span // the place in the text: the content, or the entity's first mention
	extract.Position
	Got, Want string // what was found and what is right; "" for nothing and nobody
}

// String returns the difference on a line, with its place first. Long texts are cut in the
// middle, but for contents.
//
//	3:14: „Wir zahlen“: name: found Bern; right is Anna Meier
func (d Difference) String() string {
	aspect, got, want := string(d.Aspect)+": ", d.Got, d.Want
	none := "nothing"
	switch d.Aspect {
	case AspectClaim, AspectEntity:
		aspect = "" // what is found and right tells
	case AspectName:
		none = nobody
	case AspectParent:
		got, want = shorten(got), shorten(want)
	}
	return fmt.Sprintf("%s: %s: %sfound %s; right is %s", d.Position, shorten(d.Of), aspect, cmp.Or(got, none), cmp.Or(want, none))
}

// nobody is what a message calls a speaker without a name.
const nobody = "nobody"

// shorten cuts a text between words to what is enough to find it again.
func shorten(s string) string {
	const head, tail = 40, 20
	r := []rune(s)
	if len(r) <= head+tail+5 {
		return s
	}
	from, to := string(r[:head]), string(r[len(r)-tail:])
	if i := strings.LastIndexByte(from, ' '); i > 0 {
		from = from[:i]
	}
	if i := strings.IndexByte(to, ' '); i >= 0 {
		to = to[i+1:]
	}
	return from + " … " + to
}
