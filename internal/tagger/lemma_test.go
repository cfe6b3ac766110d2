package tagger

import (
	"math/bits"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/linear"
	model "github.com/laut-nlp/laut/internal/model/tagger"
)

// labelOf returns the first label with a part of speech of STTS.
func labelOf(stts string) Label { return Label(bits.TrailingZeros64(Set("", stts))) }

// TestLemma finds lemmas of words with a given part of speech, most of which no
// lexicon has.
func TestLemma(t *testing.T) {
	for _, test := range []struct {
		why, form, stts string
		beforeNoun      bool
		want            string
	}{
		{"a weak past", "zwurrte", "VVFIN", false, "zwurren"},
		{"a weak present", "zwurrt", "VVFIN", false, "zwurren"},
		{"a form that is all ending", "te", "VVFIN", false, "teen"},
		{"a weak participle", "gezwurrt", "VVPP", false, "zwurren"},
		{"zu inside", "abzuzwurren", "VVIZU", false, "abzwurren"},
		{"a declined adjective", "zwurriges", "ADJA", false, "zwurrig"},
		{"the adjective of a town is never declined", "Zwurrdorfer", "ADJA", false, "Zwurrdorfer"},
		{"the genitive of a name before a noun", "Xantmins", "NE", true, "Xantmin"},
		{"elsewhere the s may be the name's own", "Xantmins", "NE", false, "Xantmins"},
		{"an apostrophe", "Xantmin's", "NE", false, "Xantmin"},
		{"ss is no genitive", "Xantgass", "NE", true, "Xantgass"},
		{"a name of the lexicon", "Jelzins", "NE", false, "Jelzin"},
		{"short names keep their s", "Is", "NE", true, "Is"},
		{"of readings with a blank the verb", "fuhr", "VVFIN", false, "fahren"},
		{"a noun that is a form of a verb too", "Reise", "NN", false, "Reise"},
		{"the verb that is a form of a noun too", "reise", "VVFIN", false, "reisen"},
		{"bytes that are no text", "\xff\xfe", "ADV", false, "\xff\xfe"},
	} {
		var w word
		w.look(test.form, false)
		w.possessor = test.beforeNoun
		if got := string(w.appendLemma(nil, &Tagger{}, labelOf(test.stts), false)); got != test.want {
			t.Errorf("%s: %s as %s has lemma %q, want %q", test.why, test.form, test.stts, got, test.want)
		}
	}
}

// TestMoodOfForms holds which moods a form leaves open.
func TestMoodOfForms(t *testing.T) {
	for _, test := range []struct {
		form string
		want uint64
	}{
		{"sei", 1 << moodSubjunctive}, {"würde", 1 << moodSubjunctive}, {"ging", 1 << moodIndicative},
		{"habe", 1<<moodIndicative | 1<<moodSubjunctive}, {"sagte", 1<<moodIndicative | 1<<moodSubjunctive}, {"zwurrt", 1 << moodIndicative},
	} {
		var w word
		w.look(test.form, false)
		if got := w.moodSet(); got != test.want {
			t.Errorf("%s: labels %b, want %b", test.form, got, test.want)
		}
	}
}

// TestTableFindsAlone checks that an empty or full table ends its search.
func TestTableFindsAlone(t *testing.T) {
	if _, _, ok := (&table{}).find(1); ok {
		t.Error("the zero table has a key")
	}
	full, ok := openTable("\x01\x00\x00\x00" + "\x03\x00\x00\x00\x07\x00\x00\x01")
	if !ok {
		t.Fatal("a table of one slot is refused")
	}
	if v, n, ok := full.find(3); !ok || v != 7 || n != 1 {
		t.Errorf("got %d %d %v, want 7 1 true", v, n, ok)
	}
	if _, _, ok := full.find(5); ok {
		t.Error("a full table has a key that it lacks")
	}
	for _, broken := range []string{"", "\x00\x00\x00\x00", "\x03\x00\x00\x00", "\x02\x00\x00\x00........"} {
		if _, ok := openTable(broken); ok {
			t.Errorf("%q is taken for a table", broken)
		}
	}
}

// TestKnownForms makes sure that the labels are those that all features give, whether
// the forms are new or were met before.
func TestKnownForms(t *testing.T) {
	open := func() *Tagger {
		tagger, err := New(model.File())
		if err != nil {
			t.Fatal(err)
		}
		return tagger
	}
	tagger, plain := open(), open()
	tags := plain.tags
	plain.tags = nil // as in training
	for range 2 {
		for _, text := range []string{
			"Der Arm des Ministers , der am Montag in Kiel sprach , habe ihn nicht gehindert .",
			"Arm ist , wer nichts hat : Sie warf ihm Betrug vor .",
			"Softbank-Chef Eva Lang teilte mit , die Seilbahn sei 2005 verkauft worden .",
		} {
			forms := strings.Fields(text)
			var s Scratch
			var got []linear.Label
			for _, w := range tagger.Tag(&s, forms) {
				got = append(got, w.Label)
			}
			s.labels = s.dec.Decode(tags, plain.Sequence(&s, forms, nil), nil)
			plain.tagAuxiliaries(&s)
			if !slices.Equal(got, s.labels) {
				t.Errorf("%s: labels %d, want %d", text, got, s.labels)
			}
		}
	}
}
