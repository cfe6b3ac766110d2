package who

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
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

// Resolve returns the speaker that words of the document stand for, given as spans
// of bytes in order; addressee are the words for who is spoken to, who is somebody
// else.
func (x *Discourse) Resolve(speaker, addressee []extract.Span) Speaker {
	return x.Speaker(&claim.Claim{Speaker: x.tokensAt(speaker), Addressee: x.tokensAt(addressee)})
}

// tokensAt returns the tokens that overlap spans, in order.
func (x *Discourse) tokensAt(spans []extract.Span) []int {
	var ts []int
	for _, s := range spans {
		first, last := x.text.Doc.TokensIn(s)
		ts = append(ts, claim.Tokens(first, last)...)
	}
	slices.Sort(ts)
	return slices.Compact(ts)
}

// Speaker turns the tokens of a speaker into the result, with its name.
func (x *Discourse) Speaker(f *claim.Claim) Speaker {
	s := Speaker{Entity: -1}
	if len(f.Speaker) == 0 {
		return s
	}
	s.Spans, s.Head = x.text.Spans(f.Speaker), x.headNoun(f.Speaker)
	s.Entity, s.Via = x.byRules(f)
	if s.Entity >= 0 {
		s.Name = x.text.Entities[s.Entity].Name
		return s
	}
	s.Name = strings.Join(strings.Fields(x.text.Doc.Slice(s.Spans[0])), " ")
	return s
}

