package germanprose_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"

	germanprose "github.com/laut-nlp/laut/compat/prose"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestOneProgram runs what was written for prose over English, and with one constructor
// changed over German. The texts say about the same.
func TestOneProgram(t *testing.T) {
	for language, newDocument := range map[string]func(text string) (document, error){
		"english": func(text string) (document, error) { return prose.NewDocument(text) },
		"german":  func(text string) (document, error) { return germanprose.NewDocument(text) },
	} {
		text, err := os.ReadFile("testdata/report/" + language + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		doc, err := newDocument(string(text))
		if err != nil {
			t.Fatal(err)
		}
		testkit.Golden(t, "testdata/report/"+language+".golden", report(doc))
	}
}

// report returns the sentences of a text, words by their tags, how often each tag occurs,
// and the entities.
func report(doc document) string {
	var out strings.Builder
	out.WriteString("sentences\n")
	for i, s := range doc.Sentences() {
		fmt.Fprintf(&out, "%3d  %s\n", i+1, s.Text)
	}
	for _, row := range []struct {
		title string
		tags  []string
	}{
		{"nouns", []string{"NN", "NNS"}},
		{"plurals", []string{"NNS", "NNPS"}},
		{"finite verbs", []string{"VBD", "VBZ", "VBP", "MD"}},
		{"in the past", []string{"VBD"}},
		{"compared", []string{"JJR", "JJS"}},
	} {
		var words []string
		for _, tok := range doc.Tokens() {
			if slices.Contains(row.tags, tok.Tag) {
				words = append(words, tok.Text)
			}
		}
		fmt.Fprintf(&out, "\n%s\n     %s\n", row.title, strings.Join(words, ", "))
	}
	out.WriteString("\nlabels\n")
	count := map[string]int{}
	for _, tok := range doc.Tokens() {
		count[tok.Tag]++
		if tok.Label != "O" {
			fmt.Fprintf(&out, "     %-10s %s\n", tok.Label, tok.Text)
		}
	}
	out.WriteString("\ntags\n")
	for _, tag := range slices.Sorted(maps.Keys(count)) {
		fmt.Fprintf(&out, "%5d  %s\n", count[tag], tag)
	}
	out.WriteString("\nentities\n")
	for _, ent := range doc.Entities() {
		fmt.Fprintf(&out, "     %-12s %s\n", ent.Label, ent.Text)
	}
	return out.String()
}
