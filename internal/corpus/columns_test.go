package corpus

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestColumns(t *testing.T) {
	for _, c := range []struct {
		why      string
		read     reader
		in       string
		text     []string
		mentions [][]string
		errs     []string
	}{{
		why:  "GermEval: a sentence is a document; nested column, suffixes, OTH; # alone is a token",
		read: GermEval,
		in: "Bayern\tB-ORG\tB-LOC\nMünchen\tI-ORG\tB-LOC\n.\tO\tO\n\n" +
			"#\tO\tO\ndeutsche\tB-LOCderiv\tO\nEU-Politik\tB-ORGpart\tO\nFaust\tB-OTH\tO\n\n",
		text:     []string{"Bayern München.", "# deutsche EU-Politik Faust"},
		mentions: [][]string{{"Bayern München/ORG", "Bayern/LOC/nested", "München/LOC/nested"}, {"deutsche/LOC/derived", "EU-Politik/ORG/part", "Faust/MISC"}},
	}, {
		why:      "GermEval with numbers and a source; two names side by side",
		read:     GermEval,
		in:       "#\thttp://example.org [2010]\n1\tHamburg\tB-LOC\tO\n2\tAltona\tB-LOC\tO\n3\tMitte\tI-LOC\tO\n",
		text:     []string{"Hamburg Altona Mitte"},
		mentions: [][]string{{"Hamburg/LOC", "Altona Mitte/LOC"}},
	}, {
		why:      "GermEval: a broken line costs its sentence",
		read:     GermEval,
		in:       "a\tO\tO\n\nb\tO\nb\n\nc\tB-FOO\tO\n\nd\tX\tO\n\ne\tI-PER\tO",
		text:     []string{"a", "e"},
		mentions: [][]string{nil, {"e/PER"}},
		errs: []string{
			"c.tsv:3: 2 columns, want 3; the sentence is left out",
			`c.tsv:6: label "B-FOO" is not known; the sentence is left out`,
			`c.tsv:8: label "X", want O, B-… or I-…; the sentence is left out`,
		},
	}, {
		why:      "Europarl: I- begins a name after O and after another label; one document",
		read:     Europarl,
		in:       "Herr\tHerr\tNN\tI-NC\tO\nPex\t<unknown>\tNE\tI-NC\tI-PER\nBonn\tBonn\tNE\tI-NC\tI-LOC\nAm\tAm\tNE\tB-NC\tI-LOC\n\n.\t.\t$.\tO\tO\n",
		text:     []string{"Herr Pex Bonn Am ."},
		mentions: [][]string{{"Pex/PER", "Bonn Am/LOC"}},
	}, {
		why:      "Bundestag: what the tokeniser rewrote is put back",
		read:     Bundestag,
		in:       "1\t-LRB-\t_\t_\tO\t_\t_\n2\tSPD\t_\t_\tB-ORG\t_\t_\n3\t-RRB-\t_\t_\tO\t_\t_\n4\t``\t_\t_\tO\t_\t_\n5\tJa\t_\t_\tO\t_\t_\n6\t''\t_\t_\tO\t_\t_\n",
		text:     []string{"(SPD) „Ja“"},
		mentions: [][]string{{"SPD/ORG"}},
	}, {
		why:  "a line of white space and one without a token",
		read: Europarl,
		in:   " \n\t\t\t\t\n",
	}} {
		docs, err := Collect(c.read(strings.NewReader(c.in), "c.tsv"))
		var text []string
		var ms [][]string
		for i := range docs {
			if err := check(&docs[i]); err != nil {
				t.Errorf("%s: %v", c.why, err)
			}
			text = append(text, docs[i].Text)
			ms = append(ms, mentions(&docs[i]))
		}
		if diff := cmp.Diff(c.text, text); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
		if diff := cmp.Diff(c.mentions, ms); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
		if diff := cmp.Diff(c.errs, errorLines(err)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
	}
}

func TestEmpiriST(t *testing.T) {
	row := func(form, xpos, upos, lemma string) string {
		return strings.Join([]string{form, xpos, upos, "Z9", form, lemma, lemma}, "\t") + "\n"
	}
	in := "<?xml version=\"1.0\"?>\n<corpus>\n<text subcorpus=\"cmc\" id=\"c1\">\n<posting id=\"p1\" author=\"A &amp; B\">\n<s>\n" +
		row("Ja", "ITJ", "INTJ", "ja") + row("&lt;-", "EMOASC", "SYM", "&lt;-") + "</s>\n<s>\n" + row("So", "ADV", "ADV", "so") + row(".", "$.", "PUNCT", ".") +
		"</s>\n</posting>\n<posting id=\"p2\">\n<s>\n" + row("H&amp;M", "NE", "PROPN", "H&amp;M") + "</s>\n</posting>\n</text>\n" +
		"<text subcorpus=\"web\" id=\"w1\">\n<s>\nbroken\tline\n" + row("x", "XY", "X", "x") + "</s>\n<s>\n" + row("Gut", "ADJD", "ADJ", "gut") + "</s>\n</text>\n</corpus>\n"
	docs, err := Collect(EmpiriST(strings.NewReader(in), "e.vrt"))
	if want := "e.vrt:22: 2 columns, want 7 or 8; the sentence is left out"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	if len(docs) != 2 {
		t.Fatalf("%d documents, want 2", len(docs))
	}
	for i, want := range []Document{
		{ID: "c1", Genre: "cmc", Text: "Ja <- So.\n\nH&M"},
		{ID: "w1", Genre: "web", Text: "Gut"},
	} {
		d := docs[i]
		if d.ID != want.ID || d.Genre != want.Genre || d.Text != want.Text {
			t.Errorf("document %+v, want %+v", d, want)
		}
		if err := check(&d); err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff([]int{0, 2, 4}, docs[0].Sentences); diff != "" {
		t.Errorf("sentences: -want +got\n%s", diff)
	}
	if w := docs[0].Words[1]; w.Form != "<-" || w.Lemma != "<-" || w.UPOS != "SYM" || w.XPOS != "EMOASC" {
		t.Errorf("word %+v", w)
	}
}

func TestSmartData(t *testing.T) {
	object := func(id, text, mentions string) string {
		return "{\n  \"id\" : \"" + id + "\",\n  \"text\" : {\n    \"string\" : \"" + text + "\"\n  },\n  \"conceptMentions\" : {\n    \"array\" : [" + mentions + "]\n  }\n}\n"
	}
	mention := func(kind string, a, b int) string {
		return fmt.Sprintf(`{"type":%q,"span":{"start":%d,"end":%d}}`, kind, a, b)
	}
	in := object("a", "😀 Bayern München in Köln \\n", strings.Join([]string{
		mention("location-city", 10, 17), mention("organization", 3, 17), mention("number", 0, 2), mention("location-street", 21, 27)}, ",")) +
		"{\n  \"id\" : \"broken\",\n" +
		object("b", "x", mention("person", 0, 2)) +
		object("c", "😀", mention("person", 1, 2)) +
		"{\n  \"id\" : \"d\"\n}\n" +
		object("e", "Ada", mention("person", 0, 3))
	docs, err := Collect(SmartData(strings.NewReader(in), "s.json"))
	want := []string{
		"s.json:10: unexpected end of JSON input",
		`s.json:12: document "b": mention 0 has the range [0,2) in a text of 1 characters`,
		`s.json:21: document "c": mention 0 has the range [1,2) in a text of 2 characters`,
		`s.json:30: document "d" has no text`,
	}
	if diff := cmp.Diff(want, errorLines(err)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if len(docs) != 2 {
		t.Fatalf("%d documents, want 2", len(docs))
	}
	// An emoji is two units of UTF-16 and four bytes; the line end inside a mention goes.
	if diff := cmp.Diff([]string{"Bayern München/ORG", "München/LOC/nested", "Köln/LOC"}, mentions(&docs[0])); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Ada/PER"}, mentions(&docs[1])); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
