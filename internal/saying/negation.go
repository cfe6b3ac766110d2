package saying

import (
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/syntax"
)

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
