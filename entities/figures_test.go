package entities_test

import (
	"errors"
	"io/fs"
	"os"
	"testing"

	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/corpus"
	"github.com/laut-nlp/laut/internal/eval"
)

// data is where the corpora lie, which are not part of the module.
const data = "../../shared/"

func skipWithout(t testing.TB, path string) {
	t.Helper()
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not here; it is not part of the module", path)
	}
}

// TestGermEval holds the figures on the development part of GermEval 2014,
// with its own tokens:
//
//	go test ./entities -run GermEval -v
func TestGermEval(t *testing.T) {
	path := data + "data/ner/germeval2014/dev.tsv.gz"
	skipWithout(t, path)
	gold, err := corpus.Collect(corpus.File(path))
	if err != nil {
		t.Fatal(err)
	}
	extractor, err := entities.New(entities.WithGermEval())
	if err != nil {
		t.Fatal(err)
	}
	var found [][]corpus.Entity
	for _, g := range gold {
		d, err := extract.FromTokens(g.Text, g.Tokens, g.Sentences)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, eval.FromEntities(extractor.Extract(d)))
	}
	report, err := eval.Entities(gold, found)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%v", report)
	for _, c := range []struct {
		row   string
		least float64
	}{{"PER", 87}, {"ORG", 70}, {"LOC", 84}, {eval.All, 80}} {
		row, ok := report.Row(c.row)
		if got := row.F1() * 100; !ok || got < c.least {
			t.Errorf("%s: F1 %.2f, want %.0f", c.row, got, c.least)
		}
	}
}

// TestPage looks at a newspaper's page as it was saved from the web: who is
// named in the article, and nothing from around it.
func TestPage(t *testing.T) {
	path := data + "articles/datenklau.txt"
	skipWithout(t, path)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]entities.Entity{}
	for _, e := range entities.Extract(extract.Parse(string(text))) {
		got[e.Name] = e
	}
	want := map[string]entities.Label{
		"Sam Altman": entities.PER, "Scarlett Johansson": entities.PER, "Masayoshi Son": entities.PER,
		"Open AI": entities.ORG, "Deepseek": entities.ORG, "Softbank": entities.ORG, "We Work": entities.ORG, "Wall Street Journal": entities.ORG,
		"USA": entities.LOC, "Washington": entities.LOC, "Tokio": entities.LOC, "Delhi": entities.LOC, "Dubai": entities.LOC,
		"Deutschland": entities.LOC, "China": entities.LOC, "Japan": entities.LOC,
		"Chat-GPT": entities.MISC, "Chat-GTP": entities.MISC,
		"Sky":             entities.ORG, // a known error: it is a voice
		"Hollywood-Ikone": entities.LOC, // a known error: Hollywood is a part of it
	}
	for name, label := range want {
		if e, ok := got[name]; !ok || e.Label != label {
			t.Errorf("%s: got %v, want %v", name, e.Label, label)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is no name of the article", name)
		}
	}
	for name, mentions := range map[string]int{"Sam Altman": 8, "Open AI": 6, "Deepseek": 3, "Softbank": 3} {
		if n := len(got[name].Mentions); n != mentions {
			t.Errorf("%s: %d mentions, want %d", name, n, mentions)
		}
	}
}

