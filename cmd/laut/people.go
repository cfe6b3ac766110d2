package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/inorder"
	"github.com/laut-nlp/laut/people"
)

// counting is the command line of people.
type counting struct {
	options
	labels     oneOf[entities.Label, *entities.Label]
	statements bool
	most       int // how many to print; 0: all
}

// peopleFormats are the values of its flag -format.
var peopleFormats = map[string]func(io.Writer, people.Report, layout) error{
	"table": peopleTable, "csv": peopleCSV, "json": peopleJSON,
}

func (p *counting) flags() *flag.FlagSet {
	flags := newFlags()
	flags.Func("label", "`"+alternatives(entities.Labels())+"` whom to print: persons, organisations, places that speak, others; several with commas; default all", p.labels.add)
	flags.Func("n", "`N` print only the N who are quoted most, from 1; default all", func(s string) (err error) {
		if p.most, err = strconv.Atoi(s); err != nil || p.most < 1 {
			return errors.New("want a number from 1")
		}
		return nil
	})
	flags.BoolVar(&p.statements, "statements", false, "print what each says too, with file, line and column")
	enum(flags, &p.format, "format", "table", []string{"table", "csv", "json"}, "how to write it: a table for people; a row for each who is quoted, "+
		"or with -statements for each statement; one JSON object with all that was counted")
	p.addInput(flags)
	flags.BoolVar(&p.quiet, "quiet", false, "show no progress, and with -format csv nothing of claims that are left out")
	addWorkers(flags, &p.workers, "how many documents to read at once")
	return flags
}

func runPeople(args []string, std streams) int {
	var p counting
	flags := p.flags()
	if status, stop := parse(flags, args, "people", &std); stop {
		return status
	}
	if err := straying(flags); err != nil {
		return std.misused("%v", err)
	}
	r, status := p.count(flags.Args(), &std)
	if r == nil {
		return status
	}
	r.Voices = slices.DeleteFunc(r.Voices, func(v people.Voice) bool { return !p.labels.has(v.Label) })
	if p.most > 0 && p.most < len(r.Voices) {
		r.Voices = r.Voices[:p.most]
	}
	l := layout{statements: p.statements, width: columnsOf(std.out)}
	if !p.quiet {
		l.notes = std.err
	}
	return max(status, printed(peopleFormats[p.format](std.out, *r, l), std.err))
}

// count reads the articles. The report is nil if nothing was done.
func (p *counting) count(args []string, std *streams) (r *people.Report, status int) {
	t := target{info: infoOf(std.out)}
	in, reader, status := p.prepare(args, t, std)
	if reader == nil {
		return nil, status
	}
	bar := p.progress(in, t, *std)
	c := people.Counter{Statements: p.statements}
	docs := sources{files: in.files, stdin: std.in, records: true}.documents()
	for d := range inorder.Map(context.Background(), docs, p.workers, func(_ context.Context, d document) document { return p.read(d, reader) }) {
		if d.note != "" {
			bar.clear()
			report(std.err, d.note)
		}
		if d.err != nil {
			status = failed
			bar.clear()
			report(std.err, d.err)
		} else {
			c.Add(d.id.String(), d.article)
		}
		bar.step(false)
	}
	bar.clear()
	counted := c.Report()
	return &counted, status
}

// read returns a document with its article.
func (p *counting) read(d document, reader *laut.Reader) document {
	if d.err == nil {
		d.article = p.claims.read(d, reader)
	}
	d.text = "" // the article has it
	return d
}

// layout says how to write who is quoted.
type layout struct {
	statements bool
	width      int       // of the terminal; 0 if there is none
	notes      io.Writer // for what has no place in the output; nil: it is left out
}

