package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/ner"
)

// The corpora follow different guidelines. The articles of newspapers (newsroom.go) have one
// of their own, ner.News, which is what users get; of the rest GermEval 2014 is the measure:
// annotations of the others are changed to what GermEval would say, tokens of
// which that is not clear are marked as unknown. What GermEval says of a word is
// counted in its training part (usage.go) wherever it knows the word; the rules
// of convert.go are for what it does not know.

// source is a corpus, or the part of one that is trained on or left out together.
type source struct {
	name    string
	files   []string
	genre   string // the documents of this genre only, where set
	measure bool   // measured on, never trained with
	foreign bool   // annotated after other guidelines than GermEval's
	parse   bool   // its tokens and sentences are not used: those of the Bundestag end after "Nr.", "Abg." and "30."
	partial bool   // lacks MISC and many other names
	docs    []*document
}

// document is a text with its names. Mentions are those of the outer layer, in
// order, without overlap.
type document struct {
	id       string
	doc      *extract.Document
	mentions []ner.Mention
	unknown  []bool           // tokens that the corpus does not tell the label of; nil if it tells all
	gold     *corpus.Document // as it was read, for measures
	guide    ner.Guide        // what its annotation follows
	half     int              // 1 or 2: which half of the corpus it is in; 0: neither
	first    []linear.Label   // the labels of a first pass, of documents of several sentences
}

// sources returns the corpora, unread. Of SmartData it is the news: its traffic
// reports and tweets have little in common with them. Its parts train and test are one
// corpus, drawn from the same pages.
func sources() []*source {
	smart := []string{"ner/smartdata/train.json.gz", "ner/smartdata/test.json.gz"}
	out := []*source{
		{name: "germeval", files: []string{germEvalTrain}},
		{name: "germeval-dev", files: []string{"ner/germeval2014/dev.tsv.gz"}, measure: true},
		{name: "smartdata-news", files: smart, genre: "news", foreign: true, partial: true},
	}
	for _, sitting := range []string{"01143", "09036", "18181"} {
		out = append(out, &source{name: "bundestag-" + sitting, files: []string{"ner/bundestag/Gold-" + sitting + ".conll.gz"}, foreign: true, parse: true})
	}
	return out
}

const germEvalTrain = "ner/germeval2014/train.tsv.gz"

// read reads the corpus. u is what GermEval says of words; sources that are not
// foreign do without.
func (s *source) read(data string, u *usage) error {
	seen := map[string]bool{}
	for _, f := range s.files {
		golds, err := corpus.Collect(corpus.File(filepath.Join(data, f)))
		if err != nil {
			return err
		}
		for i := range golds {
			g := &golds[i]
			if s.genre != "" {
				f := fingerprint(g.Text)
				if g.Genre != s.genre || seen[f] {
					continue
				}
				seen[f] = true
			}
			d, err := s.document(g, u)
			if err != nil {
				return fmt.Errorf("%s: %s: %w", f, g.ID, err)
			}
			s.docs = append(s.docs, d)
		}
	}
	if len(s.docs) == 0 {
		return fmt.Errorf("%s: no documents", s.name)
	}
	return nil
}

var noise = regexp.MustCompile(`https?://\S+|\P{L}+`)

// fingerprint is the same for texts that differ in addresses, numbers and
// punctuation only, or after the first 80 letters: one news item under two addresses.
func fingerprint(text string) string {
	f := []rune(strings.ToLower(noise.ReplaceAllString(text, "")))
	return string(f[:min(len(f), 80)])
}

// document reads the names of a gold document.
func (s *source) document(g *corpus.Document, u *usage) (*document, error) {
	d := &document{id: g.ID, gold: g, guide: ner.GermEval}
	if len(g.Tokens) == 0 || s.parse {
		d.doc = extract.Parse(g.Text)
	} else {
		var err error
		if d.doc, err = extract.FromTokens(g.Text, g.Tokens, g.Sentences); err != nil {
			return nil, err
		}
	}
	c := converter{document: d, source: s, usage: u}
	if s.foreign {
		d.unknown = make([]bool, len(d.doc.Tokens()))
	}
	for _, e := range g.Entities {
		if e.Nested {
			continue
		}
		first, last := d.doc.TokensIn(e.Span)
		m := ner.Mention{First: first, Last: last, Class: ner.Class(1 + slices.Index(corpus.Labels, e.Label)), Form: ner.Form(e.Form)}
		switch {
		case first == last:
			// It lies between tokens.
		case !s.foreign:
			d.mentions = append(d.mentions, m)
		case d.exact(m, e.Span):
			c.convert(m)
		default:
			c.convertCut(m, e.Span)
		}
	}
	if s.foreign {
		c.complete()
	}
	if s.partial {
		c.doubt()
	}
	return d, nil
}

// text returns the words of tokens, a space between.
func (d *document) text(first, last int) string {
	var words []string
	for _, t := range d.doc.Tokens()[first:last] {
		words = append(words, d.doc.Slice(t.Span))
	}
	return strings.Join(words, " ")
}

// exact reports whether a span begins and ends with the tokens of a mention.
func (d *document) exact(m ner.Mention, s extract.Span) bool {
	tokens := d.doc.Tokens()
	return tokens[m.First].Start == s.Start && tokens[m.Last-1].End == s.End
}
