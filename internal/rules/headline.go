package rules

import (
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/saying"
)

// headline finds "Lang: Plan ist zu teuer" and "Studie: Plan ist zu teuer": what follows the
// name of somebody and a colon.
func (r *finder) headline(u int) {
	un := &r.text.Units[u]
	colon := un.First + 1
	for colon < un.Last && colon < un.First+longestLabel && !r.text.IsPunct(colon, ":") {
		colon++
	}
	if colon+2 >= un.Last || !r.text.IsPunct(colon, ":") || r.ws[colon+1].Quoted || !r.isVoice(un.First, colon) {
		return
	}
	content := claim.Tokens(colon+1, r.text.ContentEnd(colon+1, un.Last))
	if len(content) < 2 || !r.free(content) {
		return
	}
	r.add(Claim{Claim: claim.Claim{
		Kind: claim.Indirect, Medium: claim.SpeechOrWriting, Stance: claim.Asserts,
		Content: content, Speaker: claim.Tokens(un.First, colon), Frame: claim.Tokens(un.First, colon),
	}, By: byHeadline, unit: u})
}

// longestLabel is how many tokens the speaker before the colon of a headline has at most.
const longestLabel = 7

// isVoice reports whether the tokens [first, last) name a person, an organisation or a
// text, and nothing else.
func (r *finder) isVoice(first, last int) bool {
	if r.text.NounCore(first, last) != last && r.text.Phrase(first, last) != last {
		return false
	}
	for i := first; i < last; i++ {
		if e := r.text.Entity[i]; e >= 0 {
			switch r.text.Entities[e].Label {
			case entities.PER, entities.ORG:
				return true
			}
			continue
		}
		if saying.Cues().IsSource(r.ws[i].Text) {
			return true
		}
		if n, ok := nouns.NewReader(r.text.Doc, nil).Noun(i, first, last); ok && (n.Person() || n.Body()) {
			return true
		}
	}
	return false
}
