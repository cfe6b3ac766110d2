package attribution

import (
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/lexicon"
)

// TestCueList holds words/cues.txt to its own rules, line by line.
func TestCueList(t *testing.T) {
	if !strings.Contains(cuesText, "# Source: ") || !strings.Contains(cuesText, "Licence: ") {
		t.Error("the list does not name its source and licence")
	}
	seen := make(map[string]int)
	section := ""
	entries := 0
	n := 0
	for line := range strings.Lines(cuesText) {
		n++
		f := strings.Fields(line)
		switch {
		case len(f) == 0, strings.HasPrefix(f[0], "#"):
			continue
		case strings.HasPrefix(f[0], "["):
			section = strings.Trim(f[0], "[]")
			continue
		}
		if section == "sources" {
			for _, w := range f {
				if first := seen["source "+w]; first > 0 {
					t.Errorf("line %d: %s stands in line %d already", n, w, first)
				}
				seen["source "+w] = n
			}
			continue
		}
		entries++
		if first := seen[f[0]]; first > 0 {
			t.Errorf("line %d: %s stands in line %d already", n, f[0], first)
		}
		seen[f[0]] = n
		if len(f) < 3 {
			t.Errorf("line %d: %s lacks stance or medium", n, f[0])
			continue
		}
		e := readCue(f)
		if e.stance == 0 || e.stance.String() != f[1] {
			t.Errorf("line %d: there is no stance %q", n, f[1])
		}
		if e.medium == 0 || e.medium.String() != f[2] {
			t.Errorf("line %d: there is no medium %q", n, f[2])
		}
		form := strings.ReplaceAll(f[0], "|", "")
		switch section {
		case "verbs":
			for _, takes := range f[3:] {
				if strings.HasPrefix(takes, "+") {
					continue
				}
				if i := strings.IndexFunc(takes, func(r rune) bool { return !strings.ContainsRune(takesLetters, r) }); i >= 0 {
					t.Errorf("line %d: %s takes %q, of which %q means nothing", n, f[0], takes, takes[i:])
				}
			}
			if len(f) < 4 {
				t.Errorf("line %d: %s takes nothing", n, f[0])
			}
			_, base, _ := strings.Cut(f[0], "|")
			if !lexicon.Mask(form).HasAny(lexicon.Infinitive) && !lexicon.Mask(base).HasAny(lexicon.Infinitive) && cueList().forms[form] == "" {
				t.Errorf("line %d: the lexicon knows no verb %s", n, form)
			}
		case "nouns":
			if !lexicon.Mask(form).HasAny(lexicon.Noun) {
				t.Errorf("line %d: the lexicon knows no noun %s", n, form)
			}
		default:
			t.Errorf("line %d: unknown section %q", n, section)
		}
	}
	if entries < 200 {
		t.Errorf("the list has only %d entries", entries)
	}
}

// TestStrangers holds that no verb is conjugated by hand that the lexicon has.
func TestStrangers(t *testing.T) {
	for _, verb := range strangers {
		if lexicon.Lookup(verb).Known() {
			t.Errorf("the lexicon knows %s", verb)
		}
		if _, ok := cueList().whole[verb]; !ok {
			t.Errorf("%s is not in the list", verb)
		}
	}
}
