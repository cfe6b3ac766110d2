package germanprose_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"
	germanprose "github.com/laut-nlp/laut/compat/prose"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/testkit"
)

// document is what a program needs that takes English and German.
type document interface {
	Tokens() []prose.Token
	Sentences() []prose.Sentence
	Entities() []prose.Entity
}

var (
	_ document = (*prose.Document)(nil)
	_ document = (*germanprose.Document)(nil)
)

// TestMethodSet checks that whatever is exported of prose's document is there, of the same type.
func TestMethodSet(t *testing.T) {
	theirs, ours := reflect.TypeFor[*prose.Document](), reflect.TypeFor[*germanprose.Document]()
	for i := range theirs.NumMethod() {
		m := theirs.Method(i)
		o, ok := ours.MethodByName(m.Name)
		if !ok || o.Type.NumIn() != 1 || m.Type.NumIn() != 1 || o.Type.Out(0) != m.Type.Out(0) {
			t.Errorf("%s is not there, or not the same", m.Name)
		}
	}
	for _, f := range reflect.VisibleFields(theirs.Elem()) {
		if o, ok := ours.Elem().FieldByName(f.Name); f.IsExported() && (!ok || o.Type != f.Type) {
			t.Errorf("the field %s is not there, or not the same", f.Name)
		}
	}
	if theirs.NumMethod() < 3 {
		t.Error("prose's document has lost its methods: this test has lost its eyes")
	}
}

// samples are texts that have something to lose.
var samples = []string{
	"", " ", "\n\n", ".", "\x00", "\xff\xfe\xfd", "Herr M\xfcller sagte: \xe2\x80", "„", "“”“”", "werden", "wird zu",
	"Open-AI-Gründer Sam\nAltman ist Berliner.", "Die\u00a0Olaf\u00a0Scholz\u00a0GmbH", "Ä" + strings.Repeat("́", 50),
	strings.Repeat("der ", 400), strings.Repeat("Lehrer ", 400), "3 % von 5 € # 1 @name https://example.org a@example.org 🚢",
}

// texts returns the samples, the articles of the repository and what the golden cases hold.
func texts(t *testing.T) []string {
	t.Helper()
	list := slices.Clone(samples)
	for _, pattern := range []string{"../../testdata/articles/*.txt", "testdata/*/*.txt"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no texts %s: %v", pattern, err)
		}
		for _, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, string(b))
		}
	}
	return list
}

func read(t testing.TB, text string, opts ...prose.DocOpt) *germanprose.Document {
	t.Helper()
	d, err := germanprose.NewDocument(text, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestInvariants holds what is true of any text.
func TestInvariants(t *testing.T) {
	for _, text := range texts(t) {
		check(t, text)
	}
}

// TestLinear checks that a text four times as long, without full stops, takes no sixteen times
// the time: words that look for others find an end.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	took := func(n int) time.Duration {
		text := strings.Repeat("werden kommen ", n)
		best := time.Hour
		for range 3 {
			start := time.Now()
			read(t, text, prose.WithExtraction(false))
			best = min(best, time.Since(start))
		}
		return best
	}
	took(100) // opens the models
	if short, long := took(10_000), took(40_000); long > 10*short {
		t.Errorf("%v, four times as much %v", short, long)
	}
}

