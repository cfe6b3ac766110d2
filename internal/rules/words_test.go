package rules

import "testing"

// TestWords checks that words/rules.txt has no mistakes.
func TestWords(t *testing.T) {
	l, err := readLists(rulesText)
	if err != nil {
		t.Error(err)
	}
	if l.contracted["zur"] != "zu" || l.kinds["ohne"] != noDass|noZu {
		t.Errorf("zur is of %q, ohne is %b", l.contracted["zur"], l.kinds["ohne"])
	}
	if _, err := readLists("[views]\nSicht\n[view]\nAnsicht\n"); err == nil || err.Error() != `words/rules.txt:4: there is no section "view"` {
		t.Errorf("error %v", err)
	}
}
