package entities

import (
	"cmp"
	"slices"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/enum"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/stop"
)

// RoleKind says where a role stands.
type RoleKind uint8

// The kinds of roles.
const (
	RoleTitle       RoleKind = iota + 1 // before the name: Präsident Macron, der Autobauer BMW
	RoleApposition                      // after it: Macron, der Präsident Frankreichs; Macron (Präsident); and before it with a comma
	RolePredicate                       // Scholz wurde Kanzler, trat als Kanzler zurück
	RoleAffiliation                     // without a noun: Olaf Scholz (SPD), Eva Lang von der Universität Kiel
)

var roleKindNames = enum.Names[RoleKind]{What: "kind of role", Names: []string{"", "title", "apposition", "predicate", "affiliation"}}

// String returns the name, "title" for RoleTitle.
func (k RoleKind) String() string { return roleKindNames.String(k) }

// MarshalText returns the name; a number without one is an error.
func (k RoleKind) MarshalText() ([]byte, error) { return roleKindNames.MarshalText(k) }

// UnmarshalText sets the kind of role by its name. The error of an unknown one tells which there are.
func (k *RoleKind) UnmarshalText(name []byte) error { return roleKindNames.UnmarshalText(k, name) }

// RoleKinds returns the kinds of roles.
func RoleKinds() []RoleKind { return roleKindNames.Values() }

// Role is what the text says an entity is: "Softbank-Chef", "französische
// Präsident", "Präsident der Weltbank", "SPD".
type Role struct {
	extract.Span // bytes: adjectives, noun and what hangs on it, without article
	Kind         RoleKind
	Noun         extract.Span // the noun; empty of an Affiliation
	Lemma        string       // of the noun, as in [Noun]; of an Affiliation the name
	Of           ID           // the entity that the text gives the role in or for: Softbank, Frankreich, the Weltbank; 0 if it names none
}

// addRoles sets the roles of the entities of a document, each entity's in order
// of the text. It takes time linear in the text besides the document's tags and
// sorting the mentions.
func addRoles(d *extract.Document, es []Entity, sign *stop.Sign) {
	for i := range es {
		es[i].Roles = nil
	}
	if len(d.Tokens()) == 0 || len(es) == 0 {
		return
	}
	f := &roleFinder{Reader: nouns.NewReader(d, nil), d: d, tags: d.Tags(), es: es, sign: sign}
	f.locate()
	f.findNouns()
	k := 0
	for _, s := range d.Sentences() {
		sign.Look()
		f.first, f.last = s.First, s.Last
		for ; k < len(f.mentions) && f.mentions[k].First < s.Last; k++ {
			if m := &f.mentions[k]; m.Form == FormName && m.Last <= s.Last && f.name[m.First] == int32(k)+1 {
				f.mention(m)
			}
		}
	}
	for i := range es {
		rs := es[i].Roles
		slices.SortStableFunc(rs, func(a, b Role) int { return cmp.Compare(a.Start, b.Start) })
		es[i].Roles = slices.CompactFunc(rs, func(a, b Role) bool { return a.Span == b.Span })
	}
}

// locate tells of each token which mentions it lies in.
func (f *roleFinder) locate() {
	for i := range f.es {
		for _, m := range f.es[i].Mentions {
			f.mentions = append(f.mentions, mentionOf{m, i})
		}
	}
	slices.SortStableFunc(f.mentions, func(a, b mentionOf) int {
		f.sign.Look()
		return cmp.Or(byPlace(a.Span, b.Span), cmp.Compare(a.Form, b.Form))
	})
	n := len(f.d.Tokens())
	f.name, f.inside = make([]int32, n), make([]int32, n)
	for k := range f.mentions {
		f.sign.Look()
		m := &f.mentions[k]
		for i := m.First; i < m.Last; i++ {
			switch {
			case m.Form == FormName && f.name[i] == 0:
				f.name[i] = int32(k) + 1
			case m.Form != FormName && f.inside[i] == 0:
				f.inside[i] = int32(k) + 1
			}
		}
	}
}

// findNouns reads the nouns that are no part of a name, and those of places.
func (f *roleFinder) findNouns() {
	f.nounOf = make([]int32, len(f.name))
	for _, p := range f.d.Paragraphs() {
		if p.Kind == extract.Furniture {
			continue
		}
		for _, s := range f.d.Sentences()[p.First:p.Last] {
			f.sign.Look()
			if !slices.ContainsFunc(f.name[s.First:s.Last], func(n int32) bool { return n != 0 }) {
				continue // nobody that a noun could be linked to
			}
			for t := s.First; t < s.Last; t++ {
				if f.name[t] != 0 {
					continue
				}
				n, ok := f.Noun(t, s.First, s.Last)
				if !ok {
					n, ok = f.Place(t, s.First)
				}
				if ok && !n.NoRole() {
					f.list = append(f.list, n)
					f.nounOf[t] = int32(len(f.list))
				}
			}
		}
	}
}
