package attribution

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/golden"
)

// TestSyntaxGolden compares clauses, noun phrases, subjects and cues with
// testdata/syntax/*.txt. How the files are written is told in
// testdata/syntax/README.md.
func TestSyntaxGolden(t *testing.T) {
	golden.Cases(t, "testdata/syntax/*.txt", func(file string) (string, error) {
		return golden.Texts(file, func(text string) (string, error) { return renderSyntax(readSyntax(text)), nil })
	})
}

func readSyntax(text string) *analysis {
	d := extract.Parse(text)
	return analyse(d, entities.Tag(d))
}

// renderSyntax prints the clauses of a text, each with what is in it.
func renderSyntax(a *analysis) string {
	var out strings.Builder
	line := func(label, value string) {
		if value != "" {
			fmt.Fprintf(&out, "  %-10s %s\n", label, value)
		}
	}
	n := 0
	for u := range a.units {
		cs := a.unitClauses(u)
		for k, c := range cs {
			n++
			fmt.Fprintf(&out, "%d %s: %s\n", n, kindOfClause(c), textOf(a, c.first, c.last))
			if c.begin > c.first {
				line("begins", a.ws[c.begin].text)
			}
			if c.verb >= 0 {
				line("verb", a.ws[c.verb].text)
			}
			subject := subjectOf(a, cs, k)
			line("subject", subject)
			for _, p := range phrasesOf(a, c) {
				line(p.label, p.text)
			}
			for i := c.first; i < c.last; i++ {
				line("word", wordOfSaying(a, i))
			}
			if q, ok := a.cueIn(c); ok {
				line("cue", textOfCue(a, q))
				speaker := a.subject(cs, k, q)
				if s := textOfTokens(a, speaker); s != subject {
					line("speaker", cmp.Or(s, "nobody"))
				}
				line("addressee", textOfTokens(a, a.addressee(c, speaker, q)))
			}
			if q, ok := a.nounCue(c); ok {
				line("noun", textOfCue(a, q))
				line("owner", textOfTokens(a, q.owner))
			}
		}
	}
	return out.String()
}

func kindOfClause(c clause) string {
	kind := [...]string{
		clauseNone: "no verb", clauseMain: "main", clauseVerbFirst: "verb first", clauseSub: "subordinate",
		clauseRelative: "relative", clauseInfinitive: "infinitive",
	}[c.kind]
	if c.bracket {
		kind += " in brackets"
	}
	return kind
}

// subjectOf returns the subject of a clause, whatever its verb says.
func subjectOf(a *analysis, cs []clause, k int) string {
	return textOfTokens(a, a.subject(cs, k, cue{verb: cs[k].verb}))
}

type labelledPhrase struct{ label, text string }

// phrasesOf returns the noun phrases of a clause from left to right, those that
// begin inside another left out.
func phrasesOf(a *analysis, c clause) (list []labelledPhrase) {
	for i := c.first; i < c.last; i++ {
		end := a.phrase(i, c.last)
		if end == i || a.ws[i].opaque {
			continue
		}
		p := labelledPhrase{"oblique", textOf(a, i, end)}
		if a.nominative(i, end) {
			p.label = "phrase"
		}
		if core := a.nounCore(i, c.last); core < end {
			p.text = textOf(a, i, core) + " / " + textOf(a, core, end)
		}
		list = append(list, p)
		i = end - 1
	}
	return list
}

// wordOfSaying tells what kind of word of saying token i is, if it is one.
func wordOfSaying(a *analysis, i int) string {
	if a.ws[i].quoted || a.strength(i) == notSaying {
		return ""
	}
	s := a.ws[i].text + " = " + [...]string{
		weakVerb: "weak verb", strongVerb: "verb", actVerb: "verb of an act", lightVerb: "light verb",
		sayingNoun: "noun", sayingMood: "adjective", sourceNoun: "noun of a source", sourceWord: "source",
		weakSource: "weak source", cuePart: "part",
	}[a.strength(i)]
	if e, ok := a.entryAt(i); ok {
		s += ", " + e.stance.String() + " " + e.medium.String()
	}
	return s
}

// textOfCue returns the words of a cue and what its entry says, in the order of
// words/cues.txt.
func textOfCue(a *analysis, q cue) string {
	s := fmt.Sprintf("%s = %v %v", textOfTokens(a, q.tokens), q.stance, q.medium)
	letters := ""
	for i := range takesLetters {
		if q.takes&(1<<i) != 0 {
			letters += takesLetters[i : i+1]
		}
	}
	if letters != "" {
		s += " " + letters
	}
	if q.prep != "" {
		s += " +" + q.prep
	}
	if q.prefix != "" {
		s += ", prefix " + q.prefix
	}
	if q.passive {
		s += ", passive"
	}
	if q.negated {
		s += ", negated: " + q.negation().String()
	}
	return s
}

// textOf returns the words [first, last).
func textOf(a *analysis, first, last int) string { return a.d.Slice(a.span(first, last)) }

// textOfTokens returns tokens, given by their indexes in order; dots stand for
// what lies between them.
func textOfTokens(a *analysis, ts []int) string {
	var parts []string
	for _, s := range a.spans(ts) {
		parts = append(parts, a.d.Slice(s))
	}
	return strings.Join(parts, " … ")
}
