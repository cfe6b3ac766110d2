package corpus

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/laut-nlp/laut/extract"
)

// check holds what every document must fulfil, whatever was read.
func check(d *Document) error {
	if err := checkTokens(d.Text, d.Tokens); err != nil {
		return err
	}
	for i, s := range d.Sentences {
		if i == 0 && s != 0 || i > 0 && s <= d.Sentences[i-1] || s >= len(d.Tokens) {
			return fmt.Errorf("sentence %d begins at token %d of %d", i, s, len(d.Tokens))
		}
	}
	for i, w := range d.Words {
		if w.Token < 0 || w.Token >= len(d.Tokens) || i > 0 && (w.Token < d.Words[i-1].Token || w.Token > d.Words[i-1].Token+1) {
			return fmt.Errorf("word %d has token %d of %d", i, w.Token, len(d.Tokens))
		}
		if w.Head < -1 || w.Head >= len(d.Words) {
			return fmt.Errorf("word %d has head %d of %d", i, w.Head, len(d.Words))
		}
		// A word that has its token for itself is that token.
		alone := (i == 0 || d.Words[i-1].Token != w.Token) && (i+1 == len(d.Words) || d.Words[i+1].Token != w.Token)
		if token := d.Tokens[w.Token]; alone && w.Form != d.Text[token.Start:token.End] {
			return fmt.Errorf("word %d is %q, its token %q", i, w.Form, d.Text[token.Start:token.End])
		}
	}
	starts, ends := map[int]bool{}, map[int]bool{}
	for _, t := range d.Tokens {
		starts[t.Start], ends[t.End] = true, true
	}
	for i, e := range d.Entities {
		if e.Start < 0 || e.End <= e.Start || e.End > len(d.Text) || !slices.Contains(Labels, e.Label) {
			return fmt.Errorf("mention %d: %+v", i, e)
		}
		if len(d.Tokens) > 0 && (!starts[e.Start] || !ends[e.End]) {
			return fmt.Errorf("mention %d cuts a token: %+v", i, e)
		}
		if i > 0 && e.Start < d.Entities[i-1].Start {
			return fmt.Errorf("mention %d is out of order", i)
		}
	}
	for i, q := range d.Quotes {
		for p, ids := range q.Parts {
			for k, id := range ids {
				if id < 0 || id >= len(d.Tokens) || k > 0 && id <= ids[k-1] {
					return fmt.Errorf("quote %d: %s has tokens %v", i, QuotePart(p), ids)
				}
			}
		}
	}
	return nil
}

// mentions prints the mentions of a document for comparison.
func mentions(d *Document) []string {
	var out []string
	for _, e := range d.Entities {
		s := d.Text[e.Start:e.End] + "/" + e.Label
		if e.Form != Name {
			s += "/" + e.Form.String()
		}
		if e.Nested {
			s += "/nested"
		}
		out = append(out, s)
	}
	return out
}

func words(d *Document) []string {
	var out []string
	for _, t := range d.Tokens {
		out = append(out, d.Text[t.Start:t.End])
	}
	return out
}

// errorLines returns the errors one by one.
func errorLines(err error) []string {
	if err == nil {
		return nil
	}
	return strings.Split(err.Error(), "\n")
}