// FuzzInvariants holds the same of texts that nobody has thought of.
func FuzzInvariants(f *testing.F) {
	for _, text := range samples {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}

func check(t *testing.T, text string) {
	t.Helper()
	d := read(t, text)
	tokens, spans, stts := d.Tokens(), d.Spans(), d.STTS()
	if d.Text != text || len(spans) != len(tokens) || len(stts) != len(tokens) {
		t.Fatalf("%q: %d tokens, %d spans, %d tags of STTS", text, len(tokens), len(spans), len(stts))
	}
	labels := map[string]bool{"PERSON": true, "GPE": true, "ORGANIZATION": true, "MISC": true}
	last, begun := "O", 0
	for i, tok := range tokens {
		if text[spans[i].Start:spans[i].End] != tok.Text || tok.Text == "" {
			t.Errorf("token %q stands for %q", tok.Text, text[spans[i].Start:spans[i].End])
		}
		if !slices.Contains(germanprose.Tags(), tok.Tag) || stts[i] == "" {
			t.Errorf("%q has the tags %q and %q", tok.Text, tok.Tag, stts[i])
		}
		iob, class, _ := strings.Cut(tok.Label, "-")
		switch _, open, _ := strings.Cut(last, "-"); {
		case tok.Label == "O":
		case iob == "B" && labels[class]:
			begun++
		case iob == "I" && labels[class] && open == class:
		default:
			t.Errorf("%q has the label %q behind %q", tok.Text, tok.Label, last)
		}
		last = tok.Label
	}
	if n := len(d.Entities()); n != begun {
		t.Errorf("%q: %d entities, and %d labels that begin one", text, n, begun)
	}
	for _, e := range d.Entities() {
		if !labels[e.Label] || e.Text != strings.Join(strings.Fields(e.Text), " ") || e.Text == "" {
			t.Errorf("entity %q has the label %q", e.Text, e.Label)
		}
	}
	// Sentences follow each other in the text, and only what is no token lies between them.
	at, inside := 0, 0
	for _, s := range d.Sentences() {
		n := strings.Index(text[at:], s.Text)
		if n < 0 {
			t.Fatalf("sentence %q is not where it should be", s.Text)
		}
		from := at + n
		at = from + len(s.Text)
		for inside < len(spans) && spans[inside].End <= at {
			if spans[inside].Start < from {
				t.Errorf("token %q is in no sentence", tokens[inside].Text)
			}
			inside++
		}
	}
	if inside != len(tokens) {
		t.Errorf("%q: %d tokens, of which %d are in sentences", text, len(tokens), inside)
	}
}

// TestOptions checks that each set of options gives what prose gives for it: which of the
// fields are filled, and nil where prose has nil.
func TestOptions(t *testing.T) {
	const text = "Anna Weber wohnt in Bern. Sie mag es."
	const english = "Anna Weber lives in Boston. She likes it."
	kept, err := prose.NewDocument("") // prose opens its models anew for each document without one
	if err != nil {
		t.Fatal(err)
	}
	for set := range 16 {
		on := func(bit int) bool { return set>>bit&1 != 0 }
		opts := []prose.DocOpt{
			prose.WithTokenization(on(0)), prose.WithTagging(on(1)), prose.WithExtraction(on(2)), prose.WithSegmentation(on(3)),
		}
		theirs, err := prose.NewDocument(english, append(opts, prose.UsingModel(kept.Model))...)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := filled(read(t, text, opts...)), filled(theirs); got != want {
			t.Errorf("options %04b: %+v, prose has %+v", set, got, want)
		}
	}
}

// parts says what of a document is filled.
type parts struct {
	Tokens, NilTokens, Tags, Labels, Sentences, NilSentences, Entities, NilEntities bool
}

func filled(d document) (p parts) {
	for _, t := range d.Tokens() {
		p.Tokens = true
		p.Tags = p.Tags || t.Tag != ""
		p.Labels = p.Labels || t.Label != ""
	}
	p.NilTokens, p.NilSentences, p.NilEntities = d.Tokens() == nil, d.Sentences() == nil, d.Entities() == nil
	p.Sentences, p.Entities = len(d.Sentences()) == 2, len(d.Entities()) > 0
	return p
}

// TestModel checks that a model of another document is welcome, one of prose an error, and
// that there is one, as in prose.
func TestModel(t *testing.T) {
	d := read(t, "Ja.")
	if d.Model == nil || d.Model.Name != "de-laut" {
		t.Fatalf("model %v", d.Model)
	}
	if len(read(t, "Nein.", prose.UsingModel(d.Model)).Tokens()) != 2 {
		t.Error("the model of another document is not taken")
	}
	_, err := germanprose.NewDocument("Nein.", prose.UsingModel(&prose.Model{Name: "en-v2.0.0"}))
	if err == nil || !strings.Contains(err.Error(), "en-v2.0.0") {
		t.Errorf("the error about an English model is %v", err)
	}
}

// TestOwned checks that a caller who changes the tokens changes nobody else's.
func TestOwned(t *testing.T) {
	d := read(t, "Bern ruft.")
	d.Tokens()[0].Text = "Basel"
	d.Spans()[0] = extract.Span{Start: 3, End: 4}
	d.STTS()[0], germanprose.Tags()[0] = "XY", "?"
	if d.Tokens()[0].Text != "Bern" || d.Spans()[0].End != 4 || d.STTS()[0] == "XY" || germanprose.Tags()[0] == "?" {
		t.Error("what is handed out is shared")
	}
}

// TestWithoutTokens checks that what stands beside tokens is empty with them, and that the
// article is there all the same.
func TestWithoutTokens(t *testing.T) {
	d := read(t, "Anna Weber sagte, sie komme.", prose.WithTokenization(false), prose.WithTagging(false), prose.WithExtraction(false))
	if d.Spans() != nil || d.STTS() != nil || len(d.Tokens()) != 0 {
		t.Error("there are tokens")
	}
	if a := d.Article(); len(a.Claims) != 1 || a.Claims[0].Speaker.Name != "Anna Weber" {
		t.Errorf("claims %v", a.Claims)
	}
}

// TestShared reads one document from several goroutines; with -race the detector watches.
func TestShared(t *testing.T) {
	d := read(t, "Anna Weber sagte, sie komme.")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if len(d.Tokens()) != 7 || len(d.STTS()) != 7 || len(d.Article().Claims) != 1 {
				t.Error("another result")
			}
		})
	}
	wg.Wait()
}

