package discourse

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/hash"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/syntax"
)

// Speaker is who makes a claim.
type Speaker struct {
	Spans  []extract.Span
	Entity int   // or -1
	Others []int // further entities, where several speak
	Name   string
	Head   string // the lemma of the noun among the words
	Via    claim.Via
	Score  float32 // how probably the name is right; the rules give none
}

// Speaker turns the tokens of a speaker into the result, with its name.
func (x *Discourse) Speaker(f *claim.Claim) Speaker {
	s := Speaker{Entity: -1}
	if len(f.Speaker) == 0 {
		return s
	}
	s.Spans, s.Head = x.Text.Spans(f.Speaker), x.HeadNoun(f.Speaker)
	s.Entity, s.Via = x.Meant(f)
	if s.Entity >= 0 {
		s.Name = x.Text.Entities[s.Entity].Name
		return s
	}
	s.Name = strings.Join(strings.Fields(x.Text.Doc.Slice(s.Spans[0])), " ")
	return s
}

// Speakers returns the speakers of claims.
func (x *Discourse) Speakers(list []claim.Claim) []Speaker {
	out := make([]Speaker, len(list))
	for i := range list {
		x.Text.Sign.Look()
		out[i] = x.Speaker(&list[i])
	}
	return out
}

// Meant returns the entity that the words of a claim's speaker mean, or -1, and how they do.
func (x *Discourse) Meant(f *claim.Claim) (entity int, via claim.Via) {
	if len(f.Speaker) == 0 {
		return -1, claim.ViaNone
	}
	var l look
	if len(f.Addressee) > 0 {
		if e := x.Head(f.Addressee); e >= 0 {
			l.without = int32(e) + 1
		}
	}
	if entity, via = x.whoSpeaks(f.Speaker, l); f.Carried {
		via = claim.ViaCarried
	}
	return entity, via
}

// whoSpeaks returns the entity that a speaker's words mean, or -1, and how they
// do.
func (x *Discourse) whoSpeaks(ts []int, l look) (entity int, via claim.Via) {
	for len(ts) > 1 && (x.Words[ts[0]].Function == syntax.Preposition || x.Words[ts[0]].Function == syntax.Adverb) && x.NameAt(ts[0]) == nil {
		ts = ts[1:]
	}
	t := ts[0]
	if len(ts) == 1 && x.NameAt(t) == nil && x.isPronoun(t) {
		return x.speaksFor(x.byPronoun(t, l)), claim.ViaPronoun
	}
	if e := x.Head(ts); e >= 0 {
		return e, claim.ViaName
	}
	for k, t := range ts {
		if x.NameAt(t) != nil || x.Tags[t].POS != extract.NOUN && x.NounAt(t) == nil {
			continue
		}
		return x.byNoun(ts, k, l)
	}
	if last := ts[len(ts)-1]; len(ts) == 2 && x.Both(last) { // die beiden
		return x.entityOf(x.byPronoun(last, l)), claim.ViaPronoun
	}
	return -1, claim.ViaNoun
}

// HeadNoun returns the lemma of the noun that a speaker's words stand around: Chef of "der
// frühere Chef des Betriebsrats". Of "Angaben des Ministers" it is whose they are.
func (x *Discourse) HeadNoun(ts []int) (lemma string) {
	for _, t := range ts {
		if x.NameAt(t) != nil || x.Tags[t].POS != extract.NOUN && x.NounAt(t) == nil {
			continue
		}
		if lemma = x.Text.Doc.Lemma(t); KindOfNoun(lemma)&KindWords == 0 {
			return lemma
		}
	}
	return lemma
}

// isPronoun reports whether token t, if it stands alone, is a pronoun. After an
// opening mark one may have a capital.
func (x *Discourse) isPronoun(t int) bool {
	function := x.Words[t].Function
	if function == syntax.NoFunction {
		function = syntax.FunctionOf(x.Words[t].Text)
	}
	return function == syntax.Pronoun || function == syntax.Relative || function == syntax.Determiner || function == syntax.Interrogative
}

// byNoun returns the entity that words with the common noun ts[k] mean, or -1, and
// how they do.
func (x *Discourse) byNoun(ts []int, k int, l look) (entity int, via claim.Via) {
	t := ts[k]
	kind := KindOfNoun(x.Text.Doc.Lemma(t))
	rest := ts[k+1 : min(len(ts), k+1+LongPhrase)]
	if kind&KindWords != 0 {
		return x.byWords(t, ts[:k], rest, l)
	}
	if kind&KindSpeaksFor != 0 {
		if e := x.organisationOf(t, ts[:k], rest, l); e >= 0 {
			return e, claim.ViaNoun
		}
	}
	if p := x.PlaceAt(t); p != nil {
		return x.entityOf(int(p.Referent)), claim.ViaNoun
	}
	return -1, claim.ViaNoun
}

