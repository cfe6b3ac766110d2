package people

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/entities"
)

// identify says of each name whose it is: the longest name of somebody, which may be itself.
func (c *Counter) identify() map[*name]*name {
	m := merger{of: make(map[*name]*name, len(c.ordered)), gender: make(map[*name]entities.Gender), fuller: c.fuller()}
	for _, n := range c.ordered {
		m.of[n] = n
		m.gender[n] = n.gender
	}
	// Long names first: whom "Goethe" means can be told when "Wolfgang Goethe" is known.
	names := slices.Clone(c.ordered)
	slices.SortStableFunc(names, func(a, b *name) int {
		return cmp.Or(cmp.Compare(len(b.words), len(a.words)), cmp.Compare(len(b.folded), len(a.folded)), cmp.Compare(a.folded, b.folded))
	})
	for _, n := range names {
		if n.label != entities.PER {
			if long := m.candidates(n); len(long) == 1 {
				m.join(n, long[0])
			}
		} else if of := c.ofGenders(n); n == cmp.Or(of[0], of[1], of[2]) {
			m.surname(of)
		}
	}
	for n := range m.of {
		m.of[n] = m.root(n)
	}
	return m.of
}

// ofGenders returns the names that are equal but for their gender, nil where there is none.
func (c *Counter) ofGenders(n *name) (all [entities.Feminine + 1]*name) {
	for g := range all {
		all[g] = c.names[key{n.label, n.folded, entities.Gender(g)}]
	}
	return all
}

// fuller returns the names that each name could be short for.
func (c *Counter) fuller() map[*name][]*name {
	fuller := make(map[*name][]*name)
	note := func(short, long *name) {
		if short != nil && short != long {
			fuller[short] = append(fuller[short], long)
		}
	}
	for _, n := range c.ordered {
		for s := range n.short { // a map: each is a key of its own, so the order does not show
			note(c.names[key{label: n.label, folded: s}], n)
		}
		if n.label != entities.PER {
			continue
		}
		for i := 1; i < len(n.words); i++ {
			for g := range entities.Feminine + 1 {
				short := c.names[key{n.label, joined(n.words[i:]), g}]
				if short != nil && bare(short.spelling()) {
					note(short, n)
				}
			}
		}
	}
	return fuller
}

// merger puts names together.
type merger struct {
	of     map[*name]*name // a longer name, or itself
	gender map[*name]entities.Gender
	fuller map[*name][]*name
}

func (m *merger) root(n *name) *name {
	for m.of[n] != n {
		n = m.of[n]
	}
	return n
}

func (m *merger) join(short, long *name) {
	m.of[short] = long
	m.gender[long] = cmp.Or(m.gender[long], m.gender[short])
}

// candidates returns who a name may be short for, given what is known of them.
func (m *merger) candidates(n *name) (all []*name) {
	for _, f := range m.fuller[n] {
		r := m.root(f)
		agree := n.gender == m.gender[r] || n.gender == entities.GenderUnknown || m.gender[r] == entities.GenderUnknown
		if _, apart := n.apart[r]; agree && !apart && !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	return all
}

// surname finds out whom the names of one surname and different genders mean.
func (m *merger) surname(of [entities.Feminine + 1]*name) {
	both := of[entities.Masculine] != nil && of[entities.Feminine] != nil
	var who [len(of)][]*name
	for g, n := range of {
		if n != nil {
			who[g] = m.candidates(n)
		}
	}
	for g, n := range of {
		// Of a man and a woman it cannot be told whose full name it is.
		if len(who[g]) == 1 && !(both && m.gender[who[g][0]] == entities.GenderUnknown) {
			m.join(n, who[g][0])
		}
	}
	// Somebody of whom no gender is known is the only one of the name, if there is one.
	unknown := of[entities.GenderUnknown]
	for _, n := range of[entities.Masculine:] {
		if unknown == nil || n == nil || both || m.of[unknown] != unknown || m.of[n] != n {
			continue
		}
		if _, apart := unknown.apart[n]; !apart && slices.Equal(who[entities.GenderUnknown], who[n.key.gender]) {
			m.join(unknown, n)
		}
	}
}
