package saying

import (
	"slices"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
	"github.com/laut-nlp/laut/internal/syntax"
)

// denied reports whether a negation stands in the clause of a cue, inside the
// frame if that is known, and outside the content. The words of the cue's own
// phrase do not count: "machte kein Hehl daraus".
func (a *Sayings) denied(cue, frame, content []int, own []string) bool {
	verb := slices.IndexFunc(cue, func(i int) bool { return a.ws[i].Features.HasAny(lexicon.Verb | lexicon.PastParticiple) })
	if verb < 0 || a.ws[cue[verb]].Capital && !a.ws[cue[verb]].Small {
		return false // what a noun alone says is not denied: "Das Fazit überrascht nicht"
	}
	end := -1
	for _, i := range cue {
		if i < end {
			continue
		}
		in := a.part(a.segment(i), i)
		end = in.last
		for k := in.first; k < in.last; k++ {
			if len(frame) > 0 && !claim.Contains(frame, k) || claim.Contains(content, k) {
				continue
			}
			if a.negates(k, own) || a.ws[k].Text == "ohne" && a.infinitiveOf(cue, k) && !a.negates(k-1, own) && !(a.text.IsPunct(k-1, ",") && a.negates(k-2, own)) {
				return true // "ging nicht, ohne zu sagen" has two negations
			}
		}
	}
	return false
}

// infinitiveOf reports whether a cue is an infinitive with zu behind token k:
// ohne zu sagen.
func (a *Sayings) infinitiveOf(cue []int, k int) bool {
	for _, i := range cue {
		if i > k && a.text.ZuInfinitive(i-1, i+1) {
			return true
		}
	}
	return false
}

// part returns the part of a stretch that token i shares with no other finite
// verb behind or before "und": of "Das war nicht alles und er sagte" the last
// two words.
func (a *Sayings) part(in stretch, i int) stretch {
	verb := a.ws[i].Finite
	for k := i - 1; k >= in.first; k-- {
		if a.ws[k].Quoted {
			continue
		}
		if a.ws[k].Function == syntax.Coordinator && verb && a.text.AnyFinite(in.first, k) {
			in.first = k + 1
			break
		}
		verb = verb || a.ws[k].Finite
	}
	for k := i + 1; k < in.last; k++ {
		if !a.ws[k].Quoted && a.ws[k].Function == syntax.Coordinator && a.text.AnyFinite(k+1, in.last) {
			in.last = k
			break
		}
	}
	return in
}

// negates reports whether the word at token i denies the verb of its clause.
func (a *Sayings) negates(i int, own []string) bool {
	if i < 0 || a.ws[i].Quoted {
		return false
	}
	w := a.ws[i].Lower()
	switch w {
	case "nicht":
		if i > 0 && (a.ws[i-1].Function == syntax.Determiner || a.ws[i-1].Function == syntax.Relative || a.ws[i-1].Function == syntax.Preposition) {
			return false // ein nicht genannter Vertreter
		}
		if i+1 < len(a.ws) {
			switch a.ws[i+1].Text {
			case "als", "nur", "ohne", "zuletzt", "bloß", "bloss", "allein", "weniger", "minder", "alle", "jeder", "jede", "zum", "selten", "umsonst":
				return false
			}
		}
	case "nie", "niemals", "kaum", "weder", "keineswegs", "keinesfalls", "mitnichten", "nichts", "niemand",
		"kein", "keine", "keinen", "keinem", "keiner", "keines", "keinerlei":
	default:
		return false
	}
	return !slices.Contains(own, w)
}
