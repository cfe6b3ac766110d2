package rules

import (
	"strings"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/nouns"
	"github.com/laut-nlp/laut/internal/saying"
)

// headline finds "Lang: Plan ist zu teuer" and "Studie: Plan ist zu teuer": what follows the
// name of somebody and a colon.
func (r *finder) headline(u int) {
	un := &r.text.Units[u]
	first := un.First
	colon := first + 1
	for colon < un.Last && colon < first+longestLabel && !r.text.IsPunct(colon, ":") {
		colon++
	}
	if colon+2 >= un.Last || !r.text.IsPunct(colon, ":") || r.ws[colon+1].Quoted || !r.isVoice(first, colon) {
		return
	}
	last := un.Last
	for last > colon && strings.Trim(r.ws[last-1].Text, "+*") == "" {
		last--
	}
	content := claim.Tokens(colon+1, r.text.ContentEnd(colon+1, last))
	if len(content) < 2 || !r.free(content) {
		return
	}
	f := Claim{Claim: claim.Claim{
		Kind: claim.Indirect, Medium: claim.SpeechOrWriting, Stance: claim.Asserts,
		Content: content, Speaker: claim.Tokens(first, colon), Frame: claim.Tokens(first, colon),
	}, By: byHeadline, unit: u}
	if r.guest == nil && r.isNamed(first, colon, r.text.AnyFinite(colon+1, last)) {
		f.Via = claim.ViaNameLine
	}
	r.add(f)
}

// isNamed reports whether a label before a colon is the name of a person, or of an
// organisation before a sentence: of "Landtag: Streit um Pflege" the label is but the place.
func (r *finder) isNamed(first, last int, sentence bool) bool {
	for i := first; i < last; i++ {
		if e := r.text.Entity[i]; e >= 0 {
			label := r.text.Entities[e].Label
			return label == entities.PER || label == entities.ORG && sentence
		}
	}
	return false
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
		if n, ok := nouns.NewReader(r.text.Doc, nil).Sense(i, first, last); ok && (n.Person() || n.Body()) {
			return true
		}
	}
	return false
}
