package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	compare "github.com/laut-nlp/laut/eval"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/who"
)

// measure prints the figures of parts of the articles, by models that have not seen them.
func (t *trainer) measure(names []string, parts [][]*article) error {
	var errs *bufio.Writer
	if t.errors != "" {
		f, err := os.Create(t.errors)
		if err != nil {
			return err
		}
		defer f.Close()
		errs = bufio.NewWriter(f)
		defer errs.Flush()
	}
	n := 0
	for i, part := range parts {
		var report compare.Report
		covered, known := 0, 0
		for _, a := range part {
			m := t.all
			if m == nil {
				m = t.of[n%folds]
			}
			n++
			task := &a.found
			got := a.system(task.claims, m.Speakers(a.discourse, task.claims))
			c, err := compare.Compare(got, eval.FromNewsroom(a.Article))
			if err != nil {
				return fmt.Errorf("%s: %w", a.ID, err)
			}
			report.Add(c.Counts)
			who.Walk(a.discourse, task.claims, func(c *who.Choices) int {
				best, probs := m.Choose(c)
				if task.known[c.Claim] {
					right := a.rightOnes(c, task.names[c.Claim])
					known++
					if len(right) > 0 {
						covered++
					}
					if errs != nil && !slices.Contains(right, best) {
						a.explain(errs, task, c, right, best, probs)
					}
				}
				return best
			})
		}
		low, high := report.NamedInterval()
		fmt.Printf("%-9s named %.1f (%.1f to %.1f), found %.1f; of %d found wrong %.1f, inexact %.1f, none %.1f; right among the candidates %.1f\n",
			names[i], 100*report.Named.F1(), 100*low, 100*high, 100*report.Found.F1(), report.Wrong.Of,
			100*report.Wrong.Value(), 100*report.Inexact.Value(), 100*report.Nameless.Value(), 100*float64(covered)/float64(max(known, 1)))
		begin := n - len(part)
		curve(t.calibration, answers(part, func(n int) *who.Model { return cmp.Or(t.all, t.of[(begin+n)%folds]) }))
	}
	return nil
}

// system returns claims with their speakers as an article.
func (a *article) system(list []claim.Claim, speakers []discourse.Speaker) *laut.Article {
	text := a.says.Text()
	out := &laut.Article{Document: a.doc, Entities: a.entities, Claims: make([]claims.Claim, len(list))}
	for i := range list {
		c, s := &list[i], &speakers[i]
		out.Claims[i] = claims.Claim{
			Kind: claims.Kind(c.Kind), Medium: claims.Medium(c.Medium), Stance: claims.Stance(c.Stance), Content: text.Spans(c.Content),
			Speaker: claims.Speaker{Spans: s.Spans, Entity: entities.ID(s.Entity + 1), Name: s.Name, Via: claims.Via(s.Via)},
			Parent:  claims.ID(c.Parent + 1),
		}
	}
	return out
}

// explain writes a wrong answer: the claim, the right name, and the candidates that are right,
// chosen or probable.
func (a *article) explain(w *bufio.Writer, t *task, choices *who.Choices, right []int, best int, probs []float32) {
	c := &t.claims[choices.Claim]
	fmt.Fprintf(w, "%s, %v, cue %q, speaker %q, carried %v, want %q in %q: %s\n", a.ID, c.Kind, a.words(c.Cue), a.words(c.Speaker), c.Carried, t.names[choices.Claim], a.words(t.words[choices.Claim]), a.words(c.Content))
	for i, p := range probs {
		if mark := [...]string{" ", "+"}[min(1, 1+slices.Index(right, i))]; i == best || mark == "+" || p > .2 {
			if i == best {
				mark = ">"
			}
			fmt.Fprintf(w, "    %s %.2f %q (%d)\n", mark, p, choices.Candidates[i].Name, choices.Candidates[i].Entity)
		}
	}
}

func (a *article) words(ts []int) string {
	var words []string
	for _, s := range a.says.Text().Spans(ts) {
		words = append(words, strings.Join(strings.Fields(a.doc.Slice(s)), " "))
	}
	return strings.Join(words, " … ")
}

// spellings returns the name of an entity and how the text spells it, each once.
func spellings(d *extract.Document, e entities.Entity) []string {
	out := []string{e.Name}
	for _, m := range e.Mentions {
		if s := d.Slice(m.Span); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// right reports whether a candidate is who a claim is by, as the measure does.
func (a *article) right(c who.Candidate, want string) bool {
	if c.Entity < 0 {
		return rightName(named{c.Name, false, want})
	}
	return slices.ContainsFunc(a.spelled[c.Entity], func(s string) bool { return rightName(named{s, true, want}) })
}

// named is a name that is to be judged.
type named struct {
	name   string
	entity bool
	want   string
}

var judged = map[named]bool{}

// rightName judges a name, by comparing two articles of one claim.
func rightName(n named) bool {
	right, ok := judged[n]
	if ok {
		return right
	}
	got, want := oneClaim(n.name), oneClaim(n.want)
	if n.entity {
		got.Entities = []entities.Entity{{ID: 1, Label: entities.PER, Name: n.name}}
		got.Claims[0].Speaker.Entity = 1
	}
	c, err := compare.Compare(got, want)
	if err != nil {
		panic(err)
	}
	right = c.Named.Precise == 1
	judged[n] = right
	return right
}

var oneWord = extract.Parse("Ja")

func oneClaim(name string) *laut.Article {
	return &laut.Article{Document: oneWord, Claims: []claims.Claim{{
		Kind: claims.Direct, Medium: claims.Speech, Stance: claims.Asserts, Content: []extract.Span{{Start: 0, End: 2}}, Speaker: claims.Speaker{Name: name},
	}}}
}