// byRules returns the entity that the words of a claim's speaker mean, or -1, and how they do.
func (x *Discourse) byRules(f *claim.Claim) (entity int, via claim.Via) {
	if len(f.Speaker) == 0 {
		return -1, claim.ViaNone
	}
	var l look
	if len(f.Addressee) > 0 {
		if e := x.head(f.Addressee); e >= 0 {
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
	for len(ts) > 1 && (x.ws[ts[0]].Function == syntax.Preposition || x.ws[ts[0]].Function == syntax.Adverb) && x.nameOf[ts[0]] == 0 {
		ts = ts[1:]
	}
	t := ts[0]
	if len(ts) == 1 && x.nameOf[t] == 0 && isPronoun(x.ws[t].Function, x.ws[t].Text) {
		return x.speaksFor(x.byPronoun(t, l)), claim.ViaPronoun
	}
	if e := x.head(ts); e >= 0 {
		return e, claim.ViaName
	}
	for k, t := range ts {
		if x.nameOf[t] != 0 || x.tags[t].POS != extract.NOUN && x.nounOf[t] == 0 {
			continue
		}
		return x.byNoun(ts, k, l)
	}
	if last := ts[len(ts)-1]; len(ts) == 2 && x.both(last) { // die beiden
		return x.entityOf(x.byPronoun(last, l)), claim.ViaPronoun
	}
	return -1, claim.ViaNoun
}

// headNoun returns the lemma of the noun that a speaker's words stand around: Chef of "der
// frühere Chef des Betriebsrats". Of "Angaben des Ministers" it is whose they are.
func (x *Discourse) headNoun(ts []int) (lemma string) {
	for _, t := range ts {
		if x.nameOf[t] != 0 || x.tags[t].POS != extract.NOUN && x.nounOf[t] == 0 {
			continue
		}
		if lemma = x.text.Doc.Lemma(t); holders().kind(lemma)&kindWords == 0 {
			return lemma
		}
	}
	return lemma
}

// isPronoun reports whether a word that stands alone is a pronoun. After an
// opening mark one may have a capital.
func isPronoun(function syntax.Function, text string) bool {
	if function == syntax.NoFunction {
		function = syntax.FunctionOf(text)
	}
	return function == syntax.Pronoun || function == syntax.Relative || function == syntax.Determiner || function == syntax.Interrogative
}

// byNoun returns the entity that words with the common noun ts[k] mean, or -1, and
// how they do.
func (x *Discourse) byNoun(ts []int, k int, l look) (entity int, via claim.Via) {
	t := ts[k]
	kind := holders().kind(x.text.Doc.Lemma(t))
	rest := ts[k+1 : min(len(ts), k+1+longPhrase)]
	if kind&kindWords != 0 {
		return x.byWords(t, ts[:k], rest, l)
	}
	if kind&kindSpeaksFor != 0 {
		if e := x.organisationOf(t, ts[:k], rest, l); e >= 0 {
			return e, claim.ViaNoun
		}
	}
	if p := x.placeAt[t]; p != 0 {
		return x.entityOf(int(x.places[p-1].ref)), claim.ViaNoun
	}
	return -1, claim.ViaNoun
}

// byWords returns whose words a noun such as Meinung or Angaben at token t means.
func (x *Discourse) byWords(t int, before, rest []int, l look) (entity int, via claim.Via) {
	for _, i := range before {
		if r, ok := x.byPossessive(i, l); ok {
			if via = claim.ViaPronoun; x.reader.Own.Has(x.ws[i].Text) {
				via = claim.ViaNoun
			}
			return x.speaksFor(r), via
		}
	}
	if e := x.inside[t]; e != 0 && x.part[t] { // NASA-Angaben
		return int(e) - 1, claim.ViaNoun
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
	if ref < 0 || x.refs[ref].entity >= 0 {
		return x.entityOf(ref)
	}
	t := x.refs[ref].noun
	if holders().kind(x.text.Doc.Lemma(t))&kindSpeaksFor == 0 {
		return -1
	}
	first := x.phraseBefore(t).First
	end := max(t+1, x.text.Phrase(first, min(len(x.ws), t+longPhrase)))
	return x.organisationOf(t, claim.Tokens(first, t), claim.Tokens(t+1, end), look{})
}

// organisationOf returns the organisation that an unnamed spokesperson at token t
// speaks for, -1 if it is none: VW-Sprecher, ein Sprecher von VW.
func (x *Discourse) organisationOf(t int, before, rest []int, l look) int {
	e := -1
	if k := x.inside[t]; k != 0 && x.part[t] {
		e = int(k) - 1
	} else if len(rest) > 0 {
		e, _ = x.whoSpeaks(rest, l)
	} else {
		e = x.genitiveBefore(before)
	}
	if e >= 0 && x.text.Entities[e].Label == entities.ORG {
		return e
	}
	return -1
}

// genitiveBefore returns the entity of a name in the genitive among tokens: VWs
// Angaben.
func (x *Discourse) genitiveBefore(ts []int) int {
	for _, t := range ts {
		if k := x.nameOf[t]; k != 0 && x.names[k-1].genitive {
			return x.names[k-1].entity
		}
	}
	return -1
}

// head returns the entity whose name is the head of a phrase, or stands in
// apposition to it; -1 where names only tell of whom or what somebody is: der
// Anwalt von Klaus Meier, Merkels Sprecher.
func (x *Discourse) head(ts []int) int {
	other := -1
	depth, noun := 0, false
	for k := 0; k < len(ts); k++ {
		t := ts[k]
		switch x.ws[t].Text {
		case "(":
			depth++
		case ")":
			depth--
		}
		n := x.nameOf[t]
		if n == 0 {
			noun = noun || x.tags[t].POS == extract.NOUN
			continue
		}
		m := &x.names[n-1]
		last := k
		for last+1 < len(ts) && ts[last+1] < m.last {
			last++
		}
		if depth == 0 && !x.depends(ts, k, last, m) {
			switch x.text.Entities[m.entity].Label {
			case entities.PER:
				return m.entity
			case entities.ORG:
				if other < 0 {
					other = m.entity
				}
			case entities.LOC:
				if other < 0 && !noun && last == len(ts)-1 {
					other = m.entity
				}
			}
		}
		k = last
	}
	return other
}

// depends reports whether the name at ts[k:last+1] hangs on a noun of the phrase.
func (x *Discourse) depends(ts []int, k, last int, m *nameAt) bool {
	if last+1 < len(ts) { // Merkels Sprecher, Hewlett-Packard Sprecherin Eva Lang
		next := ts[last+1]
		if m.genitive && x.ws[next].Kind == extract.Word && x.tags[next].POS != extract.CCONJ && x.tags[next].POS != extract.ADP {
			return true
		}
		if x.text.Entities[m.entity].Label != entities.PER && x.nounOf[next] != 0 && x.nouns[x.nounOf[next]-1].Kind == nouns.Person {
			return true
		}
	}
	begin := x.phraseBefore(m.first).First
	i := k
	for i > 0 && ts[i-1] >= begin {
		i--
	}
	if i == 0 {
		return false
	}
	before := ts[i-1]
	w := x.ws[before].Text
	switch {
	case x.ws[before].Function == syntax.Preposition:
		return true
	case x.text.IsPunct(before, ",;–-:") || x.ws[before].Kind == extract.Dash || x.ws[before].Kind == extract.OpenQuote, x.ws[before].Function == syntax.Coordinator, w == "wie", w == "als":
		return false
	}
	if i < k && syntax.Genitive(x.ws[ts[i]].Lower()) { // der Sprecher der SPD
		return x.tags[before].POS == extract.NOUN || x.nameOf[before] != 0 || x.tags[before].POS == extract.PROPN
	}
	return i == k && m.genitive && (x.tags[before].POS == extract.NOUN || x.nameOf[before] != 0)
}
