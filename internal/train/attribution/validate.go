package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/roles"
	"github.com/laut-nlp/laut/internal/spans"
)

// measure prints the figures of articles, each read by the models that of returns.
func (o *settings) measure(articles []*article, t *trainer, of func(n int) *models) error {
	var s spans.Scratch
	var rs roles.Scratch
	for n, a := range articles {
		m := of(n)
		a.reading = a.view.Read(&s, m.clauses, m.tokens)
		a.found = a.reading.Choose(&s, m.filter, t.least)
		if m.speakers == nil {
			continue
		}
		f := roles.New(a.reading, a.who)
		a.found = f.FindRoles(&rs, m.roles, m.speakers, a.found)
		f.FindStances(&rs, m.stances, m.mediums, a.found, a.who.Voice)
	}
	report(articles, o.intervals)
	reliability(articles, t.calibration)
	if o.errors == "" {
		return nil
	}
	f, err := os.Create(o.errors)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for _, a := range articles {
		a.writeErrors(w)
	}
	return w.Flush()
}

// writeErrors writes the annotated claims that were missed, those found that are not
// annotated, and pairs with another kind, stance or medium.
func (a *article) writeErrors(w *bufio.Writer) {
	text := func(tokens []int) string {
		var words []string
		for _, s := range a.view.Sayings().Text().Spans(tokens) {
			words = append(words, a.doc.Slice(s))
		}
		return strings.ReplaceAll(strings.Join(words, " … "), "\n", " ")
	}
	line := func(what string, p *claim.Claim) {
		fmt.Fprintf(w, "%s\t%s\t%v\t%v\t%v\t%.2f\tcue=[%s]\tspeaker=[%s]\t[%s]\n", a.id, what, p.Kind, p.Stance, p.Medium, p.Score, text(p.Cue), text(p.Speaker), text(p.Content))
	}
	goldDone, foundDone := make([]bool, len(a.gold)), make([]bool, len(a.found))
	for _, p := range a.pairs() {
		goldDone[p.gold], foundDone[p.found] = true, true
		g, f := &a.gold[p.gold], &a.found[p.found]
		fmt.Fprintf(w, "%s\tpair\t%v>%v\t%v>%v\t%v>%v\t%.2f\tcue=[%s]>[%s]\tspeaker=[%s]>[%s]\t[%s]\n", a.id, g.Kind, f.Kind, g.Stance, f.Stance, g.Medium, f.Medium, f.Score, text(g.Cue), text(f.Cue), text(g.Speaker), text(f.Speaker), text(g.Content))
	}
	for i := range a.gold {
		if !goldDone[i] {
			line("missed", &a.gold[i])
		}
	}
	for i := range a.found {
		if !foundDone[i] {
			line("spurious", &a.found[i])
		}
	}
}
