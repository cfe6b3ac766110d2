package saying

import (
	"slices"
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/syntax"
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

// cueNegated is clauseNegated for a cue given by its tokens: it reports whether a negation stands in the clause of a cue, inside the
// frame if that is known, and outside the content. The words of the cue's own
// phrase do not count: "machte kein Hehl daraus".
func (s *Sayings) cueNegated(cue, frame, content []int, own []string) bool {
	verb := slices.IndexFunc(cue, func(i int) bool { return s.ws[i].Features.HasAny(lexicon.Verb | lexicon.PastParticiple) })
	if verb < 0 || s.ws[cue[verb]].Capital && !s.ws[cue[verb]].Small {
		return false // what a noun alone says is not denied: "Das Fazit überrascht nicht"
	}
	end := -1
	for _, i := range cue {
		if i < end {
			continue
		}
		in := s.part(s.segment(i), i)
		end = in.last
		for k := in.first; k < in.last; k++ {
			if len(frame) > 0 && !claim.Contains(frame, k) || claim.Contains(content, k) {
				continue
			}
			if s.negates(k, own) || s.ws[k].Text == "ohne" && s.infinitiveOf(cue, k) && !s.negates(k-1, own) && !(s.text.IsPunct(k-1, ",") && s.negates(k-2, own)) {
				return true // "ging nicht, ohne zu sagen" has two negations
			}
		}
	}
	return false
}

// infinitiveOf reports whether a cue is an infinitive with zu after token k:
// ohne zu sagen.
func (s *Sayings) infinitiveOf(cue []int, k int) bool {
	for _, i := range cue {
		if i > k && s.text.ZuInfinitive(i-1, i+1) {
			return true
		}
	}
	return false
}

// part returns the part of a stretch that token i shares with no other finite
// verb after or before "und": of "Das war nicht alles und er sagte" the last
// two words.
func (s *Sayings) part(in stretch, i int) stretch {
	verb := s.ws[i].Finite
	for k := i - 1; k >= in.first; k-- {
		if s.ws[k].Quoted {
			continue
		}
		if s.ws[k].Function == syntax.Coordinator && verb && s.text.AnyFinite(in.first, k) {
			in.first = k + 1
			break
		}
		verb = verb || s.ws[k].Finite
	}
	for k := i + 1; k < in.last; k++ {
		if !s.ws[k].Quoted && s.ws[k].Function == syntax.Coordinator && s.text.AnyFinite(k+1, in.last) {
			in.last = k
			break
		}
	}
	return in
}

// negates reports whether the word at token i denies the verb of its clause.
func (s *Sayings) negates(i int, own []string) bool {
	if i < 0 || s.form(i).grammar&isNegation == 0 || s.ws[i].Quoted {
		return false
	}
	w := s.ws[i].Lower()
	if w == "nicht" {
		if i > 0 && (s.ws[i-1].Function == syntax.Determiner || s.ws[i-1].Function == syntax.Relative || s.ws[i-1].Function == syntax.Preposition) {
			return false // ein nicht genannter Vertreter
		}
		if i+1 < len(s.ws) && s.form(i+1).grammar&undoesNicht != 0 {
			return false
		}
	}
	return !slices.Contains(own, w)
}
