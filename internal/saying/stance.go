package saying

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// What the words of a cue say of the claim. A model that has found the tokens
// of a cue, a frame and a content asks
//
//	a.entryOf(cue []int) (cueEntry, bool)               // stance, medium and what it takes
//	a.stanceOf(cue, frame, content []int) Stance        // the same with negation and questions
//	a.strength(i int) strength                          // what kind of word of saying token i is
//	a.entryAt(i int) (cueEntry, bool)                   // the entry of the word at i, with its prefix

// EntryOf returns the entry of a cue, given by its tokens: that of a phrase
// ("gab zu Protokoll"), of an adjective ("zeigte sich überzeugt"), of a noun
// that stands alone or with a light verb ("erhob den Vorwurf"), of the verb with
// its prefix ("wirft … vor", "hatte … angekündigt"), or of a marker ("laut"). It
// reports false if the list has none.
func (a *Sayings) EntryOf(cue []int) (Entry, bool) {
	id, _ := a.idOf(cue)
	return Cues().Entries[id], id != 0
}

// idOf returns the number of a cue's entry, and if that is a phrase its words.
func (a *Sayings) idOf(cue []int) (ID, []string) {
	var verb, noun, mood, marker ID
	full, light := false, false // there is a verb, one that is no helper; a light one
	var phrase *cuePhrase
	at := -1
	for _, i := range cue {
		w := &a.ws[i]
		if w.Kind != extract.Word {
			continue
		}
		f := a.form(i)
		if p := a.phraseIn(f.phrases, i, cue); p != nil && (phrase == nil || len(p.words) > len(phrase.words)) {
			phrase = p
		}
		s := a.said[i]
		switch s.Strength {
		case SayingNoun:
			if noun == 0 {
				noun, at = s.ID, i
			}
		case SayingMood:
			mood = s.ID
		case SourceWord, weakSource:
			if marker == 0 {
				marker, at = s.ID, i
			}
		case cuePart, weakVerb, StrongVerb, ActVerb:
			if id := a.prefixIn(cue, i, f.base); id != 0 {
				s.ID = id
			}
			if verb == 0 || !f.light {
				verb = s.ID
			}
			full = full || !f.light
			light = light || f.light
		default:
			if id := a.prefixIn(cue, i, f.base); id != 0 {
				verb, full = id, true
			}
			isVerb := w.Features.HasAny(lexicon.Verb|lexicon.PastParticiple) && !w.Capital
			light = light || f.light || f.helper != 0
			full = full || isVerb && !f.light && f.helper == 0
		}
	}
	switch {
	case phrase != nil:
		return phrase.id, phrase.words
	case mood != 0 && !full:
		return mood, nil
	case noun != 0 && !full:
		return noun, nil
	case verb != 0:
		return verb, nil
	case noun != 0:
		return noun, nil
	case marker != 0:
		return a.markerAt(at, marker), nil
	}
	return 0, nil
}

// prefixIn returns the entry whose prefix is a token of the cue behind its verb v.
func (a *Sayings) prefixIn(cue []int, v int, entries []ID) ID {
	for _, id := range entries {
		for _, i := range cue {
			if i > v && a.ws[i].Text == Cues().Entries[id].Prefix {
				return id
			}
		}
	}
	return 0
}

// phraseIn returns the longest of the phrases of the verb at token v whose other
// words stand in its clause, one of them in the cue unless that is the verb alone.
func (a *Sayings) phraseIn(phrases []cuePhrase, v int, cue []int) *cuePhrase {
	if len(phrases) == 0 {
		return nil
	}
	p := a.longest(phrases, a.segment(v), cue)
	if p != nil && len(cue) > 1 && !a.anyIn(cue, p.words) {
		return nil
	}
	return p
}

// longest returns the first of the phrases, the longest first, whose words stand
// in a stretch of tokens or among further ones; nil if none does.
func (a *Sayings) longest(phrases []cuePhrase, in stretch, more []int) *cuePhrase {
next:
	for k := range phrases {
		for _, word := range phrases[k].words {
			if !a.holds(in, word) && !a.anyIn(more, []string{word}) {
				continue next
			}
		}
		return &phrases[k]
	}
	return nil
}

// stretch is the tokens [first, last).
type stretch struct{ first, last int }

// holds reports whether a word stands outside quotations in a stretch.
func (a *Sayings) holds(in stretch, word string) bool {
	for i := in.first; i < in.last; i++ {
		if w := &a.ws[i]; !w.Quoted && len(w.Text) == len(word) && strings.EqualFold(w.Text, word) {
			return true
		}
	}
	return false
}

// anyIn reports whether one of the words is among the tokens.
func (a *Sayings) anyIn(tokens []int, words []string) bool {
	for _, i := range tokens {
		if slices.Contains(words, strings.ToLower(a.ws[i].Text)) {
			return true
		}
	}
	return false
}

// segment returns the tokens around i up to the next marks that end a clause.
func (a *Sayings) segment(i int) stretch {
	first, last := i, i+1
	for first > 0 && i-first < farPrefix && (a.ws[first-1].Quoted || !a.endsClause(first-1)) {
		first--
	}
	for last < len(a.ws) && last-i < farPrefix && (a.ws[last].Quoted || !a.endsClause(last)) {
		last++
	}
	return stretch{first, last}
}

// markerAt returns what a marker says together with the noun behind or before
// it: nach Ansicht, der Meinung nach.
func (a *Sayings) markerAt(i int, marker ID) ID {
	for k := i + 1; k < min(len(a.ws), i+4) && !a.endsClause(k); k++ {
		if s := a.said[k]; s.Strength == SayingNoun {
			return s.ID
		}
	}
	if i > 0 && a.said[i-1].Strength == SayingNoun {
		return a.said[i-1].ID
	}
	return marker
}

// StanceOf returns what a cue says of a claim: the stance of its entry, of its
// negation if the frame denies the cue ("bestritt nicht"), of a question if the
// content asks ("sagte: „Warum?“"). All are tokens in order. A cue that the list
// does not have asserts, as does a claim without one.
//
// A negated verb of saying neither denies nor asserts: who "wollte das nicht
// bestätigen" or "sagte nicht, wer", withholds it.
func (a *Sayings) StanceOf(cue, frame, content []int) claim.Stance {
	id, own := a.idOf(cue)
	e := Cues().Entries[id]
	if id == 0 {
		e.Stance = claim.Asserts
	}
	return a.StanceWith(&e, e.strength < SourceNoun && a.denied(cue, frame, content, own), content)
}

// StanceWith returns the stance of an entry, its verb denied or not, towards a
// content.
func (a *Sayings) StanceWith(e *Entry, denied bool, content []int) claim.Stance {
	s := e.Stance
	if denied {
		s = e.negation()
	}
	switch {
	case len(content) == 0:
	case s == claim.Believes && a.ws[content[0]].Text == "ob": // überlegt, ob
		return claim.Asks
	case s == claim.Asserts && !denied && a.asks(content):
		return claim.Asks
	}
	return s
}

// asks reports whether a content is one question with its mark.
func (a *Sayings) asks(content []int) bool {
	marks, asks := 0, false
	for _, i := range content {
		if a.text.IsPunct(i, ".!?") {
			marks++
			asks = a.ws[i].Text == "?"
		}
	}
	return asks && marks == 1
}
