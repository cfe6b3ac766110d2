package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	newsroom "github.com/laut-nlp/laut/corpus"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/linear"
	"github.com/laut-nlp/laut/internal/ner"
)

// The newsroom corpus has the inventory of each article: who and what is named, with all
// spellings. Each place of a spelling is a mention, the longest first: as whole words, also
// in the genitive, or as part of a compound. Two kinds of spellings are ordinary words too:
//   - a surname (Kern, Sommer) is no name behind an article, a pronoun or a number;
//   - what the article has in quotation marks somewhere („Welt“) may be the word where it
//     has none: such sentences are left out.

// newsroom reads the articles to train on, without those held out.
func (o *settings) newsroom(data string) (docs []*document, err error) {
	own, err := newsroom.Collect(newsroom.Own(newsroom.Train))
	if err != nil {
		return nil, err
	}
	wikinews, err := newsroom.Collect(newsroom.Wikinews(filepath.Join(data, "newsroom/wikinews.jsonl.gz")))
	if err != nil {
		return nil, err
	}
	part, of := -1, 1
	if o.hold != "" {
		if n, err := fmt.Sscanf(o.hold, "%d/%d", &part, &of); n != 2 || of < 1 {
			return nil, fmt.Errorf("-hold %s: %w", o.hold, err)
		}
	}
	for i, a := range slices.Concat(own, wikinews) {
		if i%of != part {
			d := fromInventory(&a)
			d.half = 1 + len(docs)%2
			docs = append(docs, d)
		}
	}
	return docs, nil
}

// spelling is how an entity is written.
type spelling struct {
	text  string
	class ner.Class
}

// places finds the mentions of an article.
type places struct {
	*document
	taken []bool // tokens of mentions found before
}

func fromInventory(a *newsroom.Article) *document {
	doc := extract.Parse(a.Text)
	n := len(doc.Tokens())
	p := places{&document{id: a.ID, doc: doc, guide: ner.News, unknown: make([]bool, n)}, make([]bool, n)}
	var list []spelling
	for _, e := range a.Entities {
		for _, form := range e.Forms {
			list = append(list, spelling{form, ner.Class(e.Label)})
		}
	}
	slices.SortStableFunc(list, func(a, b spelling) int { return cmp.Compare(len(b.text), len(a.text)) })
	for i, s := range list {
		doubt := slices.ContainsFunc(list[:i], func(t spelling) bool { return t.text == s.text && t.class != s.class })
		p.words(s, doubt)
	}
	for _, s := range list {
		p.solid(s)
	}
	slices.SortFunc(p.mentions, func(a, b ner.Mention) int { return a.First - b.First })
	return p.document
}

// words marks the places of a spelling as words or before or behind a hyphen.
func (p *places) words(s spelling, doubt bool) {
	quoted := false
	for _, m := range p.all(s.text) {
		quoted = quoted || p.quoted(m.first, m.last)
	}
	common := !strings.Contains(s.text, " ") && lexicon.Mask(s.text).OnlyNoun()
	for _, m := range p.all(s.text) {
		form, ok := m.form(s.class)
		if !ok || slices.Contains(p.taken[m.first:m.last], true) {
			continue
		}
		switch {
		case doubt:
			p.skip(m.first, m.last)
			continue
		case form == ner.Part && m.last-m.first > 1:
			p.skip(m.first, m.last) // New York-Reise
			continue
		case common && s.class == ner.PER && form == ner.Name && m.first > 0 && p.determines(m.first-1):
			continue // der Kern
		case common && quoted && !p.quoted(m.first, m.last) && form == ner.Name:
			p.skip(m.first, m.last)
			continue
		}
		p.mark(ner.Mention{First: m.first, Last: m.last, Class: s.class, Form: form})
	}
}

// solid marks the places of a spelling before a noun: Bundestagsabgeordneter,
// Merkelregierung.
func (p *places) solid(s spelling) {
	for _, m := range p.all(s.text) {
		if m.last-m.first == 1 && m.before == "" && !p.taken[m.first] && isHead(m.after) {
			p.mark(ner.Mention{First: m.first, Last: m.last, Class: s.class, Form: ner.Part})
		}
	}
}

// shortestHead is in bytes: shorter ends are endings.
const shortestHead = 4

// isHead reports whether the end of a word is a noun, perhaps behind a linking s.
func isHead(end string) bool {
	r, _ := utf8.DecodeRuneInString(end)
	if len(end) < shortestHead || !unicode.IsLower(r) {
		return false
	}
	for _, noun := range [...]string{end, strings.TrimPrefix(end, "s")} {
		if lexicon.Mask(letters.Title(noun)).HasAny(lexicon.Noun) {
			return true
		}
	}
	return false
}

func (p *places) mark(m ner.Mention) {
	p.mentions = append(p.mentions, m)
	for i := m.First; i < m.Last; i++ {
		p.taken[i] = true
	}
}

func (p *places) skip(first, last int) {
	for i := first; i < last; i++ {
		p.unknown[i], p.taken[i] = true, true
	}
}

// place is where a text has a spelling: its tokens, and what these have around it.
type place struct {
	first, last   int
	before, after string
}

func (p *places) all(form string) (out []place) {
	text, tokens := p.doc.String(), p.doc.Tokens()
	for at := 0; ; {
		i := strings.Index(text[at:], form)
		if i < 0 {
			return out
		}
		s := extract.Span{Start: at + i, End: at + i + len(form)}
		at = s.End
		if first, last := p.doc.TokensIn(s); first < last {
			start, end := min(tokens[first].Start, s.Start), max(tokens[last-1].End, s.End)
			out = append(out, place{first, last, text[start:s.Start], text[s.End:end]})
		}
	}
}

// form says how a place names the entity, if it does.
func (p *place) form(c ner.Class) (ner.Form, bool) {
	behind := p.before == "" || strings.HasSuffix(p.before, "-")
	switch p.after {
	case "", "s", "'s", "’s", "'", "’", ".":
		if p.before == "" {
			return ner.Name, true
		}
		return ner.Part, behind
	case "es":
		return ner.Name, c == ner.ORG && p.before == ""
	}
	return ner.Part, behind && strings.HasPrefix(p.after, "-")
}

// quoted reports whether quotation marks stand around tokens.
func (p *places) quoted(first, last int) bool {
	tokens := p.doc.Tokens()
	return first > 0 && last < len(tokens) && tokens[first-1].Kind == extract.OpenQuote && tokens[last].Kind == extract.CloseQuote
}

func (p *places) determines(i int) bool {
	f := lexicon.Mask(strings.ToLower(p.text(i, i+1)))
	return f.HasAny(lexicon.Article | lexicon.Pronoun | lexicon.Numeral)
}

// addDerived adds words made of names, which inventories do not list, from the labels of
// a model.
func (d *document) addDerived(labels []linear.Label) {
	named := make([]bool, len(d.doc.Tokens()))
	for _, m := range d.mentions {
		for i := m.First; i < m.Last; i++ {
			named[i] = true
		}
	}
	for _, m := range ner.Decode(labels) {
		if m.Form == ner.Derived && !named[m.First] {
			d.mentions = append(d.mentions, m)
		}
	}
	slices.SortFunc(d.mentions, func(a, b ner.Mention) int { return a.First - b.First })
}
