package who

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/nouns"
)

// addNoun adds what the noun at token t stands for.
func (f *figures) addNoun(t int, last map[nounKey]int) {
	n := f.NounAt(t)
	if n != nil {
		if e := f.Bearer(n); e >= 0 {
			m := f.mentionAt(t, t+1, t)
			m.title, m.noun = true, true
			f.add(e, m)
			return
		}
	}
	g := f.read(t, n)
	m := f.mentionAt(g.phrase.First, g.phrase.End, t)
	m.noun, m.det = true, f.PhraseOf(t).Determination
	key := nounKey{g.stem, g.agr == nouns.Plural}
	e := f.Apposed(t, g.phrase, m.det)
	if e < 0 {
		e = f.bodyNamed(t, &g)
	}
	if e >= 0 && g.class != someText {
		last[key] = e
		f.add(e, m)
		return
	}
	k, ok := last[key]
	if !ok && m.det == nouns.Definite && m.first+1 == m.head && f.hanging(g.phrase) == "" {
		if k, ok = f.compound(&g); ok {
			last[key] = k
		}
	}
	if !ok || !f.takesUp(&g, k, m.det) {
		f.list = append(f.list, g)
		k = len(f.list) - 1
		last[key] = k
	}
	f.add(k, m)
	if e := f.PartAt(t); e >= 0 && len(f.list[e].mentions) == 0 { // the Kremlsprecher, before the Kreml
		part := m
		part.bridge, part.Standing = true, discourse.Standing{}
		f.bridge(e, part)
	}
	if g.kind&discourse.KindWords != 0 {
		f.addFront(t, m)
	}
	f.addQuoted(t)
}

// read returns the figure that the noun at token t is where it takes up none; n is nil of a noun
// that stands for no person, body or place.
func (f *figures) read(t int, n *nouns.Noun) figure {
	g := figure{entity: -1, phrase: f.PhraseAround(t)}
	if n != nil {
		g.lemma, g.agr = n.Lemma, f.AgreementOf(n)
		g.class = [...]figureClass{nouns.Person: somePerson, nouns.Body: someBody, nouns.Place: somePlace}[n.Kind]
	} else {
		g.lemma, g.agr, g.class = f.Text.Doc.Lemma(t), f.NounAgreement(t), someThing
		if f.Tags[t].Number == extract.Plural {
			g.agr = nouns.Plural
		}
	}
	if g.agr != nouns.Plural && f.IsPlural(t, n, g.phrase) {
		g.agr = nouns.Plural
	}
	g.stem = discourse.Stem(g.lemma)
	g.kind = discourse.KindOfStem(g.stem)
	g.description = g.kind&discourse.KindDescription != 0 || discourse.IsPeople(g.lemma)
	switch {
	case g.kind&discourse.KindWords != 0:
		g.class = someText
	case n == nil && g.kind&(discourse.KindsOfOrganisation|discourse.KindOrganisation) != 0:
		g.class = someBody
	case n == nil && g.description:
		g.class = somePerson
	}
	if g.class == someBody || g.class == somePlace {
		g.bodies = bodies().nouns.of(g.stem) | bodies().names.of(g.lemma)
	}
	return g
}

// takesUp reports whether a noun can mean figure k, which the same noun has meant before.
func (f *figures) takesUp(g *figure, k int, det nouns.Determination) bool {
	if det == nouns.Indefinite || det == nouns.Bare && g.agr == nouns.Plural {
		return false
	}
	of := f.hanging(g.phrase)
	return of == "" || f.list[k].entity < 0 && of == f.hanging(f.list[k].phrase)
}

// bodyNamed returns the organisation whose name stands right behind the noun at token t for a body,
// or -1: die Ratingagentur Moody's.
func (f *figures) bodyNamed(t int, g *figure) int {
	if g.class != someBody || t+1 >= len(f.Words) || f.Sentence[t+1] != f.Sentence[t] {
		return -1
	}
	if m := f.NameAt(t + 1); m != nil && m.First == t+1 && f.list[m.Entity].class == namedBody {
		return m.Entity
	}
	return -1
}

// farCompounds is how many figures back a compound is looked for, which keeps the time linear.
const farCompounds = 64

// compound returns the last figure whose noun ends with a noun: the Gesundheitsministerium, of
// "das Ministerium".
func (f *figures) compound(g *figure) (k int, ok bool) {
	if len(g.stem) < 4 || g.class == someThing {
		return 0, false
	}
	for k := len(f.list) - 1; k >= max(len(f.Text.Entities), len(f.list)-farCompounds); k-- {
		o := &f.list[k]
		if o.class == g.class && len(o.stem) > len(g.stem)+2 && strings.HasSuffix(o.stem, g.stem) && (o.agr == nouns.Plural) == (g.agr == nouns.Plural) {
			return k, true
		}
	}
	return 0, false
}

// hanging returns what hangs on the noun of a phrase, as it stands in the text, or "".
func (f *figures) hanging(p discourse.NounPhrase) string {
	if p.End == p.Head+1 {
		return ""
	}
	return f.Text.Doc.Slice(f.Text.Span(p.Head+1, p.End))
}

// addFront adds whose words a compound means: Polizeiangaben.
func (f *figures) addFront(t int, m mention) {
	if f.PartAt(t) >= 0 {
		return
	}
	front, ok := "", false
	for _, end := range [...]string{"angaben", "auskunft", "mitteilung", "meldungen", "informationen", "meinung"} {
		if front, ok = strings.CutSuffix(f.Words[t].Text, end); ok {
			break
		}
	}
	if !ok || len(front) < 4 {
		return
	}
	front = strings.TrimSuffix(front, "-")
	if !nouns.Features(front).HasAny(lexicon.Noun) {
		if s, ok := strings.CutSuffix(front, "s"); ok {
			front = s
		}
	}
	f.list = append(f.list, figure{entity: -1, class: someBody, agr: nouns.Singular | nouns.Plural, lemma: front, stem: discourse.Stem(front), name: front, mentions: []mention{m}, phrase: discourse.AsNamed(t, t+1)})
}

// addQuoted adds who is named in quotation marks after a noun: der Verein „Gute Luft“.
func (f *figures) addQuoted(t int) {
	if t+2 >= len(f.Words) || f.Words[t+1].Kind != extract.OpenQuote || f.NameAt(t+2) != nil {
		return
	}
	end := t + 2
	for end < len(f.Words) && end < t+10 && f.Words[end].Kind != extract.CloseQuote && !(f.Words[end].Finite && !f.Words[end].Capital) {
		end++
	}
	if end >= len(f.Words) || f.Words[end].Kind != extract.CloseQuote || end == t+2 || !f.Words[t+2].Capital {
		return
	}
	m := f.mentionAt(t+2, end, t+2)
	m.Quoted = false
	f.list = append(f.list, figure{entity: -1, class: someBody, agr: nouns.Singular | nouns.Plural, stem: "", name: strings.Join(strings.Fields(f.Text.Doc.Slice(f.Text.Span(t+2, end))), " "), phrase: discourse.AsNamed(t+2, end)})
	f.add(len(f.list)-1, m)
}