// TestOneProgram runs what was written for prose over English, and with one constructor
// changed over German. The texts say about the same.
func TestOneProgram(t *testing.T) {
	for language, newDocument := range map[string]func(text string) (document, error){
		"english": func(text string) (document, error) { return prose.NewDocument(text) },
		"german":  func(text string) (document, error) { return germanprose.NewDocument(text) },
	} {
		text, err := os.ReadFile("testdata/report/" + language + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		doc, err := newDocument(string(text))
		if err != nil {
			t.Fatal(err)
		}
		testkit.Golden(t, "testdata/report/"+language+".golden", report(doc))
	}
}

// report returns the sentences of a text, words by their tags, how often each tag occurs,
// and the entities.
func report(doc document) string {
	var out strings.Builder
	out.WriteString("sentences\n")
	for i, s := range doc.Sentences() {
		fmt.Fprintf(&out, "%3d  %s\n", i+1, s.Text)
	}
	for _, row := range []struct {
		title string
		tags  []string
	}{
		{"nouns", []string{"NN", "NNS"}},
		{"plurals", []string{"NNS", "NNPS"}},
		{"finite verbs", []string{"VBD", "VBZ", "VBP", "MD"}},
		{"in the past", []string{"VBD"}},
		{"compared", []string{"JJR", "JJS"}},
	} {
		var words []string
		for _, tok := range doc.Tokens() {
			if slices.Contains(row.tags, tok.Tag) {
				words = append(words, tok.Text)
			}
		}
		fmt.Fprintf(&out, "\n%s\n     %s\n", row.title, strings.Join(words, ", "))
	}
	out.WriteString("\nlabels\n")
	count := map[string]int{}
	for _, tok := range doc.Tokens() {
		count[tok.Tag]++
		if tok.Label != "O" {
			fmt.Fprintf(&out, "     %-10s %s\n", tok.Label, tok.Text)
		}
	}
	out.WriteString("\ntags\n")
	for _, tag := range slices.Sorted(maps.Keys(count)) {
		fmt.Fprintf(&out, "%5d  %s\n", count[tag], tag)
	}
	out.WriteString("\nentities\n")
	for _, ent := range doc.Entities() {
		fmt.Fprintf(&out, "     %-12s %s\n", ent.Label, ent.Text)
	}
	return out.String()
}
