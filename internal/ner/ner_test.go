package ner

import (
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/blob"
	"github.com/laut-nlp/laut/internal/linear"
	model "github.com/laut-nlp/laut/internal/model/ner"
	"github.com/laut-nlp/laut/internal/testkit"
)

func untrained(t *testing.T) *Recogniser {
	t.Helper()
	r, err := Untrained(Templates(), "", News)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestLabels checks that mentions come back from their labels, that the chain
// allows these, and that there is a name for each.
func TestLabels(t *testing.T) {
	mentions := []Mention{
		{0, 1, PER, Name}, {1, 3, ORG, Name}, {3, 6, LOC, Name}, {7, 8, MISC, Part}, {8, 9, LOC, Derived}, {9, 11, ORG, Name},
	}
	const n = 11
	labels := Encode(nil, n, mentions)
	if got := decode(nil, labels); !slices.Equal(got, mentions) {
		t.Errorf("got %v, want %v", got, mentions)
	}
	follow, final := Follow()
	before := labelCount
	for i, y := range labels {
		if follow[before]>>y&1 == 0 {
			t.Errorf("token %d: %s may not follow", i, Labels()[y])
		}
		before = int(y)
	}
	if final>>labels[n-1]&1 == 0 {
		t.Error("the last label may not end a sentence")
	}
	if len(Labels()) != labelCount || len(follow) != labelCount+1 {
		t.Errorf("%d labels, %d sets, want %d", len(Labels()), len(follow), labelCount)
	}
	for y, name := range Labels() {
		inner := strings.HasPrefix(name, "I-") || strings.HasPrefix(name, "E-")
		if got := follow[labelCount]>>y&1 == 0; got != inner {
			t.Errorf("%s may begin: %v", name, !got)
		}
		if open := strings.HasPrefix(name, "B-") || strings.HasPrefix(name, "I-"); final>>y&1 == 0 != open {
			t.Errorf("%s may end: %v", name, open)
		}
	}
}

// sentence makes tokens of words with their tags: "Berlin/NE".
func sentence(s string) (tokens []Token) {
	for w := range strings.FieldsSeq(s) {
		form, tag, _ := strings.Cut(w, "/")
		tokens = append(tokens, Token{form, tag})
	}
	return tokens
}

// TestSpoken checks that a headline in capitals is read as if it had none.
func TestSpoken(t *testing.T) {
	r := untrained(t)
	var s Scratch
	r.lookAll(&s, sentence("MERKEL/NE TRIFFT/VVFIN PUTIN/NE IM/APPRART HAUS/NN DER/ART SPD/NE"))
	var got []string
	for i := range s.words {
		got = append(got, s.words[i].form)
	}
	if want := "Merkel trifft Putin im Haus der SPD"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r.lookAll(&s, sentence("Die/ART SPD/NE trifft/VVFIN die/ART CDU/NE"))
	if f := s.words[1].form; f != "SPD" {
		t.Errorf("outside of a headline: %s", f)
	}
}

// TestFar looks at which tokens are out of reach of names.
func TestFar(t *testing.T) {
	r := untrained(t)
	r.model = &linear.Model{}
	for _, c := range []struct{ why, words, far string }{
		{"no capitals, known words", "es war einmal , und es ist nicht mehr .", "all"},
		{"near a capital", "Peter von der Heide", ""},
		{"between two capitals, a long way", "Peter kam und ging und lachte und schlief bei Maria", "kam und ging und lachte und schlief bei"},
		{"behind the last capital", "heute kam Peter an", "heute kam an"},
		{"unknown small words may be names", "er las xqandra dort", "er las dort"},
		{"adjectives of places are names in small letters", "er ist deutsch", "er ist"},
	} {
		var s Scratch
		tokens := sentence(c.words)
		seq := r.Sequence(&s, tokens, nil, nil)
		var far []string
		switch {
		case seq == nil:
			far = []string{"all"}
		default:
			for i := range tokens {
				if seq.Allowed(i) == 1<<outside {
					far = append(far, tokens[i].Form)
				}
			}
		}
		if got := strings.Join(far, " "); got != c.far {
			t.Errorf("%s: %q: far are %q, want %q", c.why, c.words, got, c.far)
		}
	}
}

// TestVotes checks that a word's own label is not what others say of it.
func TestVotes(t *testing.T) {
	tokens := sentence("Sam/NE Altman/NE kam/VVFIN . Altmans/NE Firma/NN wuchs/VVFIN . Berlin/NE schwieg/VVFIN .")
	labels := Encode(nil, len(tokens), []Mention{{0, 2, PER, Name}, {4, 5, LOC, Name}, {8, 9, LOC, Name}})
	v := Count(tokens, labels)
	top := func(i int) Class {
		e := v.elsewhere(voteKey(tokens[i].Form), labels[i])
		if e == 0 {
			return 99
		}
		return Class((e - 1) % (classes + 1))
	}
	if got := top(4); got != PER {
		t.Errorf("Altmans: %v elsewhere, want PER", got)
	}
	if got := top(1); got != LOC {
		t.Errorf("Altman: %v elsewhere, want LOC", got)
	}
	if got := top(8); got != 99 {
		t.Errorf("Berlin is nowhere else, got %v", got)
	}
	if !v.differ(voteKeys(tokens[4:8]), labels[4:8]) || v.differ(voteKeys(tokens[8:]), labels[8:]) {
		t.Error("the second sentence differs, the third does not")
	}
}

// TestDamaged checks that no damage to the file passes.
func TestDamaged(t *testing.T) {
	testkit.RefusesDamage(t, model.File(), func(file string) error { _, err := New(file); return err })
}

// TestNewErrors looks at files whose checksum is right.
func TestNewErrors(t *testing.T) {
	for _, c := range []struct{ why, rest, want string }{
		{"nothing", "", "lengths"},
		{"cut off", "\xff\x00\x00\x00", "lengths"},
		{"no weights inside", "\x04\x00\x00\x00abcd", "linear: not a file of this format"},
		{"no table inside", "\x00\x00\x00\x00abcd", "clusters: not a file of this format"},
	} {
		if _, err := New(string(blob.Seal(Magic, []byte(c.rest)))); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.why, err, c.want)
		}
	}
	if _, err := New("laut tagger 2\n\x00"); err == nil {
		t.Error("another file is opened")
	}
}

// TestKind looks at the kinds of forms that features and reach stand on.
func TestKind(t *testing.T) {
	for _, c := range []struct {
		form    string
		kind    uint64
		numeric bool
	}{
		{"—", signs, false}, {"1848", digits, true}, {"und", small, false}, {"mp3", small, true}, {"A", oneCapital, false}, {"A380", oneCapital, true},
		{"SPD", allCapitals, false}, {"Österreich", first, false}, {"iPhone", mixed, false}, {"US-Präsident", mixed, false}, {"\xff", signs, false},
	} {
		if k, n := kindOf(c.form); k != c.kind || n != c.numeric {
			t.Errorf("%q: %d %v, want %d %v", c.form, k, n, c.kind, c.numeric)
		}
	}
}
