package record

import (
	"strings"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
)

// Speakers are the labels and refs of who makes a claim, for a cell of a table: of several
// those of each in their order, joined as their names are.
type Speakers struct{ Labels, Refs string }

// SpeakersOf returns those of entities. Where none has a ref there are no refs.
func SpeakersOf(es []entities.Entity) (s Speakers) {
	labels, refs := make([]string, len(es)), make([]string, len(es))
	any := false
	for i, e := range es {
		labels[i], refs[i] = e.Label.String(), e.Ref
		any = any || e.Ref != ""
	}
	s.Labels = strings.Join(labels, claims.Several)
	if any {
		s.Refs = strings.Join(refs, claims.Several)
	}
	return s
}
