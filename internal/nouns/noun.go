// Package nouns reads the German nouns that stand for persons and bodies: "Minister",
// "Sprecherinnen", "Open-AI-Gründer", "Unternehmen"; what stands before them, and the
// gender, number and case that both allow.
//
// What a noun stands for is in internal/wordlist/words/roles.txt; a compound stands for what
// its last part does. Of the rest the lexicon tells the trades, which have a feminine
// (Berater, Beraterin). Articles, prepositions and other small words are in grammar.txt
// beside it. Both lists are read at first use.
//
// Everything is safe for concurrent use.
package nouns

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// Noun is a common noun that stands for persons, bodies or places.
type Noun struct {
	extract.Span     // the token, without article and adjectives
	Token        int // its index in Document.Tokens
	Kind         Kind
	Gender       Agreement // Masculine, Feminine, Neuter, or 0 where nothing tells: of a person that of the person
	Plural       bool
	Lemma        string
	Forms        Agreement // that it can be where it stands

	sense senses
}

// Kind says what a noun stands for.
type Kind uint8

// The kinds of nouns.
const (
	Person Kind = iota + 1
	Body        // organisations of all sorts
	Place
)

// Person reports whether the noun can stand for a person.
func (n *Noun) Person() bool { return n.sense&sensePerson != 0 }

// Body reports whether the noun can stand for an organisation.
func (n *Noun) Body() bool { return n.sense&senseBody != 0 }

// Place reports whether the noun can stand for a place.
func (n *Noun) Place() bool { return n.sense&sensePlace != 0 }

// NoRole reports whether the noun says nothing of who bears the name after it: Frau Lang.
func (n *Noun) NoRole() bool { return n.sense&senseNoRole != 0 }

// Reader reads the nouns of a document.
type Reader struct {
	*Words
	d    *extract.Document
	tags []extract.Tag
	sign *stop.Sign
}

// NewReader returns a reader, for which the document's tags are needed. The sign, or nil,
// ends All.
func NewReader(d *extract.Document, sign *stop.Sign) *Reader {
	return &Reader{Load(), d, d.Tags(), sign}
}

func (r *Reader) text(i int) string { return r.d.Slice(r.d.Tokens()[i].Span) }

// lower returns token i with a small first letter. Of a word with a capital that is in
// none of the lists of what stands before nouns it returns nothing.
func (r *Reader) lower(i int) string {
	s := r.text(i)
	if len(s) == 0 || s[0] >= utf8.RuneSelf || s[0] < 'A' || s[0] > 'Z' {
		return s
	}
	return r.small[s]
}

// All returns the nouns of the document that stand for persons and bodies, in order of
// the text, but those of furniture.
func (r *Reader) All() []Noun {
	var out []Noun
	for _, p := range r.d.Paragraphs() {
		if p.Kind == extract.Furniture {
			continue
		}
		for _, s := range r.d.Sentences()[p.First:p.Last] {
			r.sign.Look()
			for t := s.First; t < s.Last; t++ {
				if n, ok := r.Noun(t, s.First, s.Last); ok {
					out = append(out, n)
				}
			}
		}
	}
	return out
}

// Noun returns the noun at token t of the sentence [first, last) that stands for
// persons or bodies.
func (r *Reader) Noun(t, first, last int) (Noun, bool) {
	n, base, head := r.noun(t, first, last)
	if base == "" {
		return Noun{}, false
	}
	n.Lemma = r.nounLemma(&n, base, head)
	return n, true
}

// Sense is Noun without the lemma, which costs most.
func (r *Reader) Sense(t, first, last int) (Noun, bool) {
	n, base, _ := r.noun(t, first, last)
	return n, base != ""
}

// noun is Sense. It also returns the noun without the ending of a gendered form, "" if it is
// none of these nouns, and where its head begins.
func (r *Reader) noun(t, first, last int) (n Noun, base string, head int) {
	if tag := r.tags[t].POS; tag != extract.NOUN && tag != extract.PROPN && tag != extract.X {
		return n, "", 0
	}
	token := r.d.Tokens()[t]
	s := r.d.Slice(token.Span)
	if token.Kind != extract.Word || len(s) < 4 || len(s) > wordlist.LongestWord || !letters.IsUpper(s) && !letters.IsUpper(s[strings.LastIndexByte(s, '-')+1:]) {
		return n, "", 0 // 43-Jährige are nouns
	}
	base, mark := genderForm(s)
	if r.tags[t].POS != extract.NOUN && mark == 0 && !strings.Contains(s, "-") {
		return n, "", 0
	}
	sense, forms, head := r.senseOf(base)
	if sense&(sensePerson|senseBody) == 0 {
		return n, "", 0
	}
	n = Noun{Span: token.Span, Token: t, Kind: Person, sense: sense}
	if sense&sensePerson == 0 || sense&senseMostlyBody != 0 {
		n.Kind = Body
	}
	p := r.Before(t, first)
	n.Forms = r.agree(&n, base, head, forms, p, first)
	if n.Forms == 0 {
		return n, "", 0 // das Erbe
	}
	switch {
	case mark == several:
		n.Plural = true
	case mark == one:
		n.Plural = false
	default:
		n.Plural = sense&sensePlural != 0 || r.isPlural(&n, p, first, last)
	}
	n.Gender = n.gender(mark != 0)
	return n, base, head
}

