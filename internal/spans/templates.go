package spans

import (
	"slices"

	"github.com/laut-nlp/laut/internal/linear"
)

// Labels of the token model.
const (
	labelOutside linear.Label = iota
	LabelDirect
	labelIndirect
	labelContinued
	labelFreeIndirect
	LabelReported
	LabelCue
	LabelSpeaker
	LabelAddressee
	LabelFrame
	labelCount
)

// Labels are the names of the token model's labels, in order.
func Labels() []string {
	return []string{"O", "direct", "indirect", "continued", "free_indirect", "reported", "cue", "speaker", "addressee", "frame"}
}

// Attributes of a token. The rules' and the lexicon's part in them is told by what they
// ask; those behind aPunct are the same for all tokens of a clause.
const (
	aWord linear.Attr = iota
	aTag
	aSays     // what kind of word of saying it is, and what it takes
	aStrength // the same, coarser
	aEntity
	aQuoted
	aMark  // kind and role that the rules give it
	aBy    // the rule
	aEdge  // whether the rules' part begins or ends here
	aPlace // in its clause
	aStart // in the unit
	aPunct // the marks before and after it

	aClause // the kind of its clause
	aTakes  // what the clause's cue takes
	aFinite // the mood of its verb
	aVerb
	aClass  // of the verb
	aBegin  // the clause's first word
	aBefore // the clause before: kind, mood, cue
	aAfter
	aVerbBefore
	aVerbAfter
	aClassBefore
	aClassAfter
	aNounBefore // its last noun
	aLeft       // the last clause with a cue, and how far away it is
	aRight
	aMain    // mood of the unit's main clause
	aUnit    // what the unit has
	aOpening // its first word
	aEnding  // its last mark
	aLast    // what the unit before has
	aNext
	aLastClaim // what claim the rules found last, and how far away
	attrCount
)

var tokenTemplates = compileTokens(wordTemplateList(), clauseTemplateList(), aroundTemplateList())

// Those that look at a token or its neighbours, and those that are the same for all
// tokens of a clause.
var wordTemplates, clauseTemplates = compileTokens(wordTemplateList(), aroundTemplateList()), compileTokens(clauseTemplateList())

func compileTokens(lists ...[]linear.Template) *linear.Templates {
	return linear.Compile(int(attrCount), slices.Concat(lists...)...)
}

// wordTemplateList are the templates that look at a token.
func wordTemplateList() []linear.Template {
	T := linear.T
	return []linear.Template{
		T("words", aWord.At(0)),
		T("words", aWord.At(-1)),
		T("words", aWord.At(1)),
		T("tags", aTag.At(-1), aTag.At(0)),
		T("tags", aTag.At(0), aTag.At(1)),
		T("tags", aTag.At(-1), aTag.At(0), aTag.At(1)),
		T("tags", aTag.At(0), aPlace.At(0)),
		T("tags", aTag.At(0), aTakes.At(0)),
		T("tags", aTag.At(0), aVerb.At(0)),
		T("entities", aEntity.At(-1)),
		T("entities", aEntity.At(0)),
		T("entities", aEntity.At(1)),
		T("entities", aEntity.At(0), aTag.At(0)),
		T("entities", aEntity.At(0), aTakes.At(0)),
		T("entities", aEntity.At(0), aClause.At(0), aTakes.At(0)),
		T("saying", aStrength.At(0), aTakes.At(0)),
		T("saying", aStrength.At(0), aClause.At(0)),
		T("rules", aBy.At(0), aMark.At(0)),
		T("rules", aBy.At(0), aMark.At(0), aEdge.At(0)),
		T("rules", aBy.At(0), aTag.At(0)),
		T("rules", aMark.At(0), aTag.At(0)),
		T("rules", aMark.At(0), aFinite.At(0)),
		T("rules", aMark.At(0), aTakes.At(0)),
		T("rules", aMark.At(0), aMain.At(0)),
		T("rules", aMark.At(-1), aMark.At(0)),
		T("rules", aMark.At(0), aMark.At(1)),
		T("rules", aLastClaim.At(0), aMark.At(0)),
		T("rules", aUnit.At(0), aMark.At(0)),
		T("place", aFinite.At(0), aPlace.At(0)),
		T("place", aClause.At(0), aPlace.At(0)),
		T("place", aStart.At(0)),
		T("place", aStart.At(0), aMain.At(0)),
		T("quotations", aQuoted.At(0)),
		T("quotations", aQuoted.At(0), aMark.At(0)),
		T("quotations", aQuoted.At(0), aUnit.At(0)),
		T("punctuation", aPunct.At(0)),
		T("punctuation", aPunct.At(0), aTakes.At(0)),
		T("punctuation", aPunct.At(0), aClause.At(0)),
	}
}

