package claims_test

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// articles returns the articles of testdata as one document.
func articles(t testing.TB) (*extract.Document, []entities.Entity) {
	t.Helper()
	paths, err := filepath.Glob("../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	var all strings.Builder
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
		all.WriteString("\n\n")
	}
	d := extract.Parse(all.String())
	return d, entities.Extract(d)
}

// TestMinScore checks that a higher score leaves fewer claims, all with that score.
func TestMinScore(t *testing.T) {
	d, es := articles(t)
	before := math.MaxInt
	for _, least := range []float64{0, .1, .3, .5, .7, .9, 1} {
		x, err := claims.New(claims.WithMinScore(least))
		if err != nil {
			t.Fatal(err)
		}
		cs := x.Extract(d, es)
		check(t, d, es, cs)
		for _, c := range cs {
			if c.Score < least {
				t.Errorf("a claim has the score %v, less than %v", c.Score, least)
			}
		}
		if len(cs) > before {
			t.Errorf("%d claims with at least %v, %d with less", len(cs), least, before)
		}
		before = len(cs)
		if least == 0 && before < 20 {
			t.Errorf("only %d claims", before)
		}
	}
	if before > 0 {
		t.Errorf("%d claims are certain", before)
	}
}

// TestMinSpeakerScore checks that a higher score leaves fewer names, all with that score, and
// the claims as they are.
func TestMinSpeakerScore(t *testing.T) {
	d, es := articles(t)
	all := claims.Extract(d, es)
	before := math.MaxInt
	for _, least := range []float64{0, .5, .9, 1} {
		x, err := claims.New(claims.WithMinSpeakerScore(least))
		if err != nil {
			t.Fatal(err)
		}
		cs := x.Extract(d, es)
		check(t, d, es, cs)
		named := 0
		for i, c := range cs {
			if c.Speaker.Name != "" {
				named++
			}
			if want := all[i].Speaker.Sure(least); !reflect.DeepEqual(c.Speaker, want) {
				t.Errorf("with at least %v the speaker is %+v, want %+v", least, c.Speaker, want)
			}
			if c.Speaker = all[i].Speaker; !reflect.DeepEqual(c, all[i]) {
				t.Errorf("with at least %v the claim is another: %+v", least, c)
			}
		}
		if named >= before || least == 0 && named < 20 {
			t.Errorf("%d names with at least %v, %d with less", named, least, before)
		}
		before = named
	}
}

// TestDefaultMinScore holds what is said of the score that is taken without an option.
func TestDefaultMinScore(t *testing.T) {
	d, es := articles(t)
	x, err := claims.New(claims.WithMinScore(claims.DefaultMinScore))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(x.Extract(d, es), claims.Extract(d, es)) {
		t.Errorf("Extract finds other claims than with the least score %v", claims.DefaultMinScore)
	}
}

