package eval

import (
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
)

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
