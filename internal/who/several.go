package who

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/nouns"
)

// addGroups adds the figures that are several: who is named together somewhere, whom "sie"
// or "die Autorinnen" can mean later.
func (f *figures) addGroups() {
	x := f.Discourse
	for i := range x.places {
		p := &x.places[i]
		r := &x.refs[p.ref]
		if r.entity < 0 || r.agr != nouns.Plural || x.nameOf[p.first] == 0 || p.last <= x.names[x.nameOf[p.first]-1].last || x.text.Entities[r.entity].Number == extract.Plural {
			continue
		}
		k := f.group(claim.Tokens(p.first, p.last))
		if k < 0 {
			continue
		}
		if f.groupOf == nil {
			f.groupOf = make(map[int32]int32)
		}
		f.groupOf[p.ref] = k
	}
}

// groupMeant returns the figure of several that the rules take the word at token t for, or -1.
func (f *figures) groupMeant(t int) int {
	ref := -1
	if p := f.placeAt[t]; p != 0 {
		ref = int(f.places[p-1].ref)
	} else if f.both(t) {
		ref = f.byPronoun(t, look{})
	}
	if k, ok := f.groupOf[int32(ref)]; ok {
		return int(k)
	}
	return -1
}

// both reports whether token t is "beide" or a form of it.
func (x *Discourse) both(t int) bool { return strings.HasPrefix(x.ws[t].Lower(), "beide") }

// entitiesOf returns the entities of a figure's members, each once.
func (f *figures) entitiesOf(g *figure) (out []int) {
	seen := make(map[int]bool)
	for _, k := range g.members {
		if e := f.list[k].entity; e >= 0 && !seen[e] {
			seen[e] = true
			out = append(out, e)
		}
	}
	return out
}
