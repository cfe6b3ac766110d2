package eval

import (
	"os"
	"testing"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
)

// data holds the corpora, which are no part of the repository.
const data = "../../../shared/data/"

func load(t *testing.T, name string) []corpus.Document {
	t.Helper()
	if _, err := os.Stat(data + name); err != nil {
		t.Skipf("needs the corpus %s%s: %v", data, name, err)
	}
	docs, err := corpus.Collect(corpus.File(data + name))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// perfect makes sure that each row that has anything is 100%.
func perfect(t *testing.T, r *Report, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range r.Rows {
		if row.Gold > 0 && (row.P() < 1-1e-9 || row.R() < 1-1e-9) {
			t.Errorf("gold against itself: %s has P %v, R %v", row.Name, row.P(), row.R())
		}
	}
	if r.Rows[0].Gold == 0 {
		t.Errorf("the gold has no %s", r.Rows[0].Name)
	}
}

func TestGoldQuotes(t *testing.T) {
	docs := load(t, "quotes/dev.jsonl.gz")
	var same, noNested, marked [][]Quote
	for i := range docs {
		d := &docs[i]
		var all, outer []Quote
		for _, q := range d.Quotes {
			x := Quote{Type: q.Type, Medium: q.Medium}
			for p, ids := range q.Parts {
				x.Parts[p] = d.Spans(ids)
			}
			all = append(all, x)
			if !q.Nested {
				outer = append(outer, x)
			}
		}
		same, noNested, marked = append(same, all), append(noNested, outer), append(marked, betweenMarks(d))
	}
	r, err := Quotes(docs, same)
	perfect(t, r, err)

	// The prototype of another hand counted a micro F1 over all parts of 94.0
	// without nested quotations.
	r, err = Quotes(docs, noNested)
	if err != nil {
		t.Fatal(err)
	}
	var micro Score
	for p := range corpus.QuoteParts {
		row, _ := r.Row(p.String() + " tokens")
		micro.add(row.Score)
	}
	if f := micro.F1(); f < .9395 || f > .9410 {
		t.Errorf("without nested quotations micro F1 is %.4f, want .940", f)
	}

	// What stands between quotation marks is nearly every direct quotation, and
	// much else: titles, names, single words.
	r, err = Quotes(docs, marked)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("all that stands between quotation marks as Direct:\n%s", r)
	row, _ := r.Row("Direct span")
	if row.R() < .9 || row.P() > .8 || row.P() < .2 {
		t.Errorf("Direct spans: P %.3f, R %.3f, want P between .2 and .8, R at least .9", row.P(), row.R())
	}
	if row, _ = r.Row(Roles); row.R() != 0 {
		t.Errorf("roles have R %v without any role", row.R())
	}
}

// betweenMarks gives each pair of quotation marks of a document as a direct
// quotation, without nesting and without looking at paragraphs.
func betweenMarks(d *corpus.Document) []Quote {
	var out []Quote
	open := -1
	for i, t := range d.Tokens {
		switch d.Text[t.Start:t.End] {
		case "„", "»":
			open = i
		case "“", "”", "«", "\"":
			if open < 0 {
				open = i
				continue
			}
			q := Quote{Type: "Direct", Medium: "Speech"}
			q.Parts[corpus.Content] = []extract.Span{{Start: d.Tokens[open].Start, End: t.End}}
			out = append(out, q)
			open = -1
		}
	}
	return out
}

func TestGoldTreebank(t *testing.T) {
	docs := corpus.Blocks(load(t, "ud/gsd-dev.conllu.gz"), 20)
	var tokens, sentences [][]extract.Span
	var tags [][]Tag
	for i := range docs {
		d := &docs[i]
		tokens = append(tokens, d.Tokens)
		var ss []extract.Span
		for k := range d.Sentences {
			first, last := d.Sentence(k)
			ss = append(ss, extract.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End})
		}
		sentences = append(sentences, ss)
		var ts []Tag
		for k, w := range d.Words {
			if k == 0 || d.Words[k-1].Token != w.Token {
				ts = append(ts, Tag{d.Tokens[w.Token], w.UPOS, w.Lemma, w.Mood()})
			}
		}
		tags = append(tags, ts)
	}
	r, err := Tokens(docs, tokens)
	perfect(t, r, err)
	r, err = Sentences(docs, sentences)
	perfect(t, r, err)
	r, err = Tags(docs, tags)
	perfect(t, r, err)
	if row, _ := r.Row("mood"); row.Gold == 0 {
		t.Error("the treebank has no subjunctive")
	}
}

func TestGoldEntities(t *testing.T) {
	docs := load(t, "ner/germeval2014/dev.tsv.gz")
	var same [][]corpus.Entity
	for _, d := range docs {
		same = append(same, d.Entities)
	}
	r, err := Entities(docs, same)
	perfect(t, r, err)
}
