package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/roles"
	"github.com/laut-nlp/laut/internal/spans"
)

// measure prints the figures of articles, each read by the models that of returns.
func (o *settings) measure(articles []*article, of func(n int) *models) error {
	var s spans.Scratch
	var rs roles.Scratch
	var gold []corpus.Document
	var system [][]eval.Quote
	var errs *bufio.Writer
	if o.errors != "" {
		f, err := os.Create(o.errors)
		if err != nil {
			return err
		}
		defer f.Close()
		errs = bufio.NewWriter(f)
		defer errs.Flush()
	}
	for n, a := range articles {
		m := of(n)
		a.reading = a.view.Read(&s, m.tokens)
		a.found = a.reading.Choose(&s, m.filter, float32(o.least))
		if o.gold {
			a.found = contentsOf(a.quotes)
		}
		f := roles.New(a.reading)
		a.found = f.FindRoles(&rs, m.roles, m.speakers, a.found)
		f.FindMediums(&rs, m.mediums, a.found)
		gold, system = append(gold, *a.gold), append(system, a.system())
		if errs != nil {
			a.writeErrors(errs)
		}
	}
	report, err := eval.Quotes(gold, system)
	if err != nil {
		return err
	}
	fmt.Println(report)
	return nil
}

// system returns what was found under the names of the corpus.
func (a *article) system() []eval.Quote {
	text := a.view.Sayings().Text()
	out := make([]claims.Claim, len(a.found))
	for i, c := range a.found {
		out[i] = claims.Claim{
			Kind: claims.Kind(c.Kind), Medium: claims.Medium(c.Medium),
			Content: text.Spans(c.Content), Cue: text.Spans(c.Cue), Frame: text.Spans(c.Frame), Addressee: text.Spans(c.Addressee),
			Speaker: claims.Speaker{Spans: text.Spans(c.Speaker)},
		}
	}
	return eval.FromClaims(out)
}

// writeErrors writes the annotated claims that were missed, those found that are not
// annotated, and pairs of both that overlap.
func (a *article) writeErrors(w *bufio.Writer) {
	text := func(tokens []int) string {
		var words []string
		for _, s := range a.view.Sayings().Text().Spans(tokens) {
			words = append(words, a.doc.Slice(s))
		}
		return strings.Join(words, " … ")
	}
	line := func(what string, p *claim.Claim) {
		fmt.Fprintf(w, "%s %v cue=[%s] speaker=[%s] content=[%s]\n", what, p.Kind, text(p.Cue), text(p.Speaker), text(p.Content))
	}
	paired := make([]bool, len(a.found))
	for i := range a.quotes {
		best, at := .3, -1
		for k := range a.found {
			if j := claim.Jaccard(a.quotes[i].Content, a.found[k].Content); j > best {
				best, at = j, k
			}
		}
		if at < 0 {
			line("missed", &a.quotes[i])
			continue
		}
		paired[at] = true
		line(fmt.Sprintf("pair %.2f gold ", best), &a.quotes[i])
		line("          found", &a.found[at])
	}
	for k := range a.found {
		if !paired[k] {
			line("spurious", &a.found[k])
		}
	}
}
