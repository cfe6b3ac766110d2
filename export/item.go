package export

import laut "github.com/laut-nlp/laut"

// Item is an article with its id, as the readers of this package return it.
type Item struct {
	ID      ID
	Article *laut.Article
}
