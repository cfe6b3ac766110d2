package extract_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/snowballword"
	"golang.org/x/text/unicode/norm"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/letters"
)

// FuzzStem compares the stemmer with a second implementation, which follows the
// definition rule by rule on runes and knows nothing of the first one's alphabet
// of single bytes.
func FuzzStem(f *testing.F) {
	words := stemData(f, "voc.txt.gz")
	for i := 0; i < len(words); i += 100 {
		f.Add(words[i])
	}
	for _, word := range []string{"peter's", "Grimm’schen", "STRAẞE", "HA\u0308USER", "Häu\u00adser", "I\u0307", "B\u0331", "Sta\u2060dt", "Lehrer*innen", "auuue",
		"queue", "ehrlichkeiten", "ergebnisses", "segelns", "freundinnen", "freiwilligung", "internet", "ä\xffen", "\xe4est"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		want := referenceStem(word)
		if got := extract.Stem(word); got != want {
			t.Errorf("Stem(%q) = %q, the reference has %q", word, got, want)
		}
		if got := extract.AppendStem([]byte("Ä"), word); string(got) != "Ä"+want {
			t.Errorf("AppendStem(\"Ä\", %q) = %q, the reference has %q", word, got, want)
		}
	})
}

// referenceStem is Snowball's German stemmer, version 3.1, written for likeness
// to the definition and not for speed.
func referenceStem(word string) string {
	if front, back, end, ok := letters.BothGenders(word); ok {
		word = front + back + end
	}
	w := snowballword.New("")
	w.RS = referencePrelude(toRunes(referenceNormal(word)))
	referenceRegions(w)
	referenceStep1(w)
	referenceStep2(w)
	referenceStep3(w)
	referenceStep4(w)
	for i, r := range w.RS {
		switch r {
		case 'U', 'ü':
			w.RS[i] = 'u'
		case 'Y':
			w.RS[i] = 'y'
		case 'ä':
			w.RS[i] = 'a'
		case 'ö':
			w.RS[i] = 'o'
		}
	}
	return fromRunes(w.RS)
}

// A byte that is not UTF-8 is a character of its own, below all runes.
const badByte = -256

func toRunes(s string) []rune {
	var rs []rune
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && n == 1 {
			r = badByte + rune(s[0])
		}
		rs = append(rs, r)
		s = s[n:]
	}
	return rs
}

func fromRunes(rs []rune) string {
	var s []byte
	for _, r := range rs {
		if r < 0 {
			s = append(s, byte(r-badByte))
		} else {
			s = utf8.AppendRune(s, r)
		}
	}
	return string(s)
}

