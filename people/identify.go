package people

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/wordlist"
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

// key is what entities of different articles have to have in common to be one name.
type key struct {
	label  entities.Label
	folded string          // without blanks
	gender entities.Gender // of a surname alone: Herr Roth is not Frau Roth
}

// name is a name with what is known of those who have it.
type name struct {
	key
	words     []string // folded
	gender    entities.Gender
	spellings map[string]int
	short     map[string]struct{} // other names that articles give it, folded
	apart     map[*name]struct{}  // whom an article knows as somebody else

	claims, articles int
	lastArticle      int // the last one that was counted, from 1
	kinds            map[claims.Kind]int
	stances          map[claims.Stance]int
	statements       []numbered
}

// wordsOf returns the folded words of a name, without what an organisation's name may lack.
func wordsOf(s string, label entities.Label) (words []string) {
	fields := strings.Fields(s)
	if label != entities.PER {
		fields = core(fields)
	}
	for _, f := range fields {
		if w := wordlist.Folded(f); w != "" {
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return []string{s} // signs only
	}
	return words
}

// core cuts the article before a name and the legal form after it.
func core(words []string) []string {
	legal := func(w string) bool { return w == "+" || wordlist.Load().IsLegalForm(w) }
	if len(words) > 1 {
		switch strings.ToLower(words[0]) {
		case "der", "die", "das":
			words = words[1:]
		}
	}
	for n := len(words); n > 1; n = len(words) {
		switch {
		case legal(words[n-1]):
			words = words[:n-1]
		case n > 2 && legal(words[n-2]+words[n-1]): // e. V.
			words = words[:n-2]
		default:
			return words
		}
	}
	return words
}

func joined(words []string) string { return strings.Join(words, "") }

// bare reports whether a person's name is a surname alone: it does not begin with a first
// name. "von der Leyen" is one, "García Márquez" too.
func bare(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	return rest == "" || !gazetteer.Lookup(first).HasAny(gazetteer.FirstName)
}

// spelling returns the most frequent spelling of the name.
func (n *name) spelling() string { return sortedKeys(n.spellings)[0] }

// shorten notes what an article calls an entity, if it is an abbreviation of its name. The
// words of the name, or their ends, are none: many are called Bank or Verfassungsgericht.
func (n *name) shorten(s string) {
	w := wordlist.Folded(s)
	if len(w) < 2 || len(w) >= len(n.folded) || strings.ContainsAny(s, " \u00a0\t\n") {
		return
	}
	for _, word := range n.words {
		if strings.HasPrefix(word, w) || strings.HasSuffix(word, w) {
			return
		}
	}
	if n.short == nil {
		n.short = make(map[string]struct{})
	}
	n.short[w] = struct{}{}
}

// keepApart notes which of the entities of an article cannot be one, although elsewhere
// their names might be: the article has them as two.
func keepApart(names []*name) {
	ends := make(map[string][]*name)
	for _, n := range names {
		for i := range n.words {
			end := joined(n.words[i:])
			ends[end] = append(ends[end], n)
		}
	}
	initials := make(map[rune][]*name)
	for _, n := range names {
		if r := letters.First(n.folded); n.label != entities.PER {
			initials[r] = append(initials[r], n)
		}
	}
	for _, n := range names {
		if n.label == entities.PER {
			for _, other := range ends[n.folded] {
				n.separate(other)
			}
			continue
		}
		for _, other := range initials[letters.First(n.folded)] {
			if len(n.folded) < len(other.folded) && within(n.folded, other.folded) {
				n.separate(other)
			}
		}
	}
}

// separate notes that two names of one label are not of one.
func (n *name) separate(other *name) {
	if n == other || n.label != other.label {
		return
	}
	for range 2 {
		if n.apart == nil {
			n.apart = make(map[*name]struct{})
		}
		n.apart[other] = struct{}{}
		n, other = other, n
	}
}

// within reports whether a name has the letters of a short one, in their order.
func within(short, long string) bool {
	for _, r := range short {
		i := strings.IndexRune(long, r)
		if i < 0 {
			return false
		}
		long = long[i+utf8.RuneLen(r):]
	}
	return true
}
