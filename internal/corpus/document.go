// Package corpus reads annotated German text: the corpora that laut is measured
// on and trained with. Users of the library never link it.
//
// Each reader turns one format into Documents and yields them in order of the
// file. A broken record is yielded as an error that names file and line, and
// the reader goes on after it, so that one bad line costs one sentence or one
// document and not the file. An error is never yielded together with a
// document. Readers take time linear in the file and memory for one document;
// calls share nothing and may run at the same time.
//
// # Positions
//
// All spans are bytes of Document.Text. Some corpora have lost their white
// space; their text is put together again by the rules of detokenizer.join.
// Tokens of such a text are exact, its spaces are a guess.
package corpus

import (
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// Document is a text with what a corpus says about it. Fields that the corpus
// does not have are empty.
type Document struct {
	ID    string
	Genre string // subcorpus or genre: "web" and "cmc" of EmpiriST
	Text  string

	Tokens    []extract.Span // surface tokens, in order; a contracted "zum" is one
	Sentences []int          // the first token of each sentence
	Words     []Word         // syntactic words, in order; empty when the corpus has no grammar
	Entities  []Entity
	Mentions  []Mention // with their coreference, those that begin first before the others
	Quotes    []Quote
}

// Word is a syntactic word. "zum" is one token with the two words "zu" and "dem".
type Word struct {
	Token  int // its surface token
	Form   string
	Lemma  string
	UPOS   string
	XPOS   string // STTS
	Feats  string // as the corpus writes them: Mood=Sub|Number=Sing
	Head   int    // index of the head in Words, or -1 for a root and where none is given
	Deprel string
}

// Feat returns the value of a feature, "" when the word has none. Case does
// not matter in the name, since the corpora differ.
func (w *Word) Feat(name string) string {
	return feature(w.Feats, name)
}

// feature returns a value of features such as Mood=Sub|Number=Sing.
func feature(features, name string) string {
	for f := range strings.SplitSeq(features, "|") {
		if k, v, ok := strings.Cut(f, "="); ok && strings.EqualFold(k, name) {
			return v
		}
	}
	return ""
}

// Mood returns "ind", "sub", "imp" or "".
func (w *Word) Mood() string {
	switch mood := strings.ToLower(w.Feat("Mood")); mood {
	case "ind", "sub", "imp":
		return mood
	case "subj":
		return "sub"
	}
	return ""
}

// Form says how a mention gives a name.
type Form uint8

// The forms of mentions.
const (
	Name    Form = iota // the name itself
	Part                // a name inside a compound, -part in GermEval: "Open-AI-Gründer"
	Derived             // a word made of a name, -deriv in GermEval: "deutsch"
)

// String returns the form's name.
func (f Form) String() string { return [...]string{"name", "part", "derived"}[f] }

// Labels are the labels of mentions.
var Labels = []string{"PER", "ORG", "LOC", "MISC"}

// Entity is a mention. Only those of form Name are scored.
type Entity struct {
	extract.Span
	Label  string // PER, ORG, LOC or MISC
	Form   Form
	Nested bool // lies inside another mention: the second column of GermEval
}

// Scored reports whether the measure of entities counts e.
func (e Entity) Scored() bool { return e.Form == Name }

// QuotePart is a part of a quotation.
type QuotePart int

// The parts of a quotation. Content is what is said.
const (
	Content QuotePart = iota
	Speaker
	Cue
	Frame
	Addressee
	QuoteParts // how many there are
)

// String returns the part's name in the corpus.
func (p QuotePart) String() string {
	if p < 0 || p >= QuoteParts {
		return "invalid"
	}
	return [...]string{"quote", "speaker", "cue", "frame", "addressee"}[p]
}

// Quote is a quotation. Types are Direct, Indirect, IndirectFreeIndirect,
// FreeIndirect and Reported; mediums Speech, Writing, Thought, SW, ST, TW (one
// or the other of two) and none.
type Quote struct {
	Type   string
	Medium string
	Nested bool
	Parts  [QuoteParts][]int // token indices, ascending
}

// Sentence returns the tokens [first, last) of sentence i.
func (d *Document) Sentence(i int) (first, last int) {
	if i+1 < len(d.Sentences) {
		return d.Sentences[i], d.Sentences[i+1]
	}
	return d.Sentences[i], len(d.Tokens)
}

// Spans returns the stretches of text that ascending token indices cover, one
// for each run of neighbours.
func (d *Document) Spans(tokens []int) []extract.Span {
	var spans []extract.Span
	for i, t := range tokens {
		if i > 0 && tokens[i-1] == t-1 {
			spans[len(spans)-1].End = d.Tokens[t].End
		} else {
			spans = append(spans, d.Tokens[t])
		}
	}
	return spans
}

// Blocks cuts documents into running texts of n sentences, each joined to the
// next by one space, as sentence splitters are measured on treebanks of loose
// sentences. Blocks do not reach over the end of a document, so the last block
// of each may be shorter. Tokens, words and entities are kept; quotations and
// coreference, which may cross a border, are not. n below 1 counts as 1.
func Blocks(docs []Document, n int) []Document {
	n = max(n, 1)
	var out []Document
	for i := range docs {
		d := &docs[i]
		word, entity := 0, 0
		for s := 0; s < len(d.Sentences); s += n {
			b := builder{id: d.ID, genre: d.Genre}
			for k := s; k < min(s+n, len(d.Sentences)); k++ {
				first, last := d.Sentence(k)
				if first == last {
					continue
				}
				from, to := d.Tokens[first].Start, d.Tokens[last-1].End
				u := sentence{text: d.Text[from:to]}
				for _, t := range d.Tokens[first:last] {
					u.tokens = append(u.tokens, extract.Span{Start: t.Start - from, End: t.End - from})
				}
				base := word
				for ; word < len(d.Words) && d.Words[word].Token < last; word++ {
					w := d.Words[word]
					w.Token -= first
					if w.Head >= 0 {
						w.Head -= base
					}
					u.words = append(u.words, w)
				}
				for ; entity < len(d.Entities) && d.Entities[entity].Start < to; entity++ {
					e := d.Entities[entity]
					if e.Start >= from && e.End <= to {
						e.Start, e.End = e.Start-from, e.End-from
						u.entities = append(u.entities, e)
					}
				}
				b.add(u)
			}
			if len(b.doc.Tokens) > 0 {
				out = append(out, b.document())
			}
		}
	}
	return out
}

// Collect reads all documents. The error joins those of all broken records;
// the documents are complete but for these.
func Collect(seq iter.Seq2[Document, error]) ([]Document, error) {
	var docs []Document
	var errs []error
	for d, err := range seq {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, d)
	}
	return docs, errors.Join(errs...)
}

