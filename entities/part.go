package entities

import (
	"slices"
	"strings"
	"sync"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/gazetteer"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// nameIn returns the bytes of the name in a compound: "Open-AI" in
// "Open-AI-Gründer", "SPD" in "SPD-Fraktions-Chef", "Ex-SPD-Chef" and "Bundes-SPD",
// "Merkel" in "Merkelregierung".
func nameIn(s string) (from, to int) {
	to = strings.LastIndexByte(s, '-')
	if to <= 0 {
		return 0, frontName(s)
	}
	for _, p := range [...]string{"Ex-", "Vize-", "Anti-", "Nicht-", "Noch-", "Pro-", "Neu-", "Alt-"} {
		if strings.HasPrefix(s, p) && to > len(p) {
			from = len(p)
		}
	}
	if head := s[to+1:]; !isName(s[from:to]) && isName(head) {
		return to + 1, len(s)
	}
	for { // what stands between a known name and the head is not part of it
		k := strings.LastIndexByte(s[from:to], '-')
		if k <= 0 || isName(s[from:to]) || !isName(s[from:from+k]) || !isNoun(s[from+k+1:to]) {
			return from, to
		}
		to = from + k
	}
}

// isNoun reports whether s is an ordinary noun, with or without a linking s.
func isNoun(s string) bool {
	return wordlist.Form(s)&wordlist.AllCaps == 0 && lexicon.Mask(strings.TrimSuffix(s, "s")).HasAny(lexicon.Noun)
}

// frontName returns how many bytes of a compound in one word are a name.
func frontName(s string) int {
	h := lexicon.Head(s)
	if !h.Known() || h.HeadStart() < 3 {
		return len(s)
	}
	front := s[:h.HeadStart()]
	if short, ok := strings.CutSuffix(front, "s"); ok && (isBody(short) || isName(short) && !isExactly(front)) {
		return len(short)
	}
	return len(front)
}

// isExactly reports whether lists or gazetteer have s as it stands: Paris, but not Bundestags.
func isExactly(s string) bool {
	exact := func(n wordlist.Listed) bool { return n.Exact == s }
	return slices.ContainsFunc(wordlist.Load().Names[wordlist.KeyOf(s)], exact) || gazetteer.Lookup(s) != 0
}

// ownedFront returns how many bytes at the front of a compound are the name of a body, if the
// whole is no body of its own but something of that one: Bundeswehrmaterial, Kremlsprecher,
// but not Bundestagsfraktion. It is 0 for all other words.
func ownedFront(s string) int {
	if !opensBody(s) {
		return 0
	}
	h := lexicon.Head(s)
	if !h.Known() || h.HeadStart() < shortestFront || isName(s) || strings.ContainsRune(s, '-') || wordlist.Form(s)&wordlist.Camel != 0 {
		return 0
	}
	l := wordlist.Load()
	if l.NounClass(s)&(wordlist.OrgHead|wordlist.OrgAim|wordlist.OrgJoin|wordlist.WorkHead|wordlist.LegalForm) != 0 {
		return 0
	}
	front := s[:h.HeadStart()]
	for _, name := range [...]string{strings.TrimSuffix(front, "s"), front} {
		if _, ok := bodies()[name]; ok || isBody(name) {
			return len(name)
		}
	}
	return 0
}

// shortestFront is in bytes.
const shortestFront = 4

// opensBody reports whether a word begins like the name of a body. Few do, and it is soon told.
func opensBody(s string) bool {
	for _, front := range stateFronts {
		if strings.HasPrefix(s, front) {
			return true
		}
	}
	for k := shortestFront; k+shortestFront <= len(s) && k <= longestFront; k++ {
		if _, ok := bodies()[s[:k]]; ok {
			return true
		}
	}
	return false
}

// longestFront is in bytes.
const longestFront = 14

// bodies are the names of one word that words/names.txt has of organisations.
var bodies = sync.OnceValue(func() wordlist.Set {
	out := wordlist.Set{}
	for _, list := range wordlist.Load().Names {
		for _, n := range list {
			if n.Label == ORG.String() && n.When == 0 {
				out[n.Exact] = struct{}{}
			}
		}
	}
	return out
})

// stateFronts are those of the bodies of a state: Bundestag, Nationalrat.
var stateFronts = [...]string{"Bundes", "Landes", "National", "Stände"}

// isInternational reports whether a compound is the name of a body of a union or state, and
// not of something that belongs to it: EU-Kommission, but not EU-Gipfel.
func isInternational(s string) bool {
	front, head, _ := strings.Cut(s, "-")
	switch front {
	case "EU", "UN", "UNO", "Uno", "US":
	default:
		return false
	}
	head = strings.ToLower(head)
	for _, e := range [...]string{"", "s", "es"} {
		for _, body := range [...]string{"kommission", "parlament", "rat", "kongress", "senat", "repräsentantenhaus", "ministerium", "armee", "notenbank", "hilfswerk", "vollversammlung"} {
			if base, ok := strings.CutSuffix(head, e); ok && strings.HasSuffix(base, body) {
				return true
			}
		}
	}
	return false
}

// isBody reports whether a noun is that of one body of a state: Bundestag, Nationalrat.
func isBody(s string) bool {
	for _, front := range stateFronts {
		if len(s) > len(front) && strings.HasPrefix(s, front) {
			return wordlist.Load().ExactClass(s)&wordlist.OrgHead != 0
		}
	}
	return false
}

// isName reports whether lists, lexicon or gazetteer have s as a name and not as a
// noun.
func isName(s string) bool {
	l := wordlist.Load()
	if !letters.IsUpper(s) && wordlist.Form(s)&wordlist.Camel == 0 || l.Capitals[s]&wordlist.NeverName != 0 {
		return false
	}
	for _, n := range l.Names[wordlist.KeyOf(s)] {
		if n.When == 0 && n.Inflected(s) && (!n.InCapitals() || n.Exact == s) {
			return true
		}
	}
	f := lexicon.Mask(s)
	if f.HasAny(lexicon.Noun) {
		return false
	}
	g := gazetteer.Lookup(s)
	return l.Places.Has(s) || f.HasAny(lexicon.Name) || g != 0 && g&gazetteer.Word == 0
}

// appendDerived appends what a word made of names names: of "deutsch-französische"
// each side.
func appendDerived(names []Named, n Named, form string) []Named {
	l := wordlist.Load()
	count := len(names)
	if _, ok := l.People(form); !ok && strings.ContainsRune(form, '-') {
		start := n.Start
		for side := range strings.SplitSeq(form, "-") {
			if _, ok := l.People(side); ok {
				names = append(names, Named{extract.Span{Start: start, End: start + len(side)}, n.Label, FormDerived})
			}
			start += len(side) + len("-")
		}
	}
	if len(names) == count {
		names = append(names, n)
	}
	return names
}
