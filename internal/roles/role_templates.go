package roles

import "github.com/laut-nlp/laut/internal/linear"

// Labels of the role model: the roles of tokens beside a claim.
const (
	roleNone linear.Label = iota
	roleCue
	roleSpeaker
	roleAddressee
	roleFrame
	roleCount
)

// Labels returns the names of the role model's labels, in order.
func Labels() []string { return []string{"O", "cue", "speaker", "addressee", "frame"} }

// Signature returns the number of the features that the role model sees.
func Signature() uint64 { return roleTemplates.Signature() }

// Attributes of a token beside a claim.
const (
	rWord linear.Attr = iota
	rTag
	rEntity
	rSaying   // what kind of word of saying it is, and what it takes
	rRuleRole // the role that the rules give it in the claim that is most like this one
	rVerdict  // role and kind that they give it in any claim
	rBy       // the rule that found the claim most like this one
	rWhere    // unit, side and distance
	rUnit     // unit and side
	rGap      // clauses between it and the content
	rProbCue  // probabilities by the token model
	rProbSpeaker
	rProbFrame
	rProbAddressee
	rProbContent
	rTakes       // what the cue of its clause takes
	rVerb        // of its clause
	rClause      // kind of its clause
	rPlace       // in its clause
	rKind        // of the claim
	rContentOf   // the kind of the claim whose content it is
	rPunctBefore // the mark before it
	rPunctAfter
	rQuoted
	rLastSpeaker // whether it is the speaker of the claim before
	rOpening     // first word of the content
	rBorder      // the word or mark beside the content on its side
	rBestCue     // the probability of the likeliest cue, and its own
	roleAttrs
)

// The templates of the role model, and in three parts: those that look at the words alone,
// whatever the claim, those that are the same for a run of tokens (see sameRun), and the others.
var roleTemplates, wordTemplates, runTemplates, besideTemplates = compileRoles()

