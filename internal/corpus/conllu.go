package corpus

import (
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/laut-nlp/laut/extract"
)

// CoNLLU reads CoNLL-U: the UD treebanks, the Potsdam Commentary Corpus, and
// the KONVENS 2019 texts, whose ten columns are the same. A multiword range
// ("2-3 zum") is one token with several words; empty nodes ("5.1") are left out.
// The mentions of coreference annotation ("Entity=" in the last column, in the
// way of CorefUD) are read where "# global.Entity" says what stands in them.
// "# newdoc" begins a document, "# newpar" a paragraph, which an empty line sets
// off in the text; a file without newdoc is one document named after the file.
//
// Tokens are found in "# text" where a sentence has it, else joined by
// SpaceAfter; a document that has neither is rebuilt by [Detokenize]'s rules.
// Sentences are joined by one space.
func CoNLLU(r io.Reader, name string) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		s := newScanner(r, name)
		c := conllu{id: stem(name)}
		stopped := false
		report := func(err error) {
			if err != nil && !stopped {
				stopped = !yield(Document{}, err)
			}
		}
		flush := func() {
			d, wrong, ok := c.document()
			for _, m := range wrong {
				report(s.errorf(m.line, "Entity: a mention of chain %s lacks its begin or its end; it is left out", m.chain))
			}
			if ok && !stopped {
				stopped = !yield(d, nil)
			}
		}
		for !stopped && s.next() {
			switch {
			case strings.TrimSpace(s.text) == "":
				report(c.endSentence(s))
			case s.text[0] == '#' && len(c.sent.rows) == 0 && !c.broken:
				key, value, _ := strings.Cut(strings.TrimSpace(s.text[1:]), "=")
				key, value = strings.TrimSpace(key), strings.TrimSpace(value)
				switch key {
				case "newdoc", "newdoc id", "newdoc_id":
					flush()
					if c.id = value; value == "" {
						c.id = stem(name)
					}
				case "newpar", "newpar id":
					c.sent.paragraph = true
				case "text":
					c.sent.text, c.sent.hasText = value, true
				case "genre":
					c.genre = value
				case "global.Entity":
					c.fields = readMentionFields(value)
				case "meta::header":
					c.header = strings.Join(strings.Fields(value), "")
				}
			case s.text[0] == '#':
				// A comment inside a sentence says nothing of interest.
			case c.broken:
				// The rest of a sentence that has been reported.
			default:
				err := c.row(s.text, s.line)
				if err != nil {
					c.broken = true
					err = s.errorf(s.line, "%w; the sentence is left out", err)
				}
				if c.sent.line == 0 {
					c.sent.line = s.line
				}
				report(err)
			}
		}
		if stopped {
			return
		}
		if s.err != nil {
			c.broken = true // what the error cut off is not a sentence
		}
		report(c.endSentence(s))
		flush()
		report(s.err)
	}
}

// conllu collects the sentences of a document. Whether white space is known is
// only clear at its end.
type conllu struct {
	id, genre string
	header    string // the headline as a comment gives it, which stands in the text as a sentence
	fields    mentionFields
	broken    bool // the current sentence has been reported
	sent      conlluSentence
	sents     []conlluSentence
	spaced    bool // some sentence tells where spaces are
}

type conlluSentence struct {
	line      int // of the first row
	text      string
	hasText   bool
	paragraph bool
	rows      []conlluToken
	words     []Word
	borders   []border // of mentions
	last      int      // ID of the last word that the last range covers
}

type conlluToken struct {
	form  string
	glued bool // SpaceAfter=No
}

// row adds the row of ten columns that stands in a line.
func (c *conllu) row(row string, line int) error {
	f := strings.Split(row, "\t")
	if len(f) != 10 {
		return fmt.Errorf("%d columns, want 10", len(f))
	}
	form := f[1]
	if strings.TrimSpace(form) == "" {
		return fmt.Errorf("token %s has no form", f[0])
	}
	if strings.Contains(f[0], ".") {
		return nil
	}
	u := &c.sent
	glued := hasFeature(f[9], "SpaceAfter=No")
	if from, to, ok := strings.Cut(f[0], "-"); ok {
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || a != len(u.words)+1 || b < a || u.last >= a {
			return fmt.Errorf("range %s, want one from %d", f[0], len(u.words)+1)
		}
		u.last = b
		u.rows = append(u.rows, conlluToken{form, glued})
		return nil
	}
	id, err := strconv.Atoi(f[0])
	if err != nil || id != len(u.words)+1 {
		return fmt.Errorf("token number %q, want %d", f[0], len(u.words)+1)
	}
	if id > u.last {
		u.rows = append(u.rows, conlluToken{form, glued})
	}
	head := 0
	if f[6] != "_" {
		if head, err = strconv.Atoi(f[6]); err != nil || head < 0 {
			return fmt.Errorf("head %q is no token number", f[6])
		}
	}
	if e := miscValue(f[9], "Entity"); e != "" && c.fields.known {
		if u.borders, err = c.fields.borders(u.borders, e, id-1, line); err != nil {
			return err
		}
	}
	lemma := f[2]
	if lemma == "_" && form != "_" {
		lemma = ""
	}
	u.words = append(u.words, Word{
		Token: len(u.rows) - 1, Form: form, Lemma: lemma, UPOS: blank(f[3]), XPOS: blank(f[4]),
		Feats: blank(f[5]), Head: head - 1, Deprel: blank(f[7]), Misc: blank(f[9]),
	})
	return nil
}

