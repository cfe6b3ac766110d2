package people

import (
	"strings"
	"unicode/utf8"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/wordlist"
)

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
	legal := func(w string) bool {
		c := wordlist.Load().Capitals
		return w == "&" || w == "+" || (c[w]|c[w+"."]|c[strings.TrimSuffix(w, ".")])&wordlist.LegalForm != 0
	}
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
