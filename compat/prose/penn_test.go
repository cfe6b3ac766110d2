package germanprose

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
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

// data is where the corpora lie, which are not part of the module.
const data = "../../../shared/data/ud/"

// treebank reads files, or skips the test where they are not.
func treebank(t *testing.T, files ...string) (docs []corpus.Document) {
	t.Helper()
	for _, f := range files {
		if _, err := os.Stat(data + f); errors.Is(err, fs.ErrNotExist) {
			t.Skipf("%s is not here; it is not part of the module", data+f)
		}
		d, err := corpus.Collect(corpus.File(data + f))
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d...)
	}
	return docs
}

// tagged calls see with each token that is one word, its gold word and its Penn tag, which
// rests on the treebank's tokens and sentences and on nothing else of it.
func tagged(t *testing.T, docs []corpus.Document, see func(g *corpus.Word, penn string)) {
	t.Helper()
	for _, g := range docs {
		d, err := extract.FromTokens(g.Text, g.Tokens, g.Sentences)
		if err != nil {
			t.Fatal(err)
		}
		w := newWords(d)
		words := make([]int, len(g.Tokens)) // how many a token has
		for i := range g.Words {
			words[g.Words[i].Token]++
		}
		for i := range g.Words {
			if k := g.Words[i].Token; words[k] == 1 {
				see(&g.Words[i], w.penn(k))
			}
		}
	}
}

// share counts what is right.
type share struct{ right, all int }

func (s *share) add(ok bool) {
	s.all++
	if ok {
		s.right++
	}
}

func (s *share) percent() float64 { return 100 * float64(s.right) / float64(max(s.all, 1)) }

// families are tags that only morphology tells apart.
var families = map[string]string{
	"NNS": "NN", "JJR": "JJ", "JJS": "JJ", "VBD": "VBZ", "VBP": "VBZ", "RBR": "RB", "RBS": "RB",
}

func family(penn string) string {
	if f, ok := families[penn]; ok {
		return f
	}
	return penn
}

// TestGoldTags holds how many tags are those that follow from PCC's parts of speech, which
// were made by hand; the members of a family count as one, since PCC's morphology was
// not:
//
//	go test . -run GoldTags -v
func TestGoldTags(t *testing.T) {
	var all share
	tagged(t, treebank(t, "pcc-dev.conllu.gz", "pcc-test.conllu.gz"), func(g *corpus.Word, penn string) {
		want, ok := alike[g.XPOS]
		switch g.XPOS {
		case "NN":
			want = "NN"
		case "ADJA", "ADJD":
			want = "JJ"
		case "ADV":
			want = "RB"
		case "VVFIN", "VAFIN":
			want = "VBZ"
			if penn == "MD" && strings.HasPrefix(strings.ToLower(g.Form), "w") { // wird, würde with an infinitive
				want = "MD"
			}
		default:
			if !ok {
				return // pronouns that the word decides, and marks
			}
		}
		all.add(family(penn) == want)
	})
	t.Logf("%.1f %% of %d", all.percent(), all.all)
	if all.percent() < 95.5 {
		t.Error("want 95.5 %")
	}
}

// TestMorphology holds how often number, tense, person and degree are those of GSD, of words
// of which it has them and whose family is right:
//
//	go test . -run Morphology -v
func TestMorphology(t *testing.T) {
	found := map[string]*share{"number of nouns": {}, "plural of nouns": {}, "verbs": {}, "degree": {}}
	tagged(t, treebank(t, "gsd-dev.conllu.gz", "gsd-test.conllu.gz"), func(g *corpus.Word, penn string) {
		row, want := "", ""
		switch {
		case g.XPOS == "NN" && g.Feat("Number") != "":
			row, want = "number of nouns", map[string]string{"Sing": "NN", "Plur": "NNS"}[g.Feat("Number")]
		case (g.XPOS == "VVFIN" || g.XPOS == "VAFIN") && g.Feat("Tense") == "Past":
			row, want = "verbs", "VBD"
		case (g.XPOS == "VVFIN" || g.XPOS == "VAFIN") && g.Feat("Tense") == "Pres" && g.Feat("Mood") != "Sub":
			row, want = "verbs", "VBP"
			if g.Feat("Person") == "3" && g.Feat("Number") == "Sing" {
				want = "VBZ"
			}
		case (g.XPOS == "ADJA" || g.XPOS == "ADJD") && g.Feat("Degree") != "":
			row, want = "degree", map[string]string{"Pos": "JJ", "Cmp": "JJR", "Sup": "JJS"}[g.Feat("Degree")]
		}
		if row == "" || family(penn) != family(want) {
			return
		}
		found[row].add(penn == want)
		if want == "NNS" {
			found["plural of nouns"].add(penn == want)
		}
	})
	for row, least := range map[string]float64{"number of nouns": 95.8, "plural of nouns": 93.5, "verbs": 99, "degree": 99} {
		t.Logf("%-16s %.1f %% of %d", row, found[row].percent(), found[row].all)
		if found[row].percent() < least {
			t.Errorf("%s: want %.1f %%", row, least)
		}
	}
}
