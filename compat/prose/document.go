package germanprose

import (
	"errors"
	"slices"
	"sync"

	"github.com/jdkato/prose/v2"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// Document is a German text with what was found in it. Its fields and the methods
// Tokens, Sentences and Entities are those of [prose.Document]; the other methods tell
// what prose has no place for. It is immutable and safe for concurrent use, as long as
// nobody sets its fields.
type Document struct {
	Model *prose.Model // names what read the text; it holds no English model and must not be given to prose
	Text  string       // as it was given

	parsed    *extract.Document
	found     []entities.Entity
	tokens    []prose.Token
	sentences []prose.Sentence
	named     []prose.Entity
	article   func() *laut.Article
}

// model stands in the field Model, which prose never leaves nil.
var model = &prose.Model{Name: "de-laut"}

// NewDocument reads a German text. It takes the options of prose and does what they say:
// what is switched off is neither computed nor told. As in prose, there are tokens where
// tags or entities are asked for, and tags where entities are.
//
// It is an error to hand it a model of prose ([prose.UsingModel]), which knows no German;
// the model of another Document is welcome. Nothing else can fail.
func NewDocument(text string, opts ...prose.DocOpt) (*Document, error) {
	shell := prose.Document{Text: text}
	set := prose.DocOpts{Extract: true, Segment: true, Tag: true, Tokenize: true}
	for _, o := range opts {
		o(&shell, &set)
	}
	if shell.Model != nil && shell.Model != model {
		return nil, errors.New("germanprose: the model " + shell.Model.Name + " is prose's: it cannot read German")
	}
	d := &Document{Model: model, Text: text, parsed: extract.Parse(text)}
	d.article = sync.OnceValue(d.read)
	if set.Segment {
		d.sentences = make([]prose.Sentence, len(d.parsed.Sentences()))
		for i, s := range d.parsed.Sentences() {
			d.sentences[i].Text = d.parsed.Slice(s.Span)
		}
	}
	if set.Tokenize || set.Tag || set.Extract {
		d.tokens = make([]prose.Token, len(d.parsed.Tokens()))
		for i, t := range d.parsed.Tokens() {
			d.tokens[i].Text = d.parsed.Slice(t.Span)
		}
	}
	if set.Tag || set.Extract {
		w := newWords(d.parsed)
		for i := range d.tokens {
			d.tokens[i].Tag = w.penn(i)
		}
	}
	if set.Extract {
		d.found = entities.Extract(d.parsed)
		d.named = label(d.parsed, d.found, d.tokens)
	}
	return d, nil
}

// Tokens returns the tokens with their tags and labels. The slice is the caller's.
func (d *Document) Tokens() []prose.Token { return append([]prose.Token{}, d.tokens...) }

// Sentences returns the sentences, without the white space around them.
func (d *Document) Sentences() []prose.Sentence { return d.sentences }

// Entities returns the names in order of the text, one for each time that one is named.
func (d *Document) Entities() []prose.Entity { return d.named }

// Spans returns where each token stands: bytes of Text. It is parallel to Tokens, and
// nil where there are none.
func (d *Document) Spans() []extract.Span {
	if d.tokens == nil {
		return nil
	}
	spans := make([]extract.Span, len(d.tokens))
	for i, t := range d.parsed.Tokens() {
		spans[i] = t.Span
	}
	return spans
}

// STTS returns the part of speech of each token after the Stuttgart-Tübingen tagset, which
// tells what the Penn tags lose. It is parallel to Tokens, and nil where there are none.
func (d *Document) STTS() []string {
	if d.tokens == nil {
		return nil
	}
	tags := make([]string, len(d.tokens))
	for i, t := range d.parsed.Tags() {
		tags[i] = t.STTS()
	}
	return tags
}

// Article returns the text as laut reads it: entities whose mentions are grouped, lemmas and
// the mood of verbs, paragraphs and quotations, and who says what ([claims.Extract]). It is
// computed on the first call; its tokens are those of Tokens.
func (d *Document) Article() *laut.Article { return d.article() }

func (d *Document) read() *laut.Article {
	found := d.found
	if found == nil {
		found = entities.Extract(d.parsed)
	}
	return &laut.Article{Document: d.parsed, Entities: found, Claims: claims.Extract(d.parsed, found)}
}

// Tags returns the Penn tags that a Document may have, sorted: those of prose's own list
// that have a counterpart in German.
func Tags() []string { return slices.Clone(pennTags) }
