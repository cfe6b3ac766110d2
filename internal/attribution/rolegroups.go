package attribution

import "github.com/laut-nlp/laut/internal/linear"

// roleGroups are the templates of roles whose sums are kept, see groups.go: of a token
// beside a claim 62 of 88 features.
var roleGroups = roleTemplates.Group(
	near(rTag, -1, 0),
	near(rTag, 0, 1),
	append(near(rRule, -1, 1), own(rBy, rWhere, rRuleOther, rKind, rUnit)...),
	own(rWhere, rKind, rClause, rTakes, rVerb, rJoint, rLastSpeaker, rUnit, rFirst),
	append(near(rEntity, -1, 1), own(rWhere, rTakes, rUnit, rKind, rOther, rQuoted)...),
	own(rPunct, rWhere, rRule, rPunctAfter),
	own(rCue, rSpeaker, rFrame, rAddressee, rContent, rWhere, rKind, rCued, rRule, rLastSpeaker, rUnit),
	append(near(rSays, -1, 1), own(rWhere)...),
)

// addRoles adds what the role model sees of token k of a window to the sequence: sums of
// groups and the features of the rest, or without a model all features.
func (s *Scratch) addRoles(m *linear.Model, k int) {
	if s.seq.Decided() {
		return
	}
	if m == nil {
		roleTemplates.Extract(&s.grid, k, &s.seq)
		return
	}
	const labels = int(partCount)
	sum := s.sums[k*labels : (k+1)*labels]
	s.decoder.AddGroups(m, roleGroups, &s.roles, &s.grid, k, sum)
	s.seq.AddScores(sum)
	roleGroups.Rest().Extract(&s.grid, k, &s.seq)
}
