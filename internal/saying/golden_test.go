package saying

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/syntax"
	"github.com/laut-nlp/laut/internal/testkit"
)

// TestSyntaxGolden compares clauses, noun phrases, subjects and cues with
// testdata/*.txt. How the files are written is told in
// testdata/README.md.
func TestSyntaxGolden(t *testing.T) {
	testkit.Cases(t, "testdata/*.txt", func(file string) (string, error) {
		return testkit.Texts(file, func(text string) (string, error) { return renderSyntax(readSyntax(text)), nil })
	})
}

func readSyntax(text string) *Sayings {
	d := extract.Parse(text)
	return Find(syntax.New(d, entities.Extract(d), Cues()))
}

// renderSyntax prints the clauses of a text, each with what is in it.
func renderSyntax(a *Sayings) string {
	var out strings.Builder
	line := func(label, value string) {
		if value != "" {
			fmt.Fprintf(&out, "  %-10s %s\n", label, value)
		}
	}
	n := 0
	for u := range a.text.Units {
		cs := a.Clauses(u)
		for k, c := range cs {
			n++
			fmt.Fprintf(&out, "%d %s: %s\n", n, kindOfClause(c), textOf(a, c.First, c.Last))
			if c.Begin > c.First {
				line("begins", a.ws[c.Begin].Text)
			}
			if c.Verb >= 0 {
				line("verb", a.ws[c.Verb].Text)
			}
			subject := subjectOf(a, cs, k)
			line("subject", subject)
			for _, p := range phrasesOf(a, c) {
				line(p.label, p.text)
			}
			for i := c.First; i < c.Last; i++ {
				line("word", wordOfSaying(a, i))
			}
			if q, ok := a.CueIn(c); ok {
				line("cue", textOfCue(a, q))
				speaker := a.Subject(cs, k, q)
				if s := textOfTokens(a, speaker); s != subject {
					line("speaker", cmp.Or(s, "nobody"))
				}
				line("addressee", textOfTokens(a, a.Addressee(c, speaker, q)))
			}
			if q, ok := a.NounCue(c); ok {
				line("noun", textOfCue(a, q))
				line("owner", textOfTokens(a, q.owner))
			}
		}
	}
	return out.String()
}

func kindOfClause(c syntax.Clause) string {
	kind := [...]string{
		syntax.NoVerb: "no verb", syntax.MainClause: "main", syntax.VerbFirst: "verb first", syntax.SubordinateClause: "subordinate",
		syntax.RelativeClause: "relative", syntax.InfinitiveClause: "infinitive",
	}[c.Kind]
	if c.Bracket {
		kind += " in brackets"
	}
	return kind
}

// subjectOf returns the subject of a clause, whatever its verb says.
func subjectOf(a *Sayings, cs []syntax.Clause, k int) string {
	return textOfTokens(a, a.Subject(cs, k, Cue{Verb: cs[k].Verb}))
}

type labelledPhrase struct{ label, text string }

// phrasesOf returns the noun phrases of a clause from left to right, those that
// begin inside another left out.
func phrasesOf(a *Sayings, c syntax.Clause) (list []labelledPhrase) {
	for i := c.First; i < c.Last; i++ {
		end := a.text.Phrase(i, c.Last)
		if end == i || a.ws[i].Speech {
			continue
		}
		p := labelledPhrase{"oblique", textOf(a, i, end)}
		if a.text.Nominative(i, end) {
			p.label = "phrase"
		}
		if core := a.text.NounCore(i, c.Last); core < end {
			p.text = textOf(a, i, core) + " / " + textOf(a, core, end)
		}
		list = append(list, p)
		i = end - 1
	}
	return list
}

// wordOfSaying tells what kind of word of saying token i is, if it is one.
func wordOfSaying(a *Sayings, i int) string {
	if a.ws[i].Quoted || a.At(i).Strength == NotSaying {
		return ""
	}
	s := a.ws[i].Text + " = " + [...]string{
		weakVerb: "weak verb", StrongVerb: "verb", ActVerb: "verb of an act", lightVerb: "light verb",
		SayingNoun: "noun", SayingAdjective: "adjective", SourceNoun: "noun of a source", SourceWord: "source",
		weakSource: "weak source", cuePart: "part",
	}[a.At(i).Strength]
	if e, ok := a.entryAt(i); ok {
		s += ", " + e.Stance.String() + " " + e.Medium.String()
	}
	return s
}

// textOfCue returns the words of a cue and what its entry says, in the order of
// words/cues.txt.
func textOfCue(a *Sayings, q Cue) string {
	s := fmt.Sprintf("%s = %v %v", textOfTokens(a, q.Tokens), q.Stance, q.Medium)
	letters := ""
	for i := range takesLetters {
		if q.Takes&(1<<i) != 0 {
			letters += takesLetters[i : i+1]
		}
	}
	if letters != "" {
		s += " " + letters
	}
	if q.Prep != "" {
		s += " +" + q.Prep
	}
	if q.Prefix != "" {
		s += ", prefix " + q.Prefix
	}
	if q.Passive {
		s += ", passive"
	}
	if q.Negated {
		s += ", negated: " + q.negation().String()
	}
	return s
}

// textOf returns the words [first, last).
func textOf(a *Sayings, first, last int) string {
	return a.text.Doc.Slice(a.text.Span(first, last))
}

// textOfTokens returns tokens, given by their indexes in order; dots stand for
// what lies between them.
func textOfTokens(a *Sayings, ts []int) string {
	var parts []string
	for _, s := range a.text.Spans(ts) {
		parts = append(parts, a.text.Doc.Slice(s))
	}
	return strings.Join(parts, " … ")
}

// entryAt returns the entry of the verb, noun or marker at token i. A separated
// prefix and its verb have the same.
func (s *Sayings) entryAt(i int) (Entry, bool) {
	id := s.said[i].ID
	return Cues().Entries[id], id != 0
}
