package extract

import (
	"unicode/utf8"

	"github.com/laut-nlp/laut/internal/letters"
)

// Stem returns the stem of a German word by the Snowball algorithm for German,
// version 3.1 (https://snowballstem.org/algorithms/german/stemmer.html). A stem
// is a key for look-ups, in lower case and without umlauts, and seldom a word:
// Häuser, HAEUSER and Hauses all become haus, Verantwortlichkeiten becomes
// verantwort.
//
// The word is first brought to one spelling, which the algorithm leaves to its
// caller: capitals become small (ẞ by way of ß to ss), a letter followed by a
// combining mark becomes the one letter they make, soft hyphens and zero-width
// joiners are dropped, and ’ ‘ ʼ ´ ′ become the apostrophe '. What names
// both genders has the stem of the women's form: Arbeiter*innen that of Arbeiterinnen. What
// else is no letter, invalid UTF-8 included, passes through unchanged.
//
// An apostrophe at the end, or one before a final s or sch, is removed with what
// follows it, unless fewer than two characters stand before it: Hans', Peter's,
// Grimm'sche.
//
// Stem takes time linear in the word's bytes and is safe for concurrent use. It
// allocates the result only, and not even that where the stem is the beginning
// of the word as given; a word of more than 128 bytes needs a working copy too.
func Stem(word string) string {
	var buf [128]byte
	stem := AppendStem(buf[:0], word)
	if len(stem) <= len(word) && word[:len(stem)] == string(stem) {
		return word[:len(stem)]
	}
	return string(stem)
}

// AppendStem appends the stem of a word, as [Stem] gives it, to dst and returns
// the extended slice. It allocates nothing if dst has room for the folded word,
// for which len(word) bytes are enough unless the word has letters, such as Ⱥ,
// whose small form takes more bytes than the capital.
func AppendStem(dst []byte, word string) []byte {
	start := len(dst)
	if front, back, end, ok := letters.BothGenders(word); ok {
		dst = appendStemWord(appendStemWord(appendStemWord(dst, front), back), end)
	} else {
		dst = appendStemWord(dst, word)
	}
	w := stemWord(dst[start:]).prelude()
	if len(w) > 0 {
		p1, p2 := w.regions()
		w = w.suffix1(p1)
		w = w.suffix2(p1)
		w = w.suffix3(p1, p2)
		w = w.apostrophe()
		for i, c := range w {
			w[i] = stemPlain[c]
		}
	}
	return dst[:start+len(w)]
}

// A stemWord is a folded word on its way to the stem, with one byte for each
// letter of German. Other characters keep their UTF-8: none of their bytes is a
// vowel or stands in a suffix, so how many bytes they take matters only where
// characters are counted.
type stemWord []byte

// A folded word has no capitals, so these stand for the letters beyond ASCII and
// for u and y between vowels, which the algorithm counts as consonants.
const (
	aUmlaut    = 'A'
	oUmlaut    = 'O'
	uUmlaut    = 'V'
	uConsonant = 'U'
	yConsonant = 'Y'
)

// stemPlain undoes that: a stem has no umlauts and no marked consonants.
var stemPlain = func() (t [256]byte) {
	for i := range t {
		t[i] = byte(i)
	}
	t[aUmlaut], t[oUmlaut], t[uUmlaut], t[uConsonant], t[yConsonant] = 'a', 'o', 'u', 'u', 'y'
	return t
}()

// The groups of letters that the rules name.
const (
	vowel       = 1 << iota
	beforeS     // may stand before an ending -s
	beforeST    // before -st
	beforeET    // before -et
	beforeVowel // may change before a vowel
)

var stemGroup = func() (t [256]byte) {
	for bit, class := range map[byte]string{
		vowel:       "aeiouy" + string([]byte{aUmlaut, oUmlaut, uUmlaut}),
		beforeS:     "bdfghklmnrt",
		beforeST:    "bdfghklmnt",
		beforeET:    "dfgklmnrstz" + string([]byte{uConsonant, aUmlaut}),
		beforeVowel: "aouy",
	} {
		for _, c := range []byte(class) {
			t[c] |= bit
		}
	}
	return t
}()

func inGroup(c, groups byte) bool { return stemGroup[c]&groups != 0 }

// prelude marks u and y between vowels as consonants and then reads ae, oe and
// ue (but not que) as umlauts. It does both in one pass, in place: an umlaut
// written out is a vowel like the e that it ends on, so the letters before are
// judged alike whether or not they have been folded yet.
func (w stemWord) prelude() stemWord {
	n := 0
	last := byte(0) // the groups of w[n-1]
	for _, c := range w {
		groups := stemGroup[c]
		if last&beforeVowel != 0 && groups&vowel != 0 && w[:n].meets(c) {
			last = vowel
			continue
		}
		w[n] = c
		n++
		last = groups
	}
	return w[:n]
}

// meets changes the last letter of w, one of a, o, u, y, as the vowel c that
// comes next demands, and reports whether it has taken up c.
func (w stemWord) meets(c byte) bool {
	n := len(w)
	p := &w[n-1]
	if n > 1 && inGroup(w[n-2], vowel) {
		switch *p {
		case 'u':
			*p = uConsonant
		case 'y':
			*p = yConsonant
		}
	}
	if c != 'e' {
		return false
	}
	switch {
	case *p == 'a':
		*p = aUmlaut
	case *p == 'o':
		*p = oUmlaut
	case *p == 'u' && (n < 2 || w[n-2] != 'q'):
		*p = uUmlaut
	default:
		return false
	}
	return true
}

