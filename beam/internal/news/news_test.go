package news

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut"
)

// The articles are whole, of the length that is promised, and have something in them.
func TestArticle(t *testing.T) {
	reader, err := laut.New()
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	claims := 0
	for n := range 300 {
		text := Article(n)
		if words := len(strings.Fields(text)); words < 60 || words > 150 {
			t.Errorf("article %d has %d words", n, words)
		}
		if strings.Contains(text, "%") {
			t.Errorf("article %d is not filled in: %s", n, text)
		}
		if text != Article(n) || seen[text] {
			t.Errorf("article %d is not the same each time, or not the only one", n)
		}
		seen[text] = true
		claims += len(reader.Read(text).Claims)
	}
	if claims < 300 {
		t.Errorf("only %d claims in 300 articles", claims)
	}
}
