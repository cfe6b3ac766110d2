package corpus

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/laut-nlp/laut/extract"
)

// conlluText makes a file of rows "form tag head deprel misc"; an empty string ends
// a sentence. Numbers are filled in.
func conlluText(rows ...string) string {
	var b strings.Builder
	b.WriteString("# newdoc_id = d\n# global.Entity = GRP-phrase_type-complex_np-np_form-referentiality\n")
	n := 0
	for _, r := range rows {
		if r == "" {
			b.WriteString("\n")
			n = 0
			continue
		}
		n++
		f := strings.Fields(r)
		b.WriteString(strings.Join([]string{string(rune('0' + n)), f[0], f[0], "_", f[1], "_", f[2], f[3], "_", f[4]}, "\t") + "\n")
	}
	return b.String()
}

func TestMentions(t *testing.T) {
	type mention struct {
		Text, Chain, Form, Status string
		Complex                   bool
	}
	for _, c := range []struct {
		why  string
		rows []string
		want []mention
		err  string
	}{
		{"one word, and one in another", []string{
			"Der ART 2 det Entity=(1-np-complex-defnp-new", "Chef NN 0 root _", "Quentels NE 2 nmod Entity=1-np-complex-defnp-new)(2-np-simple-NE-ref)", "",
		}, []mention{{"Der Chef Quentels", "1", "defnp", "new", true}, {"Quentels", "2", "ne", "ref", false}}, ""},
		{"two that begin and end together", []string{
			"Ott NE 0 root Entity=(1-np-simple-ne-new(2-np-complex-ne-new", "und KON 3 cc _", "Abt NE 1 conj Entity=1-np-simple-ne-new)2-np-complex-ne-new)", "",
		}, []mention{{"Ott und Abt", "1", "ne", "new", false}, {"Ott und Abt", "2", "ne", "new", true}}, ""},
		{"over the end of a sentence", []string{
			"Ott NE 0 root Entity=(1-np-simple-ne-new", "", "kam VVFIN 0 root Entity=1-np-simple-ne-new)", "",
		}, []mention{{"Ott kam", "1", "ne", "new", false}}, ""},
		{"one of the same chain inside", []string{
			"Ott NE 0 root Entity=(1-np-simple-ne-new", "sein PPOSAT 1 nmod Entity=(1-np-simple-ppos-ref)", "Hut NN 1 nmod Entity=1-np-simple-ne-new)", "",
		}, []mention{{"Ott sein Hut", "1", "ne", "new", false}, {"sein", "1", "ppos", "ref", false}}, ""},
		{"no end", []string{"Ott NE 0 root Entity=(1-np-simple-ne-new", "kam VVFIN 1 dep Entity=(2-np-simple-ne-new)", ""},
			[]mention{{"kam", "2", "ne", "new", false}}, "x.conllu:3: Entity: a mention of chain 1 lacks its begin or its end"},
		{"no begin", []string{"Ott NE 0 root _", "kam VVFIN 1 dep Entity=2-np-simple-ne-new)", ""},
			nil, "x.conllu:4: Entity: a mention of chain 2 lacks its begin or its end"},
		{"neither", []string{"Ott NE 0 root Entity=2", "", "Abt NE 0 root Entity=(2-np-simple-ne-new)", ""},
			[]mention{{"Abt", "2", "ne", "new", false}}, "x.conllu:3: Entity: neither the begin nor the end"},
	} {
		docs, err := Collect(CoNLLU(strings.NewReader(conlluText(c.rows...)), "x.conllu"))
		if c.err == "" && err != nil || c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)) {
			t.Errorf("%s: error %v, want %q", c.why, err, c.err)
		}
		if len(docs) != 1 {
			t.Errorf("%s: %d documents", c.why, len(docs))
			continue
		}
		var got []mention
		for _, m := range docs[0].Mentions {
			got = append(got, mention{docs[0].Text[m.Start:m.End], m.Chain, m.Form, m.Status, m.Complex})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
	}
}

