package corpus

import (
	"fmt"
	"io"
	"iter"
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
		w := &Word{Form: f[0], Lemma: f[1], XPOS: f[2], Head: -1}
		if w.Lemma == "<unknown>" {
			w.Lemma = ""
		}
		return row{form: f[0], labels: []string{f[4]}, word: w}, nil
	})
}

// Bundestag reads the plenary protocols in their CoNLL columns: number, token,
// two empty ones, label, two empty ones. Their sentences are automatic and end
// behind many abbreviations. A file is one document; its text is rebuilt, with
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
	return func(yield func(Document, error) bool) {
		s := newScanner(r, name)
		b := builder{id: stem(name), rebuilt: true}
		var tok detokenizer
		var rows []row
		broken := false
		count := 0
		// flush closes a sentence; it reports whether to go on.
		flush := func() bool {
			if !broken && len(rows) == 0 {
				return true // one empty line more
			}
			count++ // a broken sentence keeps its number
			if broken {
				rows, broken = nil, false
				return true
			}
			var u sentence
			var words []string
			for i, r := range rows {
				words = append(words, r.form)
				if r.word != nil {
					r.word.Token = i
					u.words = append(u.words, *r.word)
				}
			}
			u.text, u.tokens = tok.join(words)
			u.entities = decode(rows, u.tokens)
			rows = nil
			b.add(u, " ")
			if !loose {
				return true
			}
			tok = detokenizer{}
			d := b.document()
			d.ID, d.Rebuilt = fmt.Sprintf("%s-%d", stem(name), count), true
			return yield(d, nil)
		}
		for s.next() {
			if strings.TrimSpace(s.text) == "" {
				if !flush() {
					return
				}
				continue
			}
			f := strings.Split(s.text, "\t")
			if broken || f[0] == "#" && len(f) == 2 {
				continue
			}
			row, err := parse(f)
			if err == nil && strings.TrimSpace(row.form) == "" {
				err = fmt.Errorf("no token")
			}
			for _, l := range row.labels {
				if err == nil {
					_, _, _, err = label(l)
				}
			}
			if err != nil {
				broken = true
				if !yield(Document{}, s.errorf(s.line, "%w; the sentence is left out", err)) {
					return
				}
				continue
			}
			rows = append(rows, row)
		}
		if s.err != nil {
			broken = true
		}
		if !flush() {
			return
		}
		if d := b.document(); len(d.Tokens) > 0 && !yield(d, nil) {
			return
		}
		if s.err != nil {
			yield(Document{}, s.err)
		}
	}
}

// decode returns the mentions that the labels of a sentence spell, in order,
// outer ones first. An I- that follows nothing of its kind begins a mention.
func decode(rows []row, tokens []extract.Span) []Entity {
	var out []Entity
	for level := range rows[0].labels {
		before := "" // kind of the mention that the last token belongs to
		for i, r := range rows {
			begins, kind, form, _ := label(r.labels[level])
			key := kind + form.String()
			switch {
			case kind == "":
				key = ""
			case begins || key != before:
				out = append(out, Entity{Span: tokens[i], Label: kind, Form: form, Nested: level > 0})
			default:
				out[len(out)-1].End = tokens[i].End
			}
			before = key
		}
	}
	sortEntities(out)
	return out
}

func sortEntities(es []Entity) {
	slices.SortStableFunc(es, func(a, b Entity) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
}

// label reads a label such as "B-LOCderiv". Kind is empty for O.
func label(l string) (begins bool, kind string, form Form, err error) {
	if l == "O" {
		return false, "", Name, nil
	}
	prefix, kind, ok := strings.Cut(l, "-")
	if !ok || prefix != "B" && prefix != "I" {
		return false, "", Name, fmt.Errorf("label %q, want O, B-… or I-…", l)
	}
	if k, ok := strings.CutSuffix(kind, "deriv"); ok {
		kind, form = k, Derived
	} else if k, ok := strings.CutSuffix(kind, "part"); ok {
		kind, form = k, Part
	}
	if kind == "OTH" {
		kind = "MISC"
	}
	if !slices.Contains(Labels, kind) {
		return false, "", Name, fmt.Errorf("label %q is not known", l)
	}
	return prefix == "B", kind, form, nil
}
