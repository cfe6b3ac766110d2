package nouns

import (
	"strings"

	"github.com/laut-nlp/laut/internal/wordlist"
)

// Genitive reports whether a name as it stands in the text has a genitive ending that
// the name itself lacks: Lang's and Langs of "Eva Lang", but not Mercedes of "Daimler".
func Genitive(inText, name string) bool {
	last := inText[strings.LastIndexByte(inText, ' ')+1:]
	base, ok := wordlist.Genitive(last)
	if !ok || last[len(base)] != 's' {
		return ok
	}
	with := false
	for w := range strings.FieldsSeq(name) {
		if w == last {
			return false
		}
		with = with || w == base || strings.HasSuffix(w, "-"+base)
	}
	return with
}
