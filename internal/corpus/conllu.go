package corpus

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"slices"
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
// SpaceAfter; a document that has neither is rebuilt by the rules of detokenizer.join.
// Sentences are joined by one space.
func CoNLLU(r io.Reader, name string) iter.Seq2[Document, error] {
	return fromLines(r, name, func(l *lines) {
		c := conllu{lines: l, id: stem(name)}
		for l.next() {
			switch {
			case strings.TrimSpace(l.text) == "":
				c.endSentence()
			case l.text[0] == '#' && len(c.sent.rows) == 0 && !c.broken:
				c.comment(l.text[1:])
			case l.text[0] == '#', c.broken:
				// A comment inside a sentence, or the rest of one that has been reported.
			default:
				if c.sent.line == 0 {
					c.sent.line = l.line
				}
				if err := c.row(l.text); err != nil {
					c.broken = true
					l.fail(l.line, "%w; the sentence is left out", err)
				}
			}
		}
		c.broken = c.broken || l.err != nil // what the error cut off is not a sentence
		c.endSentence()
		c.endDocument()
	})
}

// conllu collects the sentences of a document. Whether white space is known is
// only clear at its end.
type conllu struct {
	*lines
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

// comment reads a comment before a sentence.
func (c *conllu) comment(s string) {
	key, value, _ := strings.Cut(s, "=")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(key) {
	case "newdoc", "newdoc id", "newdoc_id":
		c.endDocument()
		c.id = cmp.Or(value, stem(c.name))
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
}

// row adds a row of ten columns.
func (c *conllu) row(row string) error {
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
	glued := feature(f[9], "SpaceAfter") == "No"
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
	if e := feature(f[9], "Entity"); e != "" && c.fields.known {
		if u.borders, err = c.fields.borders(u.borders, e, id-1, c.line); err != nil {
			return err
		}
	}
	lemma := f[2]
	if form != "_" {
		lemma = blank(lemma)
	}
	u.words = append(u.words, Word{
		Token: len(u.rows) - 1, Form: form, Lemma: lemma, UPOS: blank(f[3]), XPOS: blank(f[4]),
		Feats: blank(f[5]), Head: head - 1, Deprel: blank(f[7]),
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

// endSentence closes the current sentence, or drops it when it is broken.
func (c *conllu) endSentence() {
	u, broken := c.sent, c.broken
	if len(u.rows) == 0 && !broken {
		return // comments, or one blank line more
	}
	c.sent, c.broken = conlluSentence{}, false
	if broken {
		c.sent.paragraph = u.paragraph // it begins with the next sentence then
		return
	}
	if u.last > len(u.words) {
		c.fail(u.line, "a range goes to token %d of %d; the sentence is left out", u.last, len(u.words))
		return
	}
	for i, w := range u.words {
		if w.Head >= len(u.words) {
			c.fail(u.line, "token %d has head %d, the sentence has %d tokens; it is left out", i+1, w.Head+1, len(u.words))
			return
		}
	}
	if u.hasText {
		if _, err := align(u.text, u.rows); err != nil {
			c.fail(u.line, "%w; the sentence is left out", err)
			return
		}
	}
	c.spaced = c.spaced || u.hasText || slices.ContainsFunc(u.rows, func(t conlluToken) bool { return t.glued })
	c.sents = append(c.sents, u)
}

// endDocument joins the sentences so far to a document.
func (c *conllu) endDocument() {
	var ms pairing
	b := rebuilder{builder: builder{id: c.id, genre: c.genre}}
	for i, u := range c.sents {
		if i > 0 {
			last := c.sents[i-1].rows
			b.glued = c.spaced && last[len(last)-1].glued
		}
		// The headline is a paragraph of its own.
		if u.paragraph || i == 1 && c.header != "" && strings.Join(forms(c.sents[0].rows), "") == c.header {
			b.beginParagraph()
		}
		ms.add(u.borders, len(b.doc.Words))
		out := sentence{words: u.words}
		switch {
		case u.hasText:
			out.text = u.text
			out.tokens, _ = align(u.text, u.rows)
		case c.spaced:
			out.text, out.tokens = concat(forms(u.rows), func(i int) bool { return i > 0 && !u.rows[i-1].glued })
		default:
			out.text, out.tokens = b.join(forms(u.rows))
		}
		b.add(out)
	}
	d := b.document()
	var wrong []border
	d.Mentions, wrong = ms.end(&d)
	for _, m := range wrong {
		c.fail(m.line, "Entity: a mention of chain %s lacks its begin or its end; it is left out", m.Chain)
	}
	c.putTokens(d)
	*c = conllu{lines: c.lines, sent: c.sent, genre: c.genre, fields: c.fields}
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
