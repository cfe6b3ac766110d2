package syntax

import (
	_ "embed"
	"math/bits"
	"sync"

	"github.com/laut-nlp/laut/internal/letters"
	"github.com/laut-nlp/laut/internal/sections"
)

// Function is what a function word does to clauses.
type Function uint8

// The functions.
const (
	NoFunction    Function = iota
	Subordinator           // dass, weil, wenn: opens a subordinate clause
	Interrogative          // wer, wie, warum: opens one too, or a question
	Relative               // der, die, welcher: can open a relative clause
	Coordinator            // und, oder, aber, sondern, denn
	Determiner             // ein, kein, sein, dieser
	Pronoun                // er, sie, man, dieser
	Preposition
	Adverb
)

// FunctionOf returns what a word does to clauses, whether it begins a sentence or not.
func FunctionOf(word string) Function { return listed()[letters.LowerFirst(word)].function() }

// listing is what words/functions.txt says of a word, as bits: 1<<f for the function f.
type listing uint16

// What else the list says.
const (
	neverVerb listing = 1 << (iota + Adverb + 1)
	konjunktiv2
)

// function returns the function that the list gives a word.
func (l listing) function() Function {
	return Function(bits.Len16(uint16(l&(neverVerb-1)) >> 1))
}

// functionsFile is the list's name in errors.
const functionsFile = "words/functions.txt"

//go:embed words/functions.txt
var functionsText string

// listed returns the list, which is read on first use. A test checks that it has no
// mistakes; a word with one would be left out.
var listed = sync.OnceValue(func() map[string]listing {
	words, _ := readFunctions(functionsText)
	return words
})

func readFunctions(text string) (map[string]listing, error) {
	return sections.Words(functionsFile, text, map[string]listing{
		"subordinators": 1 << Subordinator, "interrogatives": 1 << Interrogative, "relatives": 1 << Relative, "coordinators": 1 << Coordinator,
		"determiners": 1 << Determiner, "pronouns": 1 << Pronoun, "prepositions": 1 << Preposition, "adverbs": 1 << Adverb,
		"no verbs": neverVerb, "Konjunktiv II": konjunktiv2,
	})
}
