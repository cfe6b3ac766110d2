package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	compare "github.com/laut-nlp/laut/eval"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
	"github.com/laut-nlp/laut/internal/inorder"
)

// found is what a system found in a document.
type found struct {
	tokens, sentences []extract.Span
	tags              []eval.Tag
	entities          []entities.Entity
	claims            []claims.Claim
	article           *laut.Article // what claims are compared in; nil if nothing was found
}

// task is something to measure.
type task struct {
	annotated string                                  // what GOLD must have
	annotates func(corpus.Document) bool              // whether a document has it
	read      func(r *laut.Reader, text string) found // laut's own answer
	score     func(g *gold, system []found) (fmt.Stringer, error)
}

var tasks = map[string]task{
	"quotes": {
		annotated: "quotations",
		annotates: func(d corpus.Document) bool { return len(d.Quotes) > 0 },
		read:      readWhole,
		score: func(g *gold, system []found) (fmt.Stringer, error) {
			return eval.Quotes(g.docs, each(system, func(f found) []eval.Quote { return eval.FromClaims(f.claims) }))
		},
	},
	"claims": {
		annotated: "claims whose speakers have names",
		annotates: func(d corpus.Document) bool { return true }, // the others are refused as they are read
		read:      readWhole,
		score:     scoreClaims,
	},
	"entities": {
		annotated: "entities",
		annotates: func(d corpus.Document) bool { return len(d.Entities) > 0 },
		read:      func(_ *laut.Reader, text string) found { return found{entities: entities.Extract(extract.Parse(text))} },
		score: func(g *gold, system []found) (fmt.Stringer, error) {
			return eval.Entities(g.docs, each(system, func(f found) []corpus.Entity { return eval.FromEntities(f.entities) }))
		},
	},
	"tokens": {
		annotated: "tokens",
		annotates: func(d corpus.Document) bool { return len(d.Tokens) > 0 },
		read:      func(_ *laut.Reader, text string) found { return segmented(extract.Parse(text)) },
		score:     scoreSegments,
	},
}

func asGermEval(_ *laut.Reader, text string) found {
	extractor, err := entities.New(entities.WithGermEval())
	if err != nil {
		panic(err) // the option has no error
	}
	return found{entities: extractor.Extract(extract.Parse(text))}
}

func readWhole(r *laut.Reader, text string) found { return foundIn(r.Read(text)) }

// foundIn returns what an article has.
func foundIn(a *laut.Article) found {
	return found{entities: a.Entities, claims: a.Claims, article: a}
}

func segmented(d *extract.Document) (f found) {
	tags := d.Tags()
	for i, t := range d.Tokens() {
		f.tokens = append(f.tokens, t.Span)
		f.tags = append(f.tags, eval.Tag{Span: t.Span, UPOS: tags[i].POS.String(), Lemma: d.WordLemma(i), Mood: tags[i].Mood.String()})
	}
	for _, s := range d.Sentences() {
		f.sentences = append(f.sentences, s.Span)
	}
	return f
}

func scoreSegments(g *gold, system []found) (fmt.Stringer, error) {
	gold := g.docs
	tokens := each(system, func(f found) []extract.Span { return f.tokens })
	report, err := eval.Tokens(gold, tokens)
	if err != nil {
		return nil, err
	}
	sentences, err := eval.Sentences(gold, each(system, func(f found) []extract.Span { return f.sentences }))
	if err != nil {
		return nil, err
	}
	rows := report.Rows
	if whole, fewer := corpus.JoinHyphens(gold); fewer*200 > int(report.Rows[0].Gold) { // a convention, not a slip
		report, err := eval.Tokens(whole, tokens)
		if err != nil {
			return nil, err
		}
		report.Rows[0].Name = "tokens, hyphens joined"
		rows = append(rows, report.Rows...)
	}
	rows = append(rows, sentences.Rows...)
	if slices.ContainsFunc(gold, func(d corpus.Document) bool { return len(d.Words) == 0 }) {
		return &eval.Report{Rows: rows}, nil
	}
	tags, err := eval.Tags(gold, each(system, func(f found) []eval.Tag { return f.tags }))
	if err != nil {
		return nil, err
	}
	return &eval.Report{Rows: append(rows, tags.Rows...)}, nil
}

func each[In, Out any](in []In, f func(In) Out) []Out {
	out := make([]Out, len(in))
	for i, x := range in {
		out[i] = f(x)
	}
	return out
}