// referenceComposed joins marks to the letters before them as NFC does, one after another.
func referenceComposed(rs []rune) []rune {
	var out []rune
	for _, r := range rs {
		if last := len(out) - 1; last >= 0 && '\u0300' <= r && r <= '\u036f' && out[last] >= 0 && norm.NFC.IsNormalString(string(out[last])) {
			if c := []rune(norm.NFC.String(string(out[last]) + string(r))); len(c) == 1 {
				out[last] = c[0]
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// referenceNormal brings a word to the spelling that the algorithm expects.
func referenceNormal(word string) string {
	rs := referenceComposed(toRunes(word))
	for i, r := range rs {
		if r >= 0 {
			rs[i] = unicode.ToLower(r)
		}
	}
	return strings.NewReplacer("\u00ad", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufeff", "",
		"\u2019", "'", "\u2018", "'", "\u02bc", "'", "\u00b4", "'", "\u2032", "'").Replace(fromRunes(rs))
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouyäöü", r) }

func referencePrelude(rs []rune) []rune {
	for i := 1; i+1 < len(rs); i++ {
		if (rs[i] == 'u' || rs[i] == 'y') && isVowel(rs[i-1]) && isVowel(rs[i+1]) {
			rs[i] = unicode.ToUpper(rs[i])
		}
	}
	var out []rune
	for i := 0; i < len(rs); i++ {
		var pair string
		if i+1 < len(rs) {
			pair = fromRunes(rs[i : i+2])
		}
		switch {
		case rs[i] == 'ß':
			out = append(out, 's', 's')
		case pair == "ae":
			out = append(out, 'ä')
			i++
		case pair == "oe":
			out = append(out, 'ö')
			i++
		case pair == "ue":
			out = append(out, 'ü')
			i++
		case pair == "qu":
			out = append(out, 'q', 'u')
			i++
		default:
			out = append(out, rs[i])
		}
	}
	return out
}

func referenceRegions(w *snowballword.SnowballWord) {
	n := len(w.RS)
	after := func(start int) int {
		for i := start + 1; i < n; i++ {
			if !isVowel(w.RS[i]) && isVowel(w.RS[i-1]) {
				return i + 1
			}
		}
		return n
	}
	w.R1start, w.R2start = n, n
	if n < 3 {
		return
	}
	r1 := after(0)
	w.R1start = max(r1, 3)
	w.R2start = after(r1)
}

func referenceStep1(w *snowballword.SnowballWord) {
	switch suffix := w.FirstSuffixIfIn(w.R1start, len(w.RS),
		"erinnen", "erin", "ern", "lns", "em", "er", "en", "es", "ln", "e", "s"); suffix {
	case "em":
		if w.FirstSuffix("system") == "" {
			w.RemoveLastNRunes(2)
		}
	case "ern", "er", "erin", "erinnen":
		w.RemoveLastNRunes(len(suffix))
	case "e", "en", "es":
		w.RemoveLastNRunes(len(suffix))
		if w.FirstSuffix("niss") != "" {
			w.RemoveLastNRunes(1)
		}
	case "s":
		if n := len(w.RS); n > 1 && strings.ContainsRune("bdfghklmnrt", w.RS[n-2]) {
			w.RemoveLastNRunes(1)
		}
	case "ln", "lns":
		w.ReplaceSuffix(suffix, "l", true)
	}
}

func referenceStep2(w *snowballword.SnowballWord) {
	n := len(w.RS)
	switch suffix := w.FirstSuffixIfIn(w.R1start, n, "est", "en", "er", "et", "st"); suffix {
	case "en", "er", "est":
		w.RemoveLastNRunes(len(suffix))
	case "st":
		if n >= 6 && strings.ContainsRune("bdfghklmnt", w.RS[n-3]) {
			w.RemoveLastNRunes(2)
		}
	case "et":
		if n >= 3 && strings.ContainsRune("dfgklmnrstUzä", w.RS[n-3]) &&
			w.FirstSuffix("geordnet", "internet", "planet", "ticket", "tret") == "" {
			w.RemoveLastNRunes(2)
		}
	}
}

func referenceStep3(w *snowballword.SnowballWord) {
	precededByE := func(suffix string) bool { return w.FirstSuffix("e"+suffix) != "" }
	switch suffix := w.FirstSuffixIfIn(w.R2start, len(w.RS),
		"isch", "lich", "heit", "keit", "end", "ung", "ig", "ik"); suffix {
	case "end", "ung":
		w.RemoveLastNRunes(3)
		if !precededByE("ig") {
			w.RemoveFirstSuffixIfIn(w.R2start, "ig")
		}
	case "ig", "ik", "isch":
		if !precededByE(suffix) {
			w.RemoveLastNRunes(len(suffix))
		}
	case "lich", "heit":
		w.RemoveLastNRunes(4)
		w.RemoveFirstSuffixIfIn(w.R1start, "er", "en")
	case "keit":
		w.RemoveLastNRunes(4)
		w.RemoveFirstSuffixIfIn(w.R2start, "lich", "ig")
	}
}

func referenceStep4(w *snowballword.SnowballWord) {
	if suffix := w.FirstSuffix("'sch", "'s", "'"); suffix != "" && len(w.RS)-len(suffix) >= 2 {
		w.RemoveLastNRunes(len(suffix))
	}
}