func compileRoles() (all, ofWord, ofRun, ofBeside *linear.Templates) {
	var list, words, runs, besides []linear.Template
	word := func(family string, terms ...linear.Term) {
		t := linear.T(family, terms...)
		list, words = append(list, t), append(words, t)
	}
	run := func(family string, terms ...linear.Term) {
		t := linear.T(family, terms...)
		list, runs = append(list, t), append(runs, t)
	}
	beside := func(family string, terms ...linear.Term) {
		t := linear.T(family, terms...)
		list, besides = append(list, t), append(besides, t)
	}
	word("words", rWord.At(-1), rWord.At(0))
	word("words", rWord.At(0), rWord.At(1))
	beside("words", rWord.At(0), rWhere.At(0))
	beside("words", rWord.At(0), rKind.At(0))
	word("tags", rTag.At(-1), rTag.At(0))
	word("tags", rTag.At(0), rTag.At(1))
	word("tags", rTag.At(-1), rTag.At(0), rTag.At(1))
	beside("tags", rTag.At(0), rWhere.At(0))
	beside("tags", rTag.At(0), rTakes.At(0), rWhere.At(0))
	word("tags", rTag.At(0), rVerb.At(0))
	beside("tags", rTag.At(-1), rTag.At(0), rWhere.At(0))
	run("rules", rRuleRole.At(0))
	run("rules", rRuleRole.At(0), rBy.At(0))
	run("rules", rRuleRole.At(0), rWhere.At(0))
	beside("rules", rRuleRole.At(0), rTag.At(0))
	beside("rules", rRuleRole.At(-1), rRuleRole.At(0))
	beside("rules", rRuleRole.At(0), rRuleRole.At(1))
	beside("rules", rRuleRole.At(0), rWord.At(0))
	word("rules", rVerdict.At(0))
	run("rules", rVerdict.At(0), rWhere.At(0))
	run("rules", rVerdict.At(0), rKind.At(0), rUnit.At(0))
	run("rules", rBy.At(0), rWhere.At(0))
	run("where", rWhere.At(0))
	run("where", rWhere.At(0), rKind.At(0))
	run("where", rWhere.At(0), rKind.At(0), rClause.At(0))
	run("where", rWhere.At(0), rTakes.At(0))
	run("where", rWhere.At(0), rTakes.At(0), rClause.At(0))
	beside("where", rWhere.At(0), rEntity.At(0))
	run("where", rWhere.At(0), rContentOf.At(0))
	beside("where", rWhere.At(0), rPunctBefore.At(0))
	run("where", rWhere.At(0), rQuoted.At(0))
	beside("where", rWhere.At(0), rBestCue.At(0))
	run("where", rWhere.At(0), rBorder.At(0))
	beside("where", rUnit.At(0), rKind.At(0), rTag.At(0))
	beside("where", rGap.At(0), rTag.At(0))
	word("cues", rProbCue.At(0))
	beside("cues", rProbCue.At(0), rWhere.At(0))
	beside("cues", rProbCue.At(0), rKind.At(0))
	beside("cues", rProbCue.At(0), rBestCue.At(0))
	word("cues", rProbSpeaker.At(0))
	beside("cues", rProbSpeaker.At(0), rWhere.At(0))
	beside("cues", rProbSpeaker.At(0), rKind.At(0), rUnit.At(0))
	word("cues", rProbSpeaker.At(0), rTag.At(0))
	beside("cues", rProbSpeaker.At(0), rRuleRole.At(0))
	beside("cues", rProbCue.At(0), rRuleRole.At(0))
	beside("cues", rProbFrame.At(0), rRuleRole.At(0))
	beside("cues", rProbFrame.At(0), rWhere.At(0))
	word("cues", rProbAddressee.At(0))
	beside("cues", rProbAddressee.At(0), rWhere.At(0))
	beside("cues", rProbContent.At(0), rWhere.At(0))
	beside("cues", rProbContent.At(0), rKind.At(0))
	word("cues", rTakes.At(0), rClause.At(0))
	word("cues", rVerb.At(0))
	run("cues", rVerb.At(0), rWhere.At(0))
	run("cues", rVerb.At(0), rKind.At(0))
	word("entities", rEntity.At(0), rTakes.At(0))
	word("entities", rEntity.At(0), rTag.At(0))
	beside("entities", rEntity.At(0), rUnit.At(0), rKind.At(0))
	word("clauses", rClause.At(0), rPlace.At(0))
	word("clauses", rClause.At(0), rTag.At(0))
	word("punctuation", rPunctBefore.At(0))
	beside("punctuation", rPunctBefore.At(0), rRuleRole.At(0))
	word("punctuation", rPunctAfter.At(0))
	beside("punctuation", rPunctAfter.At(0), rWhere.At(0))
	run("last", rLastSpeaker.At(0))
	run("last", rLastSpeaker.At(0), rKind.At(0))
	run("last", rLastSpeaker.At(0), rUnit.At(0))
	beside("last", rLastSpeaker.At(0), rKind.At(0), rBestCue.At(0))
	beside("content", rOpening.At(0), rTag.At(0))
	run("content", rOpening.At(0), rWhere.At(0))
	for o := -2; o <= 2; o++ {
		word("words", rWord.At(o))
		word("tags", rTag.At(o))
		word("cues", rSaying.At(o))
	}
	for o := -1; o <= 1; o++ {
		word("entities", rEntity.At(o))
		beside("cues", rSaying.At(o), rWhere.At(0))
	}
	compile := func(list []linear.Template) *linear.Templates { return linear.Compile(int(roleAttrs), list...) }
	return compile(list), compile(words), compile(runs), compile(besides)
}

// sameRun reports whether what the templates of runs look at is the same in two rows of a claim.
func sameRun(a, b []uint64) bool {
	for _, r := range [...]linear.Attr{rWhere, rTakes, rVerb, rClause, rContentOf, rBorder, rRuleRole, rVerdict, rLastSpeaker, rQuoted} {
		if a[r] != b[r] {
			return false
		}
	}
	return true
}
