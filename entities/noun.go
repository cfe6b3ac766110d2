package entities

import (
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/nouns"
)

// Noun is a common noun that stands for persons or organisations: "Minister",
// "Sprecherinnen", "Open-AI-Gründer", "Unternehmen".
type Noun struct {
	extract.Span       // the token, without article and adjectives
	Token        int   // its index in Document.Tokens
	Label        Label // PER or ORG
	// Gender is that of the person, as far as noun, article and adjectives tell:
	// unknown for Mitglied, which says nothing of it, for the plural Politiker, and
	// for die Abgeordneten. Of an organisation in the singular it is the gender of
	// the noun, by which pronouns refer to it.
	Gender Gender
	Plural bool
	// Lemma is the nominative singular, "Vorsitzender" of a man, "Vorsitzende" of a
	// woman and of several; front and head of a compound: "Open-AI-Gründer".
	Lemma string
}

// Nouns returns the nouns of a document that stand for persons and
// organisations, in order of the text: those of word lists, and nouns that the
// lexicon has a feminine form of (Berater, Beraterin); of compounds the end
// counts. Number and gender come from the forms of noun, article and
// adjectives; where these leave it open, neighbours decide, and at last the
// singular after an article, else the plural.
//
// A noun that is part of a name is among them if the tags call it a noun (Bank
// in Deutsche Bank); those inside of mentions are for the caller to leave out.
// Furniture of a web page has no nouns.
//
// Nouns needs the document's tags. Besides them it takes time linear in the
// text. It is safe for concurrent use; the slice is the caller's.
func Nouns(d *extract.Document) []Noun {
	if len(d.Tokens()) == 0 {
		return nil
	}
	var out []Noun
	for _, n := range nouns.NewReader(d, nil).All() {
		label := PER
		if n.Kind == nouns.Body {
			label = ORG
		}
		out = append(out, Noun{n.Span, n.Token, label, genders[n.Gender], n.Plural, n.Lemma})
	}
	return out
}

var genders = map[nouns.Agreement]Gender{nouns.Masculine: Masculine, nouns.Feminine: Feminine, nouns.Neuter: Neuter}
