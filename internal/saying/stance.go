package saying

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// EntryOf returns the entry of a cue, given by its tokens: that of a phrase
// ("gab zu Protokoll"), of an adjective ("zeigte sich überzeugt"), of a noun
// that stands alone or with a light verb ("erhob den Vorwurf"), of the verb with
// its prefix ("wirft … vor", "hatte … angekündigt"), or of a marker ("laut"). It
// reports false if the list has none.
func (s *Sayings) EntryOf(cue []int) (Entry, bool) {
	id, _ := s.idOf(cue)
	return Cues().Entries[id], id != 0
}

// idOf returns the number of a cue's entry, and if that is a phrase its words.
func (s *Sayings) idOf(cue []int) (ID, []string) {
	var verb, noun, adjective, marker ID
	full, light := false, false // there is a verb, one that is no helper; a light one
	var phrase *cuePhrase
	at := -1
	for _, i := range cue {
		w := &s.ws[i]
		if w.Kind != extract.Word {
			continue
		}
		f := s.form(i)
		if p := s.phraseIn(f.phrases, i, cue); p != nil && (phrase == nil || len(p.words) > len(phrase.words)) {
			phrase = p
		}
		said := s.said[i]
		switch said.Strength {
		case SayingNoun:
			if noun == 0 {
				noun, at = said.ID, i
			}
		case SayingAdjective:
			adjective = said.ID
		case SourceWord, weakSource:
			if marker == 0 {
				marker, at = said.ID, i
			}
		case cuePart, weakVerb, StrongVerb, ActVerb:
			if id := s.prefixIn(cue, i, f.base); id != 0 {
				said.ID = id
			}
			if verb == 0 || !f.light {
				verb = said.ID
			}
			full = full || !f.light
			light = light || f.light
		default:
			if id := s.prefixIn(cue, i, f.base); id != 0 {
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
	case adjective != 0 && !full:
		return adjective, nil
	case noun != 0 && !full:
		return noun, nil
	case verb != 0:
		return verb, nil
	case noun != 0:
		return noun, nil
	case marker != 0:
		return s.markerAt(at, marker), nil
	}
	return 0, nil
}

// prefixIn returns the entry whose prefix is a token of the cue after its verb v.
func (s *Sayings) prefixIn(cue []int, v int, entries []ID) ID {
	for _, id := range entries {
		for _, i := range cue {
			if i > v && s.ws[i].Text == Cues().Entries[id].Prefix {
				return id
			}
		}
	}
	return 0
}

// phraseIn returns the longest of the phrases of the verb at token v whose other
// words stand in its clause, one of them in the cue unless that is the verb alone.
func (s *Sayings) phraseIn(phrases []cuePhrase, v int, cue []int) *cuePhrase {
	if len(phrases) == 0 {
		return nil
	}
	p := s.longest(phrases, s.segment(v), cue)
	if p != nil && len(cue) > 1 && !s.anyIn(cue, p.words) {
		return nil
	}
	return p
}

// longest returns the first of the phrases, the longest first, whose words stand
// in a stretch of tokens or among further ones; nil if none does.
func (s *Sayings) longest(phrases []cuePhrase, in stretch, more []int) *cuePhrase {
next:
	for k := range phrases {
		for _, word := range phrases[k].words {
			if !s.holds(in, word) && !s.anyIn(more, []string{word}) {
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
func (s *Sayings) holds(in stretch, word string) bool {
	for i := in.first; i < in.last; i++ {
		if w := &s.ws[i]; !w.Quoted && len(w.Text) == len(word) && strings.EqualFold(w.Text, word) {
			return true
		}
	}
	return false
}

// anyIn reports whether one of the words is among the tokens.
func (s *Sayings) anyIn(tokens []int, words []string) bool {
	for _, i := range tokens {
		if slices.Contains(words, strings.ToLower(s.ws[i].Text)) {
			return true
		}
	}
	return false
}

// segment returns the tokens around i up to the next marks that end a clause.
func (s *Sayings) segment(i int) stretch {
	first, last := i, i+1
	for first > 0 && i-first < farPrefix && (s.ws[first-1].Quoted || !s.endsClause(first-1)) {
		first--
	}
	for last < len(s.ws) && last-i < farPrefix && (s.ws[last].Quoted || !s.endsClause(last)) {
		last++
	}
	return stretch{first, last}
}

// markerAt returns what a marker says together with the noun after or before
// it: nach Ansicht, der Meinung nach.
func (s *Sayings) markerAt(i int, marker ID) ID {
	for k := i + 1; k < min(len(s.ws), i+4) && !s.endsClause(k); k++ {
		if said := s.said[k]; said.Strength == SayingNoun {
			return said.ID
		}
	}
	if i > 0 && s.said[i-1].Strength == SayingNoun {
		return s.said[i-1].ID
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
func (s *Sayings) StanceOf(cue, frame, content []int) claim.Stance {
	id, own := s.idOf(cue)
	e := Cues().Entries[id]
	if id == 0 {
		e.Stance = claim.Asserts
	}
	return s.StanceWith(&e, e.strength < SourceNoun && s.cueNegated(cue, frame, content, own), content)
}

// StanceWith returns the stance of an entry, its verb denied or not, towards a
// content.
func (s *Sayings) StanceWith(e *Entry, denied bool, content []int) claim.Stance {
	stance := e.Stance
	if denied {
		stance = e.negation()
	}
	switch {
	case len(content) == 0:
	case stance == claim.Believes && s.ws[content[0]].Text == "ob": // überlegt, ob
		return claim.Asks
	case stance == claim.Asserts && !denied && s.asks(content):
		return claim.Asks
	case stance == claim.Asserts && !denied && s.Admits(content):
		return claim.Admits
	}
	return stance
}

// asks reports whether a content is one question with its mark.
func (s *Sayings) asks(content []int) bool {
	marks, asks := 0, false
	for _, i := range content {
		if s.text.IsPunct(i, ".!?") {
			marks++
			asks = s.ws[i].Text == "?"
		}
	}
	return asks && marks == 1
}