// JoinHyphens returns the documents with their hyphenated words as one token
// each, and how many tokens fewer that makes. GSD cuts words at their hyphens ("US",
// "-", "Präsident"; "Staats", "-"), which the other corpora and the STTS
// guidelines do not. The result has no words and no quotations, since those
// count tokens. Time is linear in the tokens.
func JoinHyphens(docs []Document) (joined []Document, fewer int) {
	joined = slices.Clone(docs)
	for i := range joined {
		d := &joined[i]
		n := len(d.Tokens)
		d.joinHyphens()
		fewer += n - len(d.Tokens)
	}
	return joined, fewer
}

func (d *Document) joinHyphens() {
	var tokens []extract.Span
	var sentences []int
	next := 0 // the sentence to come
	glue := false
	for i, t := range d.Tokens {
		first := next < len(d.Sentences) && d.Sentences[next] == i
		if first {
			next++
		}
		last := len(tokens) - 1
		hyphen := d.Text[t.Start:t.End] == "-"
		touches := last >= 0 && tokens[last].End == t.Start && !first
		if touches && (hyphen && isWordByte(d.Text[t.Start-1]) || glue && isWordByte(d.Text[t.Start])) {
			tokens[last].End = t.End
		} else {
			tokens = append(tokens, t)
			if first {
				sentences = append(sentences, len(tokens)-1)
			}
		}
		glue = hyphen && touches
	}
	d.Tokens, d.Sentences, d.Words, d.Quotes = tokens, sentences, nil, nil
}

// isWordByte reports whether a byte belongs to a letter or digit; every byte
// outside ASCII passes.
func isWordByte(c byte) bool {
	return c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
