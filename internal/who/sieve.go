package who

import (
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/discourse"
	"github.com/laut-nlp/laut/internal/nouns"
)

// sieve is a way to guess whom a noun takes up. Each is tried in turn and is right more often
// than trees would find out that see only how each candidate looks, as in Raghunathan and
// others (A Multi-Pass Sieve for Coreference Resolution, EMNLP 2010); the trees then learn
// how far to believe it.
type sieve uint8

const (
	noGuess         sieve = iota
	bySameFront           // Ministeriumssprecher, where the Innenministerium is named
	byKindOfFront         // Firmensprecherin: a company
	byBodyInFocus         // eine Sprecherin
	byKindOfBody          // die Behörde
	byKindAndPlace        // die Bonner Behörde, das Unternehmen aus Aarau
	byLink                // der 51-Jährige, der Luzerner
	byPersonInFocus       // der Landwirt
	byGroup               // die Autorinnen, of two named together
	byReply               // antwortete der Manager: the other of two
	bySubject             // Ende März hatte die Fluglinie angekündigt
	byOpinion             // Die Ursache nach ihrer Ansicht
	byLast                // what goes on after words that cannot speak
	byQuotation           // „… ich habe ihm gesagt, …“
	byOwnerOfText         // Im letzten Absatz heißt es
	bySpokenFor           // ein Sprecher der Behörde; der Kremlsprecher
)

// guess returns the figure that the noun of the words takes up, or -1, and by which sieve.
func (f *figures) guess(q *question) (int32, sieve) {
	if k := f.byReply(q); k >= 0 {
		return k, byReply
	}
	if q.noun >= 0 && q.nounKind&discourse.KindCarrier != 0 && q.kind != wordsTheirWords && q.noun == q.words[len(q.words)-1] {
		return f.last, byLast // den Angaben zufolge
	}
	if q.noun < 0 || q.stem == "" || q.agr == nouns.Plural || q.kind == wordsName {
		return -1, noGuess
	}
	if k := f.bySpokenFor(q); k >= 0 {
		return k, bySpokenFor
	}
	if q.front.word != "" {
		return f.byFront(q)
	}
	p := f.PhraseOf(q.noun)
	if p.Determination == nouns.Definite && q.own >= 0 && f.list[q.own].class == someBody && q.bodies != 0 && (p.Of >= 0 && f.list[p.Of].class == namedPlace || f.comesFrom(q.noun)) {
		return f.ofKind(q, p.Of), byKindAndPlace
	}
	if p.Of >= 0 || p.Determination == nouns.Possessed || f.HasComplement(q.noun) || q.noun != q.words[len(q.words)-1] {
		return -1, noGuess // the words say whose it is
	}
	kind := q.nounKind
	if kind == 0 {
		kind = discourse.KindOfStem(q.stem)
	}
	if bodies().isMedium(f.Words[q.noun].Text) {
		return -1, noGuess // der Küstenkurier, whom nobody takes for a courier
	}
	person := q.own >= 0 && f.list[q.own].isPerson()
	switch {
	case person && kind&discourse.KindSpeaksFor != 0:
		return f.inFocus(q.noun, whoHasSpokespeople), byBodyInFocus
	case p.Determination != nouns.Definite:
		return -1, noGuess
	case person:
		return f.byPerson(q)
	case q.bodies != 0:
		return f.ofKind(q, -1), byKindOfBody
	}
	return -1, noGuess
}

// ofKind returns the body in focus that is of the kinds that a noun takes up, but not the place
// where the noun says that it is, or -1.
func (f *figures) ofKind(q *question, place int) int32 {
	return f.inFocus(q.noun, func(g *figure) int {
		return int(flag((g.class == namedBody || g.class == namedPlace && g.entity != place) && f.bodyFits(q.bodies, g) == 4))
	})
}

// comesFrom reports whether a place behind the noun at token t tells where somebody is from.
func (f *figures) comesFrom(t int) bool {
	if t+2 >= len(f.Words) || f.Words[t+1].Text != "aus" {
		return false
	}
	m := f.NameAt(t + 2)
	return m != nil && f.list[m.Entity].class == namedPlace
}

// bySpokenFor returns the entity that an unnamed spokesperson speaks for whose noun holds its name
// or stands before a noun that takes it up, or -1.
func (f *figures) bySpokenFor(q *question) int32 {
	switch {
	case q.own < 0 || !f.list[q.own].isPerson() || q.nounKind&discourse.KindSpeaksFor == 0:
		return -1
	case q.front.entity != 0:
		return int32(q.front.entity) - 1
	}
	for t := q.noun + 1; t < f.list[q.own].phrase.End; t++ {
		k := f.at[t] - 1
		if k < 0 {
			continue
		}
		switch f.list[k].class {
		case namedBody:
			return k
		case someBody:
			if e := f.takenUpAt(t); e >= 0 {
				return e
			}
		}
	}
	return -1
}

// takenUpAt returns who has the name that the noun at token t takes up, or -1.
func (f *figures) takenUpAt(t int) int32 {
	for i := f.headBefore(t) + 1; i < len(f.heads) && int(f.heads[i].token) == t; i++ {
		if h := &f.heads[i]; h.bridge {
			return h.figure
		}
	}
	return -1
}

// byFront returns the body that the first part of the noun tells of, or -1; a spokesperson counts
// for who has a name.
func (f *figures) byFront(q *question) (int32, sieve) {
	k := f.inFocus(q.noun, func(g *figure) int {
		if g.class != namedBody && g.class != namedPlace {
			return 0
		}
		switch f.frontFits(q, g) {
		case 5:
			return 8
		case 4:
			return 1
		}
		return 0
	})
	if k >= 0 && f.frontFits(q, &f.list[k]) == 5 {
		return k, bySameFront
	}
	return k, byKindOfFront
}