// regions returns where R1 and R2 begin: R1 after the first consonant that
// follows a vowel, R2 after the next such place. R1 leaves at least three
// characters before it; R2 does not depend on that. A character of several bytes
// may be cut in two here, which does no harm, as no suffix begins inside one.
func (w stemWord) regions() (p1, p2 int) {
	p1, p2 = len(w), len(w)
	third := w.skip(3)
	if third < 0 {
		return p1, p2
	}
	i := w.pastVowelConsonant(0)
	if i < 0 {
		return p1, p2
	}
	p1 = max(i, third)
	if i = w.pastVowelConsonant(i); i >= 0 {
		p2 = i
	}
	return p1, p2
}

func (w stemWord) pastVowelConsonant(i int) int {
	for i < len(w) && !inGroup(w[i], vowel) {
		i++
	}
	for i < len(w) && inGroup(w[i], vowel) {
		i++
	}
	if i == len(w) {
		return -1
	}
	return i + 1
}

// skip returns where the first n characters of w end, -1 if it has fewer.
func (w stemWord) skip(n int) int {
	i := 0
	for range n {
		if i == len(w) {
			return -1
		}
		size := 1
		if w[i] >= utf8.RuneSelf {
			_, size = utf8.DecodeRune(w[i:])
		}
		i += size
	}
	return i
}

func (w stemWord) ends(suffix string) bool {
	return len(w) >= len(suffix) && string(w[len(w)-len(suffix):]) == suffix
}

// In each of the steps below the longest suffix is the one that counts: where
// its condition fails, no shorter one is tried.

// suffix1 removes the endings of declension and -erin, -erinnen.
func (w stemWord) suffix1(p1 int) stemWord {
	n := len(w)
	length, keep, nis := 0, 0, false // of the suffix; how much of it stays; whether -niss becomes -nis
	switch w[n-1] {
	case 'e':
		length, nis = 1, true
	case 'm':
		if w.ends("em") && !w[:n-2].ends("syst") {
			length = 2
		}
	case 'n':
		switch {
		case w.ends("erinnen"):
			length = 7
		case w.ends("en"):
			length, nis = 2, true
		case w.ends("ern"):
			length = 3
		case w.ends("erin"):
			length = 4
		case w.ends("ln"):
			length, keep = 2, 1
		}
	case 'r':
		if w.ends("er") {
			length = 2
		}
	case 's':
		switch {
		case w.ends("es"):
			length, nis = 2, true
		case w.ends("lns"):
			length, keep = 3, 1
		case n > 1 && inGroup(w[n-2], beforeS):
			length = 1
		}
	}
	if length == 0 || n-length < p1 {
		return w
	}
	w = w[:n-length+keep]
	if nis && w.ends("niss") {
		w = w[:len(w)-1]
	}
	return w
}

// suffix2 removes what -en, -er, -est, -st and -et are left.
func (w stemWord) suffix2(p1 int) stemWord {
	n := len(w)
	length := 0
	switch {
	case w.ends("en"), w.ends("er"):
		length = 2
	case w.ends("est"):
		length = 3
	case w.ends("st"):
		if n > 2 && inGroup(w[n-3], beforeST) && w[:n-3].skip(3) >= 0 {
			length = 2
		}
	case w.ends("et"):
		if n > 2 && inGroup(w[n-3], beforeET) && !w[:n-2].keepsET() {
			length = 2
		}
	}
	if length == 0 || n-length < p1 {
		return w
	}
	return w[:n-length]
}

// keepsET reports whether an -et after w is no ending but part of the word:
// Ticket, Planet, geordnet, Internet, vertret(en).
func (w stemWord) keepsET() bool {
	return w.ends("tick") || w.ends("plan") || w.ends("geordn") || w.ends("intern") || w.ends("tr")
}

// suffix3 removes the suffixes of derivation.
func (w stemWord) suffix3(p1, p2 int) stemWord {
	n := len(w)
	switch {
	case w.ends("end"), w.ends("ung"):
		if n-3 < p2 {
			return w
		}
		w = w[:n-3]
		if w.ends("ig") && !w.ends("eig") && len(w)-2 >= p2 {
			w = w[:len(w)-2]
		}
	case w.ends("ig"), w.ends("ik"):
		if n-2 >= p2 && !w[:n-2].ends("e") {
			w = w[:n-2]
		}
	case w.ends("isch"):
		if n-4 >= p2 && !w[:n-4].ends("e") {
			w = w[:n-4]
		}
	case w.ends("lich"), w.ends("heit"):
		if n-4 < p2 {
			return w
		}
		w = w[:n-4]
		if (w.ends("er") || w.ends("en")) && len(w)-2 >= p1 {
			w = w[:len(w)-2]
		}
	case w.ends("keit"):
		if n-4 < p2 {
			return w
		}
		w = w[:n-4]
		switch {
		case w.ends("lich"):
			n = len(w) - 4
		case w.ends("ig"):
			n = len(w) - 2
		default:
			return w
		}
		if n >= p2 {
			w = w[:n]
		}
	}
	return w
}

// apostrophe removes -', -'s and -'sch. The last is what the steps before have
// left of Grimm'sche, Grimm'schen.
func (w stemWord) apostrophe() stemWord {
	n := len(w)
	switch {
	case w.ends("'"):
		n--
	case w.ends("'s"):
		n -= 2
	case w.ends("'sch"):
		n -= 4
	}
	if w[:n].skip(2) < 0 {
		return w
	}
	return w[:n]
}