func TestPCCNames(t *testing.T) {
	type name struct {
		Text    string
		Derived bool
		Entity  string
	}
	for _, c := range []struct {
		why  string
		rows []string
		want []name
	}{
		{"trimmed to the name", []string{
			"die ART 2 det Entity=(1-np-simple-ne-new", "Ministerin NN 0 root _", "Nora NE 2 appos _", "Fuchs NE 3 flat Entity=1-np-simple-ne-new)", "",
		}, []name{{"Nora Fuchs", false, "1"}}},
		{"a name inside a noun phrase that is no mention of its own", []string{
			"die ART 2 det Entity=(1-np-complex-defnp-new", "Politiker NN 0 root _", "der ART 4 det _", "SPD NE 2 nmod Entity=1-np-complex-defnp-new)", "",
		}, nil},
		{"one that is, and the noun phrase around it", []string{
			"Fuchs NE 2 nmod Entity=(1-np-simple-ne-new)(2-np-complex-defnp-new", "Hut NN 0 root Entity=2-np-complex-defnp-new)", "",
		}, []name{{"Fuchs", false, "1"}}},
		{"a definite noun phrase whose head is the name", []string{
			"die ART 2 det Entity=(1-np-simple-defnp-new", "SPD NE 0 root Entity=1-np-simple-defnp-new)", "",
		}, []name{{"SPD", false, "1"}}},
		{"a coordination", []string{
			"Ott NE 0 root Entity=(1-np-complex-ne-new(2-np-simple-ne-new)", "und KON 3 cc _", "Abt NE 1 conj Entity=1-np-complex-ne-new)", "",
		}, []name{{"Ott", false, "2"}}},
		{"a mention with a gap, and the coordination of equal length", []string{
			"Ott NE 2 nmod Entity=(1-np-complex-ne-new(2-np-simple-ne-new)(3-np-simple-ne-new", "und KON 3 cc _", "Abt NE 1 conj Entity=1-np-complex-ne-new)3-np-simple-ne-new)", "",
		}, []name{{"Ott", false, "2"}, {"Abt", false, "3"}}},
		{"two names in one mention", []string{
			"Ott NE 0 root Entity=(1-np-simple-ne-new", "an APPR 3 case _", "Abt NE 1 nmod Entity=1-np-simple-ne-new)", "",
		}, nil},
		{"a derived word", []string{"Rathenower ADJA 2 amod Entity=(1-np-simple-ne-new)", "Markt NN 0 root _", ""}, []name{{"Rathenower", true, "1"}}},
		{"names do not reach into the next sentence", []string{
			"Ott NE 0 root Entity=(1-np-simple-ne-new)", "", "Abt NE 0 root Entity=(2-np-simple-ne-new)", "",
		}, []name{{"Ott", false, "1"}, {"Abt", false, "2"}}},
	} {
		docs, err := Collect(CoNLLU(strings.NewReader(conlluText(c.rows...)), "x.conllu"))
		if err != nil || len(docs) != 1 {
			t.Errorf("%s: %d documents, %v", c.why, len(docs), err)
			continue
		}
		var got []name
		for _, n := range PCCNames(&docs[0]) {
			got = append(got, name{docs[0].Text[n.Start:n.End], n.Derived, n.Entity})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
	}
}

// TestPCCChains checks that pcc.txt names documents and chains of the corpus, that
// all groups that it continues another with begin as the status "ref" or "other"
// tells, and that each begins after the one before it.
func TestPCCChains(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/data/ud/pcc-*.conllu.gz")
	if len(files) == 0 {
		t.Skip("needs the Potsdam Commentary Corpus in ../shared/data/ud")
	}
	left := map[string]bool{}
	for id := range pccChains() {
		left[id] = true
	}
	for _, f := range files {
		docs, err := Collect(File(f))
		if err != nil {
			t.Fatal(err)
		}
		for i := range docs {
			d := &docs[i]
			delete(left, d.ID)
			first := map[string]Mention{}
			for _, m := range d.Mentions {
				if _, ok := first[m.Chain]; !ok {
					first[m.Chain] = m
				}
			}
			for chain, to := range pccChains()[d.ID] {
				a, ok1 := first[to]
				b, ok2 := first[chain]
				if !ok1 || !ok2 || b.Start < a.Start || b.Status == "new" {
					t.Errorf("%s: %s=%s: %+v, %+v", d.ID, to, chain, a, b)
				}
			}
		}
	}
	for id := range left {
		t.Errorf("the corpus has no %s", id)
	}
	if len(pccChains()) < 60 {
		t.Errorf("%d documents", len(pccChains()))
	}
}

func TestJoinHyphens(t *testing.T) {
	for _, c := range []struct{ reason, tokens, want string }{
		{"a compound cut at its hyphens is one token", "der IG_-_Metall_-_Chef", "der|IG-Metall-Chef"},
		{"so is a word whose last part is left out", "Staats_- und", "Staats-|und"},
		{"a hyphen between blanks is a dash", "Berlin - Bonn", "Berlin|-|Bonn"},
		{"a bracket is no part of a compound", "Kredit_-_) Amt", "Kredit-|)|Amt"},
		{"tokens that touch without a hyphen stay two", "geht_'s", "geht|'s"},
	} {
		d := Document{Sentences: []int{0}}
		for word := range strings.FieldsSeq(c.tokens) {
			for _, part := range strings.Split(word, "_") {
				d.Tokens = append(d.Tokens, extract.Span{Start: len(d.Text), End: len(d.Text) + len(part)})
				d.Text += part
			}
			d.Text += " "
		}
		joined, _ := JoinHyphens([]Document{d})
		var got []string
		for _, s := range joined[0].Tokens {
			got = append(got, d.Text[s.Start:s.End])
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
}

func TestJoinHyphensKeepsSentences(t *testing.T) {
	d := Document{Text: "US-Amt. Ja.", Tokens: []extract.Span{{Start: 0, End: 2}, {Start: 2, End: 3}, {Start: 3, End: 6}, {Start: 6, End: 7}, {Start: 8, End: 10}, {Start: 10, End: 11}}, Sentences: []int{0, 4}}
	joined, fewer := JoinHyphens([]Document{d})
	if diff := cmp.Diff([]int{0, 2}, joined[0].Sentences); diff != "" || fewer != 2 {
		t.Errorf("%d tokens fewer; sentences (-want +got):\n%s", fewer, diff)
	}
	if len(d.Tokens) != 6 {
		t.Error("the document given was changed")
	}
}
