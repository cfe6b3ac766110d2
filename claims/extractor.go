package claims

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/attribution"
)

// Extractor finds claims. It is immutable and safe for concurrent use.
type Extractor struct{}

// Rules returns the extractor that works by hand-written rules and word lists
// alone. It links no weights learned from the quotations corpus.
func Rules() *Extractor { return &Extractor{} }

// Extract finds the claims of a document in order of their content. es are its
// entities as entities.Tag returns them. Time and memory are linear in the text;
// in a sentence of more than 2000 tokens only direct quotations are found.
func (x *Extractor) Extract(d *extract.Document, es []entities.Entity) []Claim {
	found := attribution.Rules(d, es)
	out := make([]Claim, len(found))
	for i, c := range found {
		out[i] = Claim{
			Kind: Kind(c.Kind), Medium: Medium(c.Medium), Stance: Stance(c.Stance),
			Content: c.Content, Cue: c.Cue, Frame: c.Frame, Addressee: c.Addressee,
			Speaker: Speaker{c.Speaker.Spans, c.Speaker.Entity, c.Speaker.Name, Via(c.Speaker.Via)},
			Parent:  c.Parent, Score: c.Score,
		}
	}
	return out
}

// Extract finds the claims of a document with the default extractor.
func Extract(d *extract.Document, es []entities.Entity) []Claim { return Rules().Extract(d, es) }
