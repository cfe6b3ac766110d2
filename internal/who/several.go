package who

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/nouns"
)

// addGroups adds the figures that are several: who is named together somewhere, whom "sie"
// or "die Autorinnen" can mean later.
func (f *figures) addGroups() {
	for i := range f.Places {
		p := &f.Places[i]
		r := &f.Referents[p.Referent]
		if r.Entity < 0 || r.Agreement != nouns.Plural || f.Text.Entities[r.Entity].Number == extract.Plural {
			continue
		}
		if m := f.NameAt(p.First); m == nil || p.Last <= m.Last {
			continue
		}
		k := f.group(claim.Tokens(p.First, p.Last))
		if k < 0 {
			continue
		}
		if f.groupOf == nil {
			f.groupOf = make(map[int32]int32)
		}
		f.groupOf[p.Referent] = k
	}
}

// groupMeant returns the figure of several that the rules take the word at token t for, or -1.
func (f *figures) groupMeant(t int) int32 {
	if k, ok := f.groupOf[int32(f.Meaning(t))]; ok {
		return k
	}
	return -1
}

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