// aroundTemplateList are more of a token, and those that look at its neighbours alone.
func aroundTemplateList() (list []linear.Template) {
	T := linear.T
	for o := -2; o <= 2; o++ {
		list = append(list, T("tags", aTag.At(o)), T("rules", aMark.At(o)))
	}
	for o := -1; o <= 1; o++ {
		list = append(list, T("saying", aSays.At(o)), T("saying", aStrength.At(o)), T("saying", aSays.At(o), aTakes.At(0)))
	}
	return list
}

// clauseTemplateList are the templates that look at nothing but what all tokens of a
// clause share.
func clauseTemplateList() []linear.Template {
	T := linear.T
	return []linear.Template{
		T("mood", aFinite.At(0)),
		T("mood", aFinite.At(0), aClause.At(0), aLeft.At(0)),
		T("mood", aMain.At(0)),
		T("mood", aMain.At(0), aLastClaim.At(0)),
		T("mood", aMain.At(0), aLast.At(0)),
		T("cues", aTakes.At(0)),
		T("cues", aTakes.At(0), aClause.At(0)),
		T("cues", aLeft.At(0)),
		T("cues", aRight.At(0)),
		T("cues", aLeft.At(0), aRight.At(0)),
		T("cues", aLeft.At(0), aClause.At(0)),
		T("cues", aRight.At(0), aClause.At(0)),
		T("cues", aLeft.At(0), aBegin.At(0)),
		T("verbs", aVerb.At(0)),
		T("verbs", aVerb.At(0), aClause.At(0)),
		T("verbs", aVerb.At(0), aAfter.At(0)),
		T("verbs", aVerbBefore.At(0)),
		T("verbs", aVerbBefore.At(0), aClause.At(0)),
		T("verbs", aVerbBefore.At(0), aBegin.At(0)),
		T("verbs", aVerbAfter.At(0)),
		T("verbs", aVerbAfter.At(0), aClause.At(0)),
		T("verbs", aNounBefore.At(0)),
		T("verbs", aNounBefore.At(0), aBegin.At(0)),
		T("classes", aClassBefore.At(0)),
		T("classes", aClassBefore.At(0), aClause.At(0)),
		T("classes", aClassBefore.At(0), aBegin.At(0)),
		T("classes", aClassAfter.At(0)),
		T("classes", aClassAfter.At(0), aClause.At(0)),
		T("classes", aClass.At(0)),
		T("classes", aClass.At(0), aClause.At(0)),
		T("classes", aClass.At(0), aAfter.At(0)),
		T("clauses", aClause.At(0)),
		T("clauses", aBegin.At(0)),
		T("clauses", aBegin.At(0), aFinite.At(0)),
		T("clauses", aBegin.At(0), aBefore.At(0)),
		T("clauses", aBefore.At(0)),
		T("clauses", aAfter.At(0)),
		T("clauses", aBefore.At(0), aClause.At(0), aFinite.At(0)),
		T("clauses", aAfter.At(0), aClause.At(0), aFinite.At(0)),
		T("clauses", aBefore.At(0), aAfter.At(0)),
		T("unit", aUnit.At(0)),
		T("unit", aUnit.At(0), aTakes.At(0)),
		T("unit", aOpening.At(0)),
		T("unit", aOpening.At(0), aMain.At(0)),
		T("unit", aEnding.At(0)),
		T("unit", aLast.At(0)),
		T("unit", aNext.At(0)),
		T("unit", aLast.At(0), aNext.At(0)),
		T("unit", aLast.At(0), aUnit.At(0)),
		T("unit", aLastClaim.At(0)),
	}
}
