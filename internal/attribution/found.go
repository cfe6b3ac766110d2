package attribution

// found is a claim that a rule has found. Its score is the share of the rule's claims that
// was right, measured on the quotations' train part.
type found struct {
	Claim
	by    rule
	first int // the unit it begins in
	unit  int // the unit it ends in
}
