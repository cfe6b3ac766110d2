package entities

import (
	"strings"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/ner"
	"github.com/laut-nlp/laut/internal/stop"
	"github.com/laut-nlp/laut/internal/wordlist"
)

// recognise finds the mentions of a document, in order. Those inside of compounds
// are cut out of them.
func recognise(r *ner.Recogniser, d *extract.Document, sign *stop.Sign) []Named {
	tokens, ends, numbers := readable(d, sign)
	if len(tokens) == 0 {
		return nil
	}
	var names []Named
	all, news := d.Tokens(), r.Guide() == ner.News
	for _, m := range r.Find(tokens, ends, sign) {
		sign.Look()
		first, last := numbers[m.First], numbers[m.Last-1]
		n := Named{extract.Span{Start: all[first].Start, End: all[last].End}, Label(m.Class), Form(m.Form)}
		switch form := tokens[m.First].Form; {
		case m.Form == ner.Part && first == last && news && isInternational(form):
			n.Form = FormName
		case m.Form == ner.Part && first == last:
			from, to := nameIn(form)
			if name := form[from:to]; wordlist.Load().Capitals[name]&wordlist.NeverName != 0 || !isName(name) && !isBody(name) && isNoun(name) {
				continue // KI-Unternehmer, Solarfirma
			}
			n.End = n.Start + to
			n.Start += from
		case m.Form == ner.Name && first == last && news && n.Label == ORG:
			if front := ownedFront(form); front > 0 {
				n.Form, n.End = FormPart, n.Start+front
			}
		case m.Form == ner.Derived && first == last:
			names = appendDerived(names, n, form)
			continue
		}
		names = append(names, n)
	}
	names = addQuoted(d, names, numbers, sign)
	return mend(d, repeat(d, addAdjectives(d, names, numbers, sign), numbers, news, sign), news, sign)
}

// longestSentence is how many tokens are looked at together at most. Sentences of
// articles are shorter; text without full stops is cut, so that time stays linear.
const longestSentence = 250

// readable returns the tokens of a document but those of furniture, where its sentences
// end among them, and their numbers in the document.
func readable(d *extract.Document, sign *stop.Sign) (tokens []ner.Token, ends, numbers []int) {
	all, tags, sentences := d.Tokens(), d.Tags(), d.Sentences()
	tokens, numbers = make([]ner.Token, 0, len(all)), make([]int, 0, len(all))
	for _, p := range d.Paragraphs() {
		if p.Kind == extract.Furniture {
			continue
		}
		for _, s := range sentences[p.First:p.Last] {
			sign.Look()
			for first := s.First; first < s.Last; first += longestSentence {
				for i := first; i < min(first+longestSentence, s.Last); i++ {
					tokens = append(tokens, ner.Token{Form: d.Slice(all[i].Span), STTS: tags[i].STTS()})
					numbers = append(numbers, i)
				}
				ends = append(ends, len(tokens))
			}
		}
	}
	return tokens, ends, numbers
}

// addAdjectives adds the adjectives made of names of places that the model has missed:
// deutsch-französisches. In small letters they are nothing else. names are in order, and so
// is the result; numbers are the tokens that may be in a name.
func addAdjectives(d *extract.Document, names []Named, numbers []int, sign *stop.Sign) []Named {
	l := wordlist.Load()
	var out []Named // nil until the first one is found
	at, k := 0, 0   // names before at are in out, those before k end before the token
	for _, i := range numbers {
		sign.Look()
		t := d.Tokens()[i]
		form := d.Slice(t.Span)
		if t.Kind != extract.Word || form[0] < 'a' || form[0] > 'z' || len(form) > wordlist.LongestWord || !strings.Contains(form, "sch") {
			continue
		}
		if !isAdjectiveOfPlace(l, form) {
			continue
		}
		for k < len(names) && names[k].End <= t.Start {
			k++
		}
		if k < len(names) && names[k].Start < t.End {
			continue // it has a mention
		}
		out = append(out, names[at:k]...)
		out = appendDerived(out, Named{t.Span, LOC, FormDerived}, form)
		at = k
	}
	if out == nil {
		return names
	}
	return append(out, names[at:]...)
}

func isAdjectiveOfPlace(l *wordlist.Lists, form string) bool {
	for side := range strings.SplitSeq(form, "-") {
		if _, ok := l.People(side); !ok {
			return false
		}
	}
	return true
}