// blank turns the format's "_" into "".
func blank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

func miscValue(misc, key string) string {
	for f := range strings.SplitSeq(misc, "|") {
		if k, v, _ := strings.Cut(f, "="); k == key {
			return v
		}
	}
	return ""
}

func hasFeature(features, f string) bool {
	for g := range strings.SplitSeq(features, "|") {
		if g == f {
			return true
		}
	}
	return false
}

// endSentence closes the current sentence, or drops it when it is broken.
func (c *conllu) endSentence(s *scanner) error {
	u := c.sent
	broken := c.broken
	c.broken = false
	if len(u.rows) == 0 && !broken {
		return nil // comments, or one blank line more
	}
	c.sent = conlluSentence{}
	if broken {
		// The paragraph begins with the next sentence then.
		c.sent.paragraph = u.paragraph
		return nil
	}
	if u.last > len(u.words) {
		return s.errorf(u.line, "a range goes to token %d of %d; the sentence is left out", u.last, len(u.words))
	}
	for i, w := range u.words {
		if w.Head >= len(u.words) {
			return s.errorf(u.line, "token %d has head %d, the sentence has %d tokens; it is left out", i+1, w.Head+1, len(u.words))
		}
	}
	if u.hasText {
		if _, err := align(u.text, u.rows); err != nil {
			return s.errorf(u.line, "%w; the sentence is left out", err)
		}
		c.spaced = true
	}
	for _, t := range u.rows {
		c.spaced = c.spaced || t.glued
	}
	c.sents = append(c.sents, u)
	return nil
}

// document joins the sentences so far; ok is false when there are none. Mentions
// without begin or end are wrong.
func (c *conllu) document() (d Document, wrong []openMention, ok bool) {
	var ms pairing
	b := builder{id: c.id, genre: c.genre, rebuilt: !c.spaced}
	var tok detokenizer
	header := c.header
	for i, u := range c.sents {
		out := sentence{words: u.words}
		ms.add(u.borders, len(b.doc.Words))
		sep := " "
		if i > 0 {
			if last := c.sents[i-1].rows; c.spaced && last[len(last)-1].glued {
				sep = ""
			}
		}
		if i == 1 && header != "" {
			// The headline is a paragraph of its own.
			if strings.Join(forms(c.sents[0].rows), "") == header {
				u.paragraph = true
			}
		}
		if u.paragraph {
			sep = "\n\n"
			tok = detokenizer{}
		}
		switch {
		case u.hasText:
			out.text = u.text
			out.tokens, _ = align(u.text, u.rows)
		case c.spaced:
			out.text, out.tokens = join(u.rows)
		default:
			out.text, out.tokens = tok.join(forms(u.rows))
		}
		b.add(out, sep)
	}
	*c = conllu{sent: c.sent, genre: c.genre, fields: c.fields}
	d = b.document()
	d.Mentions, wrong = ms.end(&d)
	return d, wrong, len(d.Tokens) > 0
}

func forms(rows []conlluToken) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.form
	}
	return out
}

// align finds the tokens in the text, with nothing but white space between.
func align(text string, rows []conlluToken) ([]extract.Span, error) {
	spans := make([]extract.Span, len(rows))
	at := 0
	for i, r := range rows {
		at = len(text) - len(strings.TrimLeft(text[at:], " \t\u00a0\u202f"))
		if !strings.HasPrefix(text[at:], r.form) {
			return nil, fmt.Errorf("token %q is not in \"# text\" at byte %d", r.form, at)
		}
		spans[i] = extract.Span{Start: at, End: at + len(r.form)}
		at += len(r.form)
	}
	if rest := strings.TrimSpace(text[at:]); rest != "" {
		return nil, fmt.Errorf("%q of \"# text\" has no token", rest)
	}
	return spans, nil
}

// join puts a space after each token but those with SpaceAfter=No.
func join(rows []conlluToken) (string, []extract.Span) {
	var b strings.Builder
	spans := make([]extract.Span, len(rows))
	for i, r := range rows {
		start := b.Len()
		b.WriteString(r.form)
		spans[i] = extract.Span{Start: start, End: b.Len()}
		if !r.glued && i < len(rows)-1 {
			b.WriteByte(' ')
		}
	}
	return b.String(), spans
}
