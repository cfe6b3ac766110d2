package export

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

// language is one that the page has words in.
type language int

var languages = [...]string{"de", "en"}

func (l language) String() string { return languages[l] }

func (f HTML) language() (language, error) {
	for i, name := range languages {
		if f.Lang == name || f.Lang == "" {
			return language(i), nil
		}
	}
	return 0, fmt.Errorf("export: no words in the language %q: want de or en", f.Lang)
}

// word returns a word of the page. What the table lacks stays as it is.
func (l language) word(key string) string {
	if w, ok := viewWords()[key]; ok {
		return w[l]
	}
	return key
}

//go:embed view/words.txt
var viewWordList string

// viewWords are the page's own words, in the order of languages.
var viewWords = sync.OnceValue(func() map[string][]string {
	words := make(map[string][]string)
	for line := range strings.Lines(viewWordList) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) == 1+len(languages) {
			words[f[0]] = f[1:]
		}
	}
	return words
})