func TestQuotes(t *testing.T) {
	const whole = `{"id":"a","text":"„Ä“, sagt X.","tokens":[[0,3],[3,5],[5,8],[8,9],[10,14],[15,16],[16,17]],"sentences":[[0,7]],` +
		`"quotes":[{"type":"Direct","medium":"Speech","nested":true,"quote":[2,0,1,1],"speaker":[5],"cue":[4],"frame":[3,4,5],"addressee":[]}]}`
	docs, err := Collect(Quotes(strings.NewReader(whole+"\n"), "q.jsonl"))
	if err != nil || len(docs) != 1 {
		t.Fatalf("%d documents, error %v", len(docs), err)
	}
	d := &docs[0]
	if diff := cmp.Diff([]string{"„", "Ä", "“", ",", "sagt", "X", "."}, words(d)); diff != "" {
		t.Errorf("offsets are bytes: -want +got\n%s", diff)
	}
	want := []Quote{{Type: "Direct", Medium: "Speech", Nested: true, Parts: [QuoteParts][]int{{0, 1, 2}, {5}, {4}, {3, 4, 5}, {}}}}
	if diff := cmp.Diff(want, d.Quotes); diff != "" {
		t.Errorf("ids are sorted: -want +got\n%s", diff)
	}

	for _, c := range []struct{ why, line, want string }{
		{"no JSON", `{"id":`, "broken JSON at byte 6: unexpected end of JSON input"},
		{"a token behind the text", `{"text":"ab","tokens":[[0,3]],"sentences":[[0,1]]}`, "token 0 has the range [0,3), want one from 0 within 2 bytes"},
		{"tokens out of order", `{"text":"ab","tokens":[[1,2],[0,1]],"sentences":[[0,2]]}`, "token 1 has the range [0,1), want one from 2"},
		{"offsets in characters", `{"text":"äb","tokens":[[0,1],[1,2]],"sentences":[[0,2]]}`, "token 0 has the range [0,1), which cuts a character"},
		{"one offset only", `{"text":"ab","tokens":[[0]],"sentences":[]}`, "token 0 has 1 offsets, want 2"},
		{"a gap between sentences", `{"text":"ab","tokens":[[0,1],[1,2]],"sentences":[[1,2]]}`, "sentence 0 covers tokens [1 2], want a range from 0"},
		{"sentences that stop early", `{"text":"ab","tokens":[[0,1],[1,2]],"sentences":[[0,1]]}`, "sentences end at token 1 of 2"},
		{"a quote behind the tokens", `{"text":"ab","tokens":[[0,2]],"sentences":[[0,1]],"quotes":[{"type":"Direct","quote":[0],"cue":[1]}]}`, "quote 0: cue has tokens 1 to 1, the text has 1"},
		{"a quote of nothing", `{"text":"ab","tokens":[[0,2]],"sentences":[[0,1]],"quotes":[{"type":"Direct","quote":[]}]}`, "quote 0 has no type or no tokens"},
		{"broken UTF-8", "{\"text\":\"a\xff\"}", "not valid UTF-8"},
		{"a key of the wrong type", `{"id":7,"text":"a"}`, `"id" has the wrong type: number`},
	} {
		docs, err := Collect(Quotes(strings.NewReader(whole+"\n\n"+c.line+"\n"+whole), "q.jsonl"))
		if len(docs) != 2 {
			t.Errorf("%s: %d documents, want those before and after", c.why, len(docs))
		}
		if err == nil || !strings.HasPrefix(err.Error(), "q.jsonl:3: "+c.want) {
			t.Errorf("%s: error %v, want q.jsonl:3: %s", c.why, err, c.want)
		}
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
		rebuilt bool
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
		why:     "no white space anywhere: the text is rebuilt; the headline is a paragraph of its own",
		in:      "# meta::header = Gut !\n" + row10("1", "Gut", "_") + row10("2", "!", "_") + "\n" + row10("1", "Ja", "_") + row10("2", ".", "_") + "\n",
		text:    []string{"Gut!\n\nJa."},
		tokens:  [][]string{{"Gut", "!", "Ja", "."}},
		rebuilt: true,
	}, {
		why:    "documents and paragraphs; blank lines more than one, no blank line at the end, Windows line ends",
		in:     "# newdoc id = x\n# newpar\n# text = a\n" + row10("1", "a", "_") + "\n\n# newpar id = p2\r\n# text = b\r\n" + row10("1", "b", "_") + "\n# newdoc\n# text = c\n" + row10("1", "c", "_"),
		text:   []string{"a\n\nb", "c"},
		tokens: [][]string{{"a", "b"}, {"c"}},
	}, {
		why:     "a broken sentence that begins a paragraph leaves the paragraph to the next; a mark left open does not reach into it",
		in:      row10("1", "\"", "_") + row10("2", "a", "_") + "\n# newpar\n1\tb\n\n" + row10("1", "c", "_") + row10("2", "\"", "_") + row10("3", "d", "_") + "\n",
		text:    []string{"\"a\n\nc \"d"},
		tokens:  [][]string{{"\"", "a", "c", "\"", "d"}},
		rebuilt: true,
		errs:    []string{"t.conllu:5: 2 columns, want 10; the sentence is left out"},
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
		var text []string
		var tokens [][]string
		for i := range docs {
			if err := check(&docs[i]); err != nil {
				t.Errorf("%s: %v", c.why, err)
			}
			if docs[i].Rebuilt != c.rebuilt {
				t.Errorf("%s: rebuilt %v", c.why, docs[i].Rebuilt)
			}
			text = append(text, docs[i].Text)
			tokens = append(tokens, words(&docs[i]))
		}
		if diff := cmp.Diff(c.text, text); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
		if diff := cmp.Diff(c.tokens, tokens); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
		if diff := cmp.Diff(c.errs, errorLines(err)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.why, diff)
		}
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
		{Token: 1, Form: "komme", Lemma: "kommen", UPOS: "VERB", XPOS: "VVFIN", Feats: "Mood=Sub|Number=Sing", Head: -1, Deprel: "root", Misc: "SpaceAfter=No"},
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

func TestDetokenize(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"marks after a word", "Ja , das ist so .", "Ja, das ist so."},
		{"brackets", "Er ( 42 ) kam [ ... ] .", "Er (42) kam [...]."},
		{"German marks", "„ Ja “ , sagt er .", "„Ja“, sagt er."},
		{"the mark that closes in German opens in English", "Er sagt “ ja ” und „ nein “ .", "Er sagt “ja” und „nein“."},
		{"Swiss and German guillemets", "« Ja » und » Nein «", "«Ja» und »Nein«"},
		{"straight marks by turns", `Das " eine " und " andere " .`, `Das "eine" und "andere".`},
		{"a straight mark at the end closes, though none is open", `Das " eine " Ende "`, `Das "eine" Ende"`},
		{"marks of LaTeX", "`` Ja ''", "``Ja''"},
		{"a clitic", "Wie geht 's ?", "Wie geht's?"},
		{"spaces stay around dashes, slashes and dots", "ja – nein / doch ... 5 %", "ja – nein / doch ... 5 %"},
		{"nothing", "", ""},
	} {
		tokens := strings.Fields(c.in)
		text, spans := Detokenize(tokens)
		if text != c.want {
			t.Errorf("%s: %q, want %q", c.why, text, c.want)
		}
		for i, s := range spans {
			if text[s.Start:s.End] != tokens[i] {
				t.Errorf("%s: token %d is %q, want %q", c.why, i, text[s.Start:s.End], tokens[i])
			}
		}
	}
}

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
			if err := check(&docs[i]); err != nil || !docs[i].Rebuilt {
				t.Errorf("%s: rebuilt %v, error %v", c.why, docs[i].Rebuilt, err)
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
		if d.ID != want.ID || d.Genre != want.Genre || d.Text != want.Text || !d.Rebuilt {
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

func TestBlocks(t *testing.T) {
	// Two paragraphs of "A b. C D. E", heads within sentences, a name over one token and one over two.
	d := Document{
		ID: "d", Genre: "web", Text: "A b.\n\nC  D. E",
		Tokens:    []extract.Span{{Start: 0, End: 1}, {Start: 2, End: 3}, {Start: 3, End: 4}, {Start: 6, End: 7}, {Start: 9, End: 10}, {Start: 10, End: 11}, {Start: 12, End: 13}},
		Sentences: []int{0, 3, 6},
		Words:     []Word{{Token: 0, Form: "A", Head: 1}, {Token: 1, Form: "b", Head: -1}, {Token: 2, Form: ".", Head: 1}, {Token: 3, Form: "C", Head: 4}, {Token: 4, Form: "D", Head: -1}, {Token: 5, Form: ".", Head: 4}, {Token: 6, Form: "E", Head: -1}},
		Entities:  []Entity{{Span: extract.Span{Start: 6, End: 10}, Label: "PER"}, {Span: extract.Span{Start: 10, End: 13}, Label: "LOC"}, {Span: extract.Span{Start: 12, End: 13}, Label: "ORG"}},
	}
	blocks := Blocks([]Document{d, {ID: "empty"}}, 2)
	if len(blocks) != 2 {
		t.Fatalf("%d blocks, want 2", len(blocks))
	}
	for i := range blocks {
		if err := check(&blocks[i]); err != nil || blocks[i].Genre != "web" || blocks[i].ID != "d" {
			t.Errorf("block %d: %+v: %v", i, blocks[i], err)
		}
	}
	if blocks[0].Text != "A b. C  D." || blocks[1].Text != "E" {
		t.Errorf("texts %q and %q: a paragraph's end becomes a space, spaces in a sentence stay", blocks[0].Text, blocks[1].Text)
	}
	if diff := cmp.Diff([]int{0, 3}, blocks[0].Sentences); diff != "" {
		t.Errorf("sentences: -want +got\n%s", diff)
	}
	if diff := cmp.Diff([]string{"C  D/PER"}, mentions(&blocks[0])); diff != "" {
		t.Errorf("a mention across sentences is left out: -want +got\n%s", diff)
	}
	if diff := cmp.Diff([]string{"E/ORG"}, mentions(&blocks[1])); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if w := blocks[0].Words[3]; w.Head != 4 || w.Token != 3 || blocks[1].Words[0].Token != 0 {
		t.Errorf("word %+v: tokens and heads count from the block's beginning", w)
	}
	if got := len(Blocks([]Document{d}, 0)); got != 3 {
		t.Errorf("n = 0 gives %d blocks, want 3 of one sentence", got)
	}
}

func TestSpans(t *testing.T) {
	d := Document{Text: "a b c d", Tokens: []extract.Span{{Start: 0, End: 1}, {Start: 2, End: 3}, {Start: 4, End: 5}, {Start: 6, End: 7}}}
	want := []extract.Span{{Start: 0, End: 3}, {Start: 6, End: 7}}
	if diff := cmp.Diff(want, d.Spans([]int{0, 1, 3})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

var readers = []struct {
	name string
	read reader
	in   string // two documents, or one and an error
}{
	{"quotes", Quotes, "{\"text\":\"a\",\"tokens\":[[0,1]],\"sentences\":[[0,1]]}\nx\n"},
	{"conllu", CoNLLU, "# newdoc\n1\ta\t_\t_\t_\t_\t0\t_\t_\t_\n\n# newdoc\n1\ta\nx\n\n"},
	{"germeval", GermEval, "a\tO\tO\n\nb\n\nc\tO\tO\n\n"},
	{"europarl", Europarl, "b\n\na\ta\tNN\tO\tO\n\n"},
	{"bundestag", Bundestag, "b\n\n1\ta\t_\t_\tO\t_\t_\n\n"},
	{"empirist", EmpiriST, "<text id=\"a\">\n<s>\na\tb\tc\td\te\tf\tg\n</s>\n</text>\n<text>\n<s>\nx\n</s>\n"},
	{"smartdata", SmartData, "{\n\"text\":{\"string\":\"a\"}\n}\n{\n}\n"},
}

// TestStop makes sure that a caller may stop after any document and any error.
func TestStop(t *testing.T) {
	for _, c := range readers {
		all := 0
		for range c.read(strings.NewReader(c.in), c.name) {
			all++
		}
		if all < 2 {
			t.Errorf("%s: %d items, the test needs 2", c.name, all)
		}
		for n := 1; n <= all; n++ {
			seen := 0
			for range c.read(strings.NewReader(c.in), c.name) {
				if seen++; seen == n {
					break
				}
			}
			if seen != n {
				t.Errorf("%s: stopped after %d, want %d", c.name, seen, n)
			}
		}
	}
}

// TestReadError makes sure that a file that breaks off gives what came before
// and an error with the line, and not the part of a record.
func TestReadError(t *testing.T) {
	token := strings.Repeat("\tO", 6) + "\n"
	for _, c := range []struct {
		read reader
		in   string // one record, and the first line of the next with a part of its second
		line int
	}{
		{Quotes, readers[0].in[:strings.Index(readers[0].in, "x\n")] + `{"text":"b"`, 2},
		{CoNLLU, row10("1", "a", "_") + "\n" + row10("1", "b", "_") + "2\tc", 4},
		{GermEval, "a\tO\tO\n\nb\tO\tO\nc\tO", 4},
		{Europarl, "a\ta\tNN\tO\tO\n\nb\tb\tNN\tO\tO\nc\tc", 4},
		{Bundestag, "1\ta\t_\t_\tO\t_\t_\n\n1\tb\t_\t_\tO\t_\t_\n2\tc", 4},
		{EmpiriST, "<s>\na" + token + "</s>\n<s>\nb" + token + "c\tO", 6},
		{SmartData, "{\"text\":{\"string\":\"a\"}}\n{\n\"id\":", 3},
	} {
		broken := errors.New("disk on fire")
		docs, err := Collect(c.read(io.MultiReader(strings.NewReader(c.in), iotest.ErrReader(broken)), "name"))
		if want := fmt.Sprintf("name:%d: disk on fire", c.line); !errors.Is(err, broken) || err.Error() != want {
			t.Errorf("%q: error %v, want %s", c.in, err, want)
		}
		if len(docs) != 1 || docs[0].Text != "a" {
			t.Errorf("%q: %+v, want the one document a", c.in, docs)
		}
	}
}

func TestFile(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return p
	}
	for _, c := range []struct{ why, path, want string }{
		{"a file that is not there", filepath.Join(dir, "none.tsv"), "none.tsv: no such file"},
		{"a folder", dir, "is a directory"},
		{"no gzip", write("a.tsv.gz", strings.Repeat("a\tO\tO\n", 9)), "a.tsv.gz: gzip: invalid header"},
		{"an empty gzip", write("b.tsv.gz", ""), "b.tsv.gz: unexpected EOF"},
		{"an extension that no corpus has", write("a.txt", "a"), `a.txt: no corpus has the extension ".txt"`},
		{"columns that no corpus has", write("a.tsv", "a\tb\n"), "a.tsv: no corpus in .tsv has 2 columns"},
	} {
		docs, err := Collect(File(c.path))
		if len(docs) > 0 || err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.why, err, c.want)
		}
	}
	docs, err := Collect(File(write("source.tsv", "#\tsource\n1\ta\tO\tO\n")))
	if err != nil || len(docs) != 1 || docs[0].ID != "source-1" {
		t.Errorf("a comment before four columns: %+v, error %v", docs, err)
	}
	// The byte order mark that Windows writes is no part of the first token.
	docs, err = Collect(File(write("bom.tsv", "\ufeffa\tO\tO\r\n")))
	if err != nil || len(docs) != 1 || docs[0].Text != "a" {
		t.Errorf("a byte order mark: %+v, error %v", docs, err)
	}
}

func FuzzReaders(f *testing.F) {
	for i, c := range readers {
		f.Add(uint8(i), []byte(c.in))
		// Failed once: bytes that are no UTF-8 cut no character.
		f.Add(uint8(i), []byte("\xa4\xee\\\x9a\xe1u\"a\tO\tO\n\nb\n\nc\tO\tO\n\n"))
	}
	f.Fuzz(func(t *testing.T, which uint8, in []byte) {
		c := readers[int(which)%len(readers)]
		for d, err := range c.read(strings.NewReader(string(in)), "name") {
			if err != nil {
				if !strings.HasPrefix(err.Error(), "name:") {
					t.Errorf("%s: error without a place: %v", c.name, err)
				}
				continue
			}
			if err := check(&d); err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
		}
	})
}
