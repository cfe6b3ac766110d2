package letters

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// BothGenders cuts a noun that names both genders into three pieces that make the women's
// form together: Lehrer and innen of Lehrer*innen, Mitarbeiter, i and nnen of
// MitarbeiterInnen, Kolleg, inn and en of Kolleg(inn)en. It fails for all other words.
func BothGenders(form string) (front, back, end string, ok bool) {
	i := strings.LastIndex(form, "nn") // of innen, or the n of in
	if i < 0 {
		i = strings.LastIndexByte(form, 'n')
	}
	if i < 3 || form[i-1] != 'i' && form[i-1] != 'I' {
		return "", "", "", false
	}
	at := i - 1
	back = form[at:]
	if form[at] == 'I' { // MitarbeiterIn
		front = form[:at]
		if r, _ := utf8.DecodeLastRuneInString(front); !unicode.IsLower(r) || back != "In" && back != "Innen" {
			return "", "", "", false
		}
		return front, "i", back[1:], true
	}
	mark, n := utf8.DecodeLastRuneInString(form[:at])
	front = form[:at-n]
	if r, _ := utf8.DecodeLastRuneInString(front); !unicode.IsLetter(r) {
		return "", "", "", false
	}
	switch mark {
	case '*', ':', '_', '·', '•', '/':
		if back == "in" || strings.HasPrefix(back, "innen") {
			return front, back, "", true
		}
	case '(':
		for _, b := range [...]string{"in", "inn", "innen"} {
			rest, ok := strings.CutPrefix(back, b+")")
			if ok && (rest == "" || b == "inn" && rest == "en") {
				return front, b, rest, true
			}
		}
	}
	return "", "", "", false
}
