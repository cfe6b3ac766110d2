// Package news registers with bleve an analyzer of German news that knows who and
// what is named. Its terms are those of laut_de, and each mention of an entity gives
// one more, with the entity's full name:
//
//	Angela Merkel kam zu spät. Merkel entschuldigte sich.
//
// has "entity:angela merkel" at Angela and at the second Merkel. Import the package
// for its side effect and name Analyzer in an index mapping; EntityQuery asks for an
// entity.
//
// # Names
//
// The term is "entity:" and the longest form of the name in the text, as package
// entities groups it, in small letters (see Term). It begins and ends where the
// mention does, and stands at the position of its first word, so that queries for
// words and phrases find what they find without it. Compounds and words made of
// names count: "Berliner" names Berlin.
//
// An entity is one in one text. A text that says Merkel and never Angela Merkel has
// "entity:merkel" alone, and two persons of one name have the same term. So give the
// field the whole article, not its paragraphs one by one: what a surname stands for
// is told elsewhere in the text.
//
// # Queries
//
// Analyzer recognises names in a query as well, and then asks for words and entity
// at once. But a name without a text around it is not always recognised, and one
// alone is longer or shorter than in the articles. Who seeks a name should use
// EntityQuery, which recognises nothing and takes the name as it is.
//
// # Performance
//
// The analyzer tags parts of speech and runs the model of names, which takes most of
// its time; README.md of the module above has figures. It links some 6 MB of models
// and lists, under the licences that package entities names.
//
// # Concurrency
//
// All is safe for concurrent use.
package news

import (
	"cmp"
	"errors"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/blevesearch/bleve/v2/search/query"

	german "github.com/laut-nlp/laut/compat/bleve"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// The names under which bleve's registry knows what this package adds.
const (
	Analyzer      = "laut_news"
	TokenizerName = "laut_news" // the words of laut and the entities among them
)

// Entity is the type of the tokens that stand for entities. They are keywords.
const Entity analysis.TokenType = 'E' // far from bleve's own

// Tokenizer gives the words of a text and its entities. The zero value is that of
// TokenizerName.
type Tokenizer struct {
	// Tag finds the entities, [entities.Extract] if nil. The method of an [entities.Extractor]
	// finds names of the user's own; NewAnalyzer of the package above makes an analyzer
	// of the tokenizer, which the program registers under a name of its own.
	Tag func(*extract.Document) []entities.Entity
}

// Tokenize puts a token for each mention after that of its first word. It never
// fails; time and memory are linear in the text.
func (t Tokenizer) Tokenize(input []byte) analysis.TokenStream {
	tag := t.Tag
	if tag == nil {
		tag = entities.Extract
	}
	words := german.WordTokenizer{}.Tokenize(input)
	var mentions analysis.TokenStream
	for _, e := range tag(extract.Parse(string(input))) {
		term := []byte(Term(e.Name))
		for _, m := range e.Mentions {
			mentions = append(mentions, &analysis.Token{
				Term: term[:len(term):len(term)], Start: m.Start, End: m.End, Type: Entity, KeyWord: true,
			})
		}
	}
	if len(mentions) == 0 {
		return words
	}
	slices.SortStableFunc(mentions, func(a, b *analysis.Token) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	out := make(analysis.TokenStream, 0, len(words)+len(mentions))
	for _, w := range words {
		out = append(out, w)
		for len(mentions) > 0 && mentions[0].Start < w.End {
			if m := mentions[0]; m.End > w.Start { // else it has no word
				m.Position = w.Position
				out = append(out, m)
			}
			mentions = mentions[1:]
		}
	}
	return out
}

// Term returns the term of an entity with this name: "entity:müller lüdenscheidt" of
// Müller-Lüdenscheidt. Case, hyphens, ß and umlauts of two characters make no
// difference.
func Term(name string) string { return "entity:" + german.NameKey(name) }

// EntityQuery returns the query for an entity with this full name in a field that
// Analyzer has analysed: its mentions, short ones too, and the name itself, as a
// phrase, where no entity was recognised.
func EntityQuery(name, field string) query.Query {
	entity := bleve.NewTermQuery(Term(name))
	entity.SetField(field)
	phrase := bleve.NewMatchPhraseQuery(name)
	phrase.SetField(field)
	phrase.Analyzer = german.PhraseAnalyzer
	return bleve.NewDisjunctionQuery(entity, phrase)
}

func init() {
	err := errors.Join(
		registry.RegisterTokenizer(TokenizerName, func(map[string]any, *registry.Cache) (analysis.Tokenizer, error) {
			return Tokenizer{}, nil
		}),
		registry.RegisterAnalyzer(Analyzer, func(_ map[string]any, c *registry.Cache) (analysis.Analyzer, error) {
			return german.NewAnalyzer(Tokenizer{}, c)
		}))
	if err != nil { // another package has taken a name
		panic(err)
	}
}