// TestNew checks that the last of two options for one thing counts, and that the error
// tells all that is wrong.
func TestNew(t *testing.T) {
	d, es := articles(t)
	x, err := claims.New(claims.WithMinScore(.2), claims.WithMinScore(1))
	if err != nil {
		t.Fatal(err)
	}
	if got := x.Extract(d, es); len(got) > 0 {
		t.Errorf("%d claims are certain", len(got))
	}
	for _, score := range []float64{-.01, 1.01, math.NaN(), math.Inf(1), math.Inf(-1)} {
		if x, err := claims.New(claims.WithMinSpeakerScore(score)); err == nil || x != nil || !strings.HasPrefix(err.Error(), "claims: ") {
			t.Errorf("WithMinSpeakerScore(%v): extractor %v, error %v", score, x, err)
		}
		if x, err := claims.New(claims.WithMinScore(score)); err == nil || x != nil || !strings.HasPrefix(err.Error(), "claims: ") {
			t.Errorf("WithMinScore(%v): extractor %v, error %v", score, x, err)
		}
	}
	_, err = claims.New(claims.WithMinScore(-1), claims.WithMinScore(.5), claims.WithMinScore(2))
	if want := "claims: the score -1 is not from 0 to 1\nclaims: the score 2 is not from 0 to 1"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// TestNames holds the constants to the names that the command prints: they are
// numbered alike here and where claims are found.
func TestNames(t *testing.T) {
	type named interface{ String() string }
	for _, tt := range []struct {
		got  named
		want string
	}{
		{claims.Direct, "direct"}, {claims.Indirect, "indirect"}, {claims.Continued, "continued"},
		{claims.FreeIndirect, "free_indirect"}, {claims.Reported, "reported"},
		{claims.Speech, "speech"}, {claims.Writing, "writing"}, {claims.Thought, "thought"},
		{claims.SpeechOrWriting, "speech/writing"}, {claims.SpeechOrThought, "speech/thought"}, {claims.ThoughtOrWriting, "thought/writing"},
		{claims.Asserts, "asserts"}, {claims.Denies, "denies"}, {claims.Doubts, "doubts"}, {claims.Demands, "demands"},
		{claims.Asks, "asks"}, {claims.Promises, "promises"}, {claims.Warns, "warns"}, {claims.Admits, "admits"},
		{claims.Believes, "believes"}, {claims.Announces, "announces"}, {claims.Criticises, "criticises"}, {claims.Praises, "praises"}, {claims.Withholds, "withholds"},
		{claims.ViaNone, ""}, {claims.ViaName, "name"}, {claims.ViaNoun, "noun"}, {claims.ViaPronoun, "pronoun"}, {claims.ViaCarried, "carried"},
		{claims.ViaCaption, "caption"}, {claims.ViaNameLine, "name_line"}, {claims.ViaInterview, "interview"},
		{claims.Kind(99), "invalid"},
	} {
		if got := tt.got.String(); got != tt.want {
			t.Errorf("%T %v prints as %q, want %q", tt.got, tt.got, got, tt.want)
		}
	}
}

func TestFilter(t *testing.T) {
	// 0 encloses 1, which encloses 2 and 3; 4 stands alone.
	parents := []int{-1, 0, 1, 1, -1}
	cs := make([]claims.Claim, len(parents))
	for i, p := range parents {
		cs[i] = claims.Claim{Parent: claims.ID(p + 1), Score: float64(i)}
	}
	tests := []struct {
		keep          []bool
		want, parents []int
		reason        string
	}{
		{[]bool{true, true, true, true, true}, []int{0, 1, 2, 3, 4}, []int{-1, 0, 1, 1, -1}, "all stay as they are"},
		{[]bool{true, false, true, false, true}, []int{0, 2, 4}, []int{-1, 0, -1}, "the grandparent becomes the parent"},
		{[]bool{false, false, true, false, true}, []int{2, 4}, []int{-1, -1}, "nothing that encloses it stays"},
		{[]bool{false, true, true, true, false}, []int{1, 2, 3}, []int{-1, 0, 0}, "parents are counted anew"},
		{[]bool{false, false, false, false, false}, nil, nil, "nothing stays"},
	}
	for _, tt := range tests {
		var got, parents []int
		for _, c := range claims.Filter(cs, func(c claims.Claim) bool { return tt.keep[int(c.Score)] }) {
			got, parents = append(got, int(c.Score)), append(parents, c.Parent.Index())
		}
		if !reflect.DeepEqual(got, tt.want) || !reflect.DeepEqual(parents, tt.parents) {
			t.Errorf("%s: claims %v with parents %v, want %v with %v", tt.reason, got, parents, tt.want, tt.parents)
		}
	}
	if cs[1].Parent != 1 {
		t.Error("the claims that were given changed")
	}
}

// A parent that is wrong costs only itself.
func TestFilterWrongParent(t *testing.T) {
	cs := []claims.Claim{{Parent: 1}, {Parent: 7}, {Parent: -5}}
	for i, c := range claims.Filter(cs, func(claims.Claim) bool { return true }) {
		if c.Parent != 0 {
			t.Errorf("claim %d has the parent %d", i, c.Parent)
		}
	}
}
