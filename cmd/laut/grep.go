package main

import (
	"encoding"
	"errors"
	"flag"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/export"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// The statuses of grep, as of the program of that name; misuse is 2 as well.
const (
	grepFound = 0
	grepNone  = 1
	grepError = 2 // something could not be read or written, whatever was found
)

// searching is the command line of grep.
type searching struct {
	options
	query
	count, list bool
}

func (g *searching) flags() *flag.FlagSet {
	flags := newFlags()
	flags.Func("speaker", "`NAME` who says it: the words of a name in their order, whatever the case (Merkel finds Angela Merkel, "+
		"not Merkelbach). He or she may be called by another name, a pronoun or nothing at that place; somebody who has no name "+
		"is found by the words that stand there", g.speakers.add)
	flags.Func("entity", "`NAME` who or what is named in what is said, likewise", g.topics.add)
	flags.Func("kind", "`"+alternatives(claims.Kinds())+"` how it is reported", g.kinds.add)
	flags.Func("stance", "`"+alternatives(claims.Stances())+"` what the reporter lets the speaker do with it", g.stances.add)
	flags.Func("medium", "`"+alternatives(claims.Mediums())+"` whether it was said, written or thought, or one of two where nothing tells which", g.media.add)
	flags.Func("text", "`REGEXP` a pattern in what is said, as it is printed; (?i) before it ignores case", g.texts.add)
	g.addInput(flags)
	g.addOutput(flags, "lines")
	flags.BoolVar(&g.count, "count", false, "print only how many claims were found in each document that has any: ID:COUNT")
	flags.BoolVar(&g.list, "l", false, "print only the ids of the documents in which a claim was found")
	return flags
}

// alternatives lists the names of values as help texts do.
func alternatives[T fmt.Stringer](values []T) string {
	return strings.Join(each(values, T.String), "|")
}

func runGrep(args []string, std streams) int {
	var g searching
	flags := g.flags()
	if status, stop := parse(flags, args, "grep", &std); stop {
		return status
	}
	f := formatOf(g.format)
	switch {
	case (g.count || g.list) && f.Name != "lines" || g.count && g.list:
		return std.misused("-count, -l and -format exclude each other")
	}
	if err := g.check(flags, f, targetOf(g.out)); err != nil {
		return std.misused("%v", err)
	}
	switch {
	case g.count:
		f = summary(func(id string, claims int) string { return fmt.Sprintf("%s:%d\n", id, claims) })
	case g.list:
		f = summary(func(id string, _ int) string { return id + "\n" })
	}
	g.records = true
	n, status := g.process(flags.Args(), f, func(d document, reader *laut.Reader) *laut.Article {
		return g.filter(g.claims.read(d, reader))
	}, std)
	switch {
	case status != done:
		return grepError
	case n == 0:
		return grepNone
	}
	return grepFound
}

// summaryLine is a format that writes a line a document.
type summaryLine func(id string, claims int) string

func (f summaryLine) Write(w io.Writer, id export.ID, a *laut.Article) error {
	_, err := io.WriteString(w, f(strings.Map(visible, id.String()), len(a.Claims)))
	return err
}

// visible leaves out what would begin a line or speak to the terminal.
func visible(r rune) rune {
	if unicode.In(r, unicode.Cc, unicode.Cf) {
		return -1
	}
	return r
}

// summary is a format of such lines.
func summary(f summaryLine) *outputFormat {
	return &outputFormat{files: []export.FormatInfo{{Extension: ".txt", New: func(export.Settings) export.Format { return f }}}}
}

// query says which claims are sought: those that have one of the values of each criterion
// that has values.
type query struct {
	speakers, topics nameQueries
	kinds            oneOf[claims.Kind, *claims.Kind]
	stances          oneOf[claims.Stance, *claims.Stance]
	media            oneOf[claims.Medium, *claims.Medium]
	texts            patterns
}

// filter returns the article with the claims that are sought, or nil if it has none.
func (q *query) filter(a *laut.Article) *laut.Article {
	found := claims.Filter(a.Claims, func(c claims.Claim) bool { return q.match(a, c) })
	if len(found) == 0 {
		return nil
	}
	return &laut.Article{Document: a.Document, Entities: a.Entities, Claims: found}
}

func (q *query) match(a *laut.Article, c claims.Claim) bool {
	return q.kinds.has(c.Kind) && q.stances.has(c.Stance) && q.media.has(c.Medium) &&
		(len(q.speakers) == 0 || q.speaker(a, c)) &&
		(len(q.topics) == 0 || q.concerns(a, c)) &&
		(len(q.texts) == 0 || q.texts.match(a.Said(c)))
}

// speaker reports whether a speaker, or one of several, is sought, by any name it has in the
// article.
func (q *query) speaker(a *laut.Article, c claims.Claim) bool {
	return slices.ContainsFunc(a.Speakers(c), func(e entities.Entity) bool { return q.speakers.entity(a.Document, e) }) ||
		slices.ContainsFunc(c.Speaker.Names(), q.speakers.match)
}

// concerns reports whether an entity that is sought is named in a claim, apart from the
// words for who speaks, as [laut.Article.ClaimsAbout] has it.
func (q *query) concerns(a *laut.Article, c claims.Claim) bool {
	named := func(m entities.Mention) bool {
		return slices.ContainsFunc(c.Content, m.Overlaps) && !slices.ContainsFunc(c.Speaker.Spans, m.Overlaps)
	}
	return slices.ContainsFunc(a.Entities, func(e entities.Entity) bool {
		return slices.ContainsFunc(e.Mentions, named) && q.topics.entity(a.Document, e)
	})
}

// nameQueries are names, each as its words.
type nameQueries [][]string

// add adds names, with commas between them.
func (n *nameQueries) add(s string) error {
	for name := range strings.SplitSeq(s, ",") {
		w := wordsOf(name)
		if len(w) == 0 {
			return errors.New("want names, with commas between them")
		}
		*n = append(*n, w)
	}
	return nil
}

// match reports whether a name has all words of one of the queries, in their order.
func (n nameQueries) match(name string) bool {
	w := wordsOf(name)
	return slices.ContainsFunc(n, func(q []string) bool {
		for _, x := range w {
			if len(q) > 0 && x == q[0] {
				q = q[1:]
			}
		}
		return len(q) == 0
	})
}

// entity reports whether one of the queries matches the name of an entity or a mention.
func (n nameQueries) entity(d *extract.Document, e entities.Entity) bool {
	return n.match(e.Name) || slices.ContainsFunc(e.Mentions, func(x entities.Mention) bool { return n.match(d.Slice(x.Span)) })
}

// wordsOf returns the words of a name in the spelling that names are compared in. The parts
// of Müller-Lüdenscheidt are words.
func wordsOf(name string) (words []string) {
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" \u00a0\t\n\r-‐‑–/", r) }) {
		if w = wordlist.Folded(w); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// oneOf are values of which a claim has one. None means that all will do.
type oneOf[T comparable, P interface {
	*T
	encoding.TextUnmarshaler
}] []T

// add adds values, with commas between them.
func (o *oneOf[T, P]) add(s string) error {
	for name := range strings.SplitSeq(s, ",") {
		var v T
		if err := P(&v).UnmarshalText([]byte(strings.TrimSpace(name))); err != nil {
			return err
		}
		*o = append(*o, v)
	}
	return nil
}

func (o oneOf[T, P]) has(v T) bool { return len(o) == 0 || slices.Contains(o, v) }

// patterns are regular expressions of which one has to match.
type patterns []*regexp.Regexp

func (p *patterns) add(s string) error {
	x, err := regexp.Compile(s)
	if err == nil {
		*p = append(*p, x)
	}
	return err
}

func (p patterns) match(s string) bool {
	return slices.ContainsFunc(p, func(x *regexp.Regexp) bool { return x.MatchString(s) })
}
