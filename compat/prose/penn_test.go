package germanprose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/internal/tagger"
	"github.com/laut-nlp/laut/internal/testkit"
)

// prosesTags are those that prose v2 lists in its README.
var prosesTags = strings.Fields("( ) , : . '' `` # $ CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ " +
	"RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB")

// TestTagset checks that each part of speech of the tagger has its place in the table, in one
// half of it only, and that each tag is one of prose's.
func TestTagset(t *testing.T) {
	for _, l := range tagger.Labels() {
		_, stts, _ := strings.Cut(l, "|")
		_, one := alike[stts]
		_, more := decided[stts]
		if one == more {
			t.Errorf("%s is alike: %v, decided: %v", stts, one, more)
		}
	}
	for _, tag := range pennTags {
		if !slices.Contains(prosesTags, tag) {
			t.Errorf("prose has no tag %s", tag)
		}
	}
	if !slices.IsSorted(pennTags) || len(prosesTags) != 45 {
		t.Errorf("the tags are not sorted, or prose has %d", len(prosesTags))
	}
	for stts, tag := range alike {
		if !slices.Contains(pennTags, tag) {
			t.Errorf("%s goes to %s, which is not in the list", stts, tag)
		}
	}
}

// TestPennGolden compares the tags with testdata/penn/*.txt, whose cases are written as those
// of ../../testdata/tags are. Together they have each tag of the list.
func TestPennGolden(t *testing.T) {
	seen := map[string]bool{}
	testkit.Cases(t, "testdata/penn/*.txt", func(file string) (string, error) { return render(file, seen) })
	for _, tag := range pennTags {
		if !seen[tag] {
			t.Errorf("no case has the tag %s", tag)
		}
	}
}

// render returns a golden file with the results of its cases as they are now: a line a token,
// with its Penn tag, that of STTS and its label.
func render(file string, seen map[string]bool) (string, error) {
	return testkit.Texts(file, func(text string) (string, error) {
		d, err := NewDocument(text)
		if err != nil {
			return "", err
		}
		var out strings.Builder
		stts := d.STTS()
		for i, tok := range d.Tokens() {
			seen[tok.Tag] = true
			fmt.Fprintf(&out, "  %-22s %-5s %-8s %s\n", tok.Text, tok.Tag, stts[i], tok.Label)
		}
		return out.String(), nil
	})
}
