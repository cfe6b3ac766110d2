package rules

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/saying"
	"github.com/laut-nlp/laut/internal/syntax"
)

// TestRules checks for each rule what it finds in a text that it is made for: the first
// claim that is by that rule.
func TestRules(t *testing.T) {
	for _, tt := range []struct {
		by                          Rule
		text, content, speaker, cue string
	}{
		{byQuotation, "„Wir zahlen“, sagte Eva Lang.", "„Wir zahlen“", "Eva Lang", "sagte"},
		{byNested, "Eva Lang sagte, der „große Plan“ sei gut.", "„große Plan“", "Eva Lang", "sagte"},
		{byBefore, "Der Plan sei gut, sagte Eva Lang.", "Der Plan sei gut", "Eva Lang", "sagte"},
		{byAfter, "Eva Lang sagte, der Plan sei gut.", "der Plan sei gut", "Eva Lang", "sagte"},
		{byWie, "Wie Eva Lang sagte, ist der Plan gut.", "ist der Plan gut", "Eva Lang", "Wie sagte"},
		{byColon, "Eva Lang sagte: Der Plan ist gut.", "Der Plan ist gut", "Eva Lang", "sagte"},
		{bySource, "Laut Eva Lang ist der Plan gut.", "ist der Plan gut", "Eva Lang", "Laut"},
		{byWhereby, "Eva Lang plant ein Gesetz, das die Lage verbessern werde.", "das die Lage verbessern werde", "Eva Lang", ""},
		{byAnaphor, "Der Plan ist gut. Das bestätigte Eva Lang.", "Der Plan ist gut. Das", "Eva Lang", "bestätigte"},
		{byAct, "Eva Lang fordert ein Verbot.", "Eva Lang fordert ein Verbot.", "Eva Lang", ""},
		{byMood, "Eva Lang sagte, der Plan sei gut. Man habe ihn geprüft.", "Man habe ihn geprüft.", "Eva Lang", ""},
		{byHearsay, "Eva Lang soll gezahlt haben.", "Eva Lang soll gezahlt haben.", "", ""},
	} {
		d := extract.Parse(tt.text)
		says := saying.Find(syntax.New(d, entities.Extract(d), saying.Cues()))
		words := func(tokens []int) string {
			var out []string
			for _, s := range says.Text().Spans(tokens) {
				out = append(out, d.Slice(s))
			}
			return strings.Join(out, " ")
		}
		found := false
		for _, f := range Find(says) {
			if f.By != tt.by || found {
				continue
			}
			found = true
			if content, speaker, cue := words(f.Content), words(f.Speaker), words(f.Cue); content != tt.content || speaker != tt.speaker || cue != tt.cue {
				t.Errorf("%s\ncontent, speaker and cue are %q, %q, %q; want %q, %q, %q", tt.text, content, speaker, cue, tt.content, tt.speaker, tt.cue)
			}
		}
		if !found {
			t.Errorf("%s\nrule %d finds nothing", tt.text, tt.by)
		}
	}
}

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