// byWords returns whose words a noun such as Meinung or Angaben at token t means.
func (x *Discourse) byWords(t int, before, rest []int, l look) (entity int, via claim.Via) {
	for _, i := range before {
		if r, ok := x.byPossessive(i, l); ok {
			if via = claim.ViaPronoun; x.Reader.Own.Has(x.Words[i].Text) {
				via = claim.ViaNoun
			}
			return x.speaksFor(r), via
		}
	}
	if e := x.PartAt(t); e >= 0 { // NASA-Angaben
		return e, claim.ViaNoun
	}
	if e := x.genitiveBefore(before); e >= 0 {
		return e, claim.ViaName
	}
	if len(rest) > 0 {
		return x.whoSpeaks(rest, l)
	}
	return -1, claim.ViaNoun
}

// speaksFor returns the entity of a referent; of an unnamed spokesperson that of
// the organisation.
func (x *Discourse) speaksFor(ref int) int {
	if ref < 0 || x.Referents[ref].Entity >= 0 {
		return x.entityOf(ref)
	}
	t := x.Referents[ref].Noun
	if KindOfNoun(x.Text.Doc.Lemma(t))&KindSpeaksFor == 0 {
		return -1
	}
	first := x.PhraseBefore(t).First
	end := max(t+1, x.Text.Phrase(first, min(len(x.Words), t+LongPhrase)))
	return x.organisationOf(t, claim.Tokens(first, t), claim.Tokens(t+1, end), look{})
}

// organisationOf returns the organisation that an unnamed spokesperson at token t
// speaks for, -1 if it is none: VW-Sprecher, ein Sprecher von VW.
func (x *Discourse) organisationOf(t int, before, rest []int, l look) int {
	e := x.PartAt(t)
	if e < 0 && len(rest) > 0 {
		e, _ = x.whoSpeaks(rest, l)
	} else if e < 0 {
		e = x.genitiveBefore(before)
	}
	if e >= 0 && x.Text.Entities[e].Label == entities.ORG {
		return e
	}
	return -1
}

// genitiveBefore returns the entity of a name in the genitive among tokens: VWs
// Angaben.
func (x *Discourse) genitiveBefore(ts []int) int {
	for _, t := range ts {
		if m := x.NameAt(t); m != nil && m.Genitive {
			return m.Entity
		}
	}
	return -1
}

// Head returns the entity whose name is the head of a phrase, or stands in
// apposition to it; -1 where names only tell of whom or what somebody is: der
// Anwalt von Klaus Meier, Merkels Sprecher.
func (x *Discourse) Head(ts []int) int {
	other := -1
	depth, noun := 0, false
	for k := 0; k < len(ts); k++ {
		t := ts[k]
		switch x.Words[t].Text {
		case "(":
			depth++
		case ")":
			depth--
		}
		m := x.NameAt(t)
		if m == nil {
			noun = noun || x.Tags[t].POS == extract.NOUN
			continue
		}
		last := k
		for last+1 < len(ts) && ts[last+1] < m.Last {
			last++
		}
		if depth == 0 && !x.depends(ts, k, last, m) {
			switch x.Text.Entities[m.Entity].Label {
			case entities.PER:
				return m.Entity
			case entities.ORG:
				if other < 0 {
					other = m.Entity
				}
			case entities.LOC:
				if other < 0 && !noun && last == len(ts)-1 {
					other = m.Entity
				}
			}
		}
		k = last
	}
	return other
}

// depends reports whether the name at ts[k:last+1] hangs on a noun of the phrase.
func (x *Discourse) depends(ts []int, k, last int, m *Name) bool {
	if last+1 < len(ts) { // Merkels Sprecher, Hewlett-Packard Sprecherin Eva Lang
		next := ts[last+1]
		if m.Genitive && x.Words[next].Kind == extract.Word && x.Tags[next].POS != extract.CCONJ && x.Tags[next].POS != extract.ADP {
			return true
		}
		if x.Text.Entities[m.Entity].Label != entities.PER && x.NounAt(next) != nil && x.NounAt(next).Kind == nouns.Person {
			return true
		}
	}
	begin := x.PhraseBefore(m.First).First
	i := k
	for i > 0 && ts[i-1] >= begin {
		i--
	}
	if i == 0 {
		return false
	}
	before := ts[i-1]
	w := x.Words[before].Text
	switch {
	case x.Words[before].Function == syntax.Preposition:
		return true
	case x.Text.IsPunct(before, ",;–-:") || x.Words[before].Kind == extract.Dash || x.Words[before].Kind == extract.OpenQuote, x.Words[before].Function == syntax.Coordinator, w == "wie", w == "als":
		return false
	}
	if i < k && syntax.Genitive(x.Words[ts[i]].Lower()) { // der Sprecher der SPD
		return x.Tags[before].POS == extract.NOUN || x.NameAt(before) != nil || x.Tags[before].POS == extract.PROPN
	}
	return i == k && m.Genitive && (x.Tags[before].POS == extract.NOUN || x.NameAt(before) != nil)
}

// Voice returns a number for who makes a claim, the same for all claims of one in the
// text, and 0 for nobody.
func (x *Discourse) Voice(c *claim.Claim) uint64 {
	s := x.Speaker(c)
	switch {
	case s.Entity >= 0:
		return uint64(s.Entity) + 1
	case s.Name != "":
		return hash.Folded(s.Name)
	}
	return 0
}