// TestPCC measures the grouping alone, given the names of the Potsdam Commentary
// Corpus (see corpus.PCCNames) without labels, with its own tokens:
//
//	go test ./entities -run PCC -v
func TestPCC(t *testing.T) {
	for _, c := range []struct {
		part  string
		least float64
	}{{"train", 99}, {"dev", 96}, {"test", 97}} {
		path := data + "data/ud/pcc-" + c.part + ".conllu.gz"
		skipWithout(t, path)
		docs, err := corpus.Collect(corpus.File(path))
		if err != nil {
			t.Fatal(err)
		}
		var gold, found []map[extract.Span]int
		for i := range docs {
			d, err := extract.FromTokens(docs[i].Text, docs[i].Tokens, docs[i].Sentences)
			if err != nil {
				t.Fatal(err)
			}
			g, f := map[extract.Span]int{}, map[extract.Span]int{}
			var names []entities.Named
			numbers := map[string]int{}
			for _, n := range corpus.PCCNames(&docs[i]) {
				if _, ok := numbers[n.Entity]; !ok {
					numbers[n.Entity] = len(numbers)
				}
				g[n.Span] = numbers[n.Entity]
				named := entities.Named{Span: n.Span}
				if n.Derived {
					named.Form = entities.FormDerived
				}
				names = append(names, named)
			}
			for _, e := range entities.Group(d, names) {
				for _, m := range e.Mentions {
					f[m.Span] = e.ID.Index()
				}
			}
			gold, found = append(gold, g), append(found, f)
		}
		p, r := bCubed(found, gold), bCubed(gold, found)
		f1 := 2 * p * r / (p + r)
		t.Logf("%s: B³ precision %.2f, recall %.2f, F1 %.2f", c.part, p, r, f1)
		if f1 < c.least {
			t.Errorf("%s: B³ F1 %.2f, want %.0f", c.part, f1, c.least)
		}
	}
}

// bCubed returns the recall, in percent, of the B³ of Bagga and Baldwin (1998), which is the
// precision if gold and found change places: for each gold mention, the part of its gold
// entity that is in its found entity too, in the mean. Each document has the entities of
// its mentions; a mention that was not found counts 0.
func bCubed(gold, found []map[extract.Span]int) float64 {
	sum, all := 0.0, 0
	for i, g := range gold {
		size, shared := map[int]int{}, map[[2]int]int{}
		for span, entity := range g {
			size[entity]++
			if other, ok := found[i][span]; ok {
				shared[[2]int{entity, other}]++
			}
		}
		for both, n := range shared {
			sum += float64(n*n) / float64(size[both[0]])
		}
		all += len(g)
	}
	return 100 * sum / float64(all)
}

// BenchmarkTag finds the entities of two articles on one core: of documents whose
// words are tagged, and from the text on, with cutting and tagging. All their forms are
// known from the last time (see internal/memo); BenchmarkNews has new ones.
func BenchmarkTag(b *testing.B) {
	text := entities.ReadArticles(b)
	tagged := extract.Parse(text)
	tagged.Tags()
	for name, document := range map[string]func() *extract.Document{
		"tagged": func() *extract.Document { return tagged },
		"text":   func() *extract.Document { return extract.Parse(text) },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				entities.Extract(document())
			}
			b.ReportMetric(float64(len(tagged.Tokens()))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// BenchmarkNews finds the entities of 700 articles of Wikinews, one after another, from
// the text on: go test ./entities -run - -bench News -benchtime 5x.
func BenchmarkNews(b *testing.B) {
	path := data + "data/quotes/train.jsonl.gz"
	skipWithout(b, path)
	r, err := corpus.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	var articles []string
	size, tokens := 0, 0
	for d, err := range corpus.Quotes(r, path) {
		if err != nil {
			b.Fatal(err)
		}
		articles = append(articles, d.Text)
		size += len(d.Text)
		tokens += len(extract.Parse(d.Text).Tokens())
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range articles {
			entities.Extract(extract.Parse(text))
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkGroup groups the mentions of the texts of the golden files, one core.
func BenchmarkGroup(b *testing.B) {
	text := entities.ReadArticles(b)
	d := extract.Parse(text)
	var names []entities.Named
	for _, e := range entities.Extract(d) {
		for _, m := range e.Mentions {
			names = append(names, entities.Named{Span: m.Span, Label: e.Label, Form: m.Form})
		}
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		entities.Group(d, names)
	}
	b.ReportMetric(float64(len(d.Tokens()))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(len(names)), "mentions")
}
