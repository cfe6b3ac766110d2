package discourse

import (
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/hash"
)

// Voice returns a number for who makes a claim, the same for all claims of one in the
// text, and 0 for nobody.
func (x *Discourse) Voice(c *claim.Claim) uint64 {
	s := x.Speaker(c)
	switch {
	case s.Entity >= 0:
		return uint64(s.Entity) + 1
	case s.Name != "":
		return hash.Folded(s.Name)
	}
	return 0
}
