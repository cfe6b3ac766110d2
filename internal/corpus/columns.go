package corpus

import (
	"cmp"
	"errors"
	"fmt"
	"html"
	"io"
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// GermEval reads the TSV of GermEval 2014: token, outer label, nested label,
// with or without a number before them; lines "#<tab>source" are comments, other
// tokens that begin with # are not. The sentences were drawn at random from news
// and Wikipedia, so each is a document. OTH is MISC; the suffixes -deriv and
// -part become forms. The text is rebuilt.
func GermEval(r io.Reader, name string) iter.Seq2[Document, error] {
	return readColumns(r, name, true, func(f []string) (row, error) {
		if len(f) == 4 {
			f = f[1:]
		}
		if len(f) != 3 {
			return row{}, fmt.Errorf("%d columns, want 3", len(f))
		}
		return row{form: f[0], labels: []string{f[1], f[2]}}, nil
	})
}

// Europarl reads the Europarl sample of Faruqui and Padó (2010): token, lemma,
// STTS tag, chunk, label. Labels are IO coded, so that two names side by side
// are one. Lemmas and tags are automatic. A file is one document; its text is
// rebuilt.
func Europarl(r io.Reader, name string) iter.Seq2[Document, error] {
	return readColumns(r, name, false, func(f []string) (row, error) {
		if len(f) != 5 {
			return row{}, fmt.Errorf("%d columns, want 5", len(f))
		}
		w := &Word{Lemma: f[1], XPOS: f[2]}
		if w.Lemma == "<unknown>" {
			w.Lemma = ""
		}
		return row{form: f[0], labels: []string{f[4]}, word: w}, nil
	})
}

// Bundestag reads the plenary protocols in their CoNLL columns: number, token,
// two empty ones, label, two empty ones. Their sentences are automatic and end
// after many abbreviations. A file is one document; its text is rebuilt, with
// the tokeniser's -LRB- and -RRB-, “ and ” as two characters, and -- back to what
// stands in print.
func Bundestag(r io.Reader, name string) iter.Seq2[Document, error] {
	return readColumns(r, name, false, func(f []string) (row, error) {
		if len(f) != 7 {
			return row{}, fmt.Errorf("%d columns, want 7", len(f))
		}
		form := f[1]
		if printed, ok := pennForms[form]; ok {
			form = printed
		}
		return row{form: form, labels: []string{f[4]}}, nil
	})
}

// pennForms are the tokens that tokenisers of the Penn Treebank rewrite.
var pennForms = map[string]string{
	"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": "„", "''": "“", "--": "–",
}

// row is a line of a column format.
type row struct {
	form   string
	labels []string // outer, nested
	word   *Word
}

// readColumns reads sentences set apart by empty lines, each a document of its
// own or all one document.
func readColumns(r io.Reader, name string, loose bool, parse func([]string) (row, error)) iter.Seq2[Document, error] {
	return fromLines(r, name, func(l *lines) {
		b := newRebuilder(stem(name))
		var labels [][]label
		count := 0
		endSentence := func() {
			if !b.broken && len(b.forms) == 0 {
				return // one empty line more
			}
			count++ // a broken sentence keeps its number
			b.endSentence(func(tokens []extract.Span) []Entity { return decode(labels, tokens) })
			labels = nil
			if loose {
				b.id = fmt.Sprintf("%s-%d", stem(name), count)
				l.putTokens(b.endDocument())
			}
		}
		for l.next() {
			f := strings.Split(l.text, "\t")
			switch {
			case strings.TrimSpace(l.text) == "":
				endSentence()
				continue
			case b.broken, f[0] == "#" && len(f) == 2:
				continue
			}
			row, err := parse(f)
			if err == nil && strings.TrimSpace(row.form) == "" {
				err = errors.New("no token")
			}
			ls := make([]label, len(row.labels))
			for i, s := range row.labels {
				if err == nil {
					ls[i], err = readLabel(s)
				}
			}
			if err != nil {
				b.broken = true
				l.fail(l.line, "%w; the sentence is left out", err)
				continue
			}
			b.token(row.form, row.word)
			labels = append(labels, ls)
		}
		b.broken = b.broken || l.err != nil
		endSentence()
		l.putTokens(b.endDocument())
	})
}

// decode returns the mentions that the labels of a sentence spell, in order,
// outer ones first. An I- that follows nothing of its kind begins a mention.
func decode(rows [][]label, tokens []extract.Span) []Entity {
	var out []Entity
	for level := range rows[0] {
		var before label // that of the mention which the last token belongs to
		for i, r := range rows {
			l := r[level]
			switch {
			case l.kind == "":
			case l.begins || l.kind != before.kind || l.form != before.form:
				out = append(out, Entity{Span: tokens[i], Label: l.kind, Form: l.form, Nested: level > 0})
			default:
				out[len(out)-1].End = tokens[i].End
			}
			before = l
		}
	}
	sortEntities(out)
	return out
}

func sortEntities(es []Entity) {
	slices.SortStableFunc(es, func(a, b Entity) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
}

// label is what "B-LOCderiv" says. Kind is empty for O.
type label struct {
	begins bool
	kind   string
	form   Form
}

func readLabel(s string) (l label, err error) {
	if s == "O" {
		return l, nil
	}
	prefix, kind, ok := strings.Cut(s, "-")
	if !ok || prefix != "B" && prefix != "I" {
		return l, fmt.Errorf("label %q, want O, B-… or I-…", s)
	}
	if k, ok := strings.CutSuffix(kind, "deriv"); ok {
		kind, l.form = k, Derived
	} else if k, ok := strings.CutSuffix(kind, "part"); ok {
		kind, l.form = k, Part
	}
	if kind == "OTH" {
		kind = "MISC"
	}
	if !slices.Contains(Labels, kind) {
		return l, fmt.Errorf("label %q is not known", s)
	}
	l.begins, l.kind = prefix == "B", kind
	return l, nil
}

// EmpiriST reads the EmpiriST corpus in its VRT form: one token a line with
// STTS tag, UPOS, semantic tag, normalised form and lemma, between XML tags for
// texts, postings and sentences. Each text is a document with its id, and its
// subcorpus, "web" or "cmc", as genre.
//
// The format keeps no white space: the text is rebuilt by the rules of detokenizer.join,
// sentences joined by one space, postings by an empty line.
func EmpiriST(r io.Reader, name string) iter.Seq2[Document, error] {
	return fromLines(r, name, func(l *lines) {
		b := newRebuilder(stem(name))
		for l.next() {
			switch line := l.text; {
			case line == "":
			case line[0] == '<':
				b.endSentence(nil)
				switch strings.Trim(strings.Fields(line)[0], "<>") {
				case "text", "/text":
					l.putTokens(b.endDocument())
					b.id, b.genre = cmp.Or(attribute(line, "id"), stem(name)), attribute(line, "subcorpus")
				case "posting":
					b.beginParagraph()
				}
			case b.broken:
			default:
				f := strings.Split(line, "\t")
				if len(f) < 7 || strings.TrimSpace(f[0]) == "" {
					b.broken = true
					l.fail(l.line, "%d columns, want 7 or 8; the sentence is left out", len(f))
					continue
				}
				b.token(html.UnescapeString(f[0]), &Word{Lemma: html.UnescapeString(f[5]), XPOS: f[1], UPOS: f[2]})
			}
		}
		b.broken = b.broken || l.err != nil
		b.endSentence(nil)
		l.putTokens(b.endDocument())
	})
}

var attributes = regexp.MustCompile(`([\w:]+)="([^"]*)"`)

// attribute returns the value of an attribute of an XML tag.
func attribute(tag, name string) string {
	for _, m := range attributes.FindAllStringSubmatch(tag, -1) {
		if m[1] == name {
			return html.UnescapeString(m[2])
		}
	}
	return ""
}
