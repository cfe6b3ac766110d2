package wordlist

import (
	"strings"

	"github.com/laut-nlp/laut/internal/letters"
)

// People returns the place that an adjective or the name of a people is made of:
// chinesischen, Chinesin, innerdeutsch.
func (l *Lists) People(s string) (string, bool) {
	var buf [48]byte
	if len(s) > len(buf) || len(s) < 3 {
		return "", false
	}
	b := letters.AppendLower(buf[:0], s)
	if letters.IsUpper(s) {
		for _, e := range [...]string{"", "n", "s", "en", "in", "innen", "e", "er"} {
			base, ok := cut(b, e)
			if !ok {
				continue
			}
			if p, ok := l.peoples[string(base)]; ok {
				return p, true
			}
			if e == "in" || e == "innen" { // Chinesin, of Chinese
				if p, ok := l.peoples[string(base)+"e"]; ok {
					return p, true
				}
			}
		}
	}
	for _, e := range [...]string{"", "e", "en", "er", "es", "em", "ste", "sten"} {
		if base, ok := cut(b, e); ok && (strings.HasSuffix(string(base), "sch") || s == "schweizer") {
			if p, ok := l.peoples[string(base)]; ok {
				return p, true
			}
			for _, front := range [...]string{"inner", "gesamt", "alt", "neu", "anti", "pro", "nord", "süd", "ost", "west", "zentral", "mittel"} {
				if rest, ok := strings.CutPrefix(string(base), front); ok {
					if p, ok := l.peoples[rest]; ok {
						return p, true
					}
				}
			}
		}
	}
	return "", false
}
