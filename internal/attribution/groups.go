package attribution

import "github.com/laut-nlp/laut/internal/linear"

// The groups leave to single look-ups what is seldom the same twice: words, and tags
// beside other things. Which templates go together was chosen by how often their sums
// were still there in 700 articles, one after another.

// wordGroups are the templates of a token whose sums are kept: 42 of 54 of its features,
// and 19 times of 20 the sum is there.
var wordGroups = wordTemplates.Group(
	near(aTag, -1, 0),
	near(aTag, 0, 1),
	append(near(aMark, -2, 2), own(aBy, aEdge)...),
	own(aBy, aMark, aTag),
	append(append(near(aSays, -1, 1), near(aStrength, -1, 1)...), own(aTakes, aClause)...),
	own(aMark, aFinite, aTakes, aMain, aLastClaim, aUnit, aQuoted),
	own(aFinite, aPlace, aClause, aStart, aMain),
	own(aPunct, aTakes, aClause),
	append(near(aEntity, -1, 1), own(aTakes, aClause)...),
)

// clauseGroups are the templates of clauses.
var clauseGroups = clauseTemplates.Group(
	own(aMain, aLastClaim, aLast, aUnit, aNext, aEnding),
	own(aTakes, aClause, aLeft, aRight),
	own(aVerbBefore, aClassBefore, aClause),
	own(aVerbAfter, aClassAfter, aClause),
	own(aVerb, aClass, aClause),
)

// near returns an attribute of the tokens at distances from first to last.
func near(a linear.Attr, first, last int) []linear.Term {
	var terms []linear.Term
	for o := first; o <= last; o++ {
		terms = append(terms, a.At(o))
	}
	return terms
}

// own returns attributes of one token.
func own(attrs ...linear.Attr) []linear.Term {
	var terms []linear.Term
	for _, a := range attrs {
		terms = append(terms, a.At(0))
	}
	return terms
}