// Place returns the noun at token t of a sentence that begins with token first, if it
// stands for a place: Hauptstadt.
func (r *Reader) Place(t, first int) (Noun, bool) {
	s := r.text(t)
	if r.tags[t].POS != extract.NOUN || len(s) < 3 || len(s) > wordlist.LongestWord {
		return Noun{}, false
	}
	sense, forms, _ := r.senseOf(s)
	if sense&sensePlace == 0 {
		return Noun{}, false
	}
	p := r.Before(t, first)
	if forms&p.Forms != 0 {
		forms &= p.Forms
	}
	plural := forms&Singular == 0 || p.Article == "die" && forms&Feminine == 0
	return Noun{Span: r.d.Tokens()[t].Span, Token: t, Kind: Place, Plural: plural, Lemma: r.d.Lemma(t), sense: sense, Forms: forms}, true
}

// The numbers of gendered forms: Politiker*in, Politiker*innen.
const (
	one = 1 + iota
	several
)

// genderForm cuts the ending of a gendered form: Politiker*innen, Politiker:in,
// PolitikerInnen, Bürger/-innen, Lehrer(innen).
func genderForm(s string) (base string, mark int) {
	for _, e := range [...]struct {
		end  string
		mark int
	}{{"innen", several}, {"Innen", several}, {"in", one}, {"In", one}} {
		b, ok := strings.CutSuffix(strings.TrimSuffix(s, ")"), e.end)
		if !ok || len(b) < 4 {
			continue
		}
		if e.end[0] == 'I' {
			if r, _ := utf8.DecodeLastRuneInString(b); unicode.IsLower(r) {
				return b, e.mark
			}
			continue
		}
		c := strings.TrimRight(b, "-")
		if k := len(c) - 1; k > 3 && strings.IndexByte("*:_/(", c[k]) >= 0 {
			return c[:k], e.mark
		}
	}
	return s, 0
}

// gender returns Masculine, Feminine, Neuter, or 0 if nothing tells; marked says that
// the noun is in a gendered form.
func (n *Noun) gender(marked bool) Agreement {
	switch {
	case marked || n.sense&senseEither != 0 && n.Kind == Person:
		return 0
	case n.Kind == Person && n.sense&senseWoman != 0:
		return Feminine
	case n.Kind == Person && n.sense&senseMan != 0:
		return Masculine
	case n.Plural:
		return 0
	}
	if g := (n.Forms & Singular).One(); g != Neuter || n.Kind == Body {
		return g
	}
	return 0
}

// nounLemma returns the nominative singular of a noun whose head begins at byte
// head of base.
func (r *Reader) nounLemma(n *Noun, base string, head int) string {
	if base != r.d.Slice(n.Span) {
		return base
	}
	if n.sense&senseDeclined != 0 {
		stem := strings.TrimSuffix(base, endingOf(base))
		if n.Gender == Masculine {
			return stem + "er"
		}
		return stem + "e"
	}
	front, end := base[:head], capitalised(base[head:])
	var buf [64]byte
	for x := range lexicon.Lookup(end).Readings() {
		lemma := x.AppendLemma(buf[:0], end)
		if Forms(x.Features)&n.Forms == 0 || r.readingSense(x, lemma) == 0 {
			continue
		}
		if front == "" || strings.HasSuffix(front, "-") {
			return front + string(lemma)
		}
		first, k := utf8.DecodeRune(lemma)
		return front + string(unicode.ToLower(first)) + string(lemma[k:])
	}
	for _, e := range [...]string{"", "s", "n", "en", "es", "e"} { // the lexicon lacks it
		if b, ok := strings.CutSuffix(end, e); ok && r.senses[b] != 0 {
			return base[:head+len(b)]
		}
	}
	return r.d.Lemma(n.Token)
}
