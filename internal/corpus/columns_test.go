package corpus

import (
	"fmt"
	"os"
	"path/filepath"
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
		compare(t, c.why, docs, err, c.text, mentions, c.mentions, c.errs)
	}
}

// compare checks what was read of a corpus: the texts of its documents, what else of each is
// asked for, and the errors.
func compare(t *testing.T, why string, docs []Document, err error, text []string, of func(*Document) []string, want [][]string, errs []string) {
	t.Helper()
	var texts []string
	var got [][]string
	for i := range docs {
		if err := check(&docs[i]); err != nil {
			t.Errorf("%s: %v", why, err)
		}
		texts = append(texts, docs[i].Text)
		got = append(got, of(&docs[i]))
	}
	if diff := cmp.Diff(text, texts); diff != "" {
		t.Errorf("%s: -want +got\n%s", why, diff)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: -want +got\n%s", why, diff)
	}
	if diff := cmp.Diff(errs, errorLines(err)); diff != "" {
		t.Errorf("%s: -want +got\n%s", why, diff)
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

func row10(id, form, misc string) string {
	return strings.Join([]string{id, form, strings.ToLower(form), "X", "XY", "_", "0", "root", "_", misc}, "\t") + "\n"
}

func TestCoNLLU(t *testing.T) {
	for _, c := range []struct {
		why, in string
		text    []string
		tokens  [][]string
		errs    []string
	}{{
		why:    "a contracted form is one token with two words; SpaceAfter of the range counts",
		in:     "# text = Er geht zum Arzt.\n" + row10("1", "Er", "_") + row10("2", "geht", "_") + "3-4\tzum" + strings.Repeat("\t_", 8) + "\n" + row10("3", "zu", "_") + row10("4", "dem", "_") + row10("5", "Arzt", "SpaceAfter=No") + row10("6", ".", "_") + "\n",
		text:   []string{"Er geht zum Arzt."},
		tokens: [][]string{{"Er", "geht", "zum", "Arzt", "."}},
	}, {
		why:    "without # text, SpaceAfter alone makes the text; sentences are joined by a space",
		in:     row10("1", "Ja", "SpaceAfter=No") + row10("2", ".", "_") + "\n" + row10("1", "A", "_") + row10("2", ".", "_") + "\n",
		text:   []string{"Ja. A ."},
		tokens: [][]string{{"Ja", ".", "A", "."}},
	}, {
		why:    "no white space anywhere: the text is rebuilt; the headline is a paragraph of its own",
		in:     "# meta::header = Gut !\n" + row10("1", "Gut", "_") + row10("2", "!", "_") + "\n" + row10("1", "Ja", "_") + row10("2", ".", "_") + "\n",
		text:   []string{"Gut!\n\nJa."},
		tokens: [][]string{{"Gut", "!", "Ja", "."}},
	}, {
		why:    "documents and paragraphs; blank lines more than one, no blank line at the end, Windows line ends",
		in:     "# newdoc id = x\n# newpar\n# text = a\n" + row10("1", "a", "_") + "\n\n# newpar id = p2\r\n# text = b\r\n" + row10("1", "b", "_") + "\n# newdoc\n# text = c\n" + row10("1", "c", "_"),
		text:   []string{"a\n\nb", "c"},
		tokens: [][]string{{"a", "b"}, {"c"}},
	}, {
		why:    "a broken sentence that begins a paragraph leaves the paragraph to the next; a mark left open does not reach into it",
		in:     row10("1", "\"", "_") + row10("2", "a", "_") + "\n# newpar\n1\tb\n\n" + row10("1", "c", "_") + row10("2", "\"", "_") + row10("3", "d", "_") + "\n",
		text:   []string{"\"a\n\nc \"d"},
		tokens: [][]string{{"\"", "a", "c", "\"", "d"}},
		errs:   []string{"t.conllu:5: 2 columns, want 10; the sentence is left out"},
	}, {
		why:    "an empty node stands for no word; # as a token is no comment",
		in:     "# text = a #\n" + row10("1", "a", "_") + row10("1.1", "b", "_") + row10("2", "#", "_") + "\n",
		text:   []string{"a #"},
		tokens: [][]string{{"a", "#"}},
	}, {
		why:    "a broken sentence is left out, once, and the others stay",
		in:     "# text = a\n" + row10("1", "a", "_") + "\n# text = b\n1\tb\n2\tb\n\n# text = c\n" + row10("1", "c", "_"),
		text:   []string{"a c"},
		tokens: [][]string{{"a", "c"}},
		errs:   []string{"t.conllu:5: 2 columns, want 10; the sentence is left out"},
	}, {
		why:    "numbers out of order, a range that leads nowhere, a bad head, a text that is not the tokens'",
		in:     row10("2", "a", "_") + "\n1-3\ta" + strings.Repeat("\t_", 8) + "\n" + row10("1", "a", "_") + "\n1\ta\t_\t_\t_\t_\t7\t_\t_\t_\n\n# text = b c\n" + row10("1", "b", "_") + "\n# text = d\n" + row10("1", "d", "_"),
		text:   []string{"d"},
		tokens: [][]string{{"d"}},
		errs: []string{
			`t.conllu:1: token number "2", want 1; the sentence is left out`,
			"t.conllu:3: a range goes to token 3 of 1; the sentence is left out",
			"t.conllu:6: token 1 has head 7, the sentence has 1 tokens; it is left out",
			`t.conllu:9: "c" of "# text" has no token; the sentence is left out`,
		},
	}} {
		docs, err := Collect(CoNLLU(strings.NewReader(c.in), "t.conllu"))
		compare(t, c.why, docs, err, c.text, words, c.tokens, c.errs)
	}
}

func TestCoNLLUWords(t *testing.T) {
	in := "# newdoc id = d\n# text = Er komme\n" +
		"1\tEr\ter\tPRON\tPPER\tNumber=Sing\t2\tnsubj\t_\t_\n" +
		"2\tkomme\tkommen\tVERB\tVVFIN\tMood=Sub|Number=Sing\t0\troot\t_\tSpaceAfter=No\n\n" +
		"# text = _\n1\t_\t_\t_\t_\tnumber=sg|mood=subj\t_\t_\t_\t_\n"
	docs, err := Collect(CoNLLU(strings.NewReader(in), "t.conllu"))
	if err != nil || len(docs) != 1 || docs[0].ID != "d" {
		t.Fatalf("%+v, error %v", docs, err)
	}
	want := []Word{
		{Token: 0, Form: "Er", Lemma: "er", UPOS: "PRON", XPOS: "PPER", Feats: "Number=Sing", Head: 1, Deprel: "nsubj"},
		{Token: 1, Form: "komme", Lemma: "kommen", UPOS: "VERB", XPOS: "VVFIN", Feats: "Mood=Sub|Number=Sing", Head: -1, Deprel: "root"},
		{Token: 2, Form: "_", Lemma: "_", Feats: "number=sg|mood=subj", Head: -1}, // a token "_" is not an empty one
	}
	if diff := cmp.Diff(want, docs[0].Words); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if docs[0].Text != "Er komme_" {
		t.Errorf("text %q: SpaceAfter=No holds at the end of a sentence too", docs[0].Text)
	}
	for i, want := range []string{"", "sub", "sub"} {
		if got := docs[0].Words[i].Mood(); got != want {
			t.Errorf("mood of word %d is %q, want %q", i, got, want)
		}
	}
}

// TestCorpora reads every corpus and compares what it counts with what the
// corpora are known to hold. They are no part of the repository.
func TestCorpora(t *testing.T) {
	const data = "../../../shared/data/"
	if _, err := os.Stat(data); err != nil {
		t.Skipf("needs the corpora in %s: %v", data, err)
	}
	type counts struct{ Documents, Sentences, Tokens, Words, Quotes, Scored, Others int }
	for _, c := range []struct {
		files string
		want  counts
	}{
		{"quotes/train.jsonl.gz", counts{Documents: 700, Sentences: 9260, Tokens: 172985, Quotes: 2877}},
		{"quotes/dev.jsonl.gz", counts{Documents: 150, Sentences: 1960, Tokens: 37091, Quotes: 653}},
		{"ud/gsd-*.conllu.gz", counts{Documents: 2, Sentences: 799 + 977, Tokens: 28541, Words: 12480 + 16499}},
		{"ud/lit.conllu.gz", counts{Documents: 3, Sentences: 1920, Tokens: 40340, Words: 40450}},
		{"ud/pcc-*.conllu.gz", counts{Documents: 176, Sentences: 2193, Tokens: 33222, Words: 33222}},
		{"ud/konvens2019/*.conll.gz", counts{Documents: 5, Sentences: 559, Tokens: 7742, Words: 7742}},
		{"ud/empirist.vrt.gz", counts{Documents: 37, Sentences: 2081, Tokens: 22858, Words: 22858}},
		// Scored and others are the B- labels of both columns, without and with a suffix.
		{"ner/germeval2014/train.tsv.gz", counts{Documents: 24000, Sentences: 24000, Tokens: 452853, Scored: 26020, Others: 5525}},
		{"ner/germeval2014/dev.tsv.gz", counts{Documents: 2200, Sentences: 2200, Tokens: 41653, Scored: 2398, Others: 488}},
		{"ner/europarl/*.tsv.gz", counts{Documents: 3, Sentences: 4396, Tokens: 110405, Words: 110405, Scored: 2357}},
		{"ner/bundestag/*.conll.gz", counts{Documents: 3, Sentences: 2742, Tokens: 52464, Scored: 3028}},
		{"ner/smartdata/*.json.gz", counts{Documents: 2436, Scored: 13259}},
	} {
		files, _ := filepath.Glob(data + c.files)
		var got counts
		for _, f := range files {
			for d, err := range File(f) {
				if err != nil {
					t.Error(err)
					continue
				}
				if err := check(&d); err != nil {
					t.Errorf("%s: %s: %v", f, d.ID, err)
				}
				got.Documents++
				got.Sentences += len(d.Sentences)
				got.Tokens += len(d.Tokens)
				got.Words += len(d.Words)
				got.Quotes += len(d.Quotes)
				for _, e := range d.Entities {
					if e.Scored() {
						got.Scored++
					} else {
						got.Others++
					}
				}
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.files, diff)
		}
	}
}
