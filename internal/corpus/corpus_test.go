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

// check checks what every document must fulfil, whatever was read.
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
		{"a token after the text", `{"text":"ab","tokens":[[0,3]],"sentences":[[0,1]]}`, "token 0 has the range [0,3), want one from 0 within 2 bytes"},
		{"tokens out of order", `{"text":"ab","tokens":[[1,2],[0,1]],"sentences":[[0,2]]}`, "token 1 has the range [0,1), want one from 2"},
		{"offsets in characters", `{"text":"äb","tokens":[[0,1],[1,2]],"sentences":[[0,2]]}`, "token 0 has the range [0,1), which cuts a character"},
		{"one offset only", `{"text":"ab","tokens":[[0]],"sentences":[]}`, "token 0 has 1 offsets, want 2"},
		{"a gap between sentences", `{"text":"ab","tokens":[[0,1],[1,2]],"sentences":[[1,2]]}`, "sentence 0 covers tokens [1 2], want a range from 0"},
		{"sentences that stop early", `{"text":"ab","tokens":[[0,1],[1,2]],"sentences":[[0,1]]}`, "sentences end at token 1 of 2"},
		{"a quote after the tokens", `{"text":"ab","tokens":[[0,2]],"sentences":[[0,1]],"quotes":[{"type":"Direct","quote":[0],"cue":[1]}]}`, "quote 0: cue has tokens 1 to 1, the text has 1"},
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
		text, spans := new(detokenizer).join(tokens)
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
		{"an empty gzip", write("b.tsv.gz", ""), "b.tsv.gz: the gzip file is cut off"},
		{"a broken gzip", write("c.tsv.gz", "\x1f\x8bno gzip at all"), "c.tsv.gz: the gzip file is damaged"},
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
