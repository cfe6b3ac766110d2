package spans

import (
	"slices"

	"github.com/laut-nlp/laut/internal/linear"
)

// Labels of the token model: what a token is to a claim.
const (
	labelOutside linear.Label = iota
	labelDirect
	labelIndirect
	labelContinued
	labelFreeIndirect
	labelReported
	LabelCue
	LabelSpeaker
	LabelAddressee
	LabelFrame
	labelCount
)

// Labels returns the names of the token model's labels, in order.
func Labels() []string {
	return []string{"O", "direct", "indirect", "continued", "free_indirect", "reported", "cue", "speaker", "addressee", "frame"}
}

// Signature returns the number of the features that the token model sees.
func Signature() uint64 { return tokenTemplates.Signature() }

// Attributes of a token.
const (
	// Of the token itself and of the marks beside it.
	aWord linear.Attr = iota
	aTag
	aSaying   // what kind of word of saying it is, and what it takes
	aStrength // the same, coarser
	aEntity
	aVerdict // kind and role that the rules give it
	aBy      // the rule
	aEdge    // whether a run of the rules' tokens begins or ends here
	aPunct   // the marks before and after it

	// Of its clause: the same for all tokens of a clause, as are those below.
	aClause // the kind of its clause
	aTakes  // what the clause's cue takes
	aFinite // the mood of its verb
	aBegin  // the clause's first word

	// Of the clauses around it.
	aLeft // the last clause with a cue, and how far away it is
	aRight

	// Of its unit and those around it.
	aMain       // mood of the unit's main clause
	aUnit       // what the unit has
	aOpening    // its first word
	aEnding     // its last mark
	aUnitBefore // what the unit before has
	aUnitAfter
	aLastClaim // what claim the rules found last, and how far away

	attrCount
)

var tokenTemplates = compileTokens(wordTemplateList(), clauseTemplateList())

// The templates of tokens in two: those that ask about a token or its neighbours, and
// those that give the same features for all tokens of a clause.
var wordTemplates, clauseTemplates = compileTokens(wordTemplateList()), compileTokens(clauseTemplateList())

func compileTokens(lists ...[]linear.Template) *linear.Templates {
	return linear.Compile(int(attrCount), slices.Concat(lists...)...)
}

// wordTemplateList returns the templates that ask about a token and its neighbours. There are
// few of them, since they are looked up for each token.
func wordTemplateList() []linear.Template {
	T := linear.T
	return []linear.Template{
		T("words", aWord.At(-1)),
		T("words", aWord.At(0)),
		T("words", aWord.At(1)),
		T("tags", aTag.At(-1), aTag.At(0)),
		T("tags", aTag.At(0), aTag.At(1)),
		T("tags", aTag.At(1)),
		T("tags", aTag.At(2)),
		T("entities", aEntity.At(0), aTag.At(0)),
		T("saying", aSaying.At(0)),
		T("saying", aStrength.At(-1)),
		T("saying", aStrength.At(0)),
		T("saying", aStrength.At(1)),
		T("saying", aStrength.At(0), aClause.At(0)),
		T("rules", aBy.At(0), aVerdict.At(0), aEdge.At(0)),
		T("rules", aBy.At(0), aTag.At(0)),
		T("punctuation", aPunct.At(0)),
		T("punctuation", aPunct.At(0), aClause.At(0)),
	}
}

// clauseTemplateList returns the templates that ask only what is the same for all tokens
// of a clause.
func clauseTemplateList() []linear.Template {
	T := linear.T
	return []linear.Template{
		T("mood", aFinite.At(0)),
		T("mood", aFinite.At(0), aClause.At(0), aLeft.At(0)),
		T("mood", aMain.At(0)),
		T("mood", aMain.At(0), aLastClaim.At(0)),
		T("mood", aMain.At(0), aUnitBefore.At(0)),
		T("cues", aTakes.At(0)),
		T("cues", aTakes.At(0), aClause.At(0)),
		T("cues", aLeft.At(0)),
		T("cues", aRight.At(0)),
		T("cues", aLeft.At(0), aRight.At(0)),
		T("cues", aLeft.At(0), aClause.At(0)),
		T("cues", aRight.At(0), aClause.At(0)),
		T("cues", aLeft.At(0), aBegin.At(0)),
		T("unit", aUnit.At(0)),
		T("unit", aUnit.At(0), aTakes.At(0)),
		T("unit", aOpening.At(0)),
		T("unit", aOpening.At(0), aMain.At(0)),
		T("unit", aEnding.At(0)),
		T("unit", aUnitBefore.At(0)),
		T("unit", aUnitAfter.At(0)),
		T("unit", aUnitBefore.At(0), aUnitAfter.At(0)),
		T("unit", aUnitBefore.At(0), aUnit.At(0)),
		T("unit", aLastClaim.At(0)),
	}
}
