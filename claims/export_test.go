package claims

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/rules"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// ByRules finds the claims that the models are told: those of the rules, without scores.
func ByRules(d *extract.Document, es []entities.Entity) []Claim {
	says := saying.Find(syntax.New(d, es, saying.Cues()))
	var list []claim.Claim
	for _, c := range rules.Find(says) {
		list = append(list, c.Claim)
	}
	list = claim.Sorted(list)
	return finish(says.Text(), list, discourse.Read(says).Speakers(list))
}
