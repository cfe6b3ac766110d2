package letters

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestLower checks that the short ways give what Unicode says.
func TestLower(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if got, want := Lower(r), unicode.ToLower(r); got != want {
			t.Errorf("Lower(%q) = %q, want %q", r, got, want)
		}
	}
}

func TestFirst(t *testing.T) {
	for _, c := range []struct {
		why, s, lower, upper string
		isUpper, isLower     bool
	}{
		{"ASCII", "Haus", "haus", "Haus", true, false},
		{"an umlaut", "äußern", "äußern", "Äußern", false, true},
		{"no capital of its own", "ßa", "ßa", "ßa", false, true},
		{"no letter", "1a", "1a", "1a", false, false},
		{"no text", "\xffA", "\xffA", "\xffA", false, false},
		{"nothing", "", "", "", false, false},
	} {
		if l, u := LowerFirst(c.s), UpperFirst(c.s); l != c.lower || u != c.upper {
			t.Errorf("%s: %q and %q of %q", c.why, l, u, c.s)
		}
		if IsUpper(c.s) != c.isUpper || IsLower(c.s) != c.isLower {
			t.Errorf("%s: case of %q", c.why, c.s)
		}
	}
}

func TestTitle(t *testing.T) {
	for s, want := range map[string]string{"MERKEL": "Merkel", "BADEN-BADEN": "Baden-Baden", "ÖVP": "Övp", "": ""} {
		if got := Title(s); got != want {
			t.Errorf("Title(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	for s, want := range map[string]Counts{
		"Ärzte":  {Upper: 1, Lower: 4, First: true},
		"iPhone": {Upper: 1, Lower: 5},
		"U21":    {Upper: 1, Digits: 2, First: true},
		"大-ª":    {Other: 2},
		"":       {},
	} {
		if got := Count(s); got != want {
			t.Errorf("Count(%q) = %+v, want %+v", s, got, want)
		}
	}
}

func TestNext(t *testing.T) {
	for _, c := range []struct {
		why, s, want string
		size         int
	}{
		{"umlaut", "u\u0308ber", "ü", 3},
		{"capital", "A\u0308rger", "Ä", 3},
		{"caron", "S\u030ckoda", "Š", 3},
		{"a Turkish capital", "I\u0307stanbul", "İ", 3},
		{"its small letter keeps the dot apart", "i\u0307stanbul", "i", 1},
		{"Greek", "\u03b1\u0301", "ά", 4},
		{"two marks", "e\u0302\u0301", "ế", 5},
		{"no such letter", "q\u0308", "q", 1},
		{"composed", "über", "ü", 2},
		{"no letter before the mark", "-\u0308", "-", 1},
	} {
		if r, n := Next(c.s); string(r) != c.want || n != c.size {
			t.Errorf("%s: %q, %d bytes of %q", c.why, r, n, c.s)
		}
	}
	for _, c := range &compositions {
		if utf8.RuneCountInString(c.becomes) != utf8.RuneCountInString(c.letters) {
			t.Errorf("%q has %d letters for %d", c.mark, utf8.RuneCountInString(c.becomes), utf8.RuneCountInString(c.letters))
		}
	}
}

func TestShape(t *testing.T) {
	equal := [][]string{
		{"Berlin", "Bonn", "Ärzte", "Ößterreich"},
		{"BERLIN", "SPD", "ÖVP"},
		{"Open-AI", "Xyz‑AB"},
		{"1998", "25", "100000"},
		{"a", "ß"},
		{"GmbH"},
		{"3,5", "1'2"},
		{"%", "€"},
		{"北京"},
		{""},
	}
	seen := make(map[uint64]string)
	for _, words := range equal {
		shape := Shape(words[0])
		if other, ok := seen[shape]; ok {
			t.Errorf("%q and %q have the same shape", words[0], other)
		}
		seen[shape] = words[0]
		for _, w := range words[1:] {
			if Shape(w) != shape {
				t.Errorf("%q and %q have different shapes", words[0], w)
			}
		}
	}
	if Shape("") != 0 {
		t.Error("the empty string has a shape")
	}
	if long := strings.Repeat("aB", 50); Shape(long) != Shape(long+"c") {
		t.Error("shapes go on for ever")
	}
}

func FuzzLetters(f *testing.F) {
	f.Add("Die Wa\u0308hler:innen, 25 000 STÜCK")
	f.Add("\xff\xfeA\u0307")
	f.Fuzz(func(t *testing.T, s string) {
		lower := string(AppendLower(nil, s))
		if utf8.ValidString(s) && lower != strings.ToLower(s) {
			t.Errorf("%q in small letters: %q", s, lower)
		}
		for i := 0; i < len(s); {
			_, n := Next(s[i:])
			if n < 1 || i+n > len(s) {
				t.Fatalf("a character of %d bytes in %q", n, s)
			}
			i += n
		}
		Shape(s)
		for n := range 6 {
			p, q := Prefix(s, n), Suffix(s, n)
			if !strings.HasPrefix(s, p) || !strings.HasSuffix(s, q) {
				t.Errorf("prefix %q and suffix %q of %q", p, q, s)
			}
			if utf8.ValidString(s) {
				want := min(n, utf8.RuneCountInString(s))
				if utf8.RuneCountInString(p) != want || utf8.RuneCountInString(q) != want || !utf8.ValidString(p) || !utf8.ValidString(q) {
					t.Errorf("prefix %q and suffix %q of %q, %d characters", p, q, s, n)
				}
			}
		}
	})
}

func TestBothGenders(t *testing.T) {
	for form, want := range map[string]string{
		"Lehrer*innen": "Lehrerinnen", "Lehrer:in": "Lehrerin", "Kolleg·innen": "Kolleginnen", "Kund/innen": "Kundinnen", "Ärzt_innen": "Ärztinnen",
		"Lehrer*innenmangel": "Lehrerinnenmangel", "MitarbeiterInnen": "Mitarbeiterinnen", "MitarbeiterIn": "Mitarbeiterin",
		"Kolleg(inn)en": "Kolleginnen", "Schüler(innen)": "Schülerinnen", "Schüler(in)": "Schülerin",
		"Lehrerinnen": "", "LINNEN": "", "In": "", "*innen": "", "in": "", "jede*r": "", "": "", "nn": "", "Spinne": "", "a*inn": "", "er:innert": "",
	} {
		front, back, end, ok := BothGenders(form)
		if got := front + back + end; got != want || ok != (want != "") {
			t.Errorf("%q is %q, want %q", form, got, want)
		}
	}
}
