package saying

import (
	_ "embed"
	"sync"

	"github.com/laut-nlp/laut/internal/sections"
)

// grammar is what words/grammar.txt says of a word, as bits.
type grammar uint32

const (
	isHaben grammar = 1 << iota
	isSein
	isWerden
	isWant   // wollen, können, mögen: what is refused with them has been said
	isMust   // müssen
	isHelper // another modal, or lassen
	isShow   // zeigen, geben, äußern: with sich and an adjective they are like sein
	isHeed   // folgen: with a noun of saying, its subject is spoken to
	isOwed   // gebühren: with a noun of saying, the reporter judges
	isPrefix
	isCorrelate
	isNegation
	undoesNicht
	beforeAgent
	beforeText
	beforeSource
	isDative
	isAccusative
	isMedium // dpa
	isStaff  // Redakteur

	isAuxiliary = isHaben | isSein | isWerden
	ofLemmas    = isAuxiliary | isWant | isMust | isHelper | isShow | isHeed | isOwed // verbs beside the one that tells what is done
	anyCase     = isNegation | beforeText | beforeSource                              // also of words that begin a sentence
)

// grammarFile is the list's name in errors.
const grammarFile = "words/grammar.txt"

//go:embed words/grammar.txt
var grammarText string

// grammarWords returns the list, which is read on first use. A test checks that it has
// no mistakes; a word with one would be left out.
var grammarWords = sync.OnceValue(func() map[string]grammar {
	words, _ := readGrammar(grammarText)
	return words
})

func readGrammar(text string) (map[string]grammar, error) {
	return sections.Words(grammarFile, text, map[string]grammar{
		"verbs of having": isHaben, "verbs of being": isSein, "verbs of becoming": isWerden, "verbs of wanting": isWant,
		"verbs of having to": isMust, "other helpers": isHelper, "verbs of showing": isShow,
		"verbs of heeding": isHeed, "verbs of deserving": isOwed, "media in the feminine": isMedium, "works for a medium": isStaff,
		"separable prefixes": isPrefix, "correlates": isCorrelate, "negations": isNegation, "undo nicht": undoesNicht,
		"naming an agent": beforeAgent, "naming a text": beforeText, "naming a source": beforeSource,
		"datives": isDative, "accusatives": isAccusative,
	})
}

// grammarOf returns what the list says of a form, whose small form has a small first
// letter.
func grammarOf(form, small string) grammar {
	words := grammarWords()
	g := words[form] &^ ofLemmas
	if small != form {
		g |= words[small] & anyCase
	}
	return g
}
