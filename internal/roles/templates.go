package roles

import "github.com/laut-nlp/laut/internal/linear"

// Labels of the role model.
const (
	labelOutside linear.Label = iota
	labelCue
	labelSpeaker
	labelAddressee
	labelFrame
	labelCount
)

// Labels are the names of the role model's labels, in order.
func Labels() []string { return []string{"O", "cue", "speaker", "addressee", "frame"} }

// Attributes of a token beside a claim.
const (
	rWord linear.Attr = iota
	rTag
	rEntity
	rSays
	rRule      // the role that the rules give it in the claim that is most like this one
	rRuleOther // the role that they give it in any claim
	rBy        // the rule
	rWhere     // unit, side and distance
	rUnit      // unit and side
	rGap       // clauses between it and the content
	rCue       // probabilities by the token model
	rSpeaker
	rFrame
	rAddressee
	rContent
	rTakes
	rVerb
	rClause
	rPlace
	rKind
	rOther // the kind of another claim whose content it is
	rPunct // the mark before it
	rPunctAfter
	rQuoted
	rLastSpeaker // whether it is the speaker of the claim before
	rFirst       // first word of the content
	rJoint       // the mark at the content's border on its side
	rCued        // whether a likelier cue stands elsewhere
	roleAttrs
)

var roleTemplates = linear.Compile(int(roleAttrs), roleTemplateList()...)

func roleTemplateList() []linear.Template {
	T := linear.T
	list := []linear.Template{
		T("words", rWord.At(-1), rWord.At(0)),
		T("words", rWord.At(0), rWord.At(1)),
		T("words", rWord.At(0), rWhere.At(0)),
		T("words", rWord.At(0), rKind.At(0)),
		T("tags", rTag.At(-1), rTag.At(0)),
		T("tags", rTag.At(0), rTag.At(1)),
		T("tags", rTag.At(-1), rTag.At(0), rTag.At(1)),
		T("tags", rTag.At(0), rWhere.At(0)),
		T("tags", rTag.At(0), rTakes.At(0), rWhere.At(0)),
		T("tags", rTag.At(0), rVerb.At(0)),
		T("tags", rTag.At(-1), rTag.At(0), rWhere.At(0)),
		T("rules", rRule.At(0)),
		T("rules", rRule.At(0), rBy.At(0)),
		T("rules", rRule.At(0), rWhere.At(0)),
		T("rules", rRule.At(0), rTag.At(0)),
		T("rules", rRule.At(-1), rRule.At(0)),
		T("rules", rRule.At(0), rRule.At(1)),
		T("rules", rRule.At(0), rWord.At(0)),
		T("rules", rRuleOther.At(0)),
		T("rules", rRuleOther.At(0), rWhere.At(0)),
		T("rules", rRuleOther.At(0), rKind.At(0), rUnit.At(0)),
		T("rules", rBy.At(0), rWhere.At(0)),
		T("where", rWhere.At(0)),
		T("where", rWhere.At(0), rKind.At(0)),
		T("where", rWhere.At(0), rKind.At(0), rClause.At(0)),
		T("where", rWhere.At(0), rTakes.At(0)),
		T("where", rWhere.At(0), rTakes.At(0), rClause.At(0)),
		T("where", rWhere.At(0), rEntity.At(0)),
		T("where", rWhere.At(0), rOther.At(0)),
		T("where", rWhere.At(0), rPunct.At(0)),
		T("where", rWhere.At(0), rQuoted.At(0)),
		T("where", rWhere.At(0), rCued.At(0)),
		T("where", rWhere.At(0), rJoint.At(0)),
		T("where", rUnit.At(0), rKind.At(0), rTag.At(0)),
		T("where", rGap.At(0), rTag.At(0)),
		T("cues", rCue.At(0)),
		T("cues", rCue.At(0), rWhere.At(0)),
		T("cues", rCue.At(0), rKind.At(0)),
		T("cues", rCue.At(0), rCued.At(0)),
		T("cues", rSpeaker.At(0)),
		T("cues", rSpeaker.At(0), rWhere.At(0)),
		T("cues", rSpeaker.At(0), rKind.At(0), rUnit.At(0)),
		T("cues", rSpeaker.At(0), rTag.At(0)),
		T("cues", rSpeaker.At(0), rRule.At(0)),
		T("cues", rCue.At(0), rRule.At(0)),
		T("cues", rFrame.At(0), rRule.At(0)),
		T("cues", rFrame.At(0), rWhere.At(0)),
		T("cues", rAddressee.At(0)),
		T("cues", rAddressee.At(0), rWhere.At(0)),
		T("cues", rContent.At(0), rWhere.At(0)),
		T("cues", rContent.At(0), rKind.At(0)),
		T("cues", rTakes.At(0), rClause.At(0)),
		T("cues", rVerb.At(0)),
		T("cues", rVerb.At(0), rWhere.At(0)),
		T("cues", rVerb.At(0), rKind.At(0)),
		T("entities", rEntity.At(0), rTakes.At(0)),
		T("entities", rEntity.At(0), rTag.At(0)),
		T("entities", rEntity.At(0), rUnit.At(0), rKind.At(0)),
		T("clauses", rClause.At(0), rPlace.At(0)),
		T("clauses", rClause.At(0), rTag.At(0)),
		T("punctuation", rPunct.At(0)),
		T("punctuation", rPunct.At(0), rRule.At(0)),
		T("punctuation", rPunctAfter.At(0)),
		T("punctuation", rPunctAfter.At(0), rWhere.At(0)),
		T("last", rLastSpeaker.At(0)),
		T("last", rLastSpeaker.At(0), rKind.At(0)),
		T("last", rLastSpeaker.At(0), rUnit.At(0)),
		T("last", rLastSpeaker.At(0), rKind.At(0), rCued.At(0)),
		T("content", rFirst.At(0), rTag.At(0)),
		T("content", rFirst.At(0), rWhere.At(0)),
	}
	for o := -2; o <= 2; o++ {
		list = append(list, T("words", rWord.At(o)), T("tags", rTag.At(o)), T("cues", rSays.At(o)))
	}
	for o := -1; o <= 1; o++ {
		list = append(list, T("entities", rEntity.At(o)), T("cues", rSays.At(o), rWhere.At(0)))
	}
	return list
}