// peopleTable writes a line for each voice, or what each says below its name.
func peopleTable(w io.Writer, r people.Report, l layout) error {
	var b bytes.Buffer
	if l.statements {
		writeStatements(&b, r.Voices, cmp.Or(l.width, 80))
	} else if len(r.Voices) > 0 {
		t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
		fmt.Fprintln(t, "claims\tarticles\tlabel\tname\tmost often")
		labels := labels(r.Voices)
		for i, v := range r.Voices {
			fmt.Fprintf(t, "%6d\t%8d\t%s\t%s\t%s\n", v.Claims, v.Articles, labels[i], strings.Map(visible, v.Name), mostOften(v.Stances))
		}
		t.Flush() // into memory
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%s in %s\n", number(r.Claims, "claim"), number(r.Articles, "article"))
	if r.Unnamed > 0 {
		fmt.Fprintf(&b, "%s\n", leftOut(r))
	}
	_, err := w.Write(b.Bytes())
	return err
}

func writeStatements(b *bytes.Buffer, voices []people.Voice, width int) {
	labels := labels(voices)
	for i, v := range voices {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "%s (%s): %s in %s\n", strings.Map(visible, v.Name), labels[i], number(v.Claims, "claim"), number(v.Articles, "article"))
		for _, s := range v.Statements {
			fmt.Fprintf(b, "  %s\n      %s:%d:%d: %s, %s, %.2f\n", shortened(s.Text, width-4), strings.Map(visible, s.Article), s.Line, s.Column, s.Stance, s.Kind, s.Score)
		}
	}
}

// labels returns what stands for the label of each voice: with the gender where only that
// tells two of one name apart.
func labels(voices []people.Voice) []string {
	type name struct {
		string
		entities.Label
	}
	of := func(v people.Voice) name { return name{v.Name, v.Label} }
	bearers := make(map[name]int)
	for _, v := range voices {
		bearers[of(v)]++
	}
	return each(voices, func(v people.Voice) string {
		if bearers[of(v)] < 2 {
			return v.Label.String()
		}
		return strings.TrimSpace(v.Label.String() + " " + v.Gender.String())
	})
}

// leftOut says how many claims are in no row.
func leftOut(r people.Report) string {
	return number(r.Unnamed, "claim") + " of speakers without a name left out"
}

func number(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// mostOften returns the three most frequent stances with their numbers.
func mostOften(stances map[claims.Stance]int) string {
	var all []claims.Stance
	for s := range stances {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b claims.Stance) int { return cmp.Or(cmp.Compare(stances[b], stances[a]), cmp.Compare(a, b)) })
	rest := ""
	if len(all) > 3 {
		all, rest = all[:3], " …"
	}
	return strings.Join(each(all, func(s claims.Stance) string { return fmt.Sprintf("%s %d", s, stances[s]) }), ", ") + rest
}

// shortened cuts a line at a space, so that it fits into a width.
func shortened(line string, width int) string {
	runes := []rune(line)
	width = max(width, 20)
	if len(runes) <= width {
		return line
	}
	line = string(runes[:width-1])
	if i := strings.LastIndexByte(line, ' '); i > 0 {
		line = line[:i] + " "
	}
	return line + "…"
}

// peopleCSV writes a row for each voice or for each statement.
func peopleCSV(w io.Writer, r people.Report, l layout) error {
	rows := voiceRows(r.Voices)
	if l.statements {
		rows = statementRows(r.Voices)
	}
	if r.Unnamed > 0 && l.notes != nil {
		fmt.Fprintf(l.notes, "laut: %s\n", leftOut(r))
	}
	return csv.NewWriter(w).WriteAll(rows)
}

func voiceRows(voices []people.Voice) [][]string {
	head := []string{"name", "label", "gender", "claims", "articles"}
	head = append(head, each(claims.Kinds(), claims.Kind.String)...)
	rows := [][]string{append(head, each(claims.Stances(), claims.Stance.String)...)}
	for _, v := range voices {
		row := append(who(v), strconv.Itoa(v.Claims), strconv.Itoa(v.Articles))
		for _, k := range claims.Kinds() {
			row = append(row, strconv.Itoa(v.Kinds[k]))
		}
		for _, s := range claims.Stances() {
			row = append(row, strconv.Itoa(v.Stances[s]))
		}
		rows = append(rows, row)
	}
	return rows
}

func statementRows(voices []people.Voice) [][]string {
	rows := [][]string{{"name", "label", "gender", "article", "line", "column", "stance", "kind", "medium", "score", "text"}}
	for _, v := range voices {
		for _, s := range v.Statements {
			rows = append(rows, append(who(v), strings.Map(visible, s.Article), strconv.Itoa(s.Line), strconv.Itoa(s.Column),
				s.Stance.String(), s.Kind.String(), s.Medium.String(), strconv.FormatFloat(s.Score, 'f', -1, 32), s.Text))
		}
	}
	return rows
}

// who returns the first cells of a row.
func who(v people.Voice) []string {
	return []string{strings.Map(visible, v.Name), v.Label.String(), v.Gender.String()}
}

// peopleJSON writes one object.
func peopleJSON(w io.Writer, r people.Report, _ layout) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}