// evaluation is the command line of eval.
type evaluation struct {
	block     int
	subcorpus string
	diff      bool
	claims    claimFlags
}

func (e *evaluation) flags() *flag.FlagSet {
	flags := newFlags()
	flags.IntVar(&e.block, "block", -1, "`N` cut GOLD into running texts of N sentences, joined by a space; 0 leaves documents whole; default 20 for .conllu, else 0")
	flags.StringVar(&e.subcorpus, "subcorpus", "", "`NAME` only documents of this subcorpus or genre (EmpiriST: web, cmc)")
	flags.BoolVar(&e.diff, "diff", false, "with eval claims, print what differs first: a line each, with its place")
	e.claims.add(flags)
	return flags
}

func runEval(args []string, std streams) int {
	var e evaluation
	flags := e.flags()
	if status, stop := parse(flags, args, "eval", &std); stop {
		return status
	}
	name := flags.Arg(0)
	t, ok := tasks[name]
	switch {
	case name == "":
		return std.misused("eval needs claims, quotes, entities or tokens and a corpus")
	case !ok:
		return std.misused("eval knows claims, quotes, entities and tokens, not %s", name)
	}
	// Flags may stand on both sides of the task.
	if status, stop := parse(flags, flags.Args()[1:], "eval", &std); stop {
		return status
	}
	if err := straying(flags); err != nil {
		return std.misused("%v", err)
	}
	if flags.NArg() < 1 || flags.NArg() > 2 {
		return std.misused("eval %s needs GOLD and perhaps PRED", name)
	}
	goldName, predName := flags.Arg(0), flags.Arg(1)
	switch whole := name == "quotes" || name == "claims"; {
	case e.claims.given() != "" && (!whole || predName != ""):
		return std.misused("-%s is for eval claims and quotes without PRED", e.claims.given())
	case e.diff && name != "claims":
		return std.misused("-diff is for eval claims")
	case e.block > 0 && name == "claims":
		return std.misused("-block is not for eval claims")
	}
	if e.block < 0 && strings.HasSuffix(strings.TrimSuffix(goldName, ".gz"), ".conllu") {
		e.block = 20
	}

	status := done
	complain := func(err error) {
		status = failed
		report(std.err, err)
	}
	names := strings.Split(goldName, ",")
	g := gold{task: name, subcorpus: e.subcorpus, diff: e.diff, complain: complain}
	for _, name := range names {
		g.read(name)
	}
	if e.block > 0 {
		g.docs = corpus.Blocks(g.docs, e.block)
	}
	if !slices.ContainsFunc(g.docs, t.annotates) {
		if status == done { // else the reason has been told
			complain(fmt.Errorf("%s: no document with %s", goldName, t.annotated))
		}
		return status
	}
	var system []found
	if predName == "" {
		reader, err := newReader(nil, &e.claims)
		if err != nil {
			complain(err)
			return status
		}
		if name == "entities" && !g.corrected {
			t.read = asGermEval // whose guidelines are nearest to those of the corpora
		}
		read := func(_ context.Context, d corpus.Document) found { return t.read(reader, d.Text) }
		system = slices.Collect(inorder.Map(context.Background(), slices.Values(g.docs), 0, read))
	} else if system, ok = readPredictions(predName, g.docs, name == "tokens", slices.ContainsFunc(names, isFolder), complain); !ok {
		return status
	}
	table, err := t.score(&g, system)
	if err != nil {
		complain(err)
		return status
	}
	_, err = io.WriteString(std.out, table.String())
	return max(status, printed(err, std.err))
}

// comparison is what eval claims prints.
type comparison struct {
	differences strings.Builder
	report      compare.Report
}

// String returns the differences, a line each, and the table after them.
func (c *comparison) String() string {
	if c.differences.Len() > 0 {
		return c.differences.String() + "\n" + c.report.String()
	}
	return c.report.String()
}

// scoreClaims compares what was found with what is right, by the names of the speakers.
func scoreClaims(g *gold, system []found) (fmt.Stringer, error) {
	c := new(comparison)
	for i, d := range g.docs {
		got := system[i].article
		if got == nil {
			got = &laut.Article{Document: extract.Parse(d.Text)}
		}
		one, err := compare.Compare(got, g.articles[i])
		if err != nil {
			return nil, failure(d.ID, err)
		}
		c.report.Add(one.Counts)
		if !g.diff {
			continue
		}
		for _, difference := range one.Differences {
			fmt.Fprintf(&c.differences, "%s:%s\n", d.ID, difference)
		}
	}
	return c, nil
}
