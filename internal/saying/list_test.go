package saying

import (
	"fmt"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/claim"
	"github.com/laut-nlp/laut/internal/lexicon"
)

// TestCueList holds words/cues.txt to its own rules.
func TestCueList(t *testing.T) {
	if !strings.Contains(cuesText, "# Source: ") || !strings.Contains(cuesText, "Licence: ") {
		t.Errorf("%s does not name its source and licence", cuesFile)
	}
	l, err := readCues(cuesText)
	if err != nil {
		t.Error(err)
	}
	for section, min := range map[string]int{"verbs": 600, "nouns": 200, "adjectives": 40, "phrases": 150, "markers": 8, "sources": 90, "light": 20} {
		if got := l.sizes()[section]; got < min {
			t.Errorf("the section %s of %s has %d entries, want %d at least", section, cuesFile, got, min)
		}
	}
}

func (l *List) sizes() map[string]int {
	phrases := make(map[ID]bool)
	for _, ps := range l.phrases {
		for _, p := range ps {
			phrases[p.id] = true
		}
	}
	return map[string]int{"verbs": len(l.whole), "nouns": len(l.nouns), "adjectives": len(l.adjectives),
		"phrases": len(phrases), "markers": len(l.markers), "sources": len(l.sources), "light": len(l.light)}
}

// TestCueWords checks that the full-form lexicon knows the words of the list, so
// that they can be found in a text: a slip of the pen would stay unseen; and that
// the words of a group stand in the order of the alphabet.
func TestCueWords(t *testing.T) {
	section, before := "", ""
	n := 0
	for line := range strings.Lines(cuesText) {
		n++
		f := strings.Fields(line)
		if len(f) == 0 || f[0][0] == '#' {
			before = ""
			continue
		}
		if f[0][0] == '[' {
			section = strings.Trim(f[0], "[]")
			continue
		}
		switch section {
		case "verbs", "nouns", "adjectives":
			if key := sortKey(f[0]); key < before {
				t.Errorf("%s:%d: %s is out of order", cuesFile, n, f[0])
			} else {
				before = key
			}
		}
		for _, w := range f {
			if stanceOfName(w) != 0 {
				break
			}
			if err := knownAs(section, w); err != nil {
				t.Errorf("%s:%d: %v", cuesFile, n, err)
			}
		}
	}
}

// sortKey is what a word is sorted by: ä as a, prefixes joined.
func sortKey(w string) string {
	return strings.NewReplacer("|", "", "ä", "a", "ö", "o", "ü", "u", "ß", "ss").Replace(strings.ToLower(w))
}

// knownAs returns an error if the lexicon does not know a word as what its
// section takes it for.
func knownAs(section, w string) error {
	prefix, base, separable := strings.Cut(w, "|")
	if _, ok := Cues().strangers[w]; ok {
		return nil
	}
	switch section {
	case "verbs", "light":
		if separable && !lexicon.Mask(base).HasAny(lexicon.Infinitive) {
			return fmt.Errorf("the lexicon knows no verb %s", base)
		}
		if !separable && !lexicon.Mask(w).HasAny(lexicon.Infinitive) {
			return fmt.Errorf("the lexicon knows no verb %s", w)
		}
	case "nouns":
		if !lexicon.Mask(w).HasAny(lexicon.Noun) && !lexicon.Head(w).Features().HasAny(lexicon.Noun) && !strings.HasSuffix(w, "ung") {
			return fmt.Errorf("the lexicon knows no noun %s", w)
		}
	case "sources":
		if w != strings.ToLower(w) {
			return fmt.Errorf("%s is not in small letters", w)
		}
	case "adjectives", "phrases":
		if !lexicon.Lookup(w).Known() && !lexicon.Lookup(prefix+base).Known() {
			return fmt.Errorf("the lexicon does not know %s", w)
		}
	}
	return nil
}

// TestReadCues checks that a mistake in the list is named by file and line and
// costs no other entry.
func TestReadCues(t *testing.T) {
	for _, tt := range []struct{ lines, want string }{
		{"[verbs]\nsagen asserts\n", "words/cues.txt:2: sagen lacks its medium"},
		{"[verbs]\nsagen speaks speech\n", "words/cues.txt:2: sagen speaks speech lacks its expression or its stance"},
		{"[verbs]\nasserts speech q\n", "words/cues.txt:2: asserts speech q lacks its expression or its stance"},
		{"[verbs]\nsagen asserts voice q\n", `words/cues.txt:2: sagen has the medium "voice", which is none`},
		{"[verbs]\n# …\n\nsagen asserts speech qy\n", `words/cues.txt:4: sagen takes "qy", of which 'y' means nothing`},
		{"[verbs]\nsagen asserts speech !hides\n", `words/cues.txt:2: sagen has the negation "hides", which is no stance`},
		{"[verbs]\nsagen asserts speech +von +zu\n", "words/cues.txt:2: sagen needs one preposition at most behind +"},
		{"[verbs]\nNein sagen denies speech\n", "words/cues.txt:2: Nein sagen has more than one word"},
		{"[verbs]\nsagen asserts speech\nsagen asserts writing\n", "words/cues.txt:3: sagen stands there already"},
		{"[phrases]\nsagen asserts speech\n", "words/cues.txt:2: sagen is no phrase"},
		{"[phrases]\nNein sagen denies speech\nNein sagen denies speech\n", "words/cues.txt:3: Nein sagen stands there already"},
		{"[sources]\nangabe angabe\n", "words/cues.txt:2: angabe stands there already"},
		{"[verb]\nsagen asserts speech\n", `words/cues.txt:2: there is no section "verb"`},
	} {
		l, err := readCues(tt.lines + "\n[nouns]\nBitte demands speech\n")
		if err == nil || err.Error() != tt.want {
			t.Errorf("%q gives the error %v, want %s", tt.lines, err, tt.want)
		}
		if l.Entries[l.nouns["Bitte"]].Stance != claim.Demands {
			t.Errorf("%q: the entry behind the mistake is lost", tt.lines)
		}
	}
}

// TestStrangers checks that a word is no stranger to the lexicon, and no verb
// conjugated by hand, that the lexicon has.
func TestStrangers(t *testing.T) {
	for w := range Cues().strangers {
		if lexicon.Lookup(w).Known() {
			t.Errorf("%s: the lexicon knows %s", cuesFile, w)
		}
	}
	if got := Cues().forms["höhnte"]; got != "höhnen" {
		t.Errorf("höhnte is a form of %q, want höhnen", got)
	}
}

// TestGrammar checks that words/grammar.txt has no mistakes.
func TestGrammar(t *testing.T) {
	if _, err := readGrammar(grammarText); err != nil {
		t.Error(err)
	}
	for _, tt := range []struct {
		form, small string
		want        grammar
	}{
		{"Kein", "kein", isNegation},
		{"nach", "nach", isPrefix | beforeSource},
		{"Nach", "nach", beforeSource},
		{"Durch", "durch", 0},
		{"sein", "sein", 0}, // a lemma
	} {
		if got := grammarOf(tt.form, tt.small); got != tt.want {
			t.Errorf("%s is %b, want %b", tt.form, got, tt.want)
		}
	}
}
