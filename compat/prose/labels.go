package germanprose

import (
	"cmp"
	"slices"
	"strings"

	"github.com/jdkato/prose/v2"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// labelOf names the classes as prose's model does. MISC has no counterpart there.
var labelOf = map[entities.Label]string{
	entities.PER:  "PERSON",
	entities.LOC:  "GPE",
	entities.ORG:  "ORGANIZATION",
	entities.MISC: "MISC",
}

// label sets the IOB labels of the tokens and returns the names in order of the text. Only
// names of whole tokens count: prose cannot say that "Open-AI" stands in
// "Open-AI-Gründer", and that "Berliner" is made of a place is not a place.
func label(d *extract.Document, found []entities.Entity, tokens []prose.Token) []prose.Entity {
	type name struct {
		extract.Span
		label string
	}
	var names []name
	for _, e := range found {
		for _, m := range e.Mentions {
			if m.Form == entities.FormName {
				names = append(names, name{m.Span, labelOf[e.Label]})
			}
		}
	}
	slices.SortFunc(names, func(a, b name) int { return cmp.Compare(a.Start, b.Start) })
	for i := range tokens {
		tokens[i].Label = "O"
	}
	named := make([]prose.Entity, 0, len(names))
	i := 0
	for _, n := range names {
		for d.Tokens()[i].Start < n.Start {
			i++
		}
		for prefix := "B-"; i < len(tokens) && d.Tokens()[i].End <= n.End; i++ {
			tokens[i].Label = prefix + n.label
			prefix = "I-"
		}
		text := strings.Join(strings.Fields(d.Slice(n.Span)), " ") // a name may run over the end of a line
		named = append(named, prose.Entity{Text: text, Label: n.label})
	}
	return named
}