// whoHasSpokespeople tells how well a figure fits a spokesperson who is not said to be anybody's.
func whoHasSpokespeople(g *figure) int {
	switch g.class {
	case namedBody:
		return 2
	case someBody:
		return 1
	}
	return 0
}

// byPerson returns the person with a name that a noun for one takes up, or -1.
func (f *figures) byPerson(q *question) (int32, sieve) {
	k := f.inFocus(q.noun, func(g *figure) int {
		if g.class != namedPerson || g.agr&q.agr == 0 {
			return 0
		}
		switch f.linked(q, g) {
		case 3:
			return 64
		case 2:
			return 16
		}
		return 1
	})
	if k >= 0 && f.linked(q, &f.list[k]) >= 2 {
		return k, byLink
	}
	return k, byPersonInFocus
}

// inFocus returns the most salient figure before token t, each place weighted by how well the
// figure fits, or -1.
func (f *figures) inFocus(t int, fits func(*figure) int) int32 {
	var sums discourse.Tally
	last := f.headBefore(t)
	for i := last; i > last-4*discourse.FarPlaces && i >= 0 && !sums.Full(); i-- {
		h := &f.heads[i]
		d := f.Sentence[t] - f.Sentence[h.token]
		if d > 2*discourse.FarSentences {
			break
		}
		if h.bridge {
			continue
		}
		g := &f.list[h.figure]
		fit := fits(g)
		if fit == 0 {
			continue
		}
		m := &g.mentions[f.mentionsBefore(int(h.figure), int(h.token))]
		sums.Add(h.figure, fit*m.Weight()<<discourse.FarSentences>>d)
	}
	return sums.Best()
}

// headBefore returns the number of the last head before token t, or -1.
func (f *figures) headBefore(t int) int {
	i, _ := slices.BinarySearchFunc(f.heads, t, func(h head, t int) int { return int(h.token) - t })
	return i - 1
}

// bySubject returns who acts where the words of a claim cannot speak: the subject beside its cue
// or, of an act of speech, in it.
func (f *figures) bySubject(c *claim.Claim) (int32, sieve) {
	if f.passive(c.Cue) {
		return -1, noGuess
	}
	at := c.Cue
	if len(at) == 0 && c.Kind == claim.Reported {
		at = c.Content
	}
	if len(at) == 0 {
		return -1, noGuess
	}
	for i := max(f.headBefore(at[0]-discourse.LongPhrase), 0); i < len(f.heads) && int(f.heads[i].token) < at[len(at)-1]+discourse.LongPhrase; i++ {
		h := &f.heads[i]
		if h.bridge || f.Clause[h.token] != f.Clause[at[0]] && !claim.Contains(at, int(h.token)) {
			continue
		}
		g := &f.list[h.figure]
		if g.kind&(discourse.KindMute|discourse.KindPart|discourse.KindWords) != 0 || g.class == namedThing || g.class == somePlace {
			continue
		}
		m := &g.mentions[f.mentionsBefore(int(h.figure), int(h.token))]
		if m.Subject || !m.Oblique && !m.Owner && !m.title && f.Text.Nominative(m.first, m.last) {
			return h.figure, bySubject
		}
	}
	return -1, noGuess
}

// byAnOpinion returns whose opinion a cue holds: nach ihrer Ansicht.
func (f *figures) byAnOpinion(c *claim.Claim) (int32, sieve) {
	for _, t := range c.Cue {
		if t == 0 || discourse.KindOfNoun(f.Text.Doc.Lemma(t))&discourse.KindWords == 0 {
			continue
		}
		if e := f.Owner(t - 1); e >= 0 {
			return int32(e), byOpinion
		}
	}
	return -1, noGuess
}

// passive reports whether a cue tells of what was done to its subject.
func (f *figures) passive(cue []int) bool {
	for _, t := range cue {
		if f.Text.Doc.Lemma(t) == "werden" {
			return true
		}
	}
	return false
}

// byOwner returns whose text the last one before token t is, or that text.
func (f *figures) byOwner(t int) int32 {
	for i := f.headBefore(t); i >= 0 && f.Sentence[t]-f.Sentence[f.heads[i].token] <= 3; i-- {
		h := &f.heads[i]
		g := &f.list[h.figure]
		if h.bridge || g.class != someText || g.kind&discourse.KindPart != 0 {
			continue
		}
		m := &g.mentions[f.mentionsBefore(int(h.figure), int(h.token))]
		for j := m.head + 1; j < m.last; j++ {
			if k := f.at[j]; k != 0 && f.list[k-1].class <= someBody {
				return k - 1
			}
		}
		return h.figure
	}
	return -1
}

// replies are verbs whose subject is another than who spoke last.
var replies = map[string]bool{"antworten": true, "entgegnen": true, "erwidern": true, "kontern": true, "widersprechen": true, "zurückgeben": true, "parieren": true}

// byReply returns the other one where somebody answers who is not named.
func (f *figures) byReply(q *question) int32 {
	if f.last < 0 || len(q.c.Cue) == 0 || q.c.Carried || !replies[f.Text.Doc.Lemma(q.c.Cue[0])] {
		return -1
	}
	switch q.kind {
	case wordsEr, wordsSie, wordsDieser:
	case wordsDefinite:
		if q.own < 0 || !f.list[q.own].isPerson() {
			return -1
		}
	default:
		return -1
	}
	other := int32(-1)
	for _, k := range f.firstPersons {
		if k == f.last || f.list[k].mentions[0].head > q.words[0] {
			continue
		}
		if other >= 0 {
			return -1 // there are more than two
		}
		other = k
	}
	if other >= 0 && q.agr != 0 && f.list[other].agr&q.agr == 0 {
		return -1
	}
	return other
}
