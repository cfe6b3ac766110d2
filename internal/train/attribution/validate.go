package main

import (
	"fmt"
	"os"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	compare "github.com/laut-nlp/laut/eval"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/roles"
	"github.com/laut-nlp/laut/internal/spans"
)

// measure prints the figures of articles by the part of the corpus, each article read by the
// models that of returns. What differs is written to a file, unless its name is empty.
func measure(articles []*article, errors string, of func(n int) *models) error {
	var differences strings.Builder
	var s spans.Scratch
	var rs roles.Scratch
	reports := make(map[string]*compare.Report)
	var parts []string
	for n, a := range articles {
		m := of(n)
		a.reading = a.view.Read(&s, m.clauses, m.tokens)
		a.found = a.reading.Choose(&s, m.filter, least)
		f := roles.New(a.reading, a.who)
		a.found = f.FindRoles(&rs, m.roles, m.speakers, a.found)
		f.FindStances(&rs, m.stances, m.mediums, a.found, a.who.Voice)
		c, err := compare.Compare(a.system(), eval.FromNewsroom(a.Article))
		if err != nil {
			return fmt.Errorf("%s: %w", a.ID, err)
		}
		for _, d := range c.Differences {
			if d.Aspect != compare.AspectName && d.Aspect != compare.AspectParent && d.Aspect != compare.AspectEntity {
				fmt.Fprintf(&differences, "%s:%s\n", a.ID, d)
			}
		}
		if reports[a.part] == nil {
			reports[a.part] = new(compare.Report)
			parts = append(parts, a.part)
		}
		reports[a.part].Add(c.Counts)
	}
	for _, part := range parts {
		r := reports[part]
		low, high := r.FoundInterval()
		fmt.Printf("%-9s found %.1f (%.1f to %.1f), precision %.1f, recall %.1f; kind %.1f, stance %.1f, medium %.1f\n", part,
			100*r.Found.F1(), 100*low, 100*high, 100*r.Found.P(), 100*r.Found.R(), 100*r.Kind.Value(), 100*r.Stance.Value(), 100*r.Medium.Value())
		for _, k := range claims.Kinds() {
			fmt.Printf("  %-14v precision %.1f, recall %.1f\n", k, 100*r.Kinds[k].P(), 100*r.Kinds[k].R())
		}
	}
	if errors == "" {
		return nil
	}
	return os.WriteFile(errors, []byte(differences.String()), 0o644)
}

// system returns what was found as an article.
func (a *article) system() *laut.Article {
	text := a.view.Sayings().Text()
	out := &laut.Article{Document: a.doc}
	for _, f := range a.found {
		out.Claims = append(out.Claims, claims.Claim{
			Kind: claims.Kind(f.Kind), Medium: claims.Medium(f.Medium), Stance: claims.Stance(f.Stance), Content: text.Spans(f.Content),
		})
	}
	return out
}
